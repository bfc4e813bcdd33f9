import neo4j, { type Driver } from 'neo4j-driver';
import { isScan, operatorsOf, type Operator } from './profile.ts';
import { testConnection } from './testGraph.ts';

/** One file of Cypher as analysts keep it: a question, its parameters as expressions, and a statement. */
export interface Script {
  readonly question: string;
  readonly parameters: readonly (readonly [name: string, expression: string])[];
  readonly text: string;
}

/** `:param name => expression;` is the one form that both cypher-shell and Neo4j Browser understand in a file. */
const PARAMETER = /^:param (\w+) => (.+);\n/gm;

export function parseScript(file: string): Script {
  const [, question = ''] = /^\/\/ (.+)\n/.exec(file) ?? [];
  const parameters = [...file.matchAll(PARAMETER)].map(([, name, value]) => [name!, value!] as const);
  const text = file.replace(PARAMETER, '').trim().replace(/;$/, '');
  return { question, parameters, text };
}

/** What a plan reads, and what Neo4j has to say about the statement. */
export interface Plan {
  readonly operators: readonly string[];
  readonly scans: readonly string[];
  /** GQLSTATUS and its description. */
  readonly warnings: readonly string[];
}

/** Asks the run's database as a client of Neo4j does, whose values stay what they are in Neo4j. */
export class Analyst {
  readonly #driver: Driver;
  readonly #database: string;

  constructor() {
    const { uri, user, password, database } = testConnection();
    this.#driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
    this.#database = database;
  }

  /** The head of a table and its rows, as texts: lists joined, `null` empty. */
  async table(script: Script): Promise<string[][]> {
    const { keys, records } = await this.#run(script.text, await this.#valuesOf(script));
    return [keys, ...records.map((record) => keys.map((key) => cellOf(record.get(key))))];
  }

  async plan(script: Script): Promise<Plan> {
    const { summary } = await this.#run(`EXPLAIN ${script.text}`, await this.#valuesOf(script));
    const operators = operatorsOf(summary.plan as unknown as Operator).map(
      ({ operatorType }) => operatorType.split('@')[0]!,
    );
    const warnings = summary.gqlStatusObjects
      .filter(({ isNotification }) => isNotification)
      .map(({ gqlStatus, statusDescription }) => `${gqlStatus} ${statusDescription}`);
    return { operators, scans: operators.filter(isScan), warnings };
  }

  close(): Promise<void> {
    return this.#driver.close();
  }

  /** The parameters are expressions of Cypher: Neo4j says what they come to. */
  async #valuesOf({ parameters }: Script) {
    const entries = parameters.map(([name, expression]) => `${name}: ${expression}`);
    const { records } = await this.#run(`RETURN {${entries.join(', ')}} AS values`);
    return records[0]!.get('values') as Record<string, unknown>;
  }

  /** Routed to readers, who refuse to write. */
  #run(text: string, parameters: Record<string, unknown> = {}) {
    return this.#driver.executeQuery(text, parameters, {
      database: this.#database,
      routing: 'READ',
    });
  }
}

function cellOf(value: unknown): string {
  if (value === null) return '';
  // Numbers, dates and truths of Neo4j each have a text of their own.
  return Array.isArray(value) ? value.map(cellOf).join('; ') : (value as { toString(): string }).toString();
}
