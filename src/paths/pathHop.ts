/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */
import { withChanges, type EdgeRules, visitNextHops, horizon } from './edgeRules.ts';
import type { Route } from './fewestHops.ts';

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
}

export function hopsOf(crossings: EdgeRules, { entities, edges }: Route): PathHop[] {
  const { edges: graph } = crossings;
  return edges.map((edge, hop) => {
    const tail = entities[hop]!;
    const head = entities[hop + 1]!;
    return {
      from: graph.entities[tail]!,
      to: graph.entities[head]!,
      edge,
      event: graph.events[graph.event[edge]!]!,
      forward: graph.from[edge] === tail,
      parallelCount: parallelEdges(crossings, tail, head).length,
    };
  });
}

/** The relationships by which one may go from one to the other, each by itself, in order. */
export function parallelEdges(crossings: EdgeRules, tail: number, head: number): number[] {
  const { starts } = crossings.edges;
  const alone: EdgeRules = withChanges(crossings, { timeless: true, gap: 0 });
  const degree = (entity: number): number => starts[entity + 1]! - starts[entity]!;
  const [sense, start, other] =
    degree(tail) <= degree(head) ? ([1, tail, head] as const) : ([-1, head, tail] as const);
  const { begin, end } = horizon(alone, sense);
  const found: number[] = [];
  visitNextHops(alone, sense, start, begin, { exact: end, any: end }, (edge, next) => {
    if (next === other) found.push(edge);
  });
  return found;
}
