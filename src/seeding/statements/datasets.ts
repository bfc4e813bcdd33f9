import { cypher } from '../../cypher/cypher.ts';
import { statement, type Statement } from '../../cypher/statement.ts';

/** The version of a dataset that the graph holds; no row, or none in it, where it does not hold it whole. */
export function readDatasetVersion(id: string): Statement<{ version: string | null }> {
  return statement(cypher`MATCH (d:Dataset {id: $id}) RETURN d.version AS version`, { id });
}

export function writeDatasetVersion(id: string, version: string): Statement<never> {
  return statement(cypher`MERGE (d:Dataset {id: $id}) SET d.version = $version`, { id, version });
}

export function forgetDataset(id: string): Statement<never> {
  return statement(cypher`MATCH (d:Dataset {id: $id}) DELETE d`, { id });
}
