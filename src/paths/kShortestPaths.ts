/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */
import { withChanges, type EdgeRules, edgeRules, type ChainQuestion } from './edgeRules.ts';
import { matchEvents } from './distinctEvents.ts';
import { fewestHops, type Route } from './fewestHops.ts';
import { hopsOf, parallelEdges, type PathHop } from './pathHop.ts';
import type { TemporalEdges } from './temporalEdges.ts';

export interface ShortestPathsQuestion extends ChainQuestion {
  /** The most paths. */
  readonly limit: number;
  readonly maxHops?: number;
  /** How many searches it may cost before it is cut short; 2,000 if unset. */
  readonly mostSearches?: number;
}

export interface ShortestPathsAnswer {
  /** The hops of each path. */
  readonly paths: readonly (readonly PathHop[])[];
  /** There are more paths than were asked for, or the search stopped at its bound. */
  readonly truncated: boolean;
}

const MAX_SPUR_SEARCHES = 2_000;

/**
 * The paths with the fewest hops, distinct as sequences of entities; equals in the order of their sequences. Days
 * do not order the hops; each by itself overlaps the period. No entity and no event twice: of parallel
 * relationships the first in order stands for all, or another where its event would recur. From an entity to itself
 * there is one path, without hops.
 *
 * Yen, "Finding the k shortest loopless paths in a network" (1971), with Lawler's division: each candidate is the
 * best of its own class of paths, which share a beginning and leave it otherwise than those found before.
 */
export function findShortestPaths(
  edges: TemporalEdges,
  question: ShortestPathsQuestion,
): ShortestPathsAnswer {
  const origin = edges.entityIndex.get(question.from);
  const goal = edges.entityIndex.get(question.to);
  if (question.from === question.to) return { paths: [[]], truncated: false };
  if (origin === undefined || goal === undefined) return { paths: [], truncated: false };
  const crossings = edgeRules(edges, question, { strict: false, timeless: true });
  const mostSearches = question.mostSearches ?? MAX_SPUR_SEARCHES;
  const search: Search = {
    crossings,
    goal,
    maxHops: question.maxHops ?? Infinity,
    searches: 0,
  };
  const found: Route[] = [];
  const open = candidates(search, [origin], new Set());
  while (open.length > 0 && found.length <= question.limit && search.searches < mostSearches) {
    const best = open.sort(compareCandidates).pop()!;
    const route = withDistinctEvents(crossings, best.entities);
    if (route !== null) found.push(route);
    if (found.length <= question.limit) open.push(...divisions(search, best));
  }
  return {
    paths: found.slice(0, question.limit).map((route) => hopsOf(crossings, route)),
    truncated: found.length > question.limit || open.length > 0,
  };
}

interface Search {
  readonly crossings: EdgeRules;
  readonly goal: number;
  readonly maxHops: number;
  searches: number;
}

/** The best of those paths that begin with the first `shared` entities and do not go on to any of `barred`. */
interface Candidate {
  readonly entities: readonly number[];
  readonly shared: number;
  readonly barred: ReadonlySet<number>;
}

/** The best path that begins with these entities and does not go on to any of the barred; none or one. */
function candidates(search: Search, root: readonly number[], barred: ReadonlySet<number>): Candidate[] {
  const { crossings, goal } = search;
  search.searches++;
  const origin = root.at(-1)!;
  const avoided = new Set([...crossings.avoided, ...root.slice(0, -1)]);
  const maxHops = search.maxHops - (root.length - 1);
  const within = withChanges(crossings, { avoided, barred: { tail: origin, heads: barred } });
  const spur = fewestHops(within, { origin, goal }, maxHops);
  if (spur === null) return [];
  return [{ entities: [...root, ...spur.entities.slice(1)], shared: root.length, barred }];
}

/** What is left of a candidate's class without the candidate, as classes that have no path in common. */
function divisions(search: Search, { entities, shared, barred }: Candidate): Candidate[] {
  const found: Candidate[] = [];
  for (let length = shared; length < entities.length; length++) {
    const before = length === shared ? barred : [];
    found.push(...candidates(search, entities.slice(0, length), new Set([...before, entities[length]!])));
  }
  return found;
}

function withDistinctEvents(crossings: EdgeRules, entities: readonly number[]): Route | null {
  const choices = entities.slice(1).map((head, hop) => parallelEdges(crossings, entities[hop]!, head));
  const edges = matchEvents(choices, crossings.edges.event);
  return edges && { entities, edges };
}

/** The best last. */
function compareCandidates({ entities: a }: Candidate, { entities: b }: Candidate): number {
  const differing = a.findIndex((entity, index) => entity !== b[index]);
  return b.length - a.length || b[differing]! - a[differing]!;
}
