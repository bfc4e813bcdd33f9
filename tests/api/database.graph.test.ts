import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cypher, type Fragment } from '../../src/cypher/cypher.ts';
import { statement } from '../../src/cypher/statement.ts';
import { Graph } from '../../src/graph/graph.ts';
import { RUNNING, SLOW, slowGraph } from '../setup/slowStatement.ts';
import { startService, type TestService } from '../setup/testService.ts';
import { testConnection, testGraph } from '../setup/testGraph.ts';

describe('Where the database does not answer', () => {
  let service: TestService;
  beforeAll(async () => {
    // A port that nothing listens on: the discard service's.
    service = await startService(
      new Graph({ uri: 'bolt://127.0.0.1:9', user: 'neo4j', password: 'secret', database: 'neo4j' }),
    );
  });
  afterAll(() => service.close());

  test('every question says so once, and nothing else', async () => {
    for (const question of [
      'statistics { events }',
      'events { totalCount }',
      'entity(id: "russia") { name }',
      'paths(from: "a", to: "b") { truncated }',
    ]) {
      const answer = await service.ask(`{ ${question} }`);
      expect(answer.errors).toHaveLength(1);
      expect(answer.errors![0]!.extensions).toEqual({ code: 'DATABASE_UNAVAILABLE' });
      expect(answer.errors![0]!.message).toBe(
        'The database does not answer. Check that Neo4j runs (at NEO4J_URI, if set), then try again.',
      );
      expect(JSON.stringify(answer)).not.toMatch(/127\.0\.0\.1|secret|stack|MATCH|ECONNREFUSED/);
    }
  });

  test('what needs no database is answered', async () => {
    expect((await service.data('{ eventTypes { name } }')).eventTypes.length).toBeGreaterThan(20);
  });

  test('the process is healthy but not ready', async () => {
    const [health, ready] = await Promise.all([
      fetch(`${service.url}/healthz`),
      fetch(`${service.url}/readyz`),
    ]);
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { status: 'not ready', reason: expect.stringMatching(/does not answer/), relationships: null },
    ]);
  });
});

describe('A statement', () => {
  let graph: Graph;
  beforeAll(() => {
    graph = testGraph();
  });
  afterAll(() => graph.close());

  const ended = async (): Promise<void> => {
    while ((await graph.read(RUNNING)).length > 0) await pause(20);
  };

  test('that takes longer than it may is ended, and says so', async () => {
    await expect(graph.read(SLOW, { timeoutMs: 50 })).rejects.toMatchObject({
      name: 'GraphError',
      reason: 'TIMEOUT',
      message: expect.stringMatching(/^The question took longer than allowed\. Narrow it/),
    });
    await ended();
  });

  test('whose asker has gone is ended in the database', async () => {
    const asker = new AbortController();
    const answer = graph.read(SLOW, { signal: asker.signal }).catch((error: unknown) => error);
    while ((await graph.read(RUNNING)).length === 0) await pause(20);
    asker.abort();
    await ended();
    expect(await answer).toMatchObject({ reason: 'CANCELLED' });
  });

  test('whose asker had gone before is not sent', async () => {
    let sent = 0;
    graph.onStatement = () => (sent += 1);
    await expect(graph.read(SLOW, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      reason: 'CANCELLED',
    });
    graph.onStatement = undefined;
    expect(sent).toBe(0);
  });

  test('that only reads may not write', async () => {
    const write = statement(cypher`CREATE (n:Unwanted) RETURN n.id AS id`);
    await expect(graph.read(write)).rejects.toMatchObject({ reason: 'FAILED' });
    expect(await graph.read(statement(cypher`MATCH (n:Unwanted) RETURN n.id AS id`))).toEqual([]);
  });
});

describe('The service over a database that is slow', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startService(slowGraph(300));
  });
  afterAll(() => service.close());

  test('answers that the time is over', async () => {
    const { errors } = await service.ask('{ statistics { events } }');
    expect(errors).toHaveLength(1);
    expect(errors![0]!.extensions).toEqual({ code: 'TIMEOUT' });
    expect(JSON.stringify(errors)).not.toMatch(/UNWIND|stack/);
  });

  test('gives a path up rather than fail', async () => {
    const { paths } = await service.data(
      '{ paths(from: "russia", to: "taliban") { truncated items { length } } }',
    );
    expect(paths).toEqual({ truncated: true, items: [] });
  });
});

test('a client that goes away ends its question in the database', async () => {
  const watch = testGraph();
  const service = await startService(slowGraph(120_000));
  const client = new AbortController();
  const answer = fetch(`${service.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ statistics { events } }' }),
    signal: client.signal,
  }).catch((error: unknown) => (error as Error).name);
  while ((await watch.read(RUNNING)).length === 0) await pause(20);
  client.abort();
  expect(await answer).toBe('AbortError');
  while ((await watch.read(RUNNING)).length > 0) await pause(20);
  await service.close();
  await watch.close();
});

test('A cluster’s address serves: what was written is read by the sessions after, whichever member has them', async () => {
  const { uri, ...connection } = testConnection();
  const graph = new Graph({ ...connection, uri: uri.replace(/^bolt/, 'neo4j') });
  const mark = (text: Fragment) => statement<{ n: number }>(text);
  try {
    await graph.write((transaction) => transaction.run(mark(cypher`CREATE (:TestRouted)`)));
    expect(await graph.read(mark(cypher`MATCH (t:TestRouted) RETURN count(t) AS n`))).toEqual([{ n: 1 }]);
  } finally {
    await graph.write((transaction) => transaction.run(mark(cypher`MATCH (t:TestRouted) DELETE t`)));
    await graph.close();
  }
});
