import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { textOf } from '../../src/importing/importFiles.ts';
import { readReview, reviewText } from '../../src/resolving/reviewFile.ts';
import { group, row } from './candidateRows.ts';

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
async function faults(text: string): Promise<string[]> {
  const { faults: found } = await read(text);
  return found.map((fault) => textOf(fault).replaceAll(`${folder}/`, ''));
}

const HEADER = 'verdict,left id,right id\n';

describe('A review', () => {
  test('of proposals is read as it was written, undecided', async () => {
    const { groups } = group([
      row('corpus-peru', 'Peru', { kind: 'COUNTRY' }),
      row('a-1', 'Said, "the\nLame" Ali', { countries: ['corpus-peru'], datasets: ['b', 'a'] }),
      row('b-1', 'Ali Said the Lame'),
      row('c-1', '=HYPERLINK("http://x")'),
      row('d-1', '=HYPERLINK("http://x")'),
    ]);
    const text = reviewText({ groups, contradicting: null, events: new Map([['a-1', 7]]) });
    expect(text.split('\n')).toEqual([
      'group,score,verdict,left id,left name,left kind,left countries,left datasets,left events,' +
        'right id,right name,right kind,right countries,right datasets,right events,why,conflict',
      expect.stringMatching(/^1,1\.000,,c-1,"'=HYPERLINK/),
      '2,0.990,,a-1,"Said, ""the Lame"" Ali",ACTOR,Peru,a; b,7,b-1,Ali Said the Lame,ACTOR,,b,0,' +
        '"Said, ""the Lame"" Ali ~ Ali Said the Lame",',
      '',
    ]);
    expect(await read(text)).toMatchObject({ rows: [], undecided: 2, faults: [] });
    const decided = await read(text.replace('2,0.990,,', '2,0.990, Same ,'));
    expect(decided).toMatchObject({ rows: [{ left: 'a-1', right: 'b-1', verdict: 'same' }], undecided: 1 });
  });

  test('may have rows that a spreadsheet left empty', async () => {
    expect(await read(`${HEADER},,\nsame,a,b\n , ,\n`)).toMatchObject({
      rows: [{ left: 'a' }],
      undecided: 0,
    });
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
  ])('with a fault is told so, with line and column: %j', async (text, message) => {
    expect(await faults(HEADER + text)).toEqual([expect.stringMatching(message)]);
  });

  test('with several faults is told of all, and its faulty rows still name their ids', async () => {
    const text = `${HEADER}maybe,a,b\nsame,a,c\nsame,,d\nno,e,f\n`;
    expect(await faults(text)).toEqual([
      expect.stringMatching(/^review\.csv:2, verdict: "maybe"/),
      expect.stringMatching(/^review\.csv:4, left id: is empty/),
      expect.stringMatching(/^review\.csv:5, verdict: "no"/),
    ]);
    const { rows, faulty } = await read(text);
    expect(rows).toMatchObject([{ left: 'a', right: 'c' }]);
    expect(faulty).toMatchObject([{ right: 'b' }, { left: '', right: 'd' }, { left: 'e' }]);
  });

  test('is refused without its columns, and where there is none', async () => {
    await expect(read('score,left id\n')).rejects.toThrow(
      /lacks the column verdict, right id[^]*Nothing was applied\.$/,
    );
    await expect(readReview(path.join(folder, 'none.csv'))).rejects.toThrow(
      /Cannot read "\S+none\.csv": no such file/,
    );
  });
});
