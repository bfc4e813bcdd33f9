/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */
import { withChanges, type EdgeRules, edgeRules, endingOn, type PathSearch } from './edgeRules.ts';
import { bestWithDistinctEvents, type RankedRoute } from './distinctEvents.ts';
import { dayOrOpen, type TemporalEdges } from './temporalEdges.ts';
import { crossingDays, type Ends, fewestHops } from './fewestHops.ts';
import { shortestWindows } from './fastest.ts';
import { earliestArrival } from './earliestArrival.ts';
import { type FoundPath, type FoundPaths, hopsOf, WITHOUT_HOPS } from './pathHop.ts';

/** Finds the best route by some measure, events aside; its rank begins with what the measure minimizes. */
export type BestRoute = (rules: EdgeRules, ends: Ends) => RankedRoute | null;

/**
 * The best path by the measure within the period. All measures rest on one notion: a path *holds* from day x to day y
 * if it may (POSSIBLE), or must (CERTAIN: in every completion of the dates), be possible to cross its relationships
 * one after another on days from x to y that never decrease (`strict`: that increase).
 *
 * Among equals the path with the fewest hops is the best; then, by `leastTime`, the one with the latest x; then the
 * one whose sequence of entity ids comes first. Exact, with no entity and no event twice. After Wu et al., "Path
 * problems in temporal graphs" (VLDB 2014), whose relationships are of known days and lasting ones of known begin.
 * Truncated if it was not found within the bound on the search.
 */
export function findTemporalPath(edges: TemporalEdges, search: PathSearch, best: BestRoute): FoundPaths {
  const origin = edges.entityIndex.get(search.from);
  const goal = edges.entityIndex.get(search.to);
  if (search.from === search.to) return { paths: [WITHOUT_HOPS], truncated: false };
  if (origin === undefined || goal === undefined) return { paths: [], truncated: false };
  const rules = edgeRules(edges, search, { timeless: false });
  const { found, truncated } = bestWithDistinctEvents(rules, (narrowed) => best(narrowed, { origin, goal }));
  return { paths: found === null ? [] : [timedPath(rules, found)], truncated };
}

/** The least y, x being the period's first day. */
export const firstToArrive: BestRoute = (rules, ends) => {
  const arrival = earliestArrival(rules, 1, ends);
  return arrival === null ? null : shortestIn(endingOn(rules, 1, arrival), ends, [arrival]);
};

/** The greatest x, y being the period's last day. */
export const lastToDepart: BestRoute = (rules, ends) => {
  const departure = earliestArrival(rules, -1, ends);
  return departure === null ? null : shortestIn(endingOn(rules, -1, departure), ends, [departure]);
};

/** The least y − x in the period. */
export const leastTime: BestRoute = (rules, ends) => {
  const windows = shortestWindows(rules, ends);
  if (windows === null) return null;
  const { days, starts } = windows;
  let best: RankedRoute | null = null;
  for (const first of starts) {
    const maxHops: number = best === null ? Infinity : best.route.edges.length - 1;
    const window = withChanges(rules, { first, last: first + days });
    best = shortestIn(window, ends, [days], [-first], maxHops) ?? best;
  }
  return best;
};

/** The fewest hops, x and y being the period's first and last day. */
export const fewestHopsInTime: BestRoute = (rules, ends) => shortestIn(rules, ends, []);

function shortestIn(
  window: EdgeRules,
  ends: Ends,
  before: readonly number[],
  after: readonly number[] = [],
  maxHops = Infinity,
): RankedRoute | null {
  const route = fewestHops(window, ends, maxHops);
  return route && { route, rank: [...before, route.edges.length, ...after, ...route.entities], window };
}

/** The route with its days: from the last departure with which it still arrives as soon as it can. */
function timedPath(rules: EdgeRules, { route, window: { first, last } }: RankedRoute): FoundPath {
  const arrival = crossingDays(withChanges(rules, { first, last }), route, 1).at(-1)!;
  const departure = 0 - crossingDays(withChanges(rules, { first, last: arrival }), route, -1).at(-1)!;
  const days = crossingDays(withChanges(rules, { first: departure, last: arrival }), route, 1);
  return {
    hops: hopsOf(rules, route, days),
    departs: dayOrOpen(departure),
    arrives: dayOrOpen(arrival),
  };
}
