/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */
import { withChanges, type EdgeRules, edgeRules, type PathSearch } from './edgeRules.ts';
import { matchEvents } from './distinctEvents.ts';
import { fewestHops, type Route } from './fewestHops.ts';
import { type FoundPaths, parallelEdges, timelessPath, WITHOUT_HOPS } from './pathHop.ts';
import type { TemporalEdges } from './temporalEdges.ts';

/** The maximum number of searches that one question may cost before it is cut short. */
const MAX_SPUR_SEARCHES = 2_000;

/**
 * The paths with the fewest hops, distinct as sequences of entities; equals in the order of their sequences. Days
 * do not order the hops; each by itself overlaps the period. No entity and no event twice: of parallel
 * relationships the first in order stands for all, or another if its event would recur. From an entity to itself
 * there is one path, without hops.
 *
 * Yen, "Finding the k shortest loopless paths in a network" (1971), with Lawler's division: each candidate is the
 * best of its own class of paths, which share a beginning and leave it differently from those found before.
 */
export function findKShortest(
  edges: TemporalEdges,
  search: PathSearch,
  maxSearches = MAX_SPUR_SEARCHES,
): FoundPaths {
  const { maxHops = Infinity, limit = 1 } = search;
  const origin = edges.entityIndex.get(search.from);
  const goal = edges.entityIndex.get(search.to);
  if (search.from === search.to) return { paths: [WITHOUT_HOPS], truncated: false };
  if (origin === undefined || goal === undefined) return { paths: [], truncated: false };
  const rules = edgeRules(edges, search, { timeless: true });
  const work: Work = { rules, goal, maxHops, searches: 0 };
  const found: Route[] = [];
  const open = candidates(work, [origin], new Set());
  while (open.length > 0 && found.length <= limit && work.searches < maxSearches) {
    const best = open.sort(compareCandidates).pop()!;
    const route = withDistinctEvents(rules, best.entities);
    if (route !== null) found.push(route);
    if (found.length <= limit) open.push(...divisions(work, best));
  }
  return {
    paths: found.slice(0, limit).map((route) => timelessPath(rules, route)),
    truncated: found.length > limit || open.length > 0,
  };
}

interface Work {
  readonly rules: EdgeRules;
  readonly goal: number;
  readonly maxHops: number;
  /** How many searches it has cost so far. */
  searches: number;
}

/** The best of the paths that begin with the first `shared` entities and do not go on to any of `barred`. */
interface Candidate {
  readonly entities: readonly number[];
  readonly shared: number;
  readonly barred: ReadonlySet<number>;
}

/** The best path that begins with these entities and does not go on to any of the barred; none or one. */
function candidates(work: Work, root: readonly number[], barred: ReadonlySet<number>): Candidate[] {
  const { rules, goal } = work;
  work.searches++;
  const origin = root.at(-1)!;
  const avoided = new Set([...rules.avoided, ...root.slice(0, -1)]);
  const maxHops = work.maxHops - (root.length - 1);
  const narrowed = withChanges(rules, { avoided, barred: { tail: origin, heads: barred } });
  const spur = fewestHops(narrowed, { origin, goal }, maxHops);
  if (spur === null) return [];
  return [{ entities: [...root, ...spur.entities.slice(1)], shared: root.length, barred }];
}

/** What is left of a candidate's class without the candidate, as classes that have no path in common. */
function divisions(work: Work, { entities, shared, barred }: Candidate): Candidate[] {
  const found: Candidate[] = [];
  for (let length = shared; length < entities.length; length++) {
    const before = length === shared ? barred : [];
    found.push(...candidates(work, entities.slice(0, length), new Set([...before, entities[length]!])));
  }
  return found;
}

function withDistinctEvents(rules: EdgeRules, entities: readonly number[]): Route | null {
  const choices = entities.slice(1).map((head, hop) => parallelEdges(rules, entities[hop]!, head));
  const edges = matchEvents(choices, rules.edges.event);
  return edges && { entities, edges };
}

/** The best last. */
function compareCandidates({ entities: a }: Candidate, { entities: b }: Candidate): number {
  const differing = a.findIndex((entity, index) => entity !== b[index]);
  return b.length - a.length || b[differing]! - a[differing]!;
}
