import { mkdtemp, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type EmbeddedConfig, readConfig } from '../../src/program/config.ts';
import { freePort } from '../../src/embedded/freePort.ts';
import { startEmbedded, type EmbeddedServer } from '../../src/embedded/startEmbedded.ts';
import { applySchema } from '../../src/graph/applySchema.ts';
import { Graph } from '../../src/graph/graph.ts';
import { readCorpus } from '../../src/program/readCorpus.ts';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import { plainStatement } from './plainStatement.ts';

/**
 * Once per run: a real Neo4j of the run's own, in a new folder and on free ports, holding the corpus; or the one
 * that NEO4J_URI names. Tests that only ask share it; those that write use a dataset of their own and take it away
 * again. Where it is reaches the test files through the environment.
 */
export default async function startDatabase(): Promise<void> {
  const { neo4j, embedded } = readConfig();
  const connection = neo4j ?? (await startOwn(embedded));
  const graph = new Graph(connection);
  try {
    await graph.verify();
    await applySchema(graph, await readFile(path.resolve('schema/constraints.cypher'), 'utf8'));
    await loadDataset(graph, await readCorpus());
    // Neo4j samples its indexes when it finds the time: until then it plans as if they were empty.
    await graph.command(plainStatement('CALL db.prepareForReplanning(300)'));
  } finally {
    await graph.close();
  }
  process.env.TEST_NEO4J = JSON.stringify(connection);
}

declare global {
  /** The run's own server, for the end of the run. */
  var testServer: { server: EmbeddedServer; home: string } | undefined;
}

async function startOwn(embedded: EmbeddedConfig) {
  const home = await mkdtemp(path.join(os.tmpdir(), 'chancery-test-'));
  const [boltPort, httpPort] = [await freePort(), await freePort()];
  const server = await startEmbedded({ ...embedded, home, env: process.env, boltPort, httpPort });
  globalThis.testServer = { server, home };
  return { uri: server.boltUri, user: server.user, password: server.password, database: 'neo4j' };
}
