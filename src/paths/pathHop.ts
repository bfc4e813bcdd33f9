/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */
import type { Day } from '../time/day.ts';
import { withChanges, type EdgeRules, visitNextHops, horizon } from './edgeRules.ts';
import type { Route } from './fewestHops.ts';
import { dayOrOpen } from './temporalEdges.ts';

/** What a search answers. */
export interface FoundPaths {
  readonly paths: readonly FoundPath[];
  /** There are more paths than were asked for, or the search stopped at its bound. */
  readonly truncated: boolean;
}

/** The hops from one entity to another; none from an entity to itself. */
export interface FoundPath {
  readonly hops: readonly PathHop[];
  /**
   * In time, the last day on which one can set out and still arrive when it does. `null` if open, without hops, or if
   * days do not order them.
   */
  readonly departs: Day | null;
  /** In time, the first day by which one arrives; `null` likewise. */
  readonly arrives: Day | null;
}

/** One hop of a path. */
export interface PathHop {
  readonly from: string;
  readonly to: string;
  /** The index of the relationship that it crosses. */
  readonly edge: number;
  readonly event: string;
  /** Whether it crosses the relationship the way that it points. */
  readonly forward: boolean;
  /** How many relationships that were asked for run between the two, in the period, this one included. */
  readonly parallelCount: number;
  /**
   * In time, the first possible day on which it is crossed, having departed on `departs`; if CERTAIN, the day by which
   * it is crossed in every completion of the dates. `null` if open, or if days do not order the hops.
   */
  readonly day: Day | null;
}

export const WITHOUT_HOPS: FoundPath = { hops: [], departs: null, arrives: null };

/** The path of a route whose hops are not ordered by days. */
export function timelessPath(rules: EdgeRules, route: Route): FoundPath {
  return { hops: hopsOf(rules, route), departs: null, arrives: null };
}

/** @param days those on which the hops are made, if days order them */
export function hopsOf(rules: EdgeRules, { entities, edges }: Route, days?: readonly number[]): PathHop[] {
  const { edges: graph } = rules;
  return edges.map((edge, hop) => {
    const tail = entities[hop]!;
    const head = entities[hop + 1]!;
    return {
      from: graph.entities[tail]!,
      to: graph.entities[head]!,
      edge,
      event: graph.events[graph.event[edge]!]!,
      forward: graph.from[edge] === tail,
      parallelCount: parallelEdges(rules, tail, head).length,
      day: days === undefined ? null : dayOrOpen(days[hop]!),
    };
  });
}

/** The relationships by which one may go from one to the other, each by itself, in order. */
export function parallelEdges(rules: EdgeRules, tail: number, head: number): number[] {
  const { starts } = rules.edges;
  const alone = withChanges(rules, { timeless: true, gap: 0 });
  const degree = (entity: number): number => starts[entity + 1]! - starts[entity]!;
  const [direction, start, other] =
    degree(tail) <= degree(head) ? ([1, tail, head] as const) : ([-1, head, tail] as const);
  const { begin, end } = horizon(alone, direction);
  const found: number[] = [];
  visitNextHops(alone, direction, start, begin, { exact: end, any: end }, (edge, next) => {
    if (next === other) found.push(edge);
  });
  return found;
}
