import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readReview, reviewText } from '../../src/resolving/reviewFile.ts';
import { propose, row } from './candidateRows.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'chancery-review-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(text: string) {
  const file = path.join(folder, 'review.csv');
  await writeFile(file, text);
  return await readReview(file);
}

/** What is wrong, without the folder. */
async function faults(text: string): Promise<string> {
  const error = await read(text).catch((thrown: unknown) => thrown);
  return (error as Error).message.replaceAll(`${folder}/`, '');
}

const HEADER = 'verdict,left id,right id\n';

describe('A review', () => {
  test('of proposals is read as it was written, undecided', async () => {
    const text = reviewText(
      propose([row('a-1', 'Said, "the\nLame" Ali'), row('b-1', 'Ali Said the Lame', { countries: ['x'] })]),
    );
    expect(text.split('\n')).toEqual([
      'score,verdict,left id,left name,left kind,left country,right id,right name,right kind,right country,why',
      expect.stringContaining('"Said, ""the Lame"" Ali"'),
      '',
    ]);
    expect(await read(text)).toEqual({ rows: [], undecided: 1 });
    const decided = await read(text.replace(',,', ', Same ,'));
    expect(decided).toMatchObject({ rows: [{ left: 'a-1', right: 'b-1', verdict: 'same' }], undecided: 0 });
  });

  test('may have its columns in any order, and others', async () => {
    const { rows } = await read('note,right id,left id,verdict\nsure,b,a,different\n,d,c,undo\n');
    expect(rows).toMatchObject([
      { left: 'a', right: 'b', verdict: 'different', place: { line: 2 } },
      { left: 'c', right: 'd', verdict: 'undo', place: { line: 3 } },
    ]);
  });

  test.each([
    ['yes,a,b\n', /^review\.csv:2, verdict: "yes" is not a verdict\. Write same, different, undo/],
    ['same,,b\n', /^review\.csv:2, left id: is empty/],
    ['same,a,\n', /^review\.csv:2, right id: is empty/],
    ['same,a,a\n', /^review\.csv:2, right id: "a" is also the left id/],
    ['same,a,b\n\nsame,b,a\n', /^review\.csv:4, verdict: the pair is decided in line 2 already/],
    ['same,a\n', /^review\.csv:2: it has 2 columns/],
    ['no,a,b\nno,c,d\n', /verdict: .*\nreview\.csv:3, verdict/],
  ])('with a fault is refused, with line and column: %j', async (text, message) => {
    expect(await faults(HEADER + text)).toMatch(message);
    expect(await faults(HEADER + text)).toMatch(/Nothing was applied\.$/);
  });

  test('is refused without its columns, and where there is none', async () => {
    expect(await faults('score,left id\n')).toMatch(/lacks the column verdict, right id/);
    await expect(readReview(path.join(folder, 'none.csv'))).rejects.toThrow(
      /Cannot read "\S+none\.csv": no such file/,
    );
  });
});
