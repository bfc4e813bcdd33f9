import { type EdgeRules, mayCross, acrossOn, horizon, type TimeDirection, within } from './edgeRules.ts';
import { DayHeap } from './dayHeap.ts';
import { crossingDays, type Ends, fewestHops, hasReached } from './fewestHops.ts';

/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */

/**
 * The first day by which one can be at the goal, in the sense's own count of days; `null` if never within the
 * period. Forward from the origin it is the earliest arrival; backward from the goal, minus the latest departure.
 *
 * One pass over the exact relationships in the order of their days, as in Wu et al., "Path problems in temporal
 * graphs" (VLDB 2014). What one pass would miss is followed as soon as an entity is reached: its relationships of
 * the same day, which may have been passed already, and its wide ones, which have no one place in the order.
 */
export function scanForArrival(
  crossings: EdgeRules,
  sense: TimeDirection,
  origin: number,
  goal: number,
): number | null {
  const { edges, gap } = crossings;
  const { earliest, exact } = edges;
  const { begin, end } = horizon(crossings, sense);
  const pass = startPass(crossings, sense);
  const { days, heap } = pass;
  let edge = firstEdge(earliest, exact, crossings, sense);
  days[origin] = begin - gap;
  heap.push(begin - gap, origin);
  for (;;) {
    const scanned = edge >= 0 && edge < exact ? sense * earliest[edge]! : Infinity;
    const day = Math.min(scanned, heap.size > 0 ? heap.day : Infinity);
    if (days[goal]! <= day) return days[goal]! <= end ? days[goal]! : null;
    if (day > end) return null;
    takeDue(pass, day);
    const next = scanned === day ? scanDay(pass, edge, day) : edge;
    followReached(pass, edge, next, day);
    edge = next;
  }
}

interface Pass {
  readonly crossings: EdgeRules;
  readonly sense: TimeDirection;
  readonly end: number;
  /** By which day each entity is reached, so far. */
  readonly days: Int32Array;
  /** Those that are reached on a day to come. */
  readonly heap: DayHeap;
  /** Those reached on the day at hand of which it has yet to be seen what follows. */
  pending: number[];
}

function startPass(crossings: EdgeRules, sense: TimeDirection): Pass {
  const days = new Int32Array(crossings.edges.entities.length).fill(NEVER);
  const { end } = horizon(crossings, sense);
  return { crossings, sense, end, days, heap: new DayHeap(), pending: [] };
}

/** Takes those whose day has come and that were not reached sooner. */
function takeDue({ heap, days, pending }: Pass, day: number): void {
  while (heap.size > 0 && heap.day === day) {
    const entity = heap.pop();
    if (days[entity] === day) pending.push(entity);
  }
}

/** Crosses what it can of the day's relationships, in their order; the first one of another day. */
function scanDay({ crossings, sense, days, pending }: Pass, start: number, day: number): number {
  const { edges, gap } = crossings;
  const { earliest, from, to, exact } = edges;
  const on = sense * day;
  const by = day - gap;
  let edge = start;
  for (; edge >= 0 && edge < exact && earliest[edge] === on; edge += sense) {
    const a = from[edge]!;
    const b = to[edge]!;
    const [here, next] = days[a]! <= by ? [a, b] : [b, a];
    if (days[here]! > by || days[next]! <= day || !crosses(crossings, sense, edge, here, next)) continue;
    days[next] = day;
    pending.push(next);
  }
  return edge;
}

/**
 * Follows those reached on the day, and those reached by them on the same day, until there are no more: by
 * scanning the day again or, where they are few, by their own relationships, so that the work is in proportion to
 * those reached.
 */
function followReached(pass: Pass, dayStart: number, dayEnd: number, day: number): void {
  const { gap } = pass.crossings;
  while (pass.pending.length > 0) {
    const reached = pass.pending;
    pass.pending = [];
    for (const entity of reached) followWide(pass, entity, day);
    if (gap === 1 || dayStart === dayEnd) continue;
    if (reached.length * SCANNED_PER_LOOKUP > Math.abs(dayEnd - dayStart)) scanDay(pass, dayStart, day);
    else for (const entity of reached) followSameDay(pass, entity, dayStart, day);
  }
}

/** About so many relationships are scanned in the time that one entity's own are found. */
const SCANNED_PER_LOOKUP = 16;

function followSameDay(
  { crossings, sense, days, pending }: Pass,
  entity: number,
  dayStart: number,
  day: number,
): void {
  const { incident, starts, wideStarts, earliest, from, to } = crossings.edges;
  const start = starts[entity]!;
  const wideStart = wideStarts[entity]!;
  const after = firstFrom(incident, start, wideStart, sense === 1 ? dayStart : dayStart + 1);
  for (let i = sense === 1 ? after : after - 1; i >= start && i < wideStart; i += sense) {
    const edge = incident[i]!;
    if (earliest[edge] !== sense * day) break;
    const next = from[edge] === entity ? to[edge]! : from[edge]!;
    if (days[next]! <= day || !crosses(crossings, sense, edge, entity, next)) continue;
    days[next] = day;
    pending.push(next);
  }
}

function followWide({ crossings, sense, days, end, heap, pending }: Pass, entity: number, day: number): void {
  const { edges, gap, last } = crossings;
  const { incident, starts, wideStarts, earliest, from, to } = edges;
  for (let i = wideStarts[entity]!; i < starts[entity + 1]!; i++) {
    const edge = incident[i]!;
    if (earliest[edge]! > last) break;
    const next = from[edge] === entity ? to[edge]! : from[edge]!;
    if (days[next]! <= day + gap) continue;
    const across = acrossOn(crossings, sense, edge, day);
    if (across > end || across >= days[next]! || !crosses(crossings, sense, edge, entity, next)) continue;
    days[next] = across;
    if (across === day) pending.push(next);
    else heap.push(across, next);
  }
}

/** Where the ascending numbers from `start` to before `end` reach `least`, by halving. */
function firstFrom(numbers: Int32Array, start: number, end: number, least: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

const NEVER = 0x7fff_ffff >> 1;

/** The first of the exact relationships, in the order of the pass, that lies in the period. */
function firstEdge(
  earliest: Int32Array,
  exact: number,
  { first, last }: EdgeRules,
  sense: TimeDirection,
): number {
  return sense === 1 ? firstFrom(earliest, 0, exact, first) : firstFrom(earliest, 0, exact, last + 1) - 1;
}

function crosses(
  crossings: EdgeRules,
  sense: TimeDirection,
  edge: number,
  here: number,
  next: number,
): boolean {
  return sense === 1 ? mayCross(crossings, edge, here, next) : mayCross(crossings, edge, next, here);
}

/** A search that reaches so many entities and finds nothing costs about as much as a pass over a year. */
const MAX_REACHED = 2_000;

/**
 * What `soonestArrival` finds, the first day by which one can be across, mostly without a pass over all relationships:
 * by halving the days before the best arrival so far. Each search runs from both ends, and where these are far apart in
 * time, one of them has little to follow. Where neither has, the pass is cheaper than halving on.
 */
export function earliestArrival(crossings: EdgeRules, sense: TimeDirection, ends: Ends): number | null {
  const arrivalWithin = (period: EdgeRules, mostReached: number): number | undefined => {
    const route = fewestHops(period, ends, Infinity, mostReached);
    return route === null ? undefined : crossingDays(period, route, sense).at(-1);
  };
  let best = arrivalWithin(crossings, Infinity);
  if (best === undefined) return null;
  let least = horizon(crossings, sense).begin;
  while (least < best) {
    const middle = least + Math.floor((best - least) / 2);
    const sooner = arrivalWithin(within(crossings, sense, middle), MAX_REACHED);
    if (sooner !== undefined) best = sooner;
    else if (hasReached(crossings, MAX_REACHED)) return passOver(within(crossings, sense, best), sense, ends);
    else least = middle + 1;
  }
  return best;
}

function passOver(crossings: EdgeRules, sense: TimeDirection, { origin, goal }: Ends): number | null {
  return sense === 1
    ? scanForArrival(crossings, 1, origin, goal)
    : scanForArrival(crossings, -1, goal, origin);
}
