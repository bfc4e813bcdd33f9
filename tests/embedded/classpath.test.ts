import { readFile, rm, writeFile } from 'node:fs/promises';
import { afterAll, describe, expect, test } from '@jest/globals';
import { resolveClasspath } from '../../src/embedded/classpath.ts';
import { prepareHome } from '../../src/embedded/homeFolder.ts';
import type { Progress } from '../../src/embedded/progress.ts';
import { failureOf, fakeMaven, fakeProgram, removeTempFolders, tempFolder } from './fakes.ts';

afterAll(removeTempFolders);

const java = { program: 'java', release: 17, home: undefined };
const silently = () => undefined;

describe('resolveClasspath', () => {
  test('names both ways out when there is no Maven', async () => {
    const folder = await prepareHome(await tempFolder());
    const failure = await failureOf(resolveClasspath(folder, java, { PATH: '' }, silently));
    expect(failure.code).toBe('NO_MAVEN');
    expect(failure.message).toMatch(/install Maven/);
    expect(failure.message).toMatch(/set NEO4J_URI/);
  });

  test('needs no Maven once the jars are known', async () => {
    const home = await tempFolder();
    const folder = await prepareHome(home);
    await fakeMaven(home);
    const first = await resolveClasspath(folder, java, { PATH: `${home}/bin` }, silently);
    expect(first).toEqual([`${home}/one.jar`]);
    expect(await resolveClasspath(folder, java, { PATH: '' }, silently)).toEqual(first);
  });

  test.each([
    ['is gone', (jar: string) => rm(jar)],
    ['is empty', (jar: string) => writeFile(jar, '')],
    ['has another size', (jar: string) => writeFile(jar, 'half')],
  ])('does not trust what it remembers when a jar %s', async (_, damage) => {
    const home = await tempFolder();
    const folder = await prepareHome(home);
    await fakeMaven(home);
    await resolveClasspath(folder, java, { PATH: `${home}/bin` }, silently);
    await damage(`${home}/one.jar`);
    expect((await failureOf(resolveClasspath(folder, java, { PATH: '' }, silently))).code).toBe('NO_MAVEN');
  });

  test('does not trust what it remembers for another pom.xml', async () => {
    const home = await tempFolder();
    const folder = await prepareHome(home);
    await fakeMaven(home);
    await resolveClasspath(folder, java, { PATH: `${home}/bin` }, silently);
    const cache = JSON.parse(await readFile(folder.classpathCache, 'utf8')) as object;
    await writeFile(folder.classpathCache, JSON.stringify({ ...cache, key: 'older' }));
    expect((await failureOf(resolveClasspath(folder, java, { PATH: '' }, silently))).code).toBe('NO_MAVEN');
  });

  test('counts what Maven downloads, and says what Maven said when it fails', async () => {
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
    const resolving = resolveClasspath(await prepareHome(home), java, { PATH: `${home}/bin` }, (step) => {
      steps.push(step);
    });
    const failure = await failureOf(resolving);
    expect(failure.code).toBe('DOWNLOAD_FAILED');
    expect(failure.message).toContain('Could not transfer artifact three-3.jar: Unknown host');
    expect(failure.message).toMatch(/set NEO4J_URI/);
    expect(steps.filter((step) => step.done !== undefined)).toEqual([
      { stage: 'classpath', message: 'Downloading Neo4j (once): one-1.jar', done: 1 },
      { stage: 'classpath', message: 'Downloading Neo4j (once): two-2.jar', done: 2 },
    ]);
  });

  test('tells a full disk from a failed download', async () => {
    const home = await tempFolder();
    await fakeProgram(home, 'mvn', `echo '[ERROR] three-3.jar: No space left on device'; exit 1`);
    const resolving = resolveClasspath(await prepareHome(home), java, { PATH: `${home}/bin` }, silently);
    expect((await failureOf(resolving)).code).toBe('NO_SPACE');
  });
});
