import type { DatasetRecord, EntityRecord, EventRecord, SourceRecord } from '../ontology/records.ts';
import type { Transaction } from '../graph/graph.ts';
import { fingerprint } from './fingerprint.ts';
import { missingReferences } from './missingReferences.ts';
import { readClaims, readClaimsOf, type ClaimedLabel } from './statements/claims.ts';

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
  /** Those that the dataset did not declare before, whoever else does. */
  readonly created: readonly T[];
  readonly changed: readonly T[];
  readonly removed: readonly string[];
  readonly left: number;
}

export async function planLoad(transaction: Transaction, dataset: DatasetRecord): Promise<LoadPlan> {
  return {
    entities: await diff(transaction, 'Entity', dataset.id, dataset.entities),
    sources: await diff(transaction, 'Source', dataset.id, dataset.sources),
    events: await diff(transaction, 'Event', dataset.id, dataset.events),
    missing: await missingReferences(transaction, dataset),
  };
}

/** What is to be done so that the graph also holds these records; what the dataset declares besides stays. */
export async function planAddition(
  transaction: Transaction,
  { id, entities, sources, events }: DatasetRecord,
): Promise<Omit<LoadPlan, 'missing'>> {
  const added = async <T extends { readonly id: string }>(label: ClaimedLabel, records: readonly T[]) =>
    diffFrom(
      records,
      await transaction.run(
        readClaimsOf(
          label,
          id,
          records.map((record) => record.id),
        ),
      ),
    );
  return {
    entities: await added('Entity', entities),
    sources: await added('Source', sources),
    events: await added('Event', events),
  };
}

async function diff<T extends { readonly id: string }>(
  transaction: Transaction,
  label: ClaimedLabel,
  dataset: string,
  records: readonly T[],
): Promise<Diff<T>> {
  const rows = await transaction.run(readClaims(label, dataset));
  const wanted = new Set(records.map(({ id }) => id));
  return { ...diffFrom(records, rows), removed: rows.map(({ id }) => id).filter((id) => !wanted.has(id)) };
}

function diffFrom<T extends { readonly id: string }>(
  records: readonly T[],
  claims: readonly { readonly id: string; readonly fingerprint: string }[],
): Diff<T> {
  const before = new Map(claims.map((row) => [row.id, row.fingerprint]));
  const created = records.filter(({ id }) => !before.has(id));
  const changed = records.filter((record) => {
    const known = before.get(record.id);
    return known !== undefined && known !== fingerprint(record);
  });
  return {
    created,
    changed,
    removed: [],
    left: records.length - created.length - changed.length,
  };
}
