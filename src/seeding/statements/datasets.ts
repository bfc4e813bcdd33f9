import { cypher } from '../../cypher/cypher.ts';
import { statement, type Statement } from '../../cypher/statement.ts';

/** The version of a dataset that the graph holds; no row where it holds none. */
export function readDatasetVersion(id: string): Statement<{ version: string }> {
  return statement(cypher`MATCH (d:Dataset {id: $id}) RETURN d.version AS version`, { id });
}

export function writeDatasetVersion(id: string, version: string): Statement<never> {
  return statement(cypher`MERGE (d:Dataset {id: $id}) SET d.version = $version`, { id, version });
}
