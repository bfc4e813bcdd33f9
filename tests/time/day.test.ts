import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween, FIRST_DAY, isDay, LAST_DAY, nextDay } from '../../src/time/day.ts';
import { orderKey } from '../../src/time/bounds.ts';
import { parseEdtf } from '../../src/time/parseEdtf.ts';
import { anyDay } from './arbitraries.ts';

describe('a day', () => {
  test.each(['0001-01-01', '2024-02-29', '2000-02-29', '2025-12-31', '9999-12-31'])('%s exists', (text) => {
    expect(isDay(text)).toBe(true);
  });

  test.each([
    '0000-12-31',
    '2023-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '2025-1-1',
    '2025-01',
    '12025-01-01',
    '2025-01-01T00:00',
    '',
  ])('"%s" does not exist', (text) => {
    expect(isDay(text)).toBe(false);
  });

  test('moves over the ends of months and years, and the first century is not the twentieth', () => {
    expect(nextDay('2024-02-28')).toBe('2024-02-29');
    expect(nextDay('2025-12-31')).toBe('2026-01-01');
    expect(addDays('2025-03-01', -1)).toBe('2025-02-28');
    expect(nextDay('0099-12-31')).toBe('0100-01-01');
    expect(daysBetween('0001-01-01', '9999-12-31')).toBe(3_652_058);
  });

  test('stays within the calendar', () => {
    expect(addDays(FIRST_DAY, -1)).toBe(FIRST_DAY);
    expect(nextDay(LAST_DAY)).toBe(LAST_DAY);
    expect(addDays('2025-01-01', 1e12)).toBe(LAST_DAY);
  });

  test('refuses to count from what is no day', () => {
    expect(() => addDays('2025-02-30', 1)).toThrow(RangeError);
    expect(() => daysBetween('2025', '2025-01-01')).toThrow('Write one as 2025-07-03');
  });

  test('moves by exactly the days between two days, and sorts as a string', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const days = daysBetween(a, b);
        expect(addDays(a, days)).toBe(b);
        expect(isDay(b)).toBe(true);
        expect(Math.sign(days)).toBe(a < b ? 1 : a > b ? -1 : 0);
      }),
    );
  });

  test('are sorted by the earliest, and open starts come last, by the latest', () => {
    const dates = ['2017/..', '2025-07', '[..2025-06-10]', '../1999', '2024-11-03', '9999'];
    const inOrder = dates.map((edtf) => ({ edtf, key: orderKey(parseEdtf(edtf)) }));
    inOrder.sort((a, b) => (a.key < b.key ? -1 : 1));
    expect(inOrder.map(({ edtf }) => edtf)).toEqual([
      ...['2017/..', '2024-11-03', '2025-07', '9999'],
      ...['../1999', '[..2025-06-10]'],
    ]);
  });
});
