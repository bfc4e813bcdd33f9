import type { DatasetRecord } from '../record/dataset.ts';
import type { Graph } from '../graph/graph.ts';
import { datasetInOrder } from './datasetInOrder.ts';
import { markImport } from './datasetVersion.ts';
import { writeRecords } from './loadDataset.ts';
import { planAddition, written } from './planLoad.ts';

/** What an addition did: events created, records changed, and events left as they were. */
export interface Addition {
  readonly created: number;
  readonly changed: number;
  readonly left: number;
}

/**
 * Makes the graph also hold these records, for a dataset that comes in parts. The ids that they refer to must be among
 * them or in the graph. All is written in one transaction, which also notes the mark. If the graph holds all records
 * already, nothing is written.
 * @param mark names the place that the import has reached, from which a later one can go on
 */
export async function addRecords(graph: Graph, records: DatasetRecord, mark: string): Promise<Addition> {
  const ordered = datasetInOrder(records);
  const { entities, sources, events } = await graph.write(async (transaction) => {
    const plan = await planAddition(transaction, ordered);
    const hasChanges = [plan.entities, plan.sources, plan.events].some(
      (diff) => written<unknown>(diff).length > 0,
    );
    if (hasChanges) {
      await writeRecords(transaction, ordered, plan);
      await transaction.run(markImport(ordered, mark));
    }
    return plan;
  });
  return {
    created: events.created.length + events.joined.length,
    changed: events.changed.length + entities.changed.length + sources.changed.length,
    left: events.left,
  };
}
