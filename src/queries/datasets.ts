import { cypher } from '../cypher/cypher.ts';
import { aliased, returned } from '../cypher/shape.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import type { ReturnedOf } from '../record/attribute.ts';
import { DATASET } from '../record/datasetIdentity.ts';

/** The datasets that the graph holds completely. */
export function loadedDatasets(): Statement<{ id: string }> {
  return statement(
    cypher`MATCH (d:Dataset) WHERE d.version IS NOT NULL RETURN d.id AS id ORDER BY id LIMIT 1000`,
  );
}

/** All datasets of which the graph holds any part. */
export function knownDatasets(): Statement<ReturnedOf<typeof DATASET>> {
  return statement(
    cypher`MATCH (d:Dataset) RETURN ${aliased(returned(DATASET, cypher`d`))} ORDER BY id LIMIT 1000`,
  );
}
