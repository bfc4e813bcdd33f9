import type { Config } from './config.ts';
import { startEmbedded } from '../embedded/startEmbedded.ts';
import { Graph } from '../graph/graph.ts';
import { makeSchema } from './makeSchema.ts';
import type { Whereabouts } from './welcome.ts';

/** A database that answers, with its constraints and indexes. */
export interface Database extends Whereabouts {
  readonly graph: Graph;
  /** Resolves when the embedded server ends by itself; never for another database. */
  readonly lost: Promise<void>;
  /**
   * Closes the connection, and stops the embedded server if this program started it; by force after the grace period.
   */
  readonly close: (graceMs?: number) => Promise<void>;
}

export interface OpenOptions {
  readonly onProgress: (message: string) => void;
  /** Write nothing, not even missing constraints and indexes. */
  readonly readOnly?: boolean;
}

/** The time for a database that cannot be used to stop. */
const IN_A_HURRY_MS = 5_000;

/** Connects to the Neo4j of the configuration. If it names none, starts or joins the embedded one. */
export async function openDatabase(
  config: Config,
  { onProgress, readOnly = false }: OpenOptions,
): Promise<Database> {
  const database = await connect(config, onProgress);
  try {
    await database.graph.verify();
    if (!readOnly) await makeSchema(database.graph, onProgress);
    return database;
  } catch (error) {
    await database.close(IN_A_HURRY_MS);
    throw error;
  }
}

async function connect(
  { neo4j, embedded, environment }: Config,
  onProgress: (message: string) => void,
): Promise<Database> {
  if (neo4j !== null) {
    onProgress(`Connecting to ${neo4j.uri}`);
    const graph = new Graph(neo4j);
    return {
      graph,
      connection: neo4j,
      browserUrl: null,
      startedHere: false,
      lost: new Promise(() => undefined),
      close: () => graph.close(),
    };
  }
  const server = await startEmbedded({
    ...embedded,
    env: environment,
    onProgress: ({ message, done, total }) => {
      onProgress(
        done === undefined ? message : `${message} (${done}${total === undefined ? '' : ` of ${total}`})`,
      );
    },
  });
  const connection = { uri: server.boltUri, user: server.user, password: server.password, database: 'neo4j' };
  const graph = new Graph(connection);
  const close = async (graceMs?: number): Promise<void> => {
    await graph.close();
    await server.stop(graceMs);
  };
  return {
    ...{ graph, connection, close },
    browserUrl: server.browserUrl,
    startedHere: !server.joined,
    lost: server.exited,
  };
}
