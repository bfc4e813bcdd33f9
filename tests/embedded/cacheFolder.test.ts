import { mkdir, writeFile } from 'node:fs/promises';
import { afterAll, describe, expect, test } from '@jest/globals';
import { cacheFolder } from '../../src/embedded/cacheFolder.ts';
import { removeTempFolders, tempFolder } from './fakes.ts';

afterAll(removeTempFolders);

describe('cacheFolder', () => {
  test('is the shared one, made if missing', async () => {
    const [shared, home] = [await tempFolder(), await tempFolder()];
    expect(await cacheFolder(`${shared}/a/b`, home)).toBe(`${shared}/a/b`);
    await mkdir(`${shared}/a/b/c`);
  });

  test('is in the home where the shared one cannot be made', async () => {
    const [shared, home] = [await tempFolder(), await tempFolder()];
    await writeFile(`${shared}/file`, '');
    expect(await cacheFolder(`${shared}/file/cache`, home)).toBe(`${home}/cache`);
  });
});
