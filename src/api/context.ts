import DataLoader from 'dataloader';
import type { Statement } from '../cypher/statement.ts';
import type { Graph } from '../graph/graph.ts';
import type { RelationshipCopy } from './path/relationshipCopy.ts';

/** What resolvers of one operation share. */
export class Context {
  readonly relationships: RelationshipCopy;
  private readonly graph: Graph;
  private readonly signal: AbortSignal | undefined;
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();

  constructor(graph: Graph, relationships: RelationshipCopy, signal?: AbortSignal) {
    this.graph = graph;
    this.relationships = relationships;
    this.signal = signal;
  }

  /** The rows of one statement; it ends when the asker has gone, or after so many milliseconds. */
  read<Row>(statement: Statement<Row>, timeoutMs?: number): Promise<Row[]> {
    return this.graph.read(statement, {
      ...(this.signal === undefined ? {} : { signal: this.signal }),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
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
