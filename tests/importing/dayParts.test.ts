import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayParts } from '../../src/importing/icews/dayParts.ts';
import type { CodedRow } from '../../src/importing/coded/codedRow.ts';
import type { ImportPart } from '../../src/importing/importer.ts';
import type { RowFault } from '../../src/importing/rows/fault.ts';
import { isFault } from '../../src/importing/rows/tableRows.ts';
import { arbitraryRows, codedRow } from './codedRows.ts';

const CODING = { dataset: 'test', asIs: false, scheme: 'test' };

type Rows = readonly (CodedRow | RowFault)[];

async function partsOf(rows: Rows, partRows?: number, block = 7): Promise<ImportPart[]> {
  async function* blocks() {
    for (let start = 0; start < rows.length; start += block)
      yield await Promise.resolve(rows.slice(start, start + block));
  }
  const parts: ImportPart[] = [];
  for await (const part of dayParts(blocks(), CODING, partRows)) parts.push(part);
  return parts;
}

/** Rows in order of days, some of them faulty. */
const someFaulty = fc
  .tuple(arbitraryRows(6), fc.infiniteStream(fc.nat(9)))
  .map(([rows, numbers]) =>
    rows.map((row) =>
      numbers.next().value === 0 ? { ...row.place, column: null, message: 'made faulty' } : row,
    ),
  );

const lineOf = (row: CodedRow | RowFault) => (isFault(row) ? row.line : row.place.line);
const eventsOf = (parts: readonly ImportPart[]) => parts.flatMap(({ events }) => events);
const faultsOf = (parts: readonly ImportPart[]) => parts.flatMap(({ faults }) => faults);
const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

describe('Parts of days', () => {
  test('are the same together, whatever their size and however the rows come', async () => {
    await fc.assert(
      fc.asyncProperty(
        someFaulty,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 70 }),
        async (rows, size, block) => {
          const [whole, parts] = [await partsOf(rows, 1_000), await partsOf(rows, size, block)];
          expect(whole.length).toBeLessThanOrEqual(1);
          expect(eventsOf(parts)).toEqual(eventsOf(whole));
          expect(faultsOf(parts)).toEqual(faultsOf(whole));
          expect(total(parts.map(({ merged }) => merged))).toBe(total(whole.map(({ merged }) => merged)));
        },
      ),
    );
  });

  test('go on after the end of any of them as if there had been no break', async () => {
    await fc.assert(
      fc.asyncProperty(someFaulty, fc.integer({ min: 1, max: 40 }), async (rows, size) => {
        const parts = await partsOf(rows, size);
        for (const [i, { end }] of parts.entries()) {
          const rest = rows.filter((row) => lineOf(row) > end.line);
          expect(await partsOf(rest, size)).toEqual(parts.slice(i + 1));
        }
      }),
    );
  });

  test('hold every row once, as a report, as skipped or as a fault', async () => {
    await fc.assert(
      fc.asyncProperty(someFaulty, fc.integer({ min: 1, max: 40 }), async (rows, size) => {
        const parts = await partsOf(rows, size);
        for (const part of parts) {
          const reports = total(part.events.map((event) => event.reports.length));
          expect(reports + total(Object.values(part.skipped)) + part.faults.length).toBe(part.rows);
        }
        expect(total(parts.map((part) => part.rows))).toBe(rows.length);
      }),
    );
  });

  test('have as many rows as asked for, unless a single day has more', async () => {
    const day = (number: number, count: number, from: number) =>
      Array.from({ length: count }, (_, i) => codedRow(from + i, `2001-01-0${number}`, 0, '051', 1));
    const rows = [...day(1, 4, 2), ...day(2, 5, 6), ...day(3, 12, 11), ...day(4, 1, 23)];
    const parts = await partsOf(rows, 10);
    expect(parts.map((part) => [part.rows, part.end.line])).toEqual([
      [9, 10],
      [12, 22],
      [1, 23],
    ]);
  });

  test('do not take a day apart for less than 20,000 rows, and then merge within the pieces only', async () => {
    const rows = Array.from({ length: 20_002 }, (_, i) =>
      codedRow(i + 2, '2001-01-01', i % 2, '040', 1 - (i % 2)),
    );
    const parts = await partsOf(rows, 10, 512);
    expect(parts.map((part) => [part.rows, part.events.length, part.merged])).toEqual([
      [20_000, 1, 19_999],
      [2, 1, 1],
    ]);
  });
});
