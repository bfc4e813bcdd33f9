import { columnsOf, type RowOf, type Shape } from '../../cypher/shape.ts';
import type { Parameters } from '../../cypher/statement.ts';

/** A relationship to be written: the ids of the nodes between which it leads, and its properties. */
export interface Edge<S extends Shape> {
  readonly start: string;
  readonly end: string;
  readonly row: RowOf<S>;
}

/** The parameters of a statement that writes them: `start` and `end` beside the columns. */
export function edgeColumns<S extends Shape>(shape: S, edges: readonly Edge<S>[]): Parameters {
  return {
    ...columnsOf(
      shape,
      edges.map(({ row }) => row),
    ),
    start: edges.map(({ start }) => start),
    end: edges.map(({ end }) => end),
  };
}
