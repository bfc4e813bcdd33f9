import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ServerRecord } from '../../src/embedded/serverRecord.ts';
import { Graph } from '../../src/graph/graph.ts';
import { cypher } from '../../src/cypher/cypher.ts';
import { statement } from '../../src/cypher/statement.ts';
import { RunningCommand, runCommand } from './runCommand.ts';

// Each start waits for a JVM, which takes its time on a busy machine.

describe('npm start, on a home of its own', () => {
  let home: string;
  let service: RunningCommand | undefined;
  const start = (): RunningCommand =>
    (service = new RunningCommand('main', [], { CHANCERY_HOME: home, PORT: '0' }));

  beforeAll(async () => {
    home = await mkdtemp(path.join(os.tmpdir(), 'chancery-start-'));
  });
  afterAll(async () => {
    service?.signal('SIGTERM');
    await service?.exit;
    await rm(home, { recursive: true, force: true });
  });

  test('seeds the new graph, answers over GraphQL and Bolt, and says where', async () => {
    const started = start();
    const [, url = ''] = await started.printed(/GraphQL +(http:\S+)\/graphql/);
    expect(started.output).toMatch(/Corpus: \d+ events created, 0 changed, 0 removed/);
    expect(started.output).toMatch(/GraphiQL +http:\S+\/graphiql/);
    expect(started.output).toMatch(/Neo4j Browser +http:\S+\/browser\//);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(await recognizers(url)).toEqual(['Russia']);
    expect(await recognizersByCypher(started)).toEqual([{ name: 'Russia', edtf: '2025-07-03' }]);
  });

  test('another command joins the server that runs', async () => {
    const { code, output } = await runCommand('seed', [], { CHANCERY_HOME: home });
    expect(output).toMatch(/events +0 created, 0 changed, 0 removed, \d+ unchanged/);
    expect(code).toBe(0);
    await expect(recognizersByCypher(service!)).resolves.toHaveLength(1);
  });

  test('a second one joins it too, says that it stops itself alone, and does', async () => {
    expect(service!.output).toContain('Ctrl-C stops everything.');
    const second = new RunningCommand('main', [], { CHANCERY_HOME: home, PORT: '0' });
    await second.printed(/Ctrl-C stops this program\. Neo4j keeps running/);
    second.signal('SIGINT');
    expect(await second.exit).toBe(0);
    await expect(recognizersByCypher(service!)).resolves.toHaveLength(1);
  });

  test('a port that is taken is said in a sentence, without a stack', async () => {
    const blocker = (await import('node:net')).createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => blocker.once('listening', resolve));
    const { port } = blocker.address() as { port: number };
    const { code, output } = await runCommand('main', [], { CHANCERY_HOME: home, PORT: String(port) });
    blocker.close();
    expect(code).toBe(1);
    expect(output.match(/Cannot listen on 127\.0\.0\.1/g)).toHaveLength(1);
    expect(output).toContain(`Cannot listen on 127.0.0.1:${port}`);
    expect(output).not.toMatch(/^ +at /m);
  });

  test('killed with -9 it leaves no server behind, and the next start has the data', async () => {
    const jvm = await serverPid(home);
    service!.signal('SIGKILL');
    await service!.exit;
    await gone(jvm);
    const again = start();
    const [, url = ''] = await again.printed(/GraphQL +(http:\S+)\/graphql/);
    expect(again.output).toContain('Corpus: already loaded');
    expect(await recognizers(url)).toEqual(['Russia']);
  });

  test('an interrupt stops everything', async () => {
    const jvm = await serverPid(home);
    service!.signal('SIGINT');
    expect(await service!.exit).toBe(0);
    await gone(jvm);
  });
});

async function recognizers(url: string): Promise<string[]> {
  const query =
    '{ events(where: { types: [RECOGNIZED], to: ["taliban"] }) { edges { node { participants { role entity { name } } } } } }';
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as any;
  return data.events.edges.flatMap(({ node }: any) =>
    node.participants.filter(({ role }: any) => role === 'AGENT').map(({ entity }: any) => entity.name),
  );
}

async function recognizersByCypher(command: RunningCommand) {
  const [, uri = ''] = await command.printed(/Bolt +(bolt:\S+)/);
  const [, user = '', password = ''] = await command.printed(/user, password +(\S+), (\S+)/);
  const graph = new Graph({ uri, user, password, database: 'neo4j' });
  const rows = await graph.read(
    statement(
      cypher`MATCH (c:Country)-[r:RECOGNIZED]->(t {id: 'taliban'}) RETURN c.name AS name, r.edtf AS edtf`,
    ),
  );
  await graph.close();
  return rows;
}

async function serverPid(home: string): Promise<number> {
  const record = JSON.parse(await readFile(path.join(home, 'run/server.json'), 'utf8')) as ServerRecord;
  if (record.server === undefined) throw new Error('The record of the server names no process.');
  return record.server.process.pid;
}

/** Resolves once no process has the pid; the guard gives the server half a minute to end by itself. */
async function gone(pid: number): Promise<void> {
  for (let tries = 0; tries < 350; tries++) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await sleep(100);
  }
  throw new Error(`Process ${pid} is still there.`);
}
