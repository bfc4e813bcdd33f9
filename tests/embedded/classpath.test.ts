import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { afterAll, describe, expect, test } from '@jest/globals';
import { resolveClasspath } from '../../src/embedded/classpath.ts';
import type { Progress } from '../../src/embedded/progress.ts';
import { failureOf, fakeMaven, fakeProgram, removeTempFolders, tempFolder } from './fakes.ts';

afterAll(removeTempFolders);

const java = { program: 'java', release: 17, home: undefined };
const silently = () => undefined;

async function jarsOf(home: string, version = '1.0.0') {
  const pom = `${home}/pom.xml`;
  await writeFile(pom, '<project/>');
  return { program: 'the tool 1.0', pom, version, cache: `${home}/classpath.json` };
}

describe('resolveClasspath', () => {
  test('names both ways out when there is no Maven', async () => {
    const jars = await jarsOf(await tempFolder());
    const failure = await failureOf(resolveClasspath(jars, java, { PATH: '' }, silently));
    expect(failure.code).toBe('NO_MAVEN');
    expect(failure.message).toMatch(/install Maven/);
    expect(failure.message).toMatch(/set NEO4J_URI/);
  });

  test('needs no Maven once the jars are known', async () => {
    const home = await tempFolder();
    const jars = await jarsOf(home);
    await fakeMaven(home);
    const first = await resolveClasspath(jars, java, { PATH: `${home}/bin` }, silently);
    expect(first).toEqual([`${home}/one.jar`]);
    expect(await resolveClasspath(jars, java, { PATH: '' }, silently)).toEqual(first);
  });

  test.each([
    ['is gone', (jar: string) => rm(jar)],
    ['is empty', (jar: string) => writeFile(jar, '')],
    ['has another size', (jar: string) => writeFile(jar, 'half')],
  ])('does not trust what it remembers when a jar %s', async (_, damage) => {
    const home = await tempFolder();
    const jars = await jarsOf(home);
    await fakeMaven(home);
    await resolveClasspath(jars, java, { PATH: `${home}/bin` }, silently);
    await damage(`${home}/one.jar`);
    expect((await failureOf(resolveClasspath(jars, java, { PATH: '' }, silently))).code).toBe('NO_MAVEN');
  });

  test.each([
    [
      'another pom.xml',
      async (home: string) => {
        const jars = await jarsOf(home);
        await writeFile(jars.pom, '<project></project>');
        return jars;
      },
    ],
    ['another version', (home: string) => jarsOf(home, '2.0.0')],
  ])('does not trust what it remembers for %s', async (_, other) => {
    const home = await tempFolder();
    await fakeMaven(home);
    await resolveClasspath(await jarsOf(home), java, { PATH: `${home}/bin` }, silently);
    expect((await failureOf(resolveClasspath(await other(home), java, { PATH: '' }, silently))).code).toBe(
      'NO_MAVEN',
    );
  });

  test('names a jar that is half there, and takes it once it is whole', async () => {
    const home = await tempFolder();
    await fakeMaven(home);
    const resolve = async () => resolveClasspath(await jarsOf(home), java, { PATH: `${home}/bin` }, silently);
    await writeFile(`${home}/one.jar.sha1`, createHash('sha1').update('a whole jar').digest('hex'));
    const failure = await failureOf(resolve());
    expect(failure.code).toBe('DAMAGED_JAR');
    expect(failure.message).toContain(`${home}/one.jar is damaged`);
    await writeFile(`${home}/one.jar`, 'a whole jar');
    expect(await resolve()).toEqual([`${home}/one.jar`]);
  });

  test('names what Maven downloads on one line, however many files, and says what Maven said when it fails', async () => {
    const home = await tempFolder();
    await fakeProgram(
      home,
      'mvn',
      `[ "$1" = -o ] && exit 1
       echo '[INFO] Downloading from somewhere: https://example.org/a/one-1.jar'
       echo '[INFO] Downloaded from somewhere: https://example.org/a/one-1.jar (4.2 kB at 81 kB/s)'
       echo '[INFO] Downloaded from somewhere: https://example.org/b/two-2.jar (1.1 MB at 8.1 MB/s)'
       echo '[ERROR] Could not transfer artifact three-3.jar: Unknown host'
       exit 1`,
    );
    const steps: Progress[] = [];
    const resolving = resolveClasspath(await jarsOf(home), java, { PATH: `${home}/bin` }, (step) => {
      steps.push(step);
    });
    const failure = await failureOf(resolving);
    expect(failure.code).toBe('DOWNLOAD_FAILED');
    expect(failure.message).toContain('Could not transfer artifact three-3.jar: Unknown host');
    expect(failure.message).toMatch(/set NEO4J_URI/);
    expect(steps.map(({ message }) => message)).toEqual([
      'Looking for the tool 1.0 in the local Maven repository',
      'Downloading the tool 1.0 with Maven (once)',
    ]);
  });

  test('tells a full disk from a failed download', async () => {
    const home = await tempFolder();
    await fakeProgram(home, 'mvn', `echo '[ERROR] three-3.jar: No space left on device'; exit 1`);
    const resolving = resolveClasspath(await jarsOf(home), java, { PATH: `${home}/bin` }, silently);
    expect((await failureOf(resolving)).code).toBe('NO_SPACE');
  });
});
