import { writeFile } from 'node:fs/promises';
import { afterAll, describe, expect, test } from '@jest/globals';
import { USUAL_RELEASE } from '../../src/embedded/neo4jRelease.ts';
import { loadFailure } from '../../src/embedded/restoreFailure.ts';
import { removeTempFolders, tempFolder } from './fakes.ts';

afterAll(removeTempFolders);

// What the tool says of files that are damaged or none of its own, tests/end-to-end/backup has it say itself.
describe('loadFailure', () => {
  test.each([
    [
      'DZV1…',
      "The loaded database 'neo4j' is of a newer version than the current binaries.",
      'NEWER_STORE',
      /a newer release of Neo4j than \S+\. Neo4j cannot downgrade/,
    ],
    ['DZV1…', 'IOException: No space left on device', 'NO_SPACE', /no space left to restore \S+\/a\.dump/],
    ['DZV1…', 'The stars are wrong.', 'RESTORE_FAILED', /Its output is in \S+\/log/],
  ])('of a file that begins with %s and a tool that says "%s"', async (begin, said, code, message) => {
    const home = await tempFolder();
    const restore = { file: `${home}/a.dump`, home, release: USUAL_RELEASE, log: `${home}/log` };
    await writeFile(restore.file, begin);
    await writeFile(restore.log, said);
    const had = await loadFailure({ ...restore, hadStore: true });
    expect(had.code).toBe(code);
    expect(had.message).toMatch(message);
    expect(had.message).toContain(`The store in ${home} is unchanged.`);
    expect((await loadFailure({ ...restore, hadStore: false })).message).toContain('still holds no store');
  });
});
