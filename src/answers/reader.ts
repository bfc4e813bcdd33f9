import DataLoader from 'dataloader';
import type { Statement } from '../cypher/statement.ts';
import type { Graph } from '../graph/graph.ts';
import { GraphError } from '../graph/graphError.ts';
import type { RelationshipSnapshot } from './snapshot.ts';
import type { Mutex } from './mutex.ts';

/** What all operations share. */
export interface Shared {
  readonly graph: Graph;
  readonly relationships: RelationshipSnapshot;
  readonly turns: Mutex;
}

/** No field of an operation begins later than this; what has begun ends within its own bound. */
export const OPERATION_TIMEOUT_MS = 20_000;

/** What resolvers of one operation share. */
export class Reader {
  readonly relationships: RelationshipSnapshot;
  private readonly graph: Graph;
  private readonly turns: Mutex;
  private readonly signal: AbortSignal | undefined;
  private readonly end = performance.now() + OPERATION_TIMEOUT_MS;
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();

  /** @param signal aborts when the asker has gone */
  constructor({ graph, relationships, turns }: Shared, signal?: AbortSignal) {
    this.graph = graph;
    this.relationships = relationships;
    this.turns = turns;
    this.signal = signal;
  }

  /** The rows of one statement; it ends when the asker has gone, or after so many milliseconds. */
  async read<Row>(statement: Statement<Row>, timeoutMs?: number): Promise<Row[]> {
    this.checkDeadline();
    return await this.graph.read(statement, {
      ...(this.signal === undefined ? {} : { signal: this.signal }),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
  }

  /** Work that holds the process for more than a moment, when it is its turn. */
  async exclusive<T>(exclusive: () => T): Promise<T> {
    return await this.turns.runExclusive(() => {
      this.checkDeadline();
      return exclusive();
    });
  }

  /** @throws GraphError where nobody waits for the answer any more, or none may wait so long */
  private checkDeadline(): void {
    if (this.signal?.aborted === true) throw new GraphError('CANCELLED', this.signal.reason);
    if (performance.now() > this.end)
      throw new GraphError('TIMEOUT', `after ${OPERATION_TIMEOUT_MS} ms of one operation`);
  }

  /**
   * The rows that belong to `key`. All keys that are asked of the same question at the same time go into one
   * statement, so that the number of statements does not grow with the number of rows.
   * @param question names the question and everything in it but the keys
   * @param keyOf the key that a row belongs to
   */
  async readFor<Row>(
    question: readonly unknown[],
    key: string,
    statement: (keys: readonly string[]) => Statement<Row>,
    keyOf: (row: Row) => string,
  ): Promise<Row[]> {
    const name = JSON.stringify(question);
    let loader = this.loaders.get(name) as DataLoader<string, Row[]> | undefined;
    if (loader === undefined) {
      loader = new DataLoader(async (keys) => {
        const rows = groupBy(await this.read(statement(keys)), keyOf);
        return keys.map((one) => rows.get(one) ?? []);
      });
      this.loaders.set(name, loader);
    }
    return await loader.load(key);
  }
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
