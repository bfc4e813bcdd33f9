import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween, FIRST_DAY, LAST_DAY } from '../../src/time/day.ts';
import { parseEdtf } from '../../src/time/parseEdtf.ts';
import { overlaps, type Period } from '../../src/time/period.ts';
import { EVERY_WINDOW, indexPlace, widthWindows, type WidthWindow } from '../../src/time/widthClass.ts';
import { runs } from '../setup/runs.ts';
import { anyDate, anyDay, nearDay } from './arbitraries.ts';

const anyPeriod: fc.Arbitrary<Period> = fc
  .oneof(fc.tuple(anyDay, anyDay), fc.tuple(nearDay, nearDay), fc.tuple(fc.constant(FIRST_DAY), nearDay))
  .map((days) => days.sort())
  .filter(([from, to]) => from < to)
  .map(([from, to]) => ({ from: from, to: to }));

const holds = (windows: readonly WidthWindow[], edtf: string): boolean => {
  const { span, at } = indexPlace(parseEdtf(edtf));
  return windows.some((window) => window.span === span && window.first <= at && at <= window.last);
};

describe('The windows of a period', () => {
  test('hold every date that may overlap it', () => {
    fc.assert(
      fc.property(anyDate, anyPeriod, (date, period) => {
        if (overlaps(date, period, 'POSSIBLE')) expect(holds(widthWindows(period), date.edtf)).toBe(true);
      }),
      { numRuns: runs(5_000) },
    );
  });

  test('hold dates that overlap it in one day only', () => {
    for (const width of [0, 1, 31, 32, 366, 367, 3660, 3661]) {
      const latest = addDays('2024-02-29', width);
      const date = width === 0 ? latest : `2024-02-29/${latest}`;
      expect(holds(widthWindows({ from: latest, to: addDays(latest, 1) }), date)).toBe(true);
      expect(holds(widthWindows({ from: '2024-02-01', to: '2024-03-01' }), date)).toBe(true);
      expect(holds(widthWindows({ from: '2024-02-01', to: '2024-02-29' }), date)).toBe(false);
    }
  });

  test('are wider than the period by no more than the dates of their class', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const widths = widthWindows(period)
          .filter(({ span }) => span <= 3)
          .map(({ first }) => daysBetween(first, period.from));
        [0, 31, 366, 3660].forEach((width, span) => {
          expect(widths[span]).toBeLessThanOrEqual(width);
        });
        for (const { span, last } of widthWindows(period).filter((window) => window.span <= 4)) {
          expect([span, last]).toEqual([span, addDays(period.to, -1)]);
        }
      }),
    );
  });

  test('are one for each class, so that no event is read twice', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(widthWindows(period).map(({ span }) => span)).toEqual([0, 1, 2, 3, 4, 5]);
      }),
    );
  });

  test('of no period hold every date', () => {
    fc.assert(
      fc.property(anyDate, ({ edtf }) => {
        expect(holds(EVERY_WINDOW, edtf)).toBe(true);
      }),
    );
  });
});

describe('The place of a date in the index', () => {
  test.each([
    ['2024-02-29', 0, '2024-02-29'],
    ['2024-02', 1, '2024-02-01'],
    ['2024', 2, '2024-01-01'],
    ['201X', 3, '2010-01-01'],
    ['20XX', 4, '2000-01-01'],
    ['2024/..', 4, '2024-01-01'],
    ['[..2024-02-03]', 5, '2024-02-03'],
    ['../..', 5, LAST_DAY],
  ])('of %s is class %i, %s', (edtf, span, at) => {
    expect(indexPlace(parseEdtf(edtf))).toEqual({ span, at });
  });

  test('has a class as wide as the date at least', () => {
    fc.assert(
      fc.property(anyDate, ({ edtf, earliest, latest }) => {
        const { span, at } = indexPlace(parseEdtf(edtf));
        const width = [0, 31, 366, 3660][span];
        if (width !== undefined)
          expect([at, daysBetween(earliest, latest) <= width]).toEqual([earliest, true]);
      }),
    );
  });
});
