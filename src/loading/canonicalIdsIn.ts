import type { Transaction } from '../graph/graph.ts';
import type { CanonicalIds } from '../reasoning/canonicalRecord.ts';
import { readCanonicalIds } from './statements/canonical.ts';

/** The ids that joined entities are known by, as the graph has them; few, so that all are read at once. */
export async function canonicalIdsIn(transaction: Transaction): Promise<CanonicalIds> {
  const rows = await transaction.run(readCanonicalIds());
  return new Map(rows.map(({ id, canonical }) => [id, canonical]));
}
