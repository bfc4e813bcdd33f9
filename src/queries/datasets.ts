import type { Coding } from '../ontology/codings.ts';
import { cypher } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';

/** The datasets that the graph holds completely. */
export function loadedDatasets(): Statement<{ id: string }> {
  return statement(
    cypher`MATCH (d:Dataset) WHERE d.version IS NOT NULL RETURN d.id AS id ORDER BY id LIMIT 1000`,
  );
}

/** All datasets of which the graph holds any part. */
export function knownDatasets(): Statement<{ id: string; coding: Coding | null }> {
  return statement(cypher`MATCH (d:Dataset) RETURN d.id AS id, d.coding AS coding ORDER BY id LIMIT 1000`);
}
