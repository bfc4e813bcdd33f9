import { cypher, Fragment, join } from './cypher.ts';
import type { Parameters } from './statement.ts';

/** What the values of a column are. A list that is empty is kept no more than `null` is: both say nothing. */
export type ColumnType = 'TEXT' | 'TEXTS' | 'DAY' | 'TRUTH' | 'WHOLE' | 'NUMBERS';

/** The columns of what is written on one kind of node or relationship. */
export type Shape = Readonly<Record<string, ColumnType>>;

interface Cells {
  readonly TEXT: string;
  readonly TEXTS: readonly string[];
  /** ISO 8601, kept as a date. */
  readonly DAY: string;
  readonly TRUTH: boolean;
  readonly WHOLE: number;
  readonly NUMBERS: readonly number[];
}

/** A row of that shape. */
export type RowOf<S extends Shape> = { readonly [Column in keyof S]: Cells[S[Column]] | null };

/**
 * The properties of row `i`, as a map, where `columnsOf` gives the parameters and `days` is bound by WITH_DAYS.
 * One list a column is the form that is packed and unpacked fastest; days are sent once each.
 */
export function propertiesOf(shape: Shape): Fragment {
  const entries = Object.entries(shape).map(([name, type]) => {
    const cell = Fragment.of(`$${name}[i]`);
    return cypher`${Fragment.of(name)}: ${CELLS[type](cell)}`;
  });
  return cypher`{${join(entries, ', ')}}`;
}

/** Begins a statement that reads `propertiesOf`. */
export const WITH_DAYS = cypher`WITH [day IN $days | date(day)] AS days
UNWIND range(0, $rows - 1) AS i`;

/** The rows as a list for each column, with what WITH_DAYS reads. */
export function columnsOf<S extends Shape>(shape: S, rows: readonly RowOf<S>[]): Parameters {
  const days = new Map<string, number>();
  const placeOf = (day: string): number => {
    const cached = days.get(day);
    if (cached !== undefined) return cached;
    days.set(day, days.size);
    return days.size - 1;
  };
  const columns: Record<string, Parameters[string]> = {};
  for (const [name, type] of Object.entries(shape)) {
    const cells = rows.map((row) => row[name] as Cells[ColumnType] | null);
    columns[name] =
      type === 'DAY'
        ? (cells as (string | null)[]).map((day) => (day === null ? null : placeOf(day)))
        : cells.map((cell) => (Array.isArray(cell) && cell.length === 0 ? null : cell));
  }
  return { ...columns, days: [...days.keys()], rows: rows.length };
}

const CELLS: Record<ColumnType, (cell: Fragment) => Fragment> = {
  TEXT: (cell) => cell,
  TEXTS: (cell) => cell,
  DAY: (cell) => cypher`days[${cell}]`,
  TRUTH: (cell) => cell,
  WHOLE: (cell) => cell,
  NUMBERS: (cell) => cypher`[number IN ${cell} | toFloat(number)]`,
};

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
