import type { DatasetRecord } from '../record/dataset.ts';
import type { Graph } from '../graph/graph.ts';
import { datasetInOrder } from './datasetInOrder.ts';
import { planAddition, written } from './planLoad.ts';
import { markImport } from './statements/datasetStatements.ts';
import { writeRecords } from './writeRecords.ts';

/** What an addition did to events. */
export interface Addition {
  readonly created: number;
  readonly changed: number;
  readonly left: number;
}

/**
 * Makes the graph also hold these records, for a dataset that comes in parts. What they refer to must be among them.
 * One transaction, which notes how far the dataset has come; where all is there already it writes nothing.
 * @param mark names the place that has been reached, for whoever goes on
 */
export async function addRecords(graph: Graph, records: DatasetRecord, mark: string): Promise<Addition> {
  const ordered = datasetInOrder(records);
  const { entities, sources, events } = await graph.write(async (transaction) => {
    const plan = await planAddition(transaction, ordered);
    const isNews = [plan.entities, plan.sources, plan.events].some(
      (diff) => written<unknown>(diff).length > 0,
    );
    if (isNews) {
      await writeRecords(transaction, ordered.id, plan);
      await transaction.run(markImport(ordered.id, mark));
    }
    return plan;
  });
  return {
    created: events.created.length + events.joined.length,
    changed: events.changed.length + entities.changed.length + sources.changed.length,
    left: events.left,
  };
}
