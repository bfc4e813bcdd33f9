import { afterAll, describe, expect, test } from '@jest/globals';
import { findJava } from '../../src/embedded/findJava.ts';
import { failureOf, fakeJava, fakeProgram, removeTempFolders, tempFolder } from './fakes.ts';

afterAll(removeTempFolders);

describe('findJava', () => {
  test('names both ways out when there is no Java', async () => {
    const failure = await failureOf(findJava({ PATH: '' }, 17, []));
    expect(failure.code).toBe('NO_JAVA');
    expect(failure.message).toMatch(/install Java 17 or newer/);
    expect(failure.message).toMatch(/set NEO4J_URI/);
  });

  test.each([
    ['11.0.2', 11],
    ['1.8.0_292', 8],
  ])('names the version and place of a Java that is too old: %s', async (version, release) => {
    const folder = await tempFolder();
    const program = await fakeJava(folder, version);
    const failure = await failureOf(findJava({ PATH: `${folder}/bin` }, 17, []));
    expect(failure.code).toBe('JAVA_TOO_OLD');
    expect(failure.message).toContain(`Java ${release} at ${program}`);
    expect(failure.message).toMatch(/set NEO4J_URI/);
  });

  test('says which Java is needed, where a newer release of Neo4j needs a newer one', async () => {
    const folder = await tempFolder();
    await fakeJava(folder, '17.0.1');
    const failure = await failureOf(findJava({ PATH: `${folder}/bin` }, 21, []));
    expect(failure.code).toBe('JAVA_TOO_OLD');
    expect(failure.message).toMatch(/needs Java 21 or newer\. Found: Java 17/);
    expect(failure.message).toMatch(/install Java 21 or newer/);
  });

  test('prefers JAVA_HOME to PATH', async () => {
    const [home, onPath] = [await tempFolder(), await tempFolder()];
    const program = await fakeJava(home, '21');
    await fakeJava(onPath, '17.0.1');
    expect(await findJava({ JAVA_HOME: home, PATH: `${onPath}/bin` }, 17, [])).toMatchObject({
      program,
      release: 21,
    });
  });

  test('passes over an old JAVA_HOME and a stub on PATH for an installed one that will do', async () => {
    const [old, stub, place] = [await tempFolder(), await tempFolder(), await tempFolder()];
    await fakeJava(old, '11.0.2');
    await fakeProgram(stub, 'java', 'echo "Unable to locate a Java Runtime." >&2; exit 1');
    const program = await fakeJava(`${place}/jdk-17`, '17.0.1');
    const java = await findJava({ JAVA_HOME: old, PATH: `${stub}/bin` }, 17, [place]);
    expect(java).toMatchObject({ program, release: 17 });
  });
});
