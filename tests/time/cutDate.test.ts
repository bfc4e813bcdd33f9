import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sameBounds } from '../../src/time/bounds.ts';
import { cutDate } from '../../src/time/cutDate.ts';
import { earliestOf, LAST_DAY, nextDay } from '../../src/time/day.ts';
import { parseEdtf } from '../../src/time/parseEdtf.ts';
import { overlaps } from '../../src/time/period.ts';
import { anyDate, nearDay } from './arbitraries.ts';

const anyRange = fc
  .tuple(nearDay, nearDay)
  .map(([a, b]) => (a < b ? { first: a, last: b } : { first: b, last: a }));

describe('What one can know of a date who writes on some day of a range', () => {
  test.each([
    ['2003', '2024-10-04', '2024-10-10', '2003'],
    ['2024', '2024-03-05', '2024-03-05', '[2024-01-01..2024-03-05]'],
    ['2024-10-04', '2024-10-04', '2024-10-10', '2024-10-04'],
    ['[2023..2025]', '2024-10-04', '2024-10-31', '[2023-01..2024-10]'],
    ['2017/..', '2023-03-15', '2023-03-20', '2017/[2023-03-15..]'],
    ['2003/2004', '2023-03-01', '2023-03-20', '2003/2004'],
    // The end is still to come.
    ['2024-05/2024-12', '2024-06-10', '2024-06-12', '2024-05/[2024-06-10..]'],
    ['2024-11-25/..', '2024-11-25', '2024-12-09', '2024-11-25/[2024-11-25..]'],
    // It has ended.
    ['2024-05/', '2024-06-10', '2024-06-12', '2024-05/[..2024-06-12]'],
    ['../2024', '2024-06-10', '2024-06-12', '../[2024-01-01..2024-06-12]'],
    // In another time zone that day had begun.
    ['2024-06-01', '2024-05-01', '2024-05-31', '2024-05-31'],
  ])('%s, written from %s to %s, is %s', (edtf, first, last, expected) => {
    expect(cutDate(parseEdtf(edtf), { first, last }).edtf).toBe(expected);
  });

  test('a qualified date stays so, though a set of days cannot say it', () => {
    const range = { first: '2024-03-05', last: '2024-03-05' };
    expect(cutDate(parseEdtf('2024~'), range)).toMatchObject({ latest: '2024-03-05', qualified: true });
  });

  test('begins where the date does, and nothing that is past follows what is written', () => {
    fc.assert(
      fc.property(anyDate, anyRange, (date, range) => {
        const cut = cutDate(date, range);
        expect(cut.earliest).toBe(earliestOf(date.earliest, range.last));
        expect(cut.beginLatest <= range.last).toBe(true);
        if (cut.latest !== LAST_DAY) expect(cut.latest <= range.last).toBe(true);
        expect(cut.extent).toBe(date.extent);
      }),
    );
  });

  test('nothing is certain after the last day on which it can have been written', () => {
    fc.assert(
      fc.property(anyDate, anyRange, (date, range) => {
        const after = { from: nextDay(range.last), to: LAST_DAY };
        expect(overlaps(cutDate(date, range), after, 'CERTAIN')).toBe(false);
      }),
    );
  });

  test('its text says the same, and cutting it again changes nothing', () => {
    fc.assert(
      fc.property(anyDate, anyRange, (date, range) => {
        const cut = cutDate(date, range);
        expect(sameBounds(parseEdtf(cut.edtf), cut)).toBe(true);
        if (cut.latest !== LAST_DAY) expect(cutDate(cut, range)).toEqual(cut);
      }),
    );
  });
});
