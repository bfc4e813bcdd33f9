import type { DatasetRecord } from '../record/dataset.ts';
import type { EntityRecord } from '../record/entity.ts';
import type { EventRecord } from '../record/event.ts';
import type { SourceRecord } from '../record/source.ts';
import type { Transaction } from '../graph/graph.ts';
import { fingerprint } from './fingerprint.ts';
import { missingReferences } from './missingReferences.ts';
import { batches } from './batches.ts';
import { readClaimed, readUnwritten, type ClaimedLabel } from './statements/claimStatements.ts';

/** What is to be done so that the graph holds a dataset. */
export interface LoadPlan {
  readonly entities: Diff<EntityRecord>;
  readonly sources: Diff<SourceRecord>;
  readonly events: Diff<EventRecord>;
  /** Ids that the dataset refers to and nobody declares; with any of them it cannot be loaded. */
  readonly missing: readonly string[];
}

/** Records to write, ids to let go, and how many stay as they are. */
export interface Diff<T> {
  /** Those of which there is no node yet. */
  readonly created: readonly T[];
  /** Those that others declare, and the dataset did not before. */
  readonly joined: readonly T[];
  /** Those that the dataset declared otherwise. */
  readonly changed: readonly T[];
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

/** What is to be done so that the graph also holds these records; what the dataset declares besides stays. */
export async function planAddition(
  transaction: Transaction,
  { id, entities, sources, events }: DatasetRecord,
): Promise<Omit<LoadPlan, 'missing'>> {
  // Sent together: the transaction answers them one after the other.
  const [ofEntities, ofSources, ofEvents] = await Promise.all([
    diff(transaction, 'Entity', id, entities),
    diff(transaction, 'Source', id, sources),
    diff(transaction, 'Event', id, events),
  ]);
  return { entities: ofEntities, sources: ofSources, events: ofEvents };
}

/** All that is to be written. */
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
    const claims = batch.map((record) => ({ id: record.id, fingerprint: fingerprint(record) }));
    for (const { place, exists, claimed } of await transaction.run(readUnwritten(label, dataset, claims))) {
      const record = batch[place];
      if (record !== undefined) (claimed ? changed : exists ? joined : created).push(record);
    }
  }
  const left = records.length - created.length - joined.length - changed.length;
  return { created, joined, changed, removed: [], left };
}
