/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */
import { changed, type Crossings, mayCross } from './crossings.ts';

/**
 * Which way one looks. Backward, relationships are crossed from head to tail and time runs from late to early:
 * day `d` counts as `-d`. A relationship that opens on `o` and closes on `c` then opens on `-c` and closes on
 * `-o`, so that everything said of forward holds.
 */
export type Sense = 1 | -1;

/** The first and the last day as they count in that sense. */
export function horizon({ first, last }: Crossings, sense: Sense): { begin: number; end: number } {
  return sense === 1 ? { begin: first, end: last } : { begin: -last, end: -first };
}

/** The same period, but ending on that day (as it counts). */
export function within(crossings: Crossings, sense: Sense, end: number): Crossings {
  return sense === 1 ? changed(crossings, { last: end }) : changed(crossings, { first: 0 - end });
}

/** Days (as they count) after which crossings are of no use: of exact relationships, and of any. */
export interface Until {
  readonly exact: number;
  readonly any: number;
}

/** Visits every hop that one can make who is at the entity by the day, with the day by which one is across. */
export function visitNextHops(
  crossings: Crossings,
  sense: Sense,
  entity: number,
  day: number,
  until: Until,
  visit: (edge: number, next: number, day: number) => void,
): void {
  const { edges, gap, timeless } = crossings;
  const { incident, starts, wideStarts, earliest, from, to } = edges;
  const wideStart = wideStarts[entity]!;
  const soonest = Math.max(timeless ? -Infinity : day + gap, horizon(crossings, sense).begin);
  const [low, high] = sense === 1 ? [soonest, until.exact] : [-until.exact, -soonest];
  for (let i = firstOn(crossings, starts[entity]!, wideStart, low); i < wideStart; i++) {
    const edge = incident[i]!;
    const on = earliest[edge]!;
    if (on > high) break;
    const next = from[edge] === entity ? to[edge]! : from[edge]!;
    if (allows(crossings, sense, edge, entity, next)) visit(edge, next, timeless ? day : sense * on);
  }
  const end = starts[entity + 1]!;
  const latestBegin = sense === 1 ? until.any : crossings.last;
  for (let i = wideStart; i < end; i++) {
    const edge = incident[i]!;
    if (earliest[edge]! > latestBegin) break;
    const across = acrossOn(crossings, sense, edge, day);
    if (across > until.any) continue;
    const next = from[edge] === entity ? to[edge]! : from[edge]!;
    if (allows(crossings, sense, edge, entity, next)) visit(edge, next, across);
  }
}

/** The day by which one is across who sets out for it by that day; Infinity if it is too late, or out of the period. */
export function acrossOn(crossings: Crossings, sense: Sense, edge: number, day: number): number {
  const { gap, timeless, first, last } = crossings;
  const opens = crossings.opens[edge]!;
  const closes = crossings.closes[edge]!;
  if (opens > last || closes < first) return Infinity;
  if (timeless) return day;
  if (sense === 1) return day + gap <= closes ? Math.max(day + gap, opens) : Infinity;
  return day + gap <= -opens ? Math.max(day + gap, -closes) : Infinity;
}

/** Where the exact relationships of an entity reach the day, by halving. */
export function firstOn({ edges }: Crossings, start: number, end: number, day: number): number {
  const { incident, earliest } = edges;
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (earliest[incident[middle]!]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function allows(crossings: Crossings, sense: Sense, edge: number, here: number, next: number): boolean {
  return sense === 1 ? mayCross(crossings, edge, here, next) : mayCross(crossings, edge, next, here);
}
