import type { Statement } from '../cypher/statement.ts';
import type { Graph } from '../graph/graph.ts';
import { entityRecord, sourceRecord, wholeEntities, wholeSources } from '../queries/wholeRecords.ts';
import type { DatasetRecord } from '../record/dataset.ts';
import { batches } from './batches.ts';

/** The entities and sources of these ids that the graph has, as the first of their datasets declares them. */
export async function recordsOfIds(
  graph: Graph,
  ids: readonly string[],
): Promise<Pick<DatasetRecord, 'entities' | 'sources'>> {
  return {
    entities: await readAll(graph, ids, wholeEntities, entityRecord),
    sources: await readAll(graph, ids, wholeSources, sourceRecord),
  };
}

async function readAll<Row, R>(
  graph: Graph,
  ids: readonly string[],
  read: (ids: readonly string[]) => Statement<Row>,
  recordOf: (row: Row) => R,
): Promise<R[]> {
  const records: R[] = [];
  for (const batch of batches(ids)) records.push(...(await graph.read(read(batch))).map(recordOf));
  return records;
}
