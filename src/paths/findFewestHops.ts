/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */
import { type EdgeRules, edgeRules, horizon, visitNextHops, type PathSearch } from './edgeRules.ts';
import { type Ends, meet, type Meeting, type Route } from './fewestHops.ts';
import { matchEvents } from './distinctEvents.ts';
import { type FoundPaths, parallelEdges, timelessPath } from './pathHop.ts';
import { findKShortest } from './kShortestPaths.ts';
import type { TemporalEdges } from './temporalEdges.ts';

/** The first of the paths with the fewest hops. */
export function findShortest(edges: TemporalEdges, search: PathSearch): FoundPaths {
  return findFewestHops(edges, search, 'FIRST');
}

/** All paths with the fewest hops: as `findKShortest` defines and orders them, but none longer than the first. */
export function findAllShortest(edges: TemporalEdges, search: PathSearch): FoundPaths {
  return findFewestHops(edges, search, 'ALL');
}

/** The maximum number of sequences of entities that one question may cost. */
const MAX_SEQUENCES = 10_000;

/** The maximum number of searches that a way round may cost: nothing else is answered meanwhile. */
const MAX_DETOUR_SEARCHES = 200;

/**
 * One search from both ends finds the fewest hops, and where all such routes run. Nearly always some of them use no
 * event twice; if none does, the first longer path is sought, then all that are as short.
 */
function findFewestHops(edges: TemporalEdges, search: PathSearch, wanted: 'FIRST' | 'ALL'): FoundPaths {
  const { maxHops = Infinity, limit = 1 } = search;
  const origin = edges.entityIndex.get(search.from);
  const goal = edges.entityIndex.get(search.to);
  if (origin === undefined || goal === undefined || origin === goal) return findKShortest(edges, search);
  const rules = edgeRules(edges, search, { timeless: true });
  const ends = { origin, goal };
  const meeting = meet(rules, ends, maxHops);
  if (meeting === null) return { paths: [], truncated: false };
  const most = wanted === 'FIRST' ? 1 : limit + 1;
  const { routes, cutShort } = routesOf(rules, ends, meeting, most);
  if (routes.length === 0) return findDetours(edges, search, wanted);
  return {
    paths: routes.slice(0, limit).map((route) => timelessPath(rules, route)),
    truncated: wanted === 'ALL' && (cutShort || routes.length > limit),
  };
}

/** The shortest of the longer paths. */
function findDetours(edges: TemporalEdges, search: PathSearch, wanted: 'FIRST' | 'ALL'): FoundPaths {
  const first = findKShortest(edges, { ...search, limit: 1 }, MAX_DETOUR_SEARCHES);
  const [path] = first.paths;
  if (path === undefined) return first;
  if (wanted === 'FIRST') return { paths: [path], truncated: false };
  return findKShortest(edges, { ...search, maxHops: path.hops.length }, MAX_DETOUR_SEARCHES);
}

/** The first routes of so many hops, in the order of their entities; of each the first relationships of distinct events. */
function routesOf(
  rules: EdgeRules,
  { origin }: Ends,
  meeting: Meeting,
  most: number,
): { routes: Route[]; cutShort: boolean } {
  const edgesBetween = memoizePairs((tail, head) => parallelEdges(rules, tail, head));
  const nextOf = nextOnTheWay(rules, meeting);
  const routes: Route[] = [];
  let sequences = 0;

  function follow(entities: readonly number[], choices: readonly (readonly number[])[]): void {
    if (choices.length === meeting.hops) {
      sequences++;
      const edges = matchEvents(choices, rules.edges.event);
      if (edges !== null) routes.push({ entities, edges });
      return;
    }
    const here = entities.at(-1)!;
    for (const next of nextOf(here, meeting.hops - choices.length - 1)) {
      if (routes.length === most || sequences === MAX_SEQUENCES) return;
      follow([...entities, next], [...choices, edgesBetween(here, next)]);
    }
  }

  follow([origin], []);
  return { routes, cutShort: sequences === MAX_SEQUENCES };
}

/** The entities, in order, to which one can go and be at the goal in so many hops more. */
function nextOnTheWay(rules: EdgeRules, { behind }: Meeting): (here: number, remaining: number) => number[] {
  const { begin, end } = horizon(rules, 1);
  return memoizePairs((here, remaining) => {
    const next = new Set<number>();
    visitNextHops(rules, 1, here, begin, { exact: end, any: end }, (_, entity) => {
      if (behind.day(entity, remaining) < Infinity) next.add(entity);
    });
    return [...next].sort((a, b) => a - b);
  });
}

/** The same function, which works each answer out once. */
function memoizePairs<T>(answer: (a: number, b: number) => T): (a: number, b: number) => T {
  const cache = new Map<string, T>();
  return (a, b) => {
    const key = `${a} ${b}`;
    const cached = cache.get(key);
    if (cached !== undefined) return cached;
    const answered = answer(a, b);
    cache.set(key, answered);
    return answered;
  };
}
