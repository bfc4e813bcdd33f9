import type { Transaction } from '../graph/graph.ts';
import { batches } from './batches.ts';
import { fingerprint } from './fingerprint.ts';
import {
  type ClaimedLabel,
  writeClaims,
  deleteEntities,
  readReportedEntities,
  readUnclaimedEntities,
} from './statements/claimStatements.ts';
import { deleteStrayIdentifiers } from './statements/entityStatements.ts';

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

/** Deletes the entities that no dataset declares, no report speaks of and no decision is about, and their identifiers. */
export async function removeUnclaimedEntities(transaction: Transaction): Promise<void> {
  const unclaimed = await transaction.run(readUnclaimedEntities());
  if (unclaimed.length > 0) {
    const needed = new Set((await transaction.run(readReportedEntities())).map(({ id }) => id));
    await transaction.run(deleteEntities(unclaimed.map(({ id }) => id).filter((id) => !needed.has(id))));
  }
  await transaction.run(deleteStrayIdentifiers());
}
