import { expect, test } from '@jest/globals';
import { textLines } from '../../src/importing/rows/textLines.ts';
import { fileOf } from './importerLaws.ts';

async function linesOf(content: string): Promise<[number, string][]> {
  const lines: [number, string][] = [];
  for await (const { line, text } of textLines([await fileOf(content)], null)) lines.push([line, text]);
  return lines;
}

test('lines end with a line feed and nothing else, and no space is lost', async () => {
  expect(await linesOf('\uFEFFa\u2028b\r\n\n c\u00a0\r\rd\n')).toEqual([
    [1, 'a\u2028b'],
    [2, ''],
    [3, ' c\u00a0\r\rd'],
  ]);
});

test('a last line needs no end', async () => {
  expect(await linesOf('a\nb')).toEqual([
    [1, 'a'],
    [2, 'b'],
  ]);
});

test('letters and lines may lie across the portions in which a file is read', async () => {
  const long = 'x' + 'ü€😀'.repeat(20_000);
  expect(await linesOf(`${long}\n${long}`)).toEqual([
    [1, long],
    [2, long],
  ]);
});
