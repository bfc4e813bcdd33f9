import neo4j from 'neo4j-driver';
import type { Database } from '../src/program/openDatabase.ts';
import { HttpClient } from './arms/httpClient.ts';
import { SentStatements } from './arms/sentStatements.ts';
import type { Bench } from './bench.ts';
import { neo4jGraphqlSchema } from './neo4jGraphql/schema.ts';
import { startChild } from './processes/childServer.ts';
import { readSubjects, type Subjects } from './subjects.ts';

/** Starts both services over a store, runs the work, and stops them. */
export async function withBench(
  database: Database,
  { set, timing, alone, draws, say }: Pick<Bench, 'set' | 'timing' | 'alone' | 'draws' | 'say'>,
  work: (bench: Bench) => Promise<void>,
): Promise<void> {
  const { connection, graph } = database;
  const auth = neo4j.auth.basic(connection.user, connection.password);
  const driver = neo4j.driver(connection.uri, auth, { disableLosslessIntegers: true });
  const neo4jGraphqlDriver = neo4j.driver(connection.uri, auth);
  const servers = await Promise.all(
    ['chancery', 'neo4jGraphql'].map((program) => startChild(program, connection)),
  );
  const [chancery, neo4jGraphql] = servers.map(({ port }) => new HttpClient(port));
  try {
    if (chancery === undefined || neo4jGraphql === undefined) return;
    const subjects = await readSubjects(driver);
    await warm(chancery, subjects);
    await work({
      ...{ set, timing, alone, draws, say, database, driver, neo4jGraphqlDriver, chancery, neo4jGraphql },
      chanceryPort: servers[0]?.port ?? 0,
      neo4jGraphqlSchema: await neo4jGraphqlSchema(),
      statements: new SentStatements(graph),
      subjects,
    });
  } finally {
    chancery?.close();
    neo4jGraphql?.close();
    for (const { stop } of servers) await stop();
    await driver.close();
    await neo4jGraphqlDriver.close();
  }
}

/**
 * Has Chancery read its snapshot of all relationships, which then answers paths. On large sets this takes longer than a
 * request may.
 */
async function warm(chancery: HttpClient, { ordinary: [from, to] }: Subjects): Promise<void> {
  const query =
    'query ($from: ID!, $to: ID!) { paths(from: $from, to: $to, mode: K_SHORTEST, limit: 1) { truncated } }';
  const body = JSON.stringify({ query, variables: { from, to } });
  for (let attempt = 1; ; attempt += 1) {
    try {
      await chancery.ask(body);
      return;
    } catch (error) {
      if (attempt === MAX_TRIES) throw error;
    }
  }
}

/** Each try takes as long as a request may, which is 20 s. */
const MAX_TRIES = 15;
