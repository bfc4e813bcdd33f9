import { cypher } from '../../cypher/cypher.ts';
import { statement, type Statement } from '../../cypher/statement.ts';

/** The version of a dataset that the graph holds; no row, or none in it, where it does not hold it whole. */
export function readDatasetVersion(id: string): Statement<{ version: string | null }> {
  return statement(cypher`MATCH (d:Dataset {id: $id}) RETURN d.version AS version`, { id });
}

export function writeDatasetVersion(id: string, version: string): Statement<never> {
  return statement(cypher`MERGE (d:Dataset {id: $id}) SET d.version = $version, d.draft = null`, {
    id,
    version,
  });
}

/** Says that the dataset is being written: what there is of it has a name of its own, and it is not whole. */
export function draftDataset(id: string): Statement<never> {
  return statement(
    cypher`MERGE (d:Dataset {id: $id}) SET d.draft = randomUUID(), d.version = null, d.importedTo = null`,
    { id },
  );
}

export function forgetDataset(id: string): Statement<never> {
  return statement(cypher`MATCH (d:Dataset {id: $id}) DELETE d`, { id });
}

/** How far a dataset that comes in parts has come; no row, or none in it, where it is whole or was never begun. */
export function readImportMark(id: string): Statement<{ mark: string | null }> {
  return statement(cypher`MATCH (d:Dataset {id: $id}) RETURN d.importedTo AS mark`, { id });
}

/**
 * Notes how far it has come; until it is finished the graph does not hold it whole. What there is of it has a name of
 * its own, its draft, so that whoever keeps a copy of the graph can tell that it has changed.
 */
export function markImport(id: string, mark: string): Statement<never> {
  return statement(
    cypher`MERGE (d:Dataset {id: $id}) SET d.importedTo = $mark, d.draft = randomUUID(), d.version = null`,
    { id, mark },
  );
}

/** Now the graph holds it whole. A dataset that has a version, so that nothing was written of it, keeps that. */
export function finishImport(id: string, version: string): Statement<never> {
  return statement(
    cypher`
MERGE (d:Dataset {id: $id})
WITH d WHERE d.version IS NULL
SET d.version = $version, d.importedTo = null, d.draft = null`,
    { id, version },
  );
}
