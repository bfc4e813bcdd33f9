import { cypher } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';

/** The version of a dataset in the graph: no row or `null` unless the graph holds it whole. */
export function readDatasetVersion(id: string): Statement<{ version: string | null }> {
  return statement(cypher`MATCH (d:Dataset {id: $id}) RETURN d.version AS version`, { id });
}

export function writeDatasetVersion(id: string, version: string): Statement<never> {
  return statement(cypher`MERGE (d:Dataset {id: $id}) SET d.version = $version, d.draft = null`, {
    id,
    version,
  });
}

/** Marks the dataset as incomplete. Its draft names what the graph holds of it now. */
export function draftDataset(id: string): Statement<never> {
  return statement(
    cypher`MERGE (d:Dataset {id: $id}) SET d.draft = randomUUID(), d.version = null, d.importedTo = null`,
    { id },
  );
}

export function forgetDataset(id: string): Statement<never> {
  return statement(cypher`MATCH (d:Dataset {id: $id}) DELETE d`, { id });
}

/** The mark that an import has reached: no row or `null` if it was finished or never begun. */
export function readImportMark(id: string): Statement<{ mark: string | null }> {
  return statement(cypher`MATCH (d:Dataset {id: $id}) RETURN d.importedTo AS mark`, { id });
}

/**
 * Notes the mark that an import has reached. The dataset is incomplete until the import is finished. The draft names
 * what the graph holds of it now, so that the holder of a snapshot can see that the graph has changed.
 */
export function markImport(id: string, mark: string): Statement<never> {
  return statement(
    cypher`MERGE (d:Dataset {id: $id}) SET d.importedTo = $mark, d.draft = randomUUID(), d.version = null`,
    { id, mark },
  );
}

/** Marks the dataset as whole. If the import wrote nothing, the dataset still has its version and keeps it. */
export function finishImport(id: string, version: string): Statement<never> {
  return statement(
    cypher`
MERGE (d:Dataset {id: $id})
WITH d WHERE d.version IS NULL
SET d.version = $version, d.importedTo = null, d.draft = null`,
    { id, version },
  );
}
