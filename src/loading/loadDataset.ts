import type { DatasetRecord } from '../record/dataset.ts';
import type { DatasetIdentity } from '../record/datasetIdentity.ts';
import { distinct } from '../ontology/compareTexts.ts';
import type { Graph, Transaction } from '../graph/graph.ts';
import { dropClaims, removeEvents, removeSources, removeUnclaimedEntities } from './claims.ts';
import { createPlainEvents } from './createPlainEvents.ts';
import { datasetInOrder } from './datasetInOrder.ts';
import {
  checkCoding,
  draftDataset,
  forgetDataset,
  readDatasetVersion,
  writeDatasetVersion,
} from './datasetVersion.ts';
import { fingerprint } from './fingerprint.ts';
import { MissingReferences } from './missingReferences.ts';
import { planLoad, written, type Diff, type LoadPlan } from './planLoad.ts';
import { projectEvents } from './projectEvents.ts';
import { writeEntities } from './writeEntities.ts';
import { writeEvents } from './writeEvents.ts';
import { writeLinks } from './writeLinks.ts';
import { readReportedEvents, writeReports } from './writeReports.ts';
import { projectSources, writeSources } from './writeSources.ts';
import { clearViews } from './writeViews.ts';

/** What a load did, or would do, to each kind of node. */
export type LoadReport = Readonly<Record<'entities' | 'sources' | 'events', ChangeCount>>;

interface ChangeCount {
  readonly created: number;
  readonly changed: number;
  readonly removed: number;
  readonly left: number;
}

/**
 * Makes the graph hold the dataset: writes what is new or changed, removes what the dataset no longer declares, and
 * leaves the rest. If several datasets declare a node, it has the attributes that the first of them by id declares and
 * the reports of all, so the order of loads does not matter. The records must have been checked.
 * @throws MissingReferences if a record refers to an id that neither the dataset nor the graph declares
 */
export async function loadDataset(
  graph: Graph,
  dataset: DatasetRecord,
  onProgress: (message: string) => void = () => undefined,
): Promise<LoadReport> {
  const ordered = datasetInOrder(dataset);
  const { id, entities, sources, events } = ordered;
  await checkCoding(graph, ordered);
  const plan = await graph.write(async (transaction) => {
    const planned = await planLoad(transaction, ordered);
    if (planned.missing.length > 0) return planned;
    onProgress(`${entities.length} entities, ${sources.length} sources, ${events.length} events`);
    await writeRecords(transaction, ordered, planned);
    await removeSources(transaction, id, planned.sources.removed, null);
    await transaction.run(dropClaims('Entity', id, planned.entities.removed));
    await removeUnclaimedEntities(transaction);
    await transaction.run(draftDataset(ordered));
    return planned;
  });
  const report = reportOf(ordered, plan);
  // In a transaction of its own, so that whoever sees the version also sees all that was written before.
  await graph.write((transaction) =>
    transaction.run(
      isEmpty(dataset) ? forgetDataset(id) : writeDatasetVersion(ordered, fingerprint(ordered)),
    ),
  );
  return report;
}

/**
 * Writes what a dataset newly declares or has changed, removes the events that it no longer declares, and projects
 * what follows. The steps are in the order in which they happen; each needs what those before it wrote.
 */
export async function writeRecords(
  transaction: Transaction,
  dataset: DatasetIdentity,
  plan: Pick<LoadPlan, 'entities' | 'sources' | 'events'>,
): Promise<void> {
  const { id: own } = dataset;
  await writeEntities(transaction, own, plan.entities);
  const restated = await writeSources(transaction, own, plan.sources);
  const created = await createPlainEvents(transaction, dataset, plan.events.created);
  const events = written({ ...plan.events, created });
  const { removed } = plan.events;
  const touched = [...events.map(({ id }) => id), ...removed];
  if (touched.length + restated.length === 0) return;
  await clearViews(transaction, touched);
  await writeEvents(transaction, own, events);
  const reporting = await writeReports(transaction, dataset, events, touched);
  await writeLinks(transaction, own, events);
  await removeEvents(transaction, own, removed);
  const redated = await projectSources(transaction, reporting);
  const siblings = await transaction.run(readReportedEvents(distinct([...redated, ...restated])));
  await projectEvents(transaction, distinct([...touched, ...siblings.map(({ id }) => id)]));
}

/** What `loadDataset` would do. Nothing is written. @throws MissingReferences as `loadDataset` does */
export async function planDataset(graph: Graph, dataset: DatasetRecord): Promise<LoadReport> {
  const ordered = datasetInOrder(dataset);
  return reportOf(ordered, await planLoad({ run: (statement) => graph.read(statement) }, ordered));
}

/** Whether the graph holds exactly this version of the dataset. Of an empty dataset it then holds nothing. */
export async function isLoaded(graph: Graph, dataset: DatasetRecord): Promise<boolean> {
  const [row] = await graph.read(readDatasetVersion(dataset.id));
  return isEmpty(dataset) ? row === undefined : row?.version === fingerprint(datasetInOrder(dataset));
}

function isEmpty({ entities, sources, events }: DatasetRecord): boolean {
  return entities.length + sources.length + events.length === 0;
}

function reportOf({ id }: DatasetRecord, { entities, sources, events, missing }: LoadPlan): LoadReport {
  if (missing.length > 0) throw new MissingReferences(id, missing);
  const count = ({ created, joined, changed, removed, left }: Diff<unknown>): ChangeCount => ({
    created: created.length + joined.length,
    changed: changed.length,
    removed: removed.length,
    left,
  });
  return { entities: count(entities), sources: count(sources), events: count(events) };
}
