import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Statement } from '../cypher/statement.ts';
import type { Transaction } from '../graph/graph.ts';

/** Splits the items into batches, so that no statement grows without bound. */
export function* batches<T>(items: readonly T[], size = BATCH): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** How many rows one statement takes. */
export const BATCH = 2_000;

export async function runAll(
  transaction: Transaction,
  statements: readonly Statement<never>[],
): Promise<void> {
  for (const statement of statements) await transaction.run(statement);
}

/** Sends statements without awaiting their results: the next one is made while the database runs the last. */
export class Pipeline {
  private readonly transaction: Transaction;
  private readonly sent: Promise<unknown>[] = [];

  constructor(transaction: Transaction) {
    this.transaction = transaction;
  }

  async send(statement: Statement<never>): Promise<void> {
    const result = this.transaction.run(statement);
    // `done` reports the failure; until then it must not count as unhandled.
    result.catch(() => undefined);
    this.sent.push(result);
    // Lets the driver write to the socket before the next statement is made.
    await nextTurn();
  }

  /** Resolves when the database has run all statements. */
  async done(): Promise<void> {
    await Promise.all(this.sent);
  }
}
