import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { orderDay } from '../../src/time/bounds.ts';
import { atLeast, runs } from '../setup/runs.ts';
import { completionsOf, smallDate } from './arbitraries.ts';

test('what comes first in every completion of two dates comes first in order', () => {
  let ordered = 0;
  fc.assert(
    fc.property(smallDate, smallDate, (one, other) => {
      const ends = completionsOf(one).map(({ end }) => end);
      const begins = completionsOf(other).map(({ begin }) => begin);
      if (!ends.every((end) => begins.every((begin) => end < begin))) return;
      ordered++;
      expect(orderDay(one) < orderDay(other)).toBe(true);
    }),
    { numRuns: runs(1_000) },
  );
  expect(ordered).toBeGreaterThanOrEqual(atLeast(50));
});
