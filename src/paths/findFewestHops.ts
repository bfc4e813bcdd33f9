/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */
import { type EdgeRules, edgeRules, horizon, visitNextHops, type ChainQuestion } from './edgeRules.ts';
import { type Ends, meet, type Meeting, type Route } from './fewestHops.ts';
import { matchEvents } from './distinctEvents.ts';
import { hopsOf, parallelEdges } from './pathHop.ts';
import { findShortestPaths, type ShortestPathsAnswer } from './kShortestPaths.ts';
import type { TemporalEdges } from './temporalEdges.ts';

export interface FewestHopsQuestion extends ChainQuestion {
  /** The first path of all, or all. */
  readonly mode: 'SHORTEST' | 'ALL_SHORTEST';
  readonly maxHops: number;
  /** The most paths of all. */
  readonly limit: number;
}

/** How many sequences of entities one question may cost. */
const MAX_SEQUENCES = 10_000;

/** How many searches a way round may cost: nothing else is answered meanwhile. */
const MAX_DETOUR_SEARCHES = 200;

/**
 * The paths of which none has fewer hops: as `findShortestPaths` defines and orders them, but none that is longer than
 * the first. One search from both ends tells how many hops that is, and where all such chains run. Nearly always some
 * of them uses no event twice; where none does, the first longer path is sought, then all that are as short.
 */
export function findFewestHops(edges: TemporalEdges, question: FewestHopsQuestion): ShortestPathsAnswer {
  const { mode, maxHops, limit } = question;
  const origin = edges.entityIndex.get(question.from);
  const goal = edges.entityIndex.get(question.to);
  if (origin === undefined || goal === undefined || origin === goal)
    return findShortestPaths(edges, question);
  const crossings = edgeRules(edges, question, { strict: false, timeless: true });
  const ends = { origin, goal };
  const meeting = meet(crossings, ends, maxHops);
  if (meeting === null) return { paths: [], truncated: false };
  const most = mode === 'SHORTEST' ? 1 : limit + 1;
  const { routes, cutShort } = routesOf(crossings, ends, meeting, most);
  if (routes.length === 0) return aWayRound(edges, question);
  return {
    paths: routes.slice(0, limit).map((route) => hopsOf(crossings, route)),
    truncated: mode !== 'SHORTEST' && (cutShort || routes.length > limit),
  };
}

function aWayRound(edges: TemporalEdges, question: FewestHopsQuestion): ShortestPathsAnswer {
  const first = findShortestPaths(edges, { ...question, limit: 1, mostSearches: MAX_DETOUR_SEARCHES });
  const [path] = first.paths;
  if (path === undefined) return first;
  if (question.mode === 'SHORTEST') return { paths: [path], truncated: false };
  return findShortestPaths(edges, { ...question, maxHops: path.length, mostSearches: MAX_DETOUR_SEARCHES });
}

/** The first routes of so many hops, in the order of their entities; of each the first relationships of distinct events. */
function routesOf(
  crossings: EdgeRules,
  { origin }: Ends,
  meeting: Meeting,
  most: number,
): { routes: Route[]; cutShort: boolean } {
  const edgesBetween = memoizePairs((tail, head) => parallelEdges(crossings, tail, head));
  const nextOf = nextOnTheWay(crossings, meeting);
  const routes: Route[] = [];
  let sequences = 0;

  function follow(entities: readonly number[], choices: readonly (readonly number[])[]): void {
    if (choices.length === meeting.hops) {
      sequences++;
      const edges = matchEvents(choices, crossings.edges.event);
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
function nextOnTheWay(
  crossings: EdgeRules,
  { behind }: Meeting,
): (here: number, remaining: number) => number[] {
  const { begin, end } = horizon(crossings, 1);
  return memoizePairs((here, remaining) => {
    const next = new Set<number>();
    visitNextHops(crossings, 1, here, begin, { exact: end, any: end }, (_, entity) => {
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
    const before = cache.get(key);
    if (before !== undefined) return before;
    const answered = answer(a, b);
    cache.set(key, answered);
    return answered;
  };
}
