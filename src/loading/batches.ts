import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Statement } from '../cypher/statement.ts';
import type { Transaction } from '../graph/graph.ts';

/** The items in lists of that many, so that no statement grows without bound. */
export function* batches<T>(items: readonly T[], size = BATCH): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** How many rows one statement takes. */
export const BATCH = 2_000;

/** Sends statements of a transaction without waiting for each: the next is made while the database works on it. */
export class Pipeline {
  private readonly transaction: Transaction;
  private readonly sent: Promise<unknown>[] = [];

  constructor(transaction: Transaction) {
    this.transaction = transaction;
  }

  async send(statement: Statement<never>): Promise<void> {
    const result = this.transaction.run(statement);
    // What fails is told by `done`, not before.
    result.catch(() => undefined);
    this.sent.push(result);
    // So that it leaves before the next is made.
    await nextTurn();
  }

  /** Resolves when the database has done them all. */
  async done(): Promise<void> {
    await Promise.all(this.sent);
  }
}
