import type { Transaction } from '../graph/graph.ts';
import { batches } from './batches.ts';
import { fingerprint } from './fingerprint.ts';
import { type ClaimedLabel, writeClaims } from './statements/claims.ts';

/** Notes that the dataset declares the nodes, and makes those that are not there. */
export async function claim(
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
