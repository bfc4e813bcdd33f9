import type { Crossings } from './crossings.ts';
import type { Route } from './fewestHops.ts';
import { acrossOn, horizon, type Sense } from './nextHops.ts';

/** By which day each hop is made, in the sense's own count and order. */
export function daysAlong(crossings: Crossings, { edges }: Route, sense: Sense): number[] {
  let day = horizon(crossings, sense).begin - crossings.gap;
  return (sense === 1 ? edges : edges.toReversed()).map((edge) => {
    day = acrossOn(crossings, sense, edge, day);
    return day;
  });
}
