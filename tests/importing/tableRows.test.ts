import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ImportError } from '../../src/importing/rows/fault.ts';
import { isFault, tableRows, type TableFormat } from '../../src/importing/rows/tableRows.ts';
import { fileOf } from './importerLaws.ts';

const COMMAS: TableFormat<'a' | 'b'> = { delimiter: ',', columns: ['a', 'b'] };
const TABS: TableFormat<'a' | 'b'> = { delimiter: '\t', columns: ['a', 'b'] };

/** Each row as its line and its cells, or as its line, column and message. */
async function read(content: string | Uint8Array, format = COMMAS, after?: number): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const block of tableRows(await fileOf(content), format, after)) {
    for (const row of block) {
      if (isFault(row)) rows.push([row.line, row.column, row.message]);
      else rows.push([row.place.line, row.cells.a, row.cells.b]);
    }
  }
  return rows;
}

describe('A table of text', () => {
  test('gives its rows by the names of the columns, whatever their order and whichever others there are', async () => {
    expect(await read('b,x,a\n1,2,3\n4,5,6\n')).toEqual([
      [2, '3', '1'],
      [3, '6', '4'],
    ]);
  });

  test('may start with a byte order mark, end its lines as Windows does, and lack the last line break', async () => {
    expect(await read('\uFEFFa,b\r\n1,2\r\n3,"4"')).toEqual([
      [2, '1', '2'],
      [3, '3', '4'],
    ]);
  });

  test('counts empty lines, and has no rows in them', async () => {
    expect(await read('a,b\n\n1,2\n\n')).toEqual([[3, '1', '2']]);
  });

  test('keeps what stands around a name', async () => {
    expect(await read('a,b\n x\u00A0,"y, ""z"""\n')).toEqual([[2, ' x\u00A0', 'y, "z"']]);
  });

  test('has quotation marks for letters where tabs are between the columns', async () => {
    expect(await read('a\tb\nThe "X" y\t"3\n', TABS)).toEqual([[2, 'The "X" y', '"3']]);
  });

  test('is read on after a line', async () => {
    expect(await read('a,b\n1,2\n3,4\n5,6\n', COMMAS, 3)).toEqual([[4, '5', '6']]);
  });

  test('tells of rows with too many or too few columns, and reads the others', async () => {
    expect(await read('a,b\n1\n2,3\n4,5,6\n')).toEqual([
      [2, null, 'it has 1 columns, but the first line names 2'],
      [3, '2', '3'],
      [4, null, 'it has 3 columns, but the first line names 2'],
    ]);
  });

  test('tells of stray quotation marks, each in its own line only', async () => {
    expect(await read('a,b\n1,"2\n3,4\n5,x"y\n6,"7\n"8"9,1\n0,0\n')).toEqual([
      [2, 'b', 'a quotation mark is opened but not closed on its line'],
      [3, '3', '4'],
      [4, 'b', 'a quotation mark stands inside a field; within quotes it is written twice'],
      [5, 'b', 'a quotation mark is opened but not closed on its line'],
      [6, 'a', 'a quotation mark stands inside a field; within quotes it is written twice'],
      [7, '0', '0'],
    ]);
  });

  test('tells of what is no UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('a,b\n1,caf'), Buffer.from([0xe9]), Buffer.from('\n3,4\n')]);
    expect(await read(bytes)).toEqual([
      [2, 'b', 'it is not UTF-8: see character 6'],
      [3, '3', '4'],
    ]);
  });

  test('must have the columns, and must be there', async () => {
    await expect(read('a,c\n1,2\n')).rejects.toThrow('lacks the column b in its first line. It has: a, c.');
    await expect(read('')).rejects.toThrow(ImportError);
  });

  test('gives every row as it was written, in its line, however long the file', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', ' ', 'é', '漢', '\u2028'), maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 30 }), fc.nat(60), async (rows, times) => {
        const all = Array.from({ length: times }, () => rows).flat();
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = ['a,b', ...all.map(([a, b]) => `${quoted(a)},${quoted(b)}`)].join('\n');
        expect(await read(text)).toEqual(all.map(([a, b], i) => [i + 2, a, b]));
      }),
      { numRuns: 30 },
    );
  });
});
