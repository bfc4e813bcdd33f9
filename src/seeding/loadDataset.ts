import type { DatasetRecord } from '../ontology/records.ts';
import type { Graph, Transaction } from '../graph/graph.ts';
import type { Statement } from '../cypher/statement.ts';
import { fingerprint } from './fingerprint.ts';
import { batches, projectEvents, projectSources } from './projectEvents.ts';
import { deleteUnclaimed, dropClaims, readClaims, type ClaimedLabel } from './statements/claims.ts';
import { readDatasetVersion, writeDatasetVersion } from './statements/datasets.ts';
import { writeEntities, writePartOf } from './statements/entities.ts';
import { clearEvents, clearRelationships, writeEventLinks, writeEvents } from './statements/events.ts';
import { readReportedEvents, readReportingSources, writeSources } from './statements/sources.ts';

/** What a load did, or would do, to each kind of node. */
export type LoadReport = Readonly<Record<'entities' | 'sources' | 'events', ChangeCount>>;

export interface ChangeCount {
  readonly created: number;
  readonly changed: number;
  readonly removed: number;
  readonly left: number;
}

/** Names the content of a dataset, as the graph remembers it once it is loaded. */
export function versionOf(dataset: DatasetRecord): string {
  return fingerprint(dataset);
}

/** Whether the graph holds exactly this version of the dataset. */
export async function isLoaded(graph: Graph, dataset: DatasetRecord): Promise<boolean> {
  const rows = await graph.read(readDatasetVersion(dataset.id));
  return rows[0]?.version === versionOf(dataset);
}

/**
 * Makes the graph hold the dataset: writes what is new or changed, removes what the dataset no longer
 * holds, leaves all else. One transaction: all of it or nothing. What the dataset holds must have been checked.
 */
export async function loadDataset(
  graph: Graph,
  dataset: DatasetRecord,
  onProgress: (message: string) => void = () => undefined,
): Promise<LoadReport> {
  return await graph.write(async (transaction) => {
    const plan = await planLoad(transaction, dataset);
    onProgress(`${dataset.entities.length} entities, ${dataset.sources.length} sources`);
    await writeNodes(transaction, dataset, plan);
    onProgress(`${dataset.events.length} events`);
    await writeRecord(transaction, dataset, plan);
    await transaction.run(writeDatasetVersion(dataset.id, versionOf(dataset)));
    return reportOf(plan);
  });
}

/** What `loadDataset` would do, without doing it. */
export async function planDataset(graph: Graph, dataset: DatasetRecord): Promise<LoadReport> {
  return reportOf(await planLoad({ run: (statement) => graph.read(statement) }, dataset));
}

interface LoadPlan {
  readonly entities: Diff<DatasetRecord['entities'][number]>;
  readonly sources: Diff<DatasetRecord['sources'][number]>;
  readonly events: Diff<DatasetRecord['events'][number]>;
}

/** Records to write, ids to let go, and how many stay as they are. */
interface Diff<T> {
  readonly created: readonly T[];
  readonly changed: readonly T[];
  readonly removed: readonly string[];
  readonly left: number;
}

async function planLoad(transaction: Transaction, dataset: DatasetRecord): Promise<LoadPlan> {
  return {
    entities: await diff(transaction, 'Entity', dataset.id, dataset.entities),
    sources: await diff(transaction, 'Source', dataset.id, dataset.sources),
    events: await diff(transaction, 'Event', dataset.id, dataset.events),
  };
}

async function diff<T extends { readonly id: string }>(
  transaction: Transaction,
  label: ClaimedLabel,
  dataset: string,
  records: readonly T[],
): Promise<Diff<T>> {
  const rows = await transaction.run(
    readClaims(
      label,
      dataset,
      records.map(({ id }) => id),
    ),
  );
  const there = new Map(rows.map((row) => [row.id, row]));
  const wanted = new Set(records.map(({ id }) => id));
  const created = records.filter(({ id }) => there.get(id)?.claimed !== true);
  // A node that several datasets declare carries the attributes of the first of them, so that order does not matter.
  const changed = records.filter((record) => {
    const row = there.get(record.id);
    return (
      row?.claimed === true && row.fingerprint !== fingerprint(record) && (row.owner ?? dataset) >= dataset
    );
  });
  return {
    created,
    changed,
    removed: rows.filter(({ id, claimed }) => claimed && !wanted.has(id)).map(({ id }) => id),
    left: records.length - created.length - changed.length,
  };
}

async function writeNodes(transaction: Transaction, dataset: DatasetRecord, plan: LoadPlan): Promise<void> {
  const entities = [...plan.entities.created, ...plan.entities.changed];
  for (const batch of batches(entities)) await transaction.run(writeEntities(dataset.id, batch));
  for (const batch of batches(entities)) await transaction.run(writePartOf(batch));
  for (const batch of batches([...plan.sources.created, ...plan.sources.changed])) {
    await transaction.run(writeSources(dataset.id, batch));
  }
}

/** Writes the record of events, lets go of what is gone, then projects every event that any of this touches. */
async function writeRecord(transaction: Transaction, dataset: DatasetRecord, plan: LoadPlan): Promise<void> {
  const events = [...plan.events.created, ...plan.events.changed];
  const written = events.map(({ id }) => id);
  const reporting = await reportingSources(transaction, plan, events);
  const siblings = (await transaction.run(readReportedEvents(reporting))).map(({ id }) => id);

  await runAll(transaction, clearEvents(dataset.id, [...written, ...plan.events.removed]));
  for (const batch of batches(events)) await runAll(transaction, writeEvents(dataset.id, batch));
  await runAll(transaction, writeEventLinks(events));
  await letGo(transaction, dataset.id, plan);

  await projectSources(transaction, reporting);
  const affected = [...new Set([...written, ...siblings])];
  await transaction.run(clearRelationships(affected));
  await projectEvents(transaction, affected);
}

/** The sources whose publication day may change: those written, and those that report what is written or removed. */
async function reportingSources(
  transaction: Transaction,
  plan: LoadPlan,
  events: DatasetRecord['events'],
): Promise<string[]> {
  const gone = [...plan.events.removed, ...plan.events.changed.map(({ id }) => id)];
  const before = await transaction.run(readReportingSources(gone));
  return [
    ...new Set([
      ...before.map(({ id }) => id),
      ...[...plan.sources.created, ...plan.sources.changed].map(({ id }) => id),
      ...events.flatMap(({ reports }) => reports.map(({ source }) => source)),
    ]),
  ];
}

async function letGo(transaction: Transaction, dataset: string, plan: LoadPlan): Promise<void> {
  const removed = [
    ['Event', plan.events.removed],
    ['Source', plan.sources.removed],
    ['Entity', plan.entities.removed],
  ] as const;
  for (const [label, ids] of removed) {
    await runAll(transaction, [dropClaims(label, dataset, ids), deleteUnclaimed(label, ids)]);
  }
}

async function runAll(transaction: Transaction, statements: readonly Statement<never>[]): Promise<void> {
  for (const statement of statements) await transaction.run(statement);
}

function reportOf({ entities, sources, events }: LoadPlan): LoadReport {
  const count = ({ created, changed, removed, left }: Diff<unknown>): ChangeCount => ({
    created: created.length,
    changed: changed.length,
    removed: removed.length,
    left,
  });
  return { entities: count(entities), sources: count(sources), events: count(events) };
}
