import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { edgeRules, type PathSearch } from '../../src/paths/edgeRules.ts';
import { findPaths, type PathMode } from '../../src/paths/pathModes.ts';
import type { FoundPath } from '../../src/paths/pathHop.ts';
import type { TemporalEdges } from '../../src/paths/temporalEdges.ts';
import { earliestArrival, scanForArrival } from '../../src/paths/earliestArrival.ts';
import type { TemporalEdgeRow } from '../../src/paths/temporalEdgesBuilder.ts';
import { atLeast, runs } from '../setup/runs.ts';
import {
  bestRank,
  everyPath,
  holds,
  numberOf,
  TEMPORAL_MODES as MODES,
  type TemporalMode,
} from './temporalBruteForce.ts';
import { anyQuestion, anyRows, dayOf, edgesOf, onDay, rowOf, someDayOf } from './temporalGraphs.ts';

/** The one path of a mode that finds one; `null` if there is none. */
function pathIn(edges: TemporalEdges, mode: PathMode, search: PathSearch): FoundPath | null {
  return findPaths(edges, mode, search).paths[0] ?? null;
}

function namesOf({ hops }: FoundPath): string[] {
  return [hops[0]!.from, ...hops.map(({ to }) => to)];
}

/** What the mode minimizes, then what breaks ties, as the answer shows it. */
function rankOf(path: FoundPath, mode: TemporalMode): (number | string)[] {
  const departs = numberOf(path.departs!);
  const arrives = numberOf(path.arrives!);
  const { length } = path.hops;
  const names = namesOf(path);
  switch (mode) {
    case 'EARLIEST_ARRIVAL':
      return [arrives, length, ...names];
    case 'LATEST_DEPARTURE':
      return [-departs, length, ...names];
    case 'FASTEST':
      return [arrives - departs, length, -departs, ...names];
    case 'SHORTEST_IN_TIME':
      return [length, ...names];
  }
}

describe('each mode, strict and not', () => {
  test('finds on 10,000 graphs what trying every path and every window of days finds', () => {
    const seen = { direct: 0, several: 0, none: 0 };
    fc.assert(
      fc.property(anyRows, anyQuestion, fc.boolean(), (rows, small, strict) => {
        const edges = edgesOf(rows);
        const paths = everyPath(rows, small);
        for (const mode of MODES) {
          const question = { ...small, mode, strict };
          const found = findPaths(edges, mode, question);
          const [path] = found.paths;
          expect(found.truncated).toBe(false);
          expect(path === undefined ? null : rankOf(path, mode)).toEqual(bestRank(paths, question));
          if (path === undefined) seen.none++;
          else if (path.hops.length > 1) seen.several++;
          else seen.direct++;
        }
      }),
      { numRuns: runs(10_000) },
    );
    expect(Math.min(seen.direct, seen.several, seen.none)).toBeGreaterThanOrEqual(atLeast(2_000));
  });

  test('answers with relationships that there are, no event twice, holding from departure to arrival', () => {
    fc.assert(
      fc.property(
        anyRows,
        anyQuestion,
        fc.constantFrom(...MODES),
        fc.boolean(),
        (rows, small, mode, strict) => {
          const path = pathIn(edgesOf(rows), mode, { ...small, strict });
          if (path === null) return;
          const events = path.hops.map(({ event }) => event).join();
          const ways = everyPath(rows, small).filter(
            (way) =>
              way.entities.join() === namesOf(path).join() &&
              way.rows.map(({ event }) => event).join() === events,
          );
          const { certainty } = small;
          const window = { x: numberOf(path.departs!), y: numberOf(path.arrives!), certainty, strict };
          expect(ways.some((way) => holds(way, window))).toBe(true);
          const days = path.hops.map(({ day }) => numberOf(day!));
          expect(days.at(-1)).toBe(window.y);
          if (certainty === 'POSSIBLE') expect(days[0]).toBe(window.x);
          for (let hop = 1; hop < days.length; hop++)
            expect(days[hop]! - days[hop - 1]!).toBeGreaterThanOrEqual(strict ? 1 : 0);
        },
      ),
      { numRuns: runs(2_000) },
    );
  });

  test('answers the same whatever the order of the rows', () => {
    fc.assert(
      fc.property(anyRows, anyQuestion, fc.constantFrom(...MODES), (rows, small, mode) => {
        const forth = pathIn(edgesOf(rows), mode, small);
        const back = pathIn(edgesOf(rows.toReversed()), mode, small);
        expect(back && rankOf(back, mode)).toEqual(forth && rankOf(forth, mode));
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('among many relationships of each day', () => {
  const anyMany = fc.array(
    fc.record({
      ends: fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 })),
      day: fc.integer({ min: 0, max: 5 }),
      days: fc.constantFrom(0, 0, 0, 0, 0, 0, 2),
    }),
    { minLength: 60, maxLength: 300, size: 'max' },
  );

  /** By which day each entity is reached from `n0`, by trying all until nothing changes. */
  function reachedFrom(rows: readonly TemporalEdgeRow[], gap: number): Map<string, number> {
    const reached = new Map([['n0', -gap]]);
    for (let changed = true; changed;) {
      changed = false;
      for (const { from, to, earliest, latest } of rows) {
        const ready = (reached.get(from) ?? Infinity) + gap;
        const across = ready <= latest ? Math.max(ready, earliest) : Infinity;
        if (across >= (reached.get(to) ?? Infinity)) continue;
        reached.set(to, across);
        changed = true;
      }
    }
    return reached;
  }

  test.each([true, false])('arrivals and departures are those of trying all (strict: %s)', (strict) => {
    const during = { from: dayOf(0), to: dayOf(8) };
    const seen = { reached: 0, not: 0 };
    fc.assert(
      fc.property(anyMany, (many) => {
        const rows = many.map(({ ends: [a, b], day, days }, i) =>
          rowOf(`n${a}`, `n${b}`, someDayOf(day, day + days), { event: `event:${i}` }),
        );
        const mirrored = rows.map((row) => ({ ...row, ...someDayOf(7 - row.latest, 7 - row.earliest) }));
        const [edges, back] = [edgesOf(rows), edgesOf(mirrored)];
        const reached = reachedFrom(rows, strict ? 1 : 0);
        for (const goal of ['n1', 'n2', 'n3', 'n4', 'n5', 'n6']) {
          const ends = { during, strict, direction: 'FORWARD' as const, from: 'n0', to: goal };
          const there = pathIn(edges, 'EARLIEST_ARRIVAL', ends);
          expect(there && numberOf(there.arrives!)).toBe(reached.get(goal) ?? null);
          const turned = { ...ends, direction: 'BACKWARD' as const, from: goal, to: 'n0' };
          const again = pathIn(back, 'LATEST_DEPARTURE', turned);
          expect(again && 7 - numberOf(again.departs!)).toBe(reached.get(goal) ?? null);
          if (there === null) seen.not++;
          else seen.reached++;
        }
      }),
      { numRuns: 150 },
    );
    expect(Math.min(seen.reached, seen.not)).toBeGreaterThan(50);
  });
});

function pathAmong(rows: readonly TemporalEdgeRow[], search: Partial<PathSearch> = {}): FoundPath | null {
  return pathIn(edgesOf(rows), 'EARLIEST_ARRIVAL', { from: 'a', to: 'd', ...search });
}

describe('time', () => {
  const sameDay = [rowOf('c', 'd', onDay(3)), rowOf('b', 'c', onDay(3)), rowOf('a', 'b', onDay(3))];

  test('lets hops of one day follow each other in any order, unless each must be later', () => {
    expect(pathAmong(sameDay)!.hops.map(({ to }) => to)).toEqual(['b', 'c', 'd']);
    expect(pathAmong(sameDay, { strict: true })).toBeNull();
  });

  test('gives the window of days within which the path runs, and a day for each hop', () => {
    const rows = [
      rowOf('a', 'b', someDayOf(0, 4)),
      rowOf('b', 'c', onDay(2)),
      rowOf('c', 'd', someDayOf(1, 6)),
    ];
    const path = pathAmong(rows)!;
    expect([path.departs, path.arrives]).toEqual([dayOf(2), dayOf(2)]);
    const strict = pathAmong(rows, { strict: true })!;
    expect(strict.hops.map(({ day }) => day)).toEqual([dayOf(1), dayOf(2), dayOf(3)]);
    expect(pathAmong(rows, { certainty: 'CERTAIN' })).toBeNull();
  });

  test('answers null for a day that is open', () => {
    const open = { earliest: -719_162, beginLatest: 3, endEarliest: -719_162, latest: 3 };
    const path = pathAmong([rowOf('a', 'd', open)])!;
    expect([path.departs, path.arrives, path.hops[0]!.day]).toEqual([null, null, null]);
    const certain = pathAmong([rowOf('a', 'd', open)], { certainty: 'CERTAIN' })!;
    expect([certain.departs, certain.arrives]).toEqual([null, dayOf(3)]);
  });
});

test('the first arrival is the same by halving the period as by one pass over all relationships', () => {
  const seen = { sooner: 0, never: 0 };
  fc.assert(
    fc.property(anyRows, anyQuestion, fc.boolean(), (rows, question, strict) => {
      const edges = edgesOf(rows);
      const [origin = 0, goal = 0] = [question.from, question.to].map((id) => edges.entityIndex.get(id));
      if (origin === goal) return;
      const rules = edgeRules(edges, { ...question, strict }, { timeless: false });
      const arrival = earliestArrival(rules, 1, { origin, goal });
      expect(arrival).toBe(scanForArrival(rules, 1, { origin, goal }));
      const departure = earliestArrival(rules, -1, { origin, goal });
      // Day 0 counted backward may be -0.
      expect(departure === scanForArrival(rules, -1, { origin, goal })).toBe(true);
      seen[arrival === null ? 'never' : 'sooner']++;
    }),
    { numRuns: runs(3_000) },
  );
  expect(Math.min(seen.sooner, seen.never)).toBeGreaterThanOrEqual(atLeast(300));
});

test('where halving would reach many entities again and again, the pass answers', () => {
  // From either end a crowd on the first day; only on the last does one of the one meet one of the other.
  const crowd = Array.from({ length: 1_500 }, (_, i) => [
    rowOf('a', `a${i}`, onDay(0)),
    rowOf('d', `d${i}`, onDay(0)),
    rowOf(`d${i}`, 'd', onDay(90)),
  ]).flat();
  const rows = [...crowd, rowOf('a7', 'd9', onDay(89)), rowOf('a8', 'd', onDay(95))];
  const path = pathAmong(rows)!;
  expect([path.hops.map(({ to }) => to), path.arrives]).toEqual([['a7', 'd9', 'd'], dayOf(90)]);
});

describe('events', () => {
  test('are crossed once: two who did the same to others are not connected by that', () => {
    const targets = Array.from({ length: 30 }, (_, i) => `t${i}`);
    const joint = ['a', 'd'].flatMap((agent) =>
      targets.map((target) => rowOf(agent, target, onDay(1), { event: 'joint' })),
    );
    expect(pathAmong(joint)).toBeNull();
    const path = pathAmong([...joint, rowOf('d', 't7', onDay(2))])!;
    expect(path.hops.map(({ to, day }) => [to, day])).toEqual([
      ['t7', dayOf(1)],
      ['d', dayOf(2)],
    ]);
  });

  test('that only a search beyond its bound could tell apart make the answer truncated', () => {
    const events = Array.from({ length: 8 }, (_, i) => `joint${i}`);
    const rows = Array.from({ length: 9 }, (_, hop) =>
      events.map((event) => rowOf(`n${hop}`, `n${hop + 1}`, onDay(1), { event })),
    ).flat();
    const ask = (goal: string) => findPaths(edgesOf(rows), 'SHORTEST_IN_TIME', { from: 'n0', to: goal });
    expect(
      ask('n8')
        .paths[0]!.hops.map(({ event }) => event)
        .sort(),
    ).toEqual(events);
    const answer = ask('n9');
    expect(answer).toEqual({ paths: [], truncated: true });
  });
});

test('a path from an entity to itself has no hops, and one to an entity without relationships is not there', () => {
  expect(pathAmong([], { to: 'a' })).toEqual({ hops: [], departs: null, arrives: null });
  expect(pathAmong([rowOf('a', 'b', onDay(1))])).toBeNull();
});

test('a hop counts the relationships beside it that were asked for, in the period', () => {
  const rows = [
    ...[1, 2, 3].map((day) => rowOf('a', 'd', onDay(day), { event: `event:${day}` })),
    rowOf('d', 'a', onDay(2), { event: 'event:back' }),
  ];
  const during = { from: dayOf(2), to: dayOf(9) };
  expect(pathAmong(rows, { during })!.hops[0]).toMatchObject({ parallelCount: 3, forward: true });
  expect(pathAmong(rows, { during, direction: 'FORWARD' })!.hops[0]!.parallelCount).toBe(2);
});
