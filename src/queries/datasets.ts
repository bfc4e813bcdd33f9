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

export type KnownDataset = ReturnedOf<typeof DATASET>;

/** All datasets of which the graph holds any part. */
export function knownDatasets(): Statement<KnownDataset> {
  return statement(
    cypher`MATCH (d:Dataset) RETURN ${aliased(returned(DATASET, cypher`d`))} ORDER BY id LIMIT 1000`,
  );
}

/** The datasets that report these events, or that describe those who take part or the sources. */
export function datasetsOfEvents(ids: readonly string[]): Statement<{ dataset: string }> {
  return statement(
    cypher`
MATCH (e:Event) WHERE e.id IN $ids
OPTIONAL MATCH (e)<-[:TOOK_PART|REPORTS]-(n)
UNWIND coalesce(e.datasets, []) + coalesce(n.datasets[..1], []) AS dataset
RETURN DISTINCT dataset`,
    { ids },
  );
}
