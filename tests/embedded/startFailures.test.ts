import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import { freePort } from '../../src/embedded/freePort.ts';
import { USUAL_RELEASE } from '../../src/embedded/neo4jRelease.ts';
import { type EmbeddedOptions, startEmbedded } from '../../src/embedded/startEmbedded.ts';
import { failureOf, fakeJava, fakeMaven, removeTempFolders, tempFolder } from './fakes.ts';

afterAll(removeTempFolders);

/** The failure of a start whose `java` is this script, and its home. */
async function failedStart(script: string, options: Partial<EmbeddedOptions> = {}) {
  const home = await tempFolder();
  await fakeJava(home, '17.0.1', script);
  await fakeMaven(home);
  const env = { JAVA_HOME: home, PATH: `${home}/bin` };
  const failure = await failureOf(
    startEmbedded({ home, env, release: USUAL_RELEASE, cache: home, ...options }),
  );
  return { home, failure };
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

  test('knows a full disk', async () => {
    const { failure } = await failedStart('echo "java.io.IOException: No space left on device"; exit 1');
    expect(failure.code).toBe('NO_SPACE');
  });

  test('gives up on a server that does not answer, and stops it', async () => {
    const script = 'echo $$ > "${0%/bin/java}/pid"; exec /bin/sleep 100';
    const { home, failure } = await failedStart(script, { timeoutMs: 500 });
    expect(failure.code).toBe('NOT_READY');
    const pid = Number(await readFile(`${home}/pid`, 'utf8'));
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  test('looks for other ports when one is lost to another at the last moment', async () => {
    const script = `echo x >> "\${0%/bin/java}/tries"
      while read -r line; do case $line in server.bolt.listen_address=*) address=\${line#*=};; esac; done \\
        < "\${0%/bin/java}/conf/neo4j.conf"
      echo "Address $address is already in use, cannot bind to it."; exit 1`;
    const { home, failure } = await failedStart(script);
    expect(failure.code).toBe('PORT_TAKEN');
    expect(await readFile(`${home}/tries`, 'utf8')).toBe('x\nx\nx\n');
  });

  test('does not look for others when the port was asked for', async () => {
    const boltPort = await freePort();
    const script = `echo "bind to the socket /127.0.0.1:${boltPort}"; echo x >> "\${0%/bin/java}/tries"; exit 1`;
    const { home, failure } = await failedStart(script, { boltPort });
    expect(failure.code).toBe('PORT_TAKEN');
    expect(failure.message).toContain(`Bolt port ${boltPort}`);
    expect(await readFile(`${home}/tries`, 'utf8')).toBe('x\n');
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
});
