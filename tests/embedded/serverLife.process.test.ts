import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/program/config.ts';
import { askServer } from '../../src/embedded/askServer.ts';
import { speaksBolt } from '../../src/embedded/boltHandshake.ts';
import type { EmbeddedServer } from '../../src/embedded/startEmbedded.ts';
import { startEmbedded } from '../../src/embedded/startEmbedded.ts';
import type { ServerRecord } from '../../src/embedded/serverRecord.ts';
import { failureOf, removeTempFolders, tempFolder } from './fakes.ts';

// One story on one home, because a real server takes seconds to start: two processes come at once, one starts
// it and the other joins; the starter is killed; a third comes back to the same store and stops it in good order.
interface Reporter {
  readonly program: ChildProcess;
  readonly server: EmbeddedServer;
}

const { release } = readConfig().embedded;
const settings = { env: process.env, release, heap: '512m', pageCache: '64m' };
let small: typeof settings & { cache: string };
let home: string;
let reporters: Reporter[];

beforeAll(async () => {
  home = await tempFolder();
  small = { ...settings, cache: path.join(home, 'cache') };
  reporters = await Promise.all([startElsewhere(), startElsewhere()]);
});

afterAll(async () => {
  for (const { program } of reporters) program.kill('SIGKILL');
  await (await startEmbedded({ home, ...small })).stop();
  await removeTempFolders();
});

describe('the embedded server', () => {
  test('is started by one of two processes that come at once, and joined by the other', () => {
    expect(reporters.map(({ server }) => server.joined).toSorted()).toEqual([false, true]);
    expect(reporters[0]!.server.boltUri).toBe(reporters[1]!.server.boltUri);
  });

  test('speaks Bolt and serves the Browser', async () => {
    const { boltUri, browserUrl } = reporters[0]!.server;
    expect(await speaksBolt(portOf(boltUri))).toBe(true);
    const browser = await fetch(browserUrl);
    expect(browser.status).toBe(200);
    expect(await browser.text()).toContain('Neo4j Browser');
  });

  test('takes its own password and no other, which its owner alone may read', async () => {
    const { browserUrl, user, password } = reporters[0]!.server;
    const ask = (word: string) =>
      askServer(portOf(browserUrl), 'neo4j', { user, password: word }, 'RETURN 1');
    expect(await ask(password)).toEqual({ rows: [[1]] });
    expect(await ask('neo4j')).toEqual({ refused: 'Neo.ClientError.Security.Unauthorized' });
    expect((await stat(`${home}/password`)).mode & 0o077).toBe(0);
  });

  test('lets no query read files or addresses', async () => {
    const { browserUrl } = reporters[0]!.server;
    for (const from of ['file:///etc/hostname', browserUrl]) {
      const answer = await ask(reporters[0]!.server, `LOAD CSV FROM '${from}' AS row RETURN row`);
      expect(answer).toHaveProperty('refused');
    }
  });

  test('survives the stop of one who joined it', async () => {
    const joined = await startEmbedded({ home, ...small });
    expect(joined.joined).toBe(true);
    await ask(joined, "CREATE (:Kept {word: 'kept'})");
    await joined.stop();
    expect(await speaksBolt(portOf(joined.boltUri))).toBe(true);
  });

  test('goes down when its starter is killed, and the next start finds what was stored', async () => {
    const starter = reporters.find(({ server }) => !server.joined)!;
    const { pid } = (await record()).server!.process;
    starter.program.kill('SIGKILL');
    await once(starter.program, 'exit');
    // Comes at once, while the old server is still going down: it must wait for it and must not join it.
    const next = await startEmbedded({ home, ...small });
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect(next.joined).toBe(false);
    expect(await ask(next, 'MATCH (k:Kept) RETURN k.word')).toEqual({ rows: [['kept']] });

    const after = (await record()).server!.process.pid;
    // A busy machine may take long to write the classes that the next test looks for.
    await Promise.all([next.stop(240_000), next.stop()]);
    await next.exited;
    expect(() => process.kill(after, 0)).toThrow('ESRCH');
    expect(existsSync(`${home}/run/server.json`)).toBe(false);
    expect(await speaksBolt(portOf(next.boltUri))).toBe(false);
  });

  test('starts with the classes that it read before, once it was stopped in good order', async () => {
    const archives = (await readdir(small.cache)).filter((file) => file.endsWith('.jsa'));
    expect(archives).toHaveLength(1);
    const again = await startEmbedded({ home, ...small });
    expect(await readFile(`${home}/run/java.args`, 'utf8')).toContain(
      `-XX:SharedArchiveFile=${small.cache}/${archives[0]!}`,
    );
    expect(await ask(again, 'MATCH (k:Kept) RETURN k.word')).toEqual({ rows: [['kept']] });
    await again.stop();
  });

  test('that dies at start over a bad setting is an error with the words of the JVM', async () => {
    const failure = await failureOf(startEmbedded({ home, ...small, heap: '1q' }));
    expect(failure.code).toBe('SERVER_DIED');
    expect(failure.message).toContain('Invalid maximum heap size: -Xmx1q');
  });
});

async function startElsewhere(): Promise<Reporter> {
  const script = fileURLToPath(new URL('./startAndReport.ts', import.meta.url));
  const program = spawn(process.execPath, ['--import', 'tsx', script, home], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: undefined },
  });
  for await (const line of createInterface(program.stdout)) {
    return { program, server: JSON.parse(line) as EmbeddedServer };
  }
  throw new Error('The program ended without a report.');
}

async function record(): Promise<ServerRecord> {
  return JSON.parse(await readFile(`${home}/run/server.json`, 'utf8')) as ServerRecord;
}

async function ask(server: EmbeddedServer, statement: string) {
  return askServer(portOf(server.browserUrl), 'neo4j', server, statement);
}

function portOf(address: string): number {
  return Number(new URL(address).port);
}
