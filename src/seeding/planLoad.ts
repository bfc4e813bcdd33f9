import type { DatasetRecord, EntityRecord, EventRecord, SourceRecord } from '../ontology/records.ts';
import type { Transaction } from '../graph/graph.ts';
import { fingerprint } from './fingerprint.ts';
import { missingReferences } from './missingReferences.ts';
import { readClaims, type ClaimedLabel } from './statements/claims.ts';

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

async function diff<T extends { readonly id: string }>(
  transaction: Transaction,
  label: ClaimedLabel,
  dataset: string,
  records: readonly T[],
): Promise<Diff<T>> {
  const rows = await transaction.run(readClaims(label, dataset));
  const before = new Map(rows.map((row) => [row.id, row.fingerprint]));
  const wanted = new Set(records.map(({ id }) => id));
  const created = records.filter(({ id }) => !before.has(id));
  const changed = records.filter((record) => {
    const known = before.get(record.id);
    return known !== undefined && known !== fingerprint(record);
  });
  return {
    created,
    changed,
    removed: [...before.keys()].filter((id) => !wanted.has(id)),
    left: records.length - created.length - changed.length,
  };
}
