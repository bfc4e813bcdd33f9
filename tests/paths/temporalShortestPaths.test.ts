import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findPaths } from '../../src/paths/pathModes.ts';
import { findKShortest } from '../../src/paths/kShortestPaths.ts';
import { WITHOUT_HOPS } from '../../src/paths/pathHop.ts';
import type { TemporalEdgeRow } from '../../src/paths/temporalEdgesBuilder.ts';
import { atLeast, runs } from '../setup/runs.ts';
import { compare, everyPath, numberOf } from './temporalBruteForce.ts';
import { anyQuestion, anyRows, edgesOf, onDay, rowOf, type SmallQuestion } from './temporalGraphs.ts';

/** Every sequence of entities of a path whose hops each overlap the period, fewest hops first. */
function everySequence(rows: readonly TemporalEdgeRow[], question: SmallQuestion): string[][] {
  const { during, certainty } = question;
  const overlapping = rows.filter((row) => {
    if (during === undefined) return true;
    const [opens, closes] =
      certainty === 'CERTAIN' ? [row.beginLatest, row.endEarliest] : [row.earliest, row.latest];
    return opens < numberOf(during.to) && closes >= numberOf(during.from);
  });
  const paths = everyPath(overlapping, question, question.during !== undefined).map(({ entities }) =>
    entities.join(),
  );
  return [...new Set(paths)]
    .map((path) => path.split(','))
    .sort((a, b) => compare([a.length, ...a], [b.length, ...b]));
}

test('the shortest paths are, the first of all, and truncated if there are more', () => {
  const seen = { several: 0, truncated: 0 };
  const limits = fc.integer({ min: 1, max: 6 });
  const mostHops = fc.option(fc.integer({ min: 1, max: 4 }), { nil: 4 });
  fc.assert(
    fc.property(anyRows, anyQuestion, limits, mostHops, (rows, question, limit, maxHops) => {
      const all = everySequence(rows, question).filter((path) => path.length - 1 <= maxHops);
      const { paths, truncated } = findKShortest(edgesOf(rows), { ...question, limit, maxHops });
      expect(paths.map(({ hops }) => [question.from, ...hops.map(({ to }) => to)])).toEqual(
        all.slice(0, limit),
      );
      expect(truncated).toBe(all.length > limit);
      for (const { hops } of paths) expect(new Set(hops.map(({ event }) => event)).size).toBe(hops.length);
      if (paths.length > 1) seen.several++;
      if (truncated) seen.truncated++;
    }),
    { numRuns: runs(3_000) },
  );
  expect(Math.min(seen.several, seen.truncated)).toBeGreaterThanOrEqual(atLeast(60));
});

test('those of the fewest hops are the first of them that are as short', () => {
  const seen = { one: 0, several: 0, truncated: 0 };
  const limits = fc.constantFrom(1, 1, 1, 2, 6);
  const mostHops = fc.integer({ min: 1, max: 4 });
  fc.assert(
    fc.property(anyRows, anyQuestion, limits, mostHops, (rows, question, limit, maxHops) => {
      const all = everySequence(rows, question).filter((path) => path.length - 1 <= maxHops);
      const shortest = all.filter(({ length }) => length === all[0]!.length);
      const ask = (mode: 'SHORTEST' | 'ALL_SHORTEST') =>
        findPaths(edgesOf(rows), mode, { ...question, limit, maxHops });
      const { paths, truncated } = ask('ALL_SHORTEST');
      expect(paths.map(({ hops }) => [question.from, ...hops.map(({ to }) => to)])).toEqual(
        shortest.slice(0, limit),
      );
      expect(truncated).toBe(shortest.length > limit);
      expect(ask('SHORTEST')).toEqual({ paths: paths.slice(0, 1), truncated: false });
      // Of parallel relationships the same ones, and as many beside them.
      expect(findKShortest(edgesOf(rows), { ...question, limit: 99, maxHops }).paths).toEqual(
        expect.arrayContaining([...paths]),
      );
      if (paths.length > 1) seen.several++;
      if (truncated) seen.truncated++;
      if (paths.length === 1) seen.one++;
    }),
    { numRuns: runs(6_000) },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThanOrEqual(atLeast(10));
});

test('a way round is found where each shortest chain would use one event twice', () => {
  const rows = [
    ...[rowOf('a', 'b', onDay(1), { event: 'joint' }), rowOf('b', 'e', onDay(1), { event: 'joint' })],
    ...[rowOf('a', 'c', onDay(1)), rowOf('c', 'd', onDay(1)), rowOf('d', 'e', onDay(1))],
  ];
  const search = { from: 'a', to: 'e', limit: 5, maxHops: 6 };
  const { paths, truncated } = findPaths(edgesOf(rows), 'ALL_SHORTEST', search);
  expect(paths.map(({ hops }) => hops.map(({ to }) => to))).toEqual([['c', 'd', 'e']]);
  expect(truncated).toBe(false);
  expect(findPaths(edgesOf(rows), 'ALL_SHORTEST', { ...search, maxHops: 2 })).toEqual({
    paths: [],
    truncated: false,
  });
});

test('the shortest paths say that they are cut short where the search stops at its bound', () => {
  const joint = ['a', 'd'].flatMap((agent) =>
    Array.from({ length: 60 }, (_, i) =>
      Array.from({ length: 60 }, (_, j) => rowOf(agent, `t${i}`, onDay(j), { event: `joint${i}` })),
    ).flat(),
  );
  const chain = Array.from({ length: 60 }, (_, i) => rowOf(`t${i}`, `t${(i + 1) % 60}`, onDay(1)));
  const rows = [...joint, ...chain.map((row) => ({ ...row, event: 'joint0' }))];
  const answer = findKShortest(edgesOf(rows), { from: 'a', to: 'd', limit: 200 });
  expect(answer.truncated).toBe(true);
  expect(answer.paths.length).toBeLessThanOrEqual(200);
});

test('from an entity to itself there is one path without hops, and none from one that is not there', () => {
  const edges = edgesOf([rowOf('a', 'b', onDay(1))]);
  expect(findKShortest(edges, { from: 'a', to: 'a', limit: 3 })).toEqual({
    paths: [WITHOUT_HOPS],
    truncated: false,
  });
  expect(findKShortest(edges, { from: 'x', to: 'a', limit: 3 })).toEqual({ paths: [], truncated: false });
});
