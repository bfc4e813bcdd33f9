import type { Transaction } from '../graph/graph.ts';
import { deleteEntities, readReportedEntities, readUnclaimedEntities } from './statements/claims.ts';
import { deleteStrayIdentifiers } from './statements/entities.ts';

/** Deletes the entities that no dataset declares, no report speaks of and no decision is about, and their identifiers. */
export async function letGoOfEntities(transaction: Transaction): Promise<void> {
  const unclaimed = await transaction.run(readUnclaimedEntities());
  if (unclaimed.length > 0) {
    const needed = new Set((await transaction.run(readReportedEntities())).map(({ id }) => id));
    await transaction.run(deleteEntities(unclaimed.map(({ id }) => id).filter((id) => !needed.has(id))));
  }
  await transaction.run(deleteStrayIdentifiers());
}
