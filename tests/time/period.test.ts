import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../src/time/day.ts';
import { parseEdtf } from '../../src/time/parseEdtf.ts';
import { overlaps, type Period, periodOfDay } from '../../src/time/period.ts';
import { type Completion, completionsOf, daysFrom, nearDay, smallDate } from './arbitraries.ts';

const anyPeriod = fc
  .tuple(nearDay, fc.integer({ min: 1, max: 40 }))
  .map(([from, days]): Period => ({ from, to: addDays(from, days) }));

function goesOnDuring({ begin, end }: Completion, { from, to }: Period): boolean {
  return daysFrom(from, addDays(to, -1)).some((day) => begin <= day && day <= end);
}

describe('overlap with a period', () => {
  test('is possible exactly if some completion goes on during it', () => {
    fc.assert(
      fc.property(smallDate, anyPeriod, (date, period) => {
        const some = completionsOf(date).some((completion) => goesOnDuring(completion, period));
        expect(overlaps(date, period, 'POSSIBLE')).toBe(some);
      }),
      { numRuns: 200 },
    );
  });

  test('is certain exactly if every completion goes on during it and the date is unqualified', () => {
    fc.assert(
      fc.property(smallDate, anyPeriod, (date, period) => {
        const every = completionsOf(date).every((completion) => goesOnDuring(completion, period));
        expect(overlaps(date, period, 'CERTAIN')).toBe(every && !date.qualified);
      }),
      { numRuns: 200 },
    );
  });

  test('leaves out the day a period ends on', () => {
    const period = { from: '2025-07-01', to: '2025-07-03' };
    expect(overlaps(parseEdtf('2025-07-02'), period, 'CERTAIN')).toBe(true);
    expect(overlaps(parseEdtf('2025-07-03'), period, 'POSSIBLE')).toBe(false);
    expect(overlaps(parseEdtf('2025-06-30'), period, 'POSSIBLE')).toBe(false);
    expect(overlaps(parseEdtf('2025-06-30/2025-07-03'), period, 'CERTAIN')).toBe(true);
  });

  test('is never certain for a qualified date, though possible', () => {
    const year = { from: '2025-01-01', to: '2026-01-01' };
    expect(overlaps(parseEdtf('2025-07'), year, 'CERTAIN')).toBe(true);
    expect(overlaps(parseEdtf('2025-07~'), year, 'CERTAIN')).toBe(false);
    expect(overlaps(parseEdtf('2025-07~'), year, 'POSSIBLE')).toBe(true);
  });

  test('is certain at any later time for what goes on, and only possible where the end is unknown', () => {
    const later = periodOfDay('2031-05-05');
    expect(overlaps(parseEdtf('2017/..'), later, 'CERTAIN')).toBe(true);
    expect(overlaps(parseEdtf('2017/'), later, 'CERTAIN')).toBe(false);
    expect(overlaps(parseEdtf('2017/'), later, 'POSSIBLE')).toBe(true);
  });
});

test('the period of one day holds that day alone', () => {
  expect(periodOfDay('2024-02-28')).toEqual({ from: '2024-02-28', to: '2024-02-29' });
});
