import type { Crossings } from './crossings.ts';
import { daysAlong } from './daysAlong.ts';
import { type Ends, fewestHops, hasReached } from './fewestHops.ts';
import { horizon, type Sense, within } from './nextHops.ts';
import { soonestArrival } from './soonestArrival.ts';

/** A search that reaches so many entities and finds nothing costs about as much as a pass over a year. */
const MOST_REACHED = 2_000;

/**
 * What `soonestArrival` finds, the first day by which one can be across, mostly without a pass over all relationships:
 * by halving the days before the best arrival so far. Each search runs from both ends, and where these are far apart in
 * time, one of them has little to follow. Where neither has, the pass is cheaper than halving on.
 */
export function firstArrival(crossings: Crossings, sense: Sense, ends: Ends): number | null {
  const arrivalWithin = (period: Crossings, mostReached: number): number | undefined => {
    const route = fewestHops(period, ends, Infinity, mostReached);
    return route === null ? undefined : daysAlong(period, route, sense).at(-1);
  };
  let best = arrivalWithin(crossings, Infinity);
  if (best === undefined) return null;
  let least = horizon(crossings, sense).begin;
  while (least < best) {
    const middle = least + Math.floor((best - least) / 2);
    const sooner = arrivalWithin(within(crossings, sense, middle), MOST_REACHED);
    if (sooner !== undefined) best = sooner;
    else if (hasReached(crossings, MOST_REACHED))
      return passOver(within(crossings, sense, best), sense, ends);
    else least = middle + 1;
  }
  return best;
}

function passOver(crossings: Crossings, sense: Sense, { origin, goal }: Ends): number | null {
  return sense === 1
    ? soonestArrival(crossings, 1, origin, goal)
    : soonestArrival(crossings, -1, goal, origin);
}
