import type { ColumnType, Edge, ReturnedOf, RowOf, Shape, Table } from '../record/attribute.ts';
import { cypher, Fragment, join } from './cypher.ts';
import type { Parameters } from './statement.ts';

/**
 * The properties of row `i`, as a map. `columnsOf` gives the parameters, and WITH_DAYS binds `days`. One list for each
 * column is the fastest form to pack and unpack; each day is sent once.
 */
export function propertiesOf(shape: Shape): Fragment {
  const entries = Object.entries(shape).map(([name, type]) => {
    const cell = Fragment.of(`$${name}[i]`);
    return cypher`${Fragment.of(name)}: ${CELLS[type](cell)}`;
  });
  return cypher`{${join(entries, ', ')}}`;
}

/** The beginning of a statement that uses `propertiesOf`. */
export const WITH_DAYS = cypher`WITH [day IN $days | date(day)] AS days
UNWIND range(0, $rows - 1) AS i`;

/** The rows as a list for each column, and the parameters of WITH_DAYS. */
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
    const cells = rows.map((row) => row[name] as Parameters[string]);
    columns[name] =
      type === 'DAY'
        ? (cells as (string | null)[]).map((day) => (day === null ? null : placeOf(day)))
        : cells.map((cell) => (Array.isArray(cell) && cell.length === 0 ? null : cell));
  }
  return { ...columns, days: [...days.keys()], rows: rows.length };
}

/** The parameters of a statement that writes edges: `start` and `end`, and the columns. */
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

const CELLS: Record<ColumnType, (cell: Fragment) => Fragment> = {
  TEXT: (cell) => cell,
  TEXTS: (cell) => cell,
  DAY: (cell) => cypher`days[${cell}]`,
  TRUTH: (cell) => cell,
  WHOLE: (cell) => cell,
  NUMBER: (cell) => cypher`toFloat(${cell})`,
  NUMBERS: (cell) => cypher`[number IN ${cell} | toFloat(number)]`,
};

/**
 * The properties of `node` as a statement returns them, by the names of their attributes: days as texts, and an empty
 * list for a missing one.
 */
export function returned<T extends Table>(of: T, node: Fragment): Returned<T> {
  const columns = Object.entries<ColumnType>(of.columns).map(([name, type]) => {
    return [name, Fragment.of(RETURNED[type](`${node.text}.${name}`))];
  });
  return Object.fromEntries(columns) as Returned<T>;
}

type Returned<T extends Table> = Readonly<Record<keyof ReturnedOf<T> & string, Fragment>>;

/** The columns under their names. */
export function aliased(columns: Readonly<Record<string, Fragment>>): Fragment {
  const entries = Object.entries(columns).map(([name, column]) => cypher`${column} AS ${Fragment.of(name)}`);
  return join(entries, ', ');
}

const RETURNED: Record<ColumnType, (property: string) => string> = {
  TEXT: (property) => property,
  TEXTS: (property) => `coalesce(${property}, [])`,
  DAY: (property) => `toString(${property})`,
  TRUTH: (property) => property,
  WHOLE: (property) => property,
  NUMBER: (property) => property,
  NUMBERS: (property) => `coalesce(${property}, [])`,
};
