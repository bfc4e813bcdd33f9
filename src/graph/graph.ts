import neo4j, {
  type BookmarkManager,
  type Driver,
  type ManagedTransaction,
  type QueryResult,
  type Result,
  type Session,
} from 'neo4j-driver';
import type { Parameter, Parameters, Statement } from '../cypher/statement.ts';
import { GraphError, graphErrorFrom } from './graphError.ts';

/** The address of a Neo4j and its credentials. */
export interface ConnectionSettings {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export interface ReadOptions {
  /** After this many milliseconds the server ends the statement. */
  readonly timeoutMs?: number;
  /** Ends the statement when nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
}

/** Statements in one transaction; all of them take effect or none. */
export interface Transaction {
  run<Row>(statement: Statement<Row>): Promise<Row[]>;
}

/** What the database says of a statement that it does not run. */
export interface Explained {
  readonly writes: boolean;
  /** The names that nothing in the database has. */
  readonly unknown: readonly UnknownName[];
}

export interface UnknownName {
  readonly is: 'label' | 'relationship type' | 'property';
  readonly name: string;
}

export const DEFAULT_READ_TIMEOUT_MS = 10_000;

/** A Neo4j database. Only this class talks to the driver. All failures are GraphErrors. */
export class Graph {
  /** Called with each statement that is sent; tests count with it. */
  onStatement: ((statement: Statement<unknown>) => void) | undefined;

  private readonly driver: Driver;
  private readonly seen: BookmarkManager | undefined;
  private readonly database: string;

  constructor({ uri, user, password, database }: ConnectionSettings) {
    this.driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
      disableLosslessIntegers: true,
      connectionAcquisitionTimeout: 5_000,
      connectionTimeout: 5_000,
      maxTransactionRetryTime: 5_000,
      userAgent: 'chancery',
      telemetryDisabled: true,
    });
    this.seen = isRouted(uri) ? neo4j.bookmarkManager() : undefined;
    this.database = database;
  }

  /** The rows of a read-only statement; one round trip. A cluster may answer it from a secondary. */
  async read<Row>(statement: Statement<Row>, options: ReadOptions = {}): Promise<Row[]> {
    const rows: Row[] = [];
    await this.readEach(statement, (row) => rows.push(row), options);
    return rows;
  }

  /** Visits the rows of a read-only statement as they arrive, if they are too many to hold. */
  async readEach<Row>(
    statement: Statement<Row>,
    visit: (row: Row) => void,
    options: ReadOptions = {},
  ): Promise<void> {
    if (options.signal?.aborted) throw new GraphError('CANCELLED', options.signal.reason);
    const session = this.session(neo4j.session.READ);
    const abort = (): void => void session.close();
    options.signal?.addEventListener('abort', abort, { once: true });
    try {
      this.onStatement?.(statement);
      const timeout = options.timeoutMs ?? DEFAULT_READ_TIMEOUT_MS;
      await eachRow(
        session.run(statement.text, driverParameters(statement.parameters), { timeout }),
        (row) => {
          visit(row as Row);
        },
      );
    } catch (cause) {
      throw options.signal?.aborted ? new GraphError('CANCELLED', cause) : graphErrorFrom(cause);
    } finally {
      options.signal?.removeEventListener('abort', abort);
      await session.close();
    }
  }

  /** Plans a statement and does not run it. It needs no parameters. */
  async explain({ text }: Statement<unknown>): Promise<Explained> {
    const session = this.session(neo4j.session.READ);
    try {
      const { summary } = await session.run(`EXPLAIN ${text}`, {}, { timeout: DEFAULT_READ_TIMEOUT_MS });
      const unknown = summary.gqlStatusObjects.flatMap(({ gqlStatus, statusDescription }) => {
        const is = UNKNOWN[gqlStatus];
        const name = /`(.+?)`/.exec(statusDescription)?.[1];
        return is === undefined || name === undefined ? [] : [{ is, name }];
      });
      return { writes: summary.queryType !== 'r', unknown };
    } catch (cause) {
      throw graphErrorFrom(cause);
    } finally {
      await session.close();
    }
  }

  /** Runs the work in one write transaction, and runs it again if the database asks for a retry. */
  async write<T>(work: (transaction: Transaction) => Promise<T>, timeoutMs = 600_000): Promise<T> {
    const session = this.session(neo4j.session.WRITE);
    try {
      return await session.executeWrite((tx) => work(this.transactionOn(tx)), { timeout: timeoutMs });
    } catch (cause) {
      throw graphErrorFrom(cause);
    } finally {
      await session.close();
    }
  }

  /** Runs a statement that manages its own transactions or changes the schema. */
  async command(statement: Statement<unknown>): Promise<void> {
    const session = this.session(neo4j.session.WRITE);
    try {
      this.onStatement?.(statement);
      await session.run(statement.text, driverParameters(statement.parameters));
    } catch (cause) {
      throw graphErrorFrom(cause);
    } finally {
      await session.close();
    }
  }

  /** Resolves when the database answers; rejects with a GraphError that says why it does not. */
  async verify(): Promise<void> {
    try {
      await this.driver.verifyConnectivity({ database: this.database });
    } catch (cause) {
      throw graphErrorFrom(cause);
    }
  }

  async close(): Promise<void> {
    await this.driver.close();
  }

  private session(defaultAccessMode: 'READ' | 'WRITE'): Session {
    // All rows of a statement are fetched at once: callers take them as they arrive, or limit their number.
    const options = { database: this.database, defaultAccessMode, fetchSize: -1 };
    return this.driver.session(
      this.seen === undefined ? options : { ...options, bookmarkManager: this.seen },
    );
  }

  private transactionOn(tx: ManagedTransaction): Transaction {
    return {
      run: async <Row>(statement: Statement<Row>): Promise<Row[]> => {
        this.onStatement?.(statement);
        return rowsOf<Row>(await tx.run(statement.text, driverParameters(statement.parameters)));
      },
    };
  }
}

/** By their GQLSTATUS. */
const UNKNOWN: Readonly<Record<string, UnknownName['is']>> = {
  '01N50': 'label',
  '01N51': 'relationship type',
  '01N52': 'property',
};

/**
 * Whether the statements may go to different members of a cluster. If so, each statement waits for the writes that
 * earlier ones made or saw, so that no reader misses them. A single server does not need this.
 */
function isRouted(uri: string): boolean {
  return uri.startsWith('neo4j');
}

/** Visits the rows as the driver hands them over. To await one after another would take several times as long. */
function eachRow(result: Result, visit: (row: Record<string, unknown>) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let names: readonly string[] = [];
    result.subscribe({
      onKeys(keys) {
        names = keys;
      },
      onNext(record) {
        const row: Record<string, unknown> = {};
        let column = 0;
        for (const name of names) row[name] = record.get(column++);
        try {
          visit(row);
        } catch (error) {
          reject(new Error('A row could not be taken.', { cause: error }));
        }
      },
      onCompleted() {
        resolve();
      },
      onError: reject,
    });
  });
}

/** Rows as plain objects; statements return scalars, lists and maps only, never nodes. */
function rowsOf<Row>({ records }: QueryResult): Row[] {
  return records.map((record) => record.toObject() as Row);
}

/** The driver sends every JavaScript number as a float by default. Whole numbers are meant as integers. */
function driverParameters(parameters: Parameters): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, driverValue(value)]));
}

function driverValue(value: Parameter): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(driverValue);
  if (value !== null && typeof value === 'object') return driverParameters(value as Parameters);
  return value;
}
