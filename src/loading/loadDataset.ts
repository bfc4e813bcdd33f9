import type { DatasetRecord } from '../record/dataset.ts';
import type { Graph, Transaction } from '../graph/graph.ts';
import { fingerprint } from './fingerprint.ts';
import { datasetInOrder } from './datasetInOrder.ts';
import { MissingReferences } from './missingReferences.ts';
import { planLoad, type Diff, type LoadPlan } from './planLoad.ts';
import { removeUnclaimedEntities } from './claims.ts';
import { deleteUnclaimedSources, dropClaims } from './statements/claimStatements.ts';
import {
  draftDataset,
  forgetDataset,
  readDatasetVersion,
  writeDatasetVersion,
} from './statements/datasetStatements.ts';
import { runAll, writeRecords } from './writeRecords.ts';

/** What a load did, or would do, to each kind of node. */
export type LoadReport = Readonly<Record<'entities' | 'sources' | 'events', ChangeCount>>;

interface ChangeCount {
  readonly created: number;
  readonly changed: number;
  readonly removed: number;
  readonly left: number;
}

/** Names the content of a dataset, as the graph remembers it once it is loaded. */
function versionOf(dataset: DatasetRecord): string {
  return fingerprint(datasetInOrder(dataset));
}

/** Whether the graph holds exactly this version of the dataset; of one that is empty, nothing. */
export async function isLoaded(graph: Graph, dataset: DatasetRecord): Promise<boolean> {
  const [row] = await graph.read(readDatasetVersion(dataset.id));
  return isEmpty(dataset) ? row === undefined : row?.version === versionOf(dataset);
}

function isEmpty({ entities, sources, events }: DatasetRecord): boolean {
  return entities.length + sources.length + events.length === 0;
}

/**
 * Makes the graph hold the dataset: writes what is new or changed, removes what the dataset no longer holds, leaves
 * all else. What several datasets declare has the attributes that the first of them, by id, gives it, and the reports
 * of all; so the order of loads does not matter. One transaction, but for the version: all of it or nothing. What the dataset holds must
 * have been checked. @throws MissingReferences if it refers to what is neither in it nor in the graph
 */
export async function loadDataset(
  graph: Graph,
  dataset: DatasetRecord,
  onProgress: (message: string) => void = () => undefined,
): Promise<LoadReport> {
  const ordered = datasetInOrder(dataset);
  const plan = await graph.write(async (transaction) => {
    const planned = await planLoad(transaction, ordered);
    if (planned.missing.length === 0) await carryOut(transaction, ordered, planned, onProgress);
    return planned;
  });
  const report = reportOf(ordered, plan);
  // By itself: whoever sees the version sees all that was written before, as no reader need within one commit.
  const { id } = dataset;
  await graph.write((transaction) =>
    transaction.run(isEmpty(dataset) ? forgetDataset(id) : writeDatasetVersion(id, versionOf(ordered))),
  );
  return report;
}

/** What `loadDataset` would do, without doing it. @throws MissingReferences as it would */
export async function planDataset(graph: Graph, dataset: DatasetRecord): Promise<LoadReport> {
  const ordered = datasetInOrder(dataset);
  return reportOf(ordered, await planLoad({ run: (statement) => graph.read(statement) }, ordered));
}

async function carryOut(
  transaction: Transaction,
  dataset: DatasetRecord,
  plan: LoadPlan,
  onProgress: (message: string) => void,
): Promise<void> {
  onProgress(
    `${dataset.entities.length} entities, ${dataset.sources.length} sources, ${dataset.events.length} events`,
  );
  await writeRecords(transaction, dataset.id, plan);
  await letGo(transaction, dataset.id, plan);
  await transaction.run(draftDataset(dataset.id));
}

/** Lets go of sources and entities that are gone; what the reports of other datasets need stays. */
async function letGo(transaction: Transaction, dataset: string, plan: LoadPlan): Promise<void> {
  await runAll(transaction, [
    dropClaims('Source', dataset, plan.sources.removed),
    dropClaims('Entity', dataset, plan.entities.removed),
    deleteUnclaimedSources(),
  ]);
  await removeUnclaimedEntities(transaction);
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
