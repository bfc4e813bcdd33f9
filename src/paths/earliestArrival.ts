/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */
import {
  acrossOn,
  type EdgeRules,
  endingOn,
  horizon,
  mayCrossFrom,
  NEVER,
  type TimeDirection,
} from './edgeRules.ts';
import { DayHeap } from './dayHeap.ts';
import { crossingDays, type Ends, fewestHops, hasReached } from './fewestHops.ts';

/**
 * The first day by which one can be across, in the direction's own count of days; `null` if never within the period.
 * Forward it is the earliest arrival at the goal; backward, minus the latest departure from the origin.
 *
 * Halves the days before the best arrival so far. Each search runs from both ends, and if these are far apart in time,
 * one of them has little to follow. If neither has, a pass over all relationships is cheaper than halving on.
 */
export function earliestArrival(rules: EdgeRules, direction: TimeDirection, ends: Ends): number | null {
  const arrivalWithin = (period: EdgeRules, mostReached: number): number | undefined => {
    const route = fewestHops(period, ends, Infinity, mostReached);
    return route === null ? undefined : crossingDays(period, route, direction).at(-1);
  };
  let best = arrivalWithin(rules, Infinity);
  if (best === undefined) return null;
  let least = horizon(rules, direction).begin;
  while (least < best) {
    const middle = least + Math.floor((best - least) / 2);
    const sooner = arrivalWithin(endingOn(rules, direction, middle), MAX_REACHED);
    if (sooner !== undefined) best = sooner;
    else if (hasReached(rules, MAX_REACHED))
      return scanForArrival(endingOn(rules, direction, best), direction, ends);
    else least = middle + 1;
  }
  return best;
}

/** A search that reaches so many entities and finds nothing costs about as much as a pass over a year. */
const MAX_REACHED = 2_000;

/**
 * The same in one pass over the exact relationships in the order of their days, as in Wu et al., "Path problems in
 * temporal graphs" (VLDB 2014). What one pass would miss is followed as soon as an entity is reached: its relationships
 * of the same day, which may have been passed already, and its wide ones, which have no one place in the order.
 */
export function scanForArrival(
  rules: EdgeRules,
  direction: TimeDirection,
  { origin, goal }: Ends,
): number | null {
  const { edges, gap } = rules;
  const { earliest, exact } = edges;
  const { begin, end } = horizon(rules, direction);
  const pass = startPass(rules, direction);
  const { days, heap } = pass;
  const [start, target] = direction === 1 ? [origin, goal] : [goal, origin];
  let edge = firstEdge(earliest, exact, rules, direction);
  days[start] = begin - gap;
  heap.push(begin - gap, start);
  for (;;) {
    const scanned = edge >= 0 && edge < exact ? direction * earliest[edge]! : Infinity;
    const day = Math.min(scanned, heap.size > 0 ? heap.day : Infinity);
    if (days[target]! <= day) return days[target]! <= end ? days[target]! : null;
    if (day > end) return null;
    takeDue(pass, day);
    const next = scanned === day ? scanDay(pass, edge, day) : edge;
    followReached(pass, edge, next, day);
    edge = next;
  }
}

interface Pass {
  readonly rules: EdgeRules;
  readonly direction: TimeDirection;
  readonly end: number;
  /** By which day each entity is reached, so far. */
  readonly days: Int32Array;
  /** Entities that are reached on a day to come. */
  readonly heap: DayHeap;
  /** Entities that are reached on the present day and have yet to be followed. */
  pending: number[];
}

function startPass(rules: EdgeRules, direction: TimeDirection): Pass {
  const days = new Int32Array(rules.edges.entities.length).fill(NEVER);
  const { end } = horizon(rules, direction);
  return { rules, direction, end, days, heap: new DayHeap(), pending: [] };
}

/** The first of the exact relationships, in the order of the pass, that lies in the period. */
function firstEdge(
  earliest: Int32Array,
  exact: number,
  { first, last }: EdgeRules,
  direction: TimeDirection,
): number {
  return direction === 1 ? firstFrom(earliest, 0, exact, first) : firstFrom(earliest, 0, exact, last + 1) - 1;
}

/** Takes the entities whose day has come and that were not reached sooner. */
function takeDue({ heap, days, pending }: Pass, day: number): void {
  while (heap.size > 0 && heap.day === day) {
    const entity = heap.pop();
    if (days[entity] === day) pending.push(entity);
  }
}

/** Crosses what it can of the day's relationships, in their order. @returns the first one of another day */
function scanDay({ rules, direction, days, pending }: Pass, start: number, day: number): number {
  const { edges, gap } = rules;
  const { earliest, from, to, exact } = edges;
  const on = direction * day;
  const by = day - gap;
  let edge = start;
  for (; edge >= 0 && edge < exact && earliest[edge] === on; edge += direction) {
    const a = from[edge]!;
    const b = to[edge]!;
    const [here, next] = days[a]! <= by ? [a, b] : [b, a];
    if (days[here]! > by || days[next]! <= day || !mayCrossFrom(rules, direction, edge, here, next)) continue;
    days[next] = day;
    pending.push(next);
  }
  return edge;
}

/**
 * Follows the entities reached on the day, and those reached by them on the same day, until there are no more: by
 * scanning the day again or, if they are few, by their own relationships, so that the work is in proportion to
 * the entities reached.
 */
function followReached(pass: Pass, dayStart: number, dayEnd: number, day: number): void {
  const { gap } = pass.rules;
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
  { rules, direction, days, pending }: Pass,
  entity: number,
  dayStart: number,
  day: number,
): void {
  const { incident, starts, wideStarts, earliest, from, to } = rules.edges;
  const start = starts[entity]!;
  const wideStart = wideStarts[entity]!;
  const after = firstFrom(incident, start, wideStart, direction === 1 ? dayStart : dayStart + 1);
  for (let i = direction === 1 ? after : after - 1; i >= start && i < wideStart; i += direction) {
    const edge = incident[i]!;
    if (earliest[edge] !== direction * day) break;
    const next = from[edge] === entity ? to[edge]! : from[edge]!;
    if (days[next]! <= day || !mayCrossFrom(rules, direction, edge, entity, next)) continue;
    days[next] = day;
    pending.push(next);
  }
}

function followWide({ rules, direction, days, end, heap, pending }: Pass, entity: number, day: number): void {
  const { edges, gap, last } = rules;
  const { incident, starts, wideStarts, earliest, from, to } = edges;
  for (let i = wideStarts[entity]!; i < starts[entity + 1]!; i++) {
    const edge = incident[i]!;
    if (earliest[edge]! > last) break;
    const next = from[edge] === entity ? to[edge]! : from[edge]!;
    if (days[next]! <= day + gap) continue;
    const across = acrossOn(rules, direction, edge, day);
    if (across > end || across >= days[next]! || !mayCrossFrom(rules, direction, edge, entity, next))
      continue;
    days[next] = across;
    if (across === day) pending.push(next);
    else heap.push(across, next);
  }
}

/** The place, from `start` to `end`, from which on the ascending numbers are `least` or more, by halving. */
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
