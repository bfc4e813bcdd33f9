/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */
import type { Day } from '../time/day.ts';
import { withChanges, type EdgeRules, edgeRules, within, type ChainQuestion } from './edgeRules.ts';
import { bestWithDistinctEvents, type RankedRoute } from './distinctEvents.ts';
import { dayOrOpen, type TemporalEdges } from './temporalEdges.ts';
import { crossingDays, type Ends, fewestHops } from './fewestHops.ts';
import { shortestWindows } from './fastest.ts';
import { earliestArrival } from './earliestArrival.ts';
import { hopsOf, type PathHop } from './pathHop.ts';

export const TEMPORAL_MODES = [
  'EARLIEST_ARRIVAL',
  'LATEST_DEPARTURE',
  'FASTEST',
  'SHORTEST_IN_TIME',
] as const;

export type TemporalMode = (typeof TEMPORAL_MODES)[number];

export interface TemporalQuestion extends ChainQuestion {
  readonly mode: TemporalMode;
  /** Each hop on a later day than the one before; otherwise the same day will do. */
  readonly strict?: boolean;
}

/** A chain of relationships that respects time; without hops from an entity to itself. */
export interface FoundPath {
  readonly hops: readonly TimedHop[];
  /** The last day on which one can set out and still arrive when it does; `null` if open, or without hops. */
  readonly departs: Day | null;
  /** The first day by which one arrives; `null` if open, or without hops. */
  readonly arrives: Day | null;
}

interface TimedHop extends PathHop {
  /**
   * POSSIBLE: the first feasible day on which it is crossed, having departed on `departs`. CERTAIN: the day by
   * which it is crossed in every completion. `null` if open.
   */
  readonly day: Day | null;
}

/** `path` is `null` if there is none; where `truncated`, it was not found within the bound on the search. */
export interface TemporalAnswer {
  readonly path: FoundPath | null;
  readonly truncated: boolean;
}

/**
 * The best path of its mode within the period. All four rest on one notion: a path *holds* from day x to day y if
 * it may (POSSIBLE), or must (CERTAIN: in every completion of the dates), be possible to cross its relationships
 * one after another on days from x to y that never decrease (`strict`: that increase).
 * EARLIEST_ARRIVAL: the least y, x being the period's first day. LATEST_DEPARTURE: the greatest x, y being the
 * period's last. FASTEST: the least y − x in the period. SHORTEST_IN_TIME: the fewest hops.
 * Among equals the fewest hops; then, for FASTEST, the latest x; then the sequence of entity ids that comes
 * first. Exact in all modes, no entity and no event twice. After Wu et al., "Path problems in temporal graphs"
 * (VLDB 2014), whose relationships are of known days and lasting ones of known begin.
 */
export function findTemporalPath(edges: TemporalEdges, question: TemporalQuestion): TemporalAnswer {
  const origin = edges.entityIndex.get(question.from);
  const goal = edges.entityIndex.get(question.to);
  if (question.from === question.to)
    return { path: { hops: [], departs: null, arrives: null }, truncated: false };
  if (origin === undefined || goal === undefined) return { path: null, truncated: false };
  const crossings = edgeRules(edges, question, { strict: question.strict === true, timeless: false });
  const search = SEARCHES[question.mode];
  const { found, truncated } = bestWithDistinctEvents(crossings, (ruled) => search(ruled, { origin, goal }));
  return { path: found === null ? null : timed(crossings, question.mode, found), truncated };
}

/** The best route of each mode, events aside; its rank begins with what the mode minimizes. */
const SEARCHES: Record<TemporalMode, (crossings: EdgeRules, ends: Ends) => RankedRoute | null> = {
  EARLIEST_ARRIVAL(crossings, ends) {
    const arrival = earliestArrival(crossings, 1, ends);
    return arrival === null ? null : shortestWithin(within(crossings, 1, arrival), ends, [arrival]);
  },
  LATEST_DEPARTURE(crossings, ends) {
    const departure = earliestArrival(crossings, -1, ends);
    return departure === null ? null : shortestWithin(within(crossings, -1, departure), ends, [departure]);
  },
  FASTEST(crossings, ends) {
    const stretches = shortestWindows(crossings, ends.origin, ends.goal);
    if (stretches === null) return null;
    const { days, starts } = stretches;
    let best: RankedRoute | null = null;
    for (const first of starts) {
      const maxHops: number = best === null ? Infinity : best.route.edges.length - 1;
      const stretch = withChanges(crossings, { first, last: first + days });
      best = shortestWithin(stretch, ends, [days], [-first], maxHops) ?? best;
    }
    return best;
  },
  SHORTEST_IN_TIME: (crossings, ends) => shortestWithin(crossings, ends, []),
};

function shortestWithin(
  crossings: EdgeRules,
  ends: Ends,
  before: readonly number[],
  after: readonly number[] = [],
  maxHops = Infinity,
): RankedRoute | null {
  const route = fewestHops(crossings, ends, maxHops);
  return route && { route, rank: [...before, route.edges.length, ...after, ...route.entities] };
}

/** The days of a route: from the last departure with which it still arrives as soon as it can. */
function timed(crossings: EdgeRules, mode: TemporalMode, { route, rank }: RankedRoute): FoundPath {
  const departing = mode === 'LATEST_DEPARTURE' ? within(crossings, -1, rank[0]!) : crossings;
  const window = mode === 'FASTEST' ? withChanges(crossings, stretchOf(rank)) : departing;
  const arrival = crossingDays(window, route, 1).at(-1)!;
  const departure = 0 - crossingDays(withChanges(window, { last: arrival }), route, -1).at(-1)!;
  const days = crossingDays(withChanges(crossings, { first: departure, last: arrival }), route, 1);
  const hops = hopsOf(crossings, route).map((hop, index) => ({ ...hop, day: dayOrOpen(days[index]!) }));
  return { hops, departs: dayOrOpen(departure), arrives: dayOrOpen(arrival) };
}

function stretchOf([days, , first]: readonly number[]): { first: number; last: number } {
  return { first: 0 - first!, last: days! - first! };
}
