import { expect, test } from '@jest/globals';
import { displayDate } from '../../src/time/displayDate.ts';
import { EdtfError } from '../../src/time/edtfError.ts';
import { parseEdtf } from '../../src/time/parseEdtf.ts';
import { readFileOf, sectionOf, tableOf } from './readme.ts';

const section = sectionOf(await readFileOf('docs/explanation/time.md'), 'What of EDTF is read');
const [, ...rows] = tableOf(section);

/** The texts of a cell; of a cell with one text, the backticks are gone already. */
const textsIn = (cell: string) =>
  cell.includes('`') ? [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text!) : [cell];

test('The table has all levels of EDTF', () => {
  expect([...new Set(rows.map(([level]) => level))]).toEqual(['0', '1', '2', 'beyond']);
});

test.each(rows.map(([level, feature, examples, read]) => [level!, feature!, examples!, read!] as const))(
  'Level %s, %s, such as %s: %s',
  (_, __, examples, read) => {
    expect(read).toMatch(/^(yes|no: )/);
    const texts = textsIn(examples);
    expect(texts).not.toEqual([]);
    for (const text of texts) {
      if (read.startsWith('yes')) {
        expect(parseEdtf(text)).toMatchObject({ edtf: text });
        expect(displayDate({ edtf: text })).not.toBe('');
      } else {
        expect(() => parseEdtf(text)).toThrow(EdtfError);
      }
    }
  },
);
