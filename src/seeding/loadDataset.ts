import type { DatasetRecord } from '../ontology/records.ts';
import type { Graph, Transaction } from '../graph/graph.ts';
import type { Statement } from '../cypher/statement.ts';
import { fingerprint } from './fingerprint.ts';
import { inOrder } from './inOrder.ts';
import { MissingReferences } from './missingReferences.ts';
import { planLoad, type Diff, type LoadPlan } from './planLoad.ts';
import { distinct } from '../reasoning/participations.ts';
import { batches, projectEvents, projectSources, unprojectEvents } from './projectEvents.ts';
import {
  deleteEntities,
  deleteUnclaimedEvents,
  deleteUnclaimedSources,
  dropClaims,
  readReportedEntities,
  readUnclaimedEntities,
  writeClaims,
  type ClaimedLabel,
} from './statements/claims.ts';
import { forgetDataset, readDatasetVersion, writeDatasetVersion } from './statements/datasets.ts';
import {
  clearIdentifiers,
  deleteStrayIdentifiers,
  writeEntities,
  writeIdentifiers,
  writePartOf,
} from './statements/entities.ts';
import { clearReports, writeEventLinks, writeEvents } from './statements/events.ts';
import { readReportedEvents, readReportingSources, writeSources } from './statements/sources.ts';

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
  return fingerprint(inOrder(dataset));
}

/** Whether the graph holds exactly this version of the dataset. */
export async function isLoaded(graph: Graph, dataset: DatasetRecord): Promise<boolean> {
  const rows = await graph.read(readDatasetVersion(dataset.id));
  return rows[0]?.version === versionOf(dataset);
}

/**
 * Makes the graph hold the dataset: writes what is new or changed, removes what the dataset no longer holds, leaves
 * all else. What several datasets declare has the attributes that the first of them, by id, gives it, and the reports
 * of all; so the order of loads does not matter. One transaction: all of it or nothing. What the dataset holds must
 * have been checked. @throws MissingReferences if it refers to what is neither in it nor in the graph
 */
export async function loadDataset(
  graph: Graph,
  dataset: DatasetRecord,
  onProgress: (message: string) => void = () => undefined,
): Promise<LoadReport> {
  const ordered = inOrder(dataset);
  const plan = await graph.write(async (transaction) => {
    const planned = await planLoad(transaction, ordered);
    if (planned.missing.length === 0) await carryOut(transaction, ordered, planned, onProgress);
    return planned;
  });
  return reportOf(ordered, plan);
}

/** What `loadDataset` would do, without doing it. @throws MissingReferences as it would */
export async function planDataset(graph: Graph, dataset: DatasetRecord): Promise<LoadReport> {
  const ordered = inOrder(dataset);
  return reportOf(ordered, await planLoad({ run: (statement) => graph.read(statement) }, ordered));
}

async function carryOut(
  transaction: Transaction,
  dataset: DatasetRecord,
  plan: LoadPlan,
  onProgress: (message: string) => void,
): Promise<void> {
  onProgress(`${dataset.entities.length} entities, ${dataset.sources.length} sources`);
  await writeEntityRecords(transaction, dataset.id, plan.entities);
  await writeSourceRecords(transaction, dataset.id, plan.sources);
  onProgress(`${dataset.events.length} events`);
  await writeEventRecords(transaction, dataset.id, plan);
  await letGo(transaction, dataset.id, plan);
  const isEmpty = dataset.entities.length + dataset.sources.length + dataset.events.length === 0;
  const { id } = dataset;
  await transaction.run(isEmpty ? forgetDataset(id) : writeDatasetVersion(id, versionOf(dataset)));
}

async function writeEntityRecords(
  transaction: Transaction,
  dataset: string,
  { created, changed }: LoadPlan['entities'],
): Promise<void> {
  const entities = [...created, ...changed];
  await claim(transaction, 'Entity', dataset, entities);
  await transaction.run(
    clearIdentifiers(
      dataset,
      entities.map(({ id }) => id),
    ),
  );
  for (const batch of batches(entities)) {
    await runAll(transaction, [writeEntities(dataset, batch), writeIdentifiers(dataset, batch)]);
  }
  for (const batch of batches(entities)) await transaction.run(writePartOf(dataset, batch));
}

async function writeSourceRecords(
  transaction: Transaction,
  dataset: string,
  { created, changed }: LoadPlan['sources'],
): Promise<void> {
  const sources = [...created, ...changed];
  await claim(transaction, 'Source', dataset, sources);
  for (const batch of batches(sources)) await transaction.run(writeSources(dataset, batch));
}

/** Writes what is reported, lets go of events that are gone, then projects every event that any of this touches. */
async function writeEventRecords(transaction: Transaction, dataset: string, plan: LoadPlan): Promise<void> {
  const events = [...plan.events.created, ...plan.events.changed];
  const touched = [...events.map(({ id }) => id), ...plan.events.removed];
  const before = await transaction.run(readReportingSources(touched));

  await unprojectEvents(transaction, touched);
  await transaction.run(clearReports(dataset, touched));
  await claim(transaction, 'Event', dataset, events);
  for (const batch of batches(events)) await runAll(transaction, writeEvents(dataset, batch));
  await runAll(transaction, writeEventLinks(dataset, events));
  await transaction.run(dropClaims('Event', dataset, plan.events.removed));
  await transaction.run(deleteUnclaimedEvents(plan.events.removed));

  const written = [...plan.sources.created, ...plan.sources.changed].map(({ id }) => id);
  const reporting = events.flatMap(({ reports }) => reports.map(({ source }) => source));
  const moved = await projectSources(
    transaction,
    distinct([...before.map(({ id }) => id), ...written, ...reporting]),
  );
  const siblings = await transaction.run(readReportedEvents(distinct([...moved, ...written])));
  await projectEvents(transaction, distinct([...touched, ...siblings.map(({ id }) => id)]));
}

/** Lets go of entities and sources that are gone; what the reports of other datasets need stays. */
async function letGo(transaction: Transaction, dataset: string, plan: LoadPlan): Promise<void> {
  await runAll(transaction, [
    dropClaims('Source', dataset, plan.sources.removed),
    dropClaims('Entity', dataset, plan.entities.removed),
    deleteUnclaimedSources(),
  ]);
  const unclaimed = await transaction.run(readUnclaimedEntities());
  if (unclaimed.length > 0) {
    const needed = new Set((await transaction.run(readReportedEntities())).map(({ id }) => id));
    await transaction.run(deleteEntities(unclaimed.map(({ id }) => id).filter((id) => !needed.has(id))));
  }
  await transaction.run(deleteStrayIdentifiers());
}

async function claim(
  transaction: Transaction,
  label: ClaimedLabel,
  dataset: string,
  records: readonly { readonly id: string }[],
): Promise<void> {
  for (const batch of batches(records)) {
    const claims = batch.map((record) => ({ id: record.id, fingerprint: fingerprint(record) }));
    await transaction.run(writeClaims(label, dataset, claims));
  }
}

async function runAll(transaction: Transaction, statements: readonly Statement<never>[]): Promise<void> {
  for (const statement of statements) await transaction.run(statement);
}

function reportOf({ id }: DatasetRecord, { entities, sources, events, missing }: LoadPlan): LoadReport {
  if (missing.length > 0) throw new MissingReferences(id, missing);
  const count = ({ created, changed, removed, left }: Diff<unknown>): ChangeCount => ({
    created: created.length,
    changed: changed.length,
    removed: removed.length,
    left,
  });
  return { entities: count(entities), sources: count(sources), events: count(events) };
}
