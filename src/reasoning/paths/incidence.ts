/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is within its array */
import type { TemporalEdges } from './temporalEdges.ts';

/** Which relationships each entity has, at either end (compressed sparse rows). */
export function incidence(
  from: Int32Array,
  to: Int32Array,
  entities: number,
  exact: number,
): Pick<TemporalEdges, 'incident' | 'starts' | 'wideStarts'> {
  const starts = new Int32Array(entities + 1);
  for (const ends of [from, to]) for (const entity of ends) starts[entity + 1]! += 1;
  for (let entity = 0; entity < entities; entity++) starts[entity + 1]! += starts[entity]!;
  const next = starts.slice(0, entities);
  const incident = new Int32Array(from.length * 2);
  const addAll = (first: number, end: number): void => {
    for (let edge = first; edge < end; edge++) {
      incident[next[from[edge]!]!++] = edge;
      incident[next[to[edge]!]!++] = edge;
    }
  };
  addAll(0, exact);
  const wideStarts = next.slice();
  addAll(exact, from.length);
  return { incident, starts, wideStarts };
}
