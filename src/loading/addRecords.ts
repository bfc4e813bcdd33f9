import type { DatasetRecord } from '../record/dataset.ts';
import type { Graph } from '../graph/graph.ts';
import { removeSources } from './claims.ts';
import { datasetInOrder } from './datasetInOrder.ts';
import { markImport } from './datasetVersion.ts';
import { writeRecords } from './loadDataset.ts';
import { planAddition, type Replaced, written } from './planLoad.ts';

/** What an addition did: events created, records changed or removed, and events left as they were. */
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
 * @param replaces what the dataset loses unless it is among the records
 */
export async function addRecords(
  graph: Graph,
  records: DatasetRecord,
  mark: string,
  replaces?: Replaced,
): Promise<Addition> {
  const ordered = datasetInOrder(records);
  const { entities, sources, events } = await graph.write(async (transaction) => {
    const plan = await planAddition(transaction, ordered, replaces);
    const hasChanges = [plan.entities, plan.sources, plan.events].some(
      (diff) => written<unknown>(diff).length + diff.removed.length > 0,
    );
    if (hasChanges) {
      await writeRecords(transaction, ordered, plan);
      const gone = plan.sources.removed;
      if (gone.length > 0) await removeSources(transaction, ordered.id, gone, gone);
      await transaction.run(markImport(ordered, mark));
    }
    return plan;
  });
  return {
    created: events.created.length + events.joined.length,
    changed: [events, entities, sources].reduce(
      (sum, { changed, removed }) => sum + changed.length + removed.length,
      0,
    ),
    left: events.left,
  };
}
