import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findPaths } from '../../src/paths/pathModes.ts';
import type { Certainty } from '../../src/time/period.ts';
import { atLeast, runs } from '../setup/runs.ts';
import { numberOf, type TemporalMode } from './temporalBruteForce.ts';
import { anyDates, dayOf, type Dates, edgesOf, rowOf } from './temporalGraphs.ts';

/** One begin and one end for each hop. */
type Completion = readonly { readonly begin: number; readonly end: number }[];

function completionsOf(chain: readonly Dates[]): Completion[] {
  return chain.reduce<Completion[]>(
    (before, dates) => before.flatMap((one) => beginsAndEnds(dates).map((ends) => [...one, ends])),
    [[]],
  );
}

/** Dates whose begin and end have the same range are those of things of one day. */
function beginsAndEnds({
  earliest,
  beginLatest,
  endEarliest,
  latest,
}: Dates): { begin: number; end: number }[] {
  const begins = range(earliest, beginLatest);
  if (earliest === endEarliest && beginLatest === latest)
    return begins.map((day) => ({ begin: day, end: day }));
  return begins.flatMap((begin) =>
    range(endEarliest, latest)
      .filter((end) => begin <= end)
      .map((end) => ({ begin, end })),
  );
}

/** Whether days from `x` to `y` can be chosen, one for each hop, on which it goes on, in order. */
function canWalk(completion: Completion, x: number, y: number, gap: number): boolean {
  const walk = (hop: number, from: number): boolean => {
    const ends = completion[hop];
    if (ends === undefined) return true;
    return range(Math.max(from, ends.begin), Math.min(y, ends.end)).some((day) => walk(hop + 1, day + gap));
  };
  return walk(0, x);
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

const chains = fc.array(anyDates, { minLength: 1, maxLength: 3 });
const periods = fc
  .tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 }))
  .map(([a, b]) => ({ first: Math.min(a, b), last: Math.max(a, b) }));

function answerAlong(
  chain: readonly Dates[],
  question: { mode: TemporalMode; certainty: Certainty; strict: boolean; first: number; last: number },
): { departs: number; arrives: number } | null {
  const { first, last, mode, ...rest } = question;
  const rows = chain.map((dates, hop) => rowOf(`n${hop}`, `n${hop + 1}`, dates));
  const during = { from: dayOf(first), to: dayOf(last + 1) };
  const search = { ...rest, during, from: 'n0', to: `n${chain.length}` };
  const [path] = findPaths(edgesOf(rows), mode, search).paths;
  return path === undefined ? null : { departs: numberOf(path.departs!), arrives: numberOf(path.arrives!) };
}

describe.each(['POSSIBLE', 'CERTAIN'] as const)('a chain is %s', (certainty) => {
  test.each([true, false])('as the completions of its dates say (strict: %s)', (strict) => {
    const gap = strict ? 1 : 0;
    const seen = { holding: 0, not: 0 };
    fc.assert(
      fc.property(chains, periods, (chain, { first, last }) => {
        const completions = completionsOf(chain);
        const holds = (x: number, y: number): boolean =>
          certainty === 'CERTAIN'
            ? completions.every((one) => canWalk(one, x, y, gap))
            : completions.some((one) => canWalk(one, x, y, gap));
        const ask = (mode: TemporalMode) => answerAlong(chain, { mode, certainty, strict, first, last });
        const days = range(first, last);
        if (!holds(first, last)) {
          seen.not++;
          expect(ask('SHORTEST_IN_TIME')).toBeNull();
          return;
        }
        seen.holding++;
        expect(ask('EARLIEST_ARRIVAL')!.arrives).toBe(days.find((y) => holds(first, y)));
        expect(ask('LATEST_DEPARTURE')!.departs).toBe(days.findLast((x) => holds(x, last)));
        const { departs, arrives } = ask('FASTEST')!;
        expect(holds(departs, arrives)).toBe(true);
        const shorter = arrives - departs - 1;
        expect(days.some((x) => x + shorter <= last && holds(x, x + shorter))).toBe(false);
      }),
      { numRuns: runs(600) },
    );
    expect(Math.min(seen.holding, seen.not)).toBeGreaterThanOrEqual(atLeast(30));
  });
});

test('a chain of days that are known to the month is certain only from one month to the next', () => {
  const month = (first: number): Dates => ({
    ...{ earliest: first, beginLatest: first + 1, endEarliest: first, latest: first + 1 },
  });
  const ask = (chain: Dates[], strict: boolean) =>
    answerAlong(chain, { mode: 'FASTEST', certainty: 'CERTAIN', strict, first: 0, last: 7 });
  expect(ask([month(1), month(1)], false)).toBeNull();
  expect(ask([month(1), month(2)], false)).toEqual({ departs: 1, arrives: 3 });
  expect(ask([month(1), month(2)], true)).toBeNull();
  expect(ask([month(1), month(3)], true)).toEqual({ departs: 1, arrives: 4 });
});
