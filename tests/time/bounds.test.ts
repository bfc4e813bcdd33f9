import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { orderKey } from '../../src/time/bounds.ts';
import { FIRST_DAY } from '../../src/time/day.ts';
import { atLeast, runs } from '../setup/runs.ts';
import { completionsOf, smallDate } from './arbitraries.ts';

test('what comes first in every completion of two dates comes first in order, unless its start is open', () => {
  let ordered = 0;
  fc.assert(
    fc.property(smallDate, smallDate, (one, other) => {
      const ends = completionsOf(one).map(({ end }) => end);
      const begins = completionsOf(other).map(({ begin }) => begin);
      if (one.earliest === FIRST_DAY) return;
      if (!ends.every((end) => begins.every((begin) => end < begin))) return;
      ordered++;
      expect(orderKey(one) < orderKey(other)).toBe(true);
    }),
    { numRuns: runs(1_000) },
  );
  expect(ordered).toBeGreaterThanOrEqual(atLeast(50));
});
