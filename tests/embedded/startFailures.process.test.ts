import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from '@jest/globals';
import { freePort } from '../../src/embedded/freePort.ts';
import { USUAL_RELEASE } from '../../src/embedded/neo4jRelease.ts';
import { type EmbeddedOptions, startEmbedded } from '../../src/embedded/startEmbedded.ts';
import { failureOf, fakeJava, fakeMaven, removeTempFolders, tempFolder } from './fakes.ts';

afterAll(removeTempFolders);

/** A folder with a `java` that is this script, and what starts it on the home in that folder. */
async function withJava(script: string) {
  const folder = await tempFolder();
  await fakeJava(folder, '17.0.1', script);
  await fakeMaven(folder);
  const env = { JAVA_HOME: folder, PATH: `${folder}/bin` };
  return { folder, home: `${folder}/home`, options: { env, release: USUAL_RELEASE, cache: folder } };
}

/** The failure of a start whose `java` is this script. */
async function failedStart(script: string, more: Partial<EmbeddedOptions> = {}) {
  const { folder, home, options } = await withJava(script);
  const failure = await failureOf(startEmbedded({ home, ...options, ...more }));
  return { folder, home, failure };
}

describe('startEmbedded, when the server does not come up', () => {
  test('shows the end of the log of a server that died', async () => {
    const { failure } = await failedStart('echo "The moon is in the wrong house."; exit 3');
    expect(failure.code).toBe('SERVER_DIED');
    expect(failure.message).toContain('The moon is in the wrong house.');
    expect(failure.message).toMatch(/set NEO4J_URI/);
  });

  test('knows a store that another Neo4j uses', async () => {
    const { failure } = await failedStart('echo "Lock file has been locked by another process: x"; exit 1');
    expect(failure.code).toBe('STORE_IN_USE');
  });

  test('knows a store that a newer release has written', async () => {
    const said =
      'UnsupportedLogVersionException: Log file contains entries with prefix 31, and the highest supported';
    const { failure } = await failedStart(`echo "Caused by: ${said}"; exit 1`);
    expect(failure.code).toBe('NEWER_STORE');
    expect(failure.message).toMatch(/name that release in NEO4J_VERSION/);
  });

  test('names the release that the home was last open in, and spares the reader the log', async () => {
    const { home, options } = await withJava(`echo "Caused by: UnsupportedLogVersionException: x"; exit 1`);
    await mkdir(home);
    await writeFile(`${home}/release`, '2026.07.1\n');
    const { message } = await failureOf(startEmbedded({ home, ...options }));
    expect(message).toBe(
      `The store in ${home} was written by Neo4j 2026.07.1, which is newer than ${USUAL_RELEASE.version}. Neo4j cannot downgrade a store.\n` +
        'Either set NEO4J_VERSION=2026.07.1, or set CHANCERY_HOME to another folder.',
    );
  });

  test('says what is free on a disk that has too little, before it starts anything', async () => {
    const { folder, failure } = await failedStart('echo x > "${0%/bin/java}/started"; exit 1', {
      minFreeBytes: 1e18,
    });
    expect(failure.code).toBe('NO_SPACE');
    expect(failure.message).toMatch(/\S+\/home has \d\S* MB free\. Neo4j needs at least \d+ MB/);
    expect(existsSync(`${folder}/started`)).toBe(false);
  });

  test('leaves alone a folder that is somebody else’s', async () => {
    const { home, options } = await withJava('exit 1');
    await mkdir(`${home}/conf`, { recursive: true });
    await writeFile(`${home}/letters.txt`, '');
    const failure = await failureOf(startEmbedded({ home, ...options }));
    expect(failure.code).toBe('NOT_A_HOME');
    expect(failure.message).toContain('it holds letters.txt');
    expect((await readdir(home)).sort()).toEqual(['conf', 'letters.txt']);
  });

  test('knows a full disk', async () => {
    const { failure } = await failedStart('echo "java.io.IOException: No space left on device"; exit 1');
    expect(failure.code).toBe('NO_SPACE');
  });

  test('gives up on a server that does not answer, and stops it', async () => {
    const script = 'echo $$ > "${0%/bin/java}/pid"; exec /bin/sleep 100';
    const { folder, failure } = await failedStart(script, { timeoutMs: 500 });
    expect(failure.code).toBe('NOT_READY');
    const pid = Number(await readFile(`${folder}/pid`, 'utf8'));
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  test('ends a server that does not heed the request to stop', async () => {
    const { folder, failure } = await failedStart(DEAF, { timeoutMs: 500 });
    expect(failure.code).toBe('NOT_READY');
    const pid = Number(await readFile(`${folder}/pid`, 'utf8'));
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  test('ends such a server too when the one who starts it is interrupted', async () => {
    const { folder, home, options } = await withJava(DEAF);
    const program = spawn(process.execPath, ['--import', 'tsx', 'tests/embedded/startAndReport.ts', home], {
      env: { ...process.env, ...options.env, NODE_OPTIONS: undefined },
    });
    const pid = Number(await eventually(() => readFile(`${folder}/pid`, 'utf8')));
    program.kill('SIGINT');
    await eventually(() => {
      expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    });
  });

  test('looks for other ports when one is lost to another at the last moment', async () => {
    const script = `echo x >> "\${0%/bin/java}/tries"
      while read -r line; do case $line in server.bolt.listen_address=*) address=\${line#*=};; esac; done \\
        < "\${0%/bin/java}/home/conf/neo4j.conf"
      echo "Address $address is already in use, cannot bind to it."; exit 1`;
    const { folder, failure } = await failedStart(script);
    expect(failure.code).toBe('PORT_TAKEN');
    expect(await readFile(`${folder}/tries`, 'utf8')).toBe('x\nx\nx\n');
  });

  test('does not look for others when the port was asked for', async () => {
    const boltPort = await freePort();
    const script = `echo "bind to the socket /127.0.0.1:${boltPort}"; echo x >> "\${0%/bin/java}/tries"; exit 1`;
    const { folder, failure } = await failedStart(script, { boltPort });
    expect(failure.code).toBe('PORT_TAKEN');
    expect(failure.message).toContain(`Bolt port ${boltPort}`);
    expect(await readFile(`${folder}/tries`, 'utf8')).toBe('x\n');
  });

  test('leaves the home free for the next start', async () => {
    const { home } = await failedStart('exit 1');
    expect(existsSync(`${home}/run/server.json`)).toBe(false);
  });

  test('says when the home is no folder that can be written', async () => {
    const folder = await tempFolder();
    await mkdir(`${folder}/a`);
    await writeFile(`${folder}/a/file`, '');
    const failure = await failureOf(
      startEmbedded({
        home: `${folder}/a/file/home`,
        env: { PATH: '' },
        release: USUAL_RELEASE,
        cache: folder,
      }),
    );
    expect(failure.code).toBe('NO_PERMISSION');
    expect(failure.message).toMatch(/CHANCERY_HOME/);
  });

  // Of both, Node's recursive mkdir says that something is not there: of /proc, and of a read-only file system.
  test('says when the home cannot be made', async () => {
    const { options } = await withJava('exit 1');
    const failure = await failureOf(startEmbedded({ home: '/proc/of/nobody', ...options }));
    expect(failure.code).toBe('NO_PERMISSION');
    expect(failure.message).toMatch(/cannot write \/proc\/of/);
  });
});

/** A server that never answers, and is deaf to SIGTERM. */
const DEAF = `trap '' TERM; echo $$ > "\${0%/bin/java}/pid"; while :; do /bin/sleep 1; done`;

async function eventually<T>(look: () => T | Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await look();
    } catch (error) {
      if (tries === 1_000) throw error;
      await sleep(100);
    }
  }
}
