import type { DatasetRecord } from '../record/dataset.ts';
import type { Graph } from '../graph/graph.ts';
import { claimExisting, type LabelledClaim, removeSources } from './claims.ts';
import { datasetInOrder } from './datasetInOrder.ts';
import { markImport } from './datasetVersion.ts';
import { type JoiningReport, joinReports } from './joinReports.ts';
import { writeRecords } from './loadDataset.ts';
import { planAddition, type Replaced, written } from './planLoad.ts';

/** What an addition did: events created, records changed or removed, and events left as they were. */
export interface Addition {
  readonly created: number;
  readonly changed: number;
  readonly left: number;
  /** Joining reports that found no event. */
  readonly homeless: number;
}

export interface AdditionOptions {
  /** What the dataset loses unless it is among the records. */
  readonly replaces?: Replaced | undefined;
  /** Reports that join those of the events. If it is there, the events of the records keep those that they have. */
  readonly joining?: readonly JoiningReport[] | undefined;
  /** Claims of the dataset on what others describe. Those on nodes that do not exist are left out. */
  readonly claims?: readonly LabelledClaim[] | undefined;
}

/**
 * Makes the graph also hold these records, for a dataset that comes in parts. The ids that they refer to must be among
 * them or in the graph. All is written in one transaction, which also notes the mark. If the graph holds all records
 * already, nothing is written.
 * @param mark names the place that the import has reached, from which a later one can go on
 */
export async function addRecords(
  graph: Graph,
  records: DatasetRecord,
  mark: string,
  { replaces, joining, claims = [] }: AdditionOptions = {},
): Promise<Addition> {
  const { entities, sources, events, homeless } = await graph.write(async (transaction) => {
    const joined = joining && (await joinReports(transaction, records, joining));
    const ordered = datasetInOrder(joined?.records ?? records);
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
    for (const label of ['Entity', 'Source', 'Event'] as const) {
      const own = claims.filter((claim) => claim.label === label);
      if (own.length > 0) await claimExisting(transaction, label, ordered.id, own);
    }
    return { ...plan, homeless: joined?.homeless ?? 0 };
  });
  return {
    created: events.created.length + events.joined.length,
    changed: [events, entities, sources].reduce(
      (sum, { changed, removed }) => sum + changed.length + removed.length,
      0,
    ),
    left: events.left,
    homeless,
  };
}
