import type { DatasetRecord } from '../record/dataset.ts';
import type { EntityRecord } from '../record/entity.ts';
import type { EventRecord } from '../record/event.ts';
import type { SourceRecord } from '../record/source.ts';
import type { Transaction } from '../graph/graph.ts';
import { batches } from './batches.ts';
import { claimOf, readClaimed, readOwnIds, readUnwritten, type ClaimedLabel } from './claims.ts';
import { missingReferences } from './missingReferences.ts';

/** What to write and remove so that the graph holds a dataset. */
export interface LoadPlan {
  readonly entities: Diff<EntityRecord>;
  readonly sources: Diff<SourceRecord>;
  readonly events: Diff<EventRecord>;
  /** The ids that the dataset refers to and no dataset declares. If there are any, it cannot be loaded. */
  readonly missing: readonly string[];
}

/** Records to write, ids to remove, and how many records stay as they are. */
export interface Diff<T> {
  /** Records without a node. */
  readonly created: readonly T[];
  /** Records whose node exists, and which the dataset did not declare before. */
  readonly joined: readonly T[];
  /** Records whose declaration changed. */
  readonly changed: readonly T[];
  /** Ids that the dataset no longer declares. */
  readonly removed: readonly string[];
  readonly left: number;
}

export async function planLoad(transaction: Transaction, dataset: DatasetRecord): Promise<LoadPlan> {
  const { id, entities, sources, events } = dataset;
  return {
    entities: await wholeDiff(transaction, 'Entity', id, entities),
    sources: await wholeDiff(transaction, 'Source', id, sources),
    events: await wholeDiff(transaction, 'Event', id, events),
    missing: await missingReferences(transaction, dataset),
  };
}

/** The ids of records that an addition replaces. */
export type Replaced = Readonly<Record<'sources' | 'events', readonly string[]>>;

/** What to write so that the graph also holds these records, in place of others. Nothing else is removed. */
export async function planAddition(
  transaction: Transaction,
  { id, entities, sources, events }: DatasetRecord,
  replaces: Replaced = { sources: [], events: [] },
): Promise<Omit<LoadPlan, 'missing'>> {
  // All three are sent at once; the transaction answers them in turn.
  const [ofEntities, ofSources, ofEvents] = await Promise.all([
    diff(transaction, 'Entity', id, entities),
    diff(transaction, 'Source', id, sources),
    diff(transaction, 'Event', id, events),
  ]);
  return {
    entities: ofEntities,
    sources: { ...ofSources, removed: await outdated(transaction, 'Source', id, sources, replaces.sources) },
    events: { ...ofEvents, removed: await outdated(transaction, 'Event', id, events, replaces.events) },
  };
}

/** The replaced records that the dataset has and that are not among the new ones. */
async function outdated(
  transaction: Transaction,
  label: ClaimedLabel,
  dataset: string,
  records: readonly { readonly id: string }[],
  replaced: readonly string[],
): Promise<string[]> {
  const kept = new Set(records.map(({ id }) => id));
  const removed: string[] = [];
  for (const batch of batches(replaced.filter((id) => !kept.has(id))))
    removed.push(...(await transaction.run(readOwnIds(label, dataset, batch))).map(({ id }) => id));
  return removed;
}

/** All records to write. */
export function written<T>({ created, joined, changed }: Diff<T>): readonly T[] {
  return [...created, ...joined, ...changed];
}

async function wholeDiff<T extends { readonly id: string }>(
  transaction: Transaction,
  label: ClaimedLabel,
  dataset: string,
  records: readonly T[],
): Promise<Diff<T>> {
  const wanted = new Set(records.map(({ id }) => id));
  const claimed = await transaction.run(readClaimed(label, dataset));
  return {
    ...(await diff(transaction, label, dataset, records)),
    removed: claimed.map(({ id }) => id).filter((id) => !wanted.has(id)),
  };
}

async function diff<T extends { readonly id: string }>(
  transaction: Transaction,
  label: ClaimedLabel,
  dataset: string,
  records: readonly T[],
): Promise<Diff<T>> {
  const [created, joined, changed]: [T[], T[], T[]] = [[], [], []];
  for (const batch of batches(records)) {
    const unwritten = await transaction.run(readUnwritten(label, dataset, batch.map(claimOf)));
    for (const { place, exists, claimed } of unwritten) {
      const record = batch[place];
      if (record !== undefined) (claimed ? changed : exists ? joined : created).push(record);
    }
  }
  const left = records.length - created.length - joined.length - changed.length;
  return { created, joined, changed, removed: [], left };
}
