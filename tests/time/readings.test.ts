import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { combineDates } from '../../src/time/combineDates.ts';
import { type BoundedDate, parseEdtf } from '../../src/time/parseEdtf.ts';
import { mostPreciseOf, readings } from '../../src/time/readings.ts';
import { anyDate } from './arbitraries.ts';

const someDates = fc.array(anyDate, { minLength: 1, maxLength: 6 });

function agree(dates: readonly BoundedDate[], indexes: readonly number[]): boolean {
  return !combineDates(indexes.map((index) => dates[index]!)).disputed;
}

/** Every set of indexes that agrees and cannot be added to, by trying all. */
function maximalAgreeingSets(dates: readonly BoundedDate[]): number[][] {
  const all = dates.map((_, index) => index);
  const subsets = Array.from({ length: 2 ** dates.length - 1 }, (_, mask) =>
    all.filter((index) => (mask + 1) & (1 << index)),
  );
  return subsets
    .filter((set) => agree(dates, set))
    .filter((set) => all.every((index) => set.includes(index) || !agree(dates, [...set, index])));
}

describe('readings', () => {
  test('are one if all sources agree', () => {
    const dates = ['2025', '2025-07', '2025-07-03'].map(parseEdtf);
    expect(readings(dates)).toMatchObject([{ indexes: [0, 1, 2], date: { edtf: '2025-07-03' } }]);
  });

  test('share the vague source that agrees with two precise ones', () => {
    const dates = ['2025-07-05', '2025-07', '2025-07-03'].map(parseEdtf);
    expect(readings(dates)).toMatchObject([
      { indexes: [1, 2], date: { edtf: '2025-07-03', disputed: false } },
      { indexes: [0, 1], date: { edtf: '2025-07-05', disputed: false } },
    ]);
  });

  test('differ where only the ends differ', () => {
    const dates = ['2025-06/2025-08', '2025-06/..'].map(parseEdtf);
    expect(readings(dates).map(({ indexes }) => indexes)).toEqual([[0], [1]]);
  });

  test('of nothing are none', () => {
    expect(readings([])).toEqual([]);
  });

  test('are exactly the maximal sets of dates that agree, each with what it comes to', () => {
    fc.assert(
      fc.property(someDates, (dates) => {
        const found = readings(dates);
        expect(found.map(({ indexes }) => indexes.join()).toSorted()).toEqual(
          maximalAgreeingSets(dates)
            .map((set) => set.join())
            .toSorted(),
        );
        for (const { indexes, date } of found) {
          expect(date).toEqual(combineDates(indexes.map((index) => dates[index]!)));
        }
      }),
      { numRuns: 100 },
    );
  });

  test('are one exactly if every two dates agree', () => {
    fc.assert(
      fc.property(someDates, (dates) => {
        const pairs = dates.flatMap((_, a) => dates.map((__, b) => [a, b]));
        expect(readings(dates).length === 1).toBe(pairs.every((pair) => agree(dates, pair)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('The most precise of several values', () => {
  test.each([
    [['2014', '2014-05-02'], [['2014-05-02', ['2014', '2014-05-02']]]],
    [['2014-05-02', '2014', '2014-05', '2014'], [['2014-05-02', ['2014-05-02', '2014', '2014-05']]]],
    [
      ['2015-05-02', '2014'],
      [
        ['2014', ['2014']],
        ['2015-05-02', ['2015-05-02']],
      ],
    ],
    [
      ['2014', '2014-09', '2015', '2014-05-02'],
      [
        ['2014-05-02', ['2014', '2014-05-02']],
        ['2014-09', ['2014', '2014-09']],
        ['2015', ['2015']],
      ],
    ],
    [['2014-2X', '2014-06'], [['2014-06', ['2014-2X', '2014-06']]]],
    [
      ['201X', '[2014-11..2015-02]', '2015'],
      [['[2015-01..2015-02]', ['201X', '[2014-11..2015-02]', '2015']]],
    ],
    [['2014-05-02'], [['2014-05-02', ['2014-05-02']]]],
    [[], []],
  ])('%j is %j', (texts, alternatives) => {
    expect(mostPreciseOf(texts).map(({ edtf, texts: fitting }) => [edtf, fitting])).toEqual(alternatives);
  });

  test('needs dates', () => {
    expect(() => mostPreciseOf(['2014', 'soon'])).toThrow('"soon" is not an EDTF date');
  });
});
