import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sameBounds } from '../../src/time/bounds.ts';
import { combineDates } from '../../src/time/combineDates.ts';
import { type BoundedDate, parseEdtf } from '../../src/time/parseEdtf.ts';
import { anyDate, completionsOf, smallDate } from './arbitraries.ts';

const someDates = fc.array(anyDate, { minLength: 1, maxLength: 5 });
const someSmallDates = fc.array(smallDate, { minLength: 1, maxLength: 4 });

/** Every begin and end the date's bounds allow, as text; a thing of one day may turn out to have lasted. */
function allowedBy(date: BoundedDate): Set<string> {
  return new Set(completionsOf({ ...date, extent: 'SPAN' }).map(({ begin, end }) => `${begin}/${end}`));
}

describe('the date that several sources give', () => {
  test.each([
    [['2025-07', '2025-07-03'], '2025-07-03', false, false],
    [['2023', '[2023-10..2023-12]'], '[2023-10..2023-12]', false, false],
    [['[..2025-07-03]', '[2025-07-03..]'], '2025-07-03', false, false],
    [['2022-21', '[2022-05..2022-07]'], '2022-05', false, false],
    [['2003-XX', '2003', '[2003-01..2003-12]'], '2003', false, false],
    [['2003-05?', '2003'], '2003-05?', true, false],
    [['2003?', '2003-05'], '2003-05', false, false],
    [['2003-05?', '2003-05'], '2003-05', false, false],
    [['2003-05~', '2003-05?'], '2003-05?', true, false],
    [['2003-21?', '[2003-05..2003-06]'], '2003-05?', true, false],
    [['2003-21?', '2003-34~'], '[2003-04..2003-05]', true, false],
    [['[..2003-07-03]', '[2003-07-03..]', '2003-07-03?'], '2003-07-03', false, false],
    [['2017/', '2017-05-04'], '2017-05-04', false, false],
    [['2003/2003', '2003-05-04'], '2003-05-04', false, false],
    [['2017-05/', '../2021'], '[..2017-05]/[2017-05..]', false, true],
    [['2017-05/', '/2021-03'], '2017-05/2021-03', false, false],
    [['2025-07-03', '2025-07-05'], '[2025-07-03..2025-07-05]', false, true],
    [['2025-07-03', '2025-07-05', '2025-07'], '2025-07', false, true],
    [['2025-06', '2025-07~'], '[2025-06..2025-07]', true, true],
    [['2025-06/..', '2025-06/2025-08'], '2025-06/[2025-08..]', false, true],
  ])('%j is %s (qualified: %s, disputed: %s)', (texts, edtf, qualified, disputed) => {
    expect(combineDates(texts.map(parseEdtf))).toMatchObject({ edtf, qualified, disputed });
  });

  test('allows exactly what every source allows, and is disputed exactly if that is nothing', () => {
    fc.assert(
      fc.property(someSmallDates, (dates) => {
        const combined = combineDates(dates);
        const shared = dates.map(allowedBy).reduce((a, b) => new Set([...a].filter((pair) => b.has(pair))));
        expect(combined.disputed).toBe(shared.size === 0);
        if (!combined.disputed) expect(allowedBy(combined)).toEqual(shared);
      }),
      { numRuns: 150 },
    );
  });

  test('if disputed, allows all that any source allows, and no bound lies further out than some source has it', () => {
    fc.assert(
      fc.property(someDates, (dates) => {
        const combined = combineDates(dates);
        fc.pre(combined.disputed);
        for (const key of ['earliest', 'endEarliest'] as const) {
          expect(combined[key]).toBe(dates.map((date) => date[key]).toSorted()[0]);
        }
        for (const key of ['beginLatest', 'latest'] as const) {
          expect(combined[key]).toBe(
            dates
              .map((date) => date[key])
              .toSorted()
              .at(-1),
          );
        }
        expect(combined.qualified).toBe(dates.some(({ qualified }) => qualified));
      }),
    );
  });

  test('of one source is that source’s date', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(combineDates([date])).toEqual({ ...date, disputed: false });
      }),
    );
  });

  test('depends neither on order nor on repetition, nor changes when it is added to its own sources', () => {
    const shuffled = someDates.chain((dates) =>
      fc.tuple(
        fc.constant(dates),
        fc.shuffledSubarray([...dates, ...dates], { minLength: dates.length * 2 }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([dates, others]) => {
        const combined = combineDates(dates);
        expect(combineDates(others)).toEqual(combined);
        expect(combineDates([combined, ...dates])).toEqual(combined);
      }),
      { numRuns: 200 },
    );
  });

  test('is unqualified exactly if the unqualified sources alone come to the same days', () => {
    fc.assert(
      fc.property(someDates, (dates) => {
        const combined = combineDates(dates);
        fc.pre(!combined.disputed);
        const sure = dates.filter(({ qualified }) => !qualified);
        const sureAlone = sure.length > 0 && sameBounds(combineDates(sure), combined);
        expect(combined.qualified).toBe(!sureAlone);
      }),
      { numRuns: 200 },
    );
  });

  test('has a text that parses to it, and never a qualified text for an unqualified date', () => {
    fc.assert(
      fc.property(someDates, (dates) => {
        const { disputed, qualified, ...combined } = combineDates(dates);
        const { qualified: written, ...parsed } = parseEdtf(combined.edtf);
        expect(parsed).toEqual(combined);
        if (!qualified) expect(written).toBe(false);
        if (dates.length === 1) expect(disputed).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  test('needs a date', () => {
    expect(() => combineDates([])).toThrow('give at least one');
  });
});
