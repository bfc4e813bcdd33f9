/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */
import { type EdgeRules, firstOn, mayCross, NEVER, visitNextHops } from './edgeRules.ts';
import { DayHeap } from './dayHeap.ts';
import type { Ends } from './fewestHops.ts';

/** The shortest windows of days within which one can go from one to the other. */
export interface ShortestWindows {
  /** Days from the departure to the arrival. */
  readonly days: number;
  /** The days on which they begin, descending; of several that run into each other, the last alone. */
  readonly starts: readonly number[];
}

/**
 * The shortest windows `[x, x + days]` in the period in which a path leads from the origin to the goal; `null` if
 * there is none. Takes the days of departure from late to early; what was reached by leaving later stands, so that
 * each exact relationship is followed once in all.
 */
export function shortestWindows(rules: EdgeRules, { origin, goal }: Ends): ShortestWindows | null {
  const { gap, edges, last } = rules;
  const reached = new Int32Array(edges.entities.length).fill(NEVER);
  const followed = new Int32Array(edges.entities.length).fill(NEVER);
  const heap = new DayHeap();
  let days = last - rules.first;
  let starts: number[] = [];

  function leaveOn(departure: number): void {
    const bound = Math.min(last, departure + days);
    reached[origin] = departure - gap;
    heap.push(departure - gap, origin);
    while (heap.size > 0) {
      const day = heap.day;
      const entity = heap.pop();
      if (day !== reached[entity] || entity === goal) continue;
      const until = { exact: Math.min(bound, followed[entity]! + gap - 1), any: bound };
      followed[entity] = day;
      visitNextHops(rules, 1, entity, day, until, (_, next, across) => {
        if (across >= reached[next]!) return;
        reached[next] = across;
        heap.push(across, next);
      });
    }
  }

  for (const departure of departures(rules, origin, () => days)) {
    leaveOn(departure);
    const taken = reached[goal]! - departure;
    if (taken < days) starts = [];
    if (taken <= days) starts.push(departure);
    days = Math.min(days, taken);
  }
  return starts.length === 0 ? null : { days, starts };
}

/**
 * The days on which leaving can be best, from late to early. A path's last day to leave is set by some hop that
 * closes on it; if every hop must be on a later day, by the `k`-th further hop, `k` days before it closes, and
 * `k` is at most the days that the path takes.
 */
function* departures(rules: EdgeRules, origin: number, days: () => number): Generator<number> {
  const exact = ownDays(rules, origin);
  const wide = departureWindow(rules, origin);
  if (wide === null) {
    yield* exact.reverse();
    return;
  }
  const lowest = Math.min(exact[0] ?? Infinity, wide.from);
  const closing = closingDays(rules, lowest);
  const most = rules.gap === 0 ? 0 : rules.edges.entities.length - 1;
  let next = closing.length - 1;
  let above = Infinity;
  let day = Math.max(exact.at(-1) ?? -Infinity, wide.to) + 1;
  for (;;) {
    while (next >= 0 && closing[next]! >= day) above = closing[next--]!;
    const counted = above - (day - 1) <= Math.min(most, days());
    day = counted || next < 0 ? day - 1 : closing[next]!;
    if (day < lowest || (next < 0 && !counted)) return;
    yield day;
  }
}

/** The days from the lowest on which some relationship can be crossed for the last time, ascending. */
function closingDays({ edges, opens, closes, last }: EdgeRules, lowest: number): Int32Array {
  const days: number[] = [];
  for (let edge = 0; edge < edges.count; edge++) {
    const day = Math.min(closes[edge]!, last);
    if (day >= lowest && opens[edge]! <= last && days.at(-1) !== day) days.push(day);
  }
  return Int32Array.from(days).sort();
}

/** The days of the origin's own exact relationships, ascending, each once. */
function ownDays(rules: EdgeRules, origin: number): number[] {
  const { incident, starts, wideStarts, earliest } = rules.edges;
  const end = wideStarts[origin]!;
  const found: number[] = [];
  for (let i = firstOn(rules, starts[origin]!, end, rules.first); i < end; i++) {
    const day = earliest[incident[i]!]!;
    if (day > rules.last) break;
    if (found.at(-1) !== day) found.push(day);
  }
  return found;
}

/** From the first to the last day on which one may leave the origin by a wide relationship; `null` if it has none. */
function departureWindow(rules: EdgeRules, origin: number): { from: number; to: number } | null {
  const { edges, first, last, opens, closes } = rules;
  const { incident, starts, wideStarts } = edges;
  const window = { from: Infinity, to: -Infinity };
  for (let i = wideStarts[origin]!; i < starts[origin + 1]!; i++) {
    const edge = incident[i]!;
    const other = edges.from[edge] === origin ? edges.to[edge]! : edges.from[edge]!;
    if (opens[edge]! > last || closes[edge]! < first || !mayCross(rules, edge, origin, other)) continue;
    const to = Math.min(closes[edge]!, last);
    window.from = Math.min(window.from, Math.max(Math.min(opens[edge]!, to), first));
    window.to = Math.max(window.to, to);
  }
  return window.to === -Infinity ? null : window;
}
