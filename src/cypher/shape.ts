import { cypher, Fragment, join } from './cypher.ts';
import type { ColumnType, Edge, ReturnedOf, RowOf, Shape, Table } from '../record/attribute.ts';
import type { Parameters } from './statement.ts';

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
    const cells = rows.map((row) => row[name] as Parameters[string]);
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
  NUMBER: (cell) => cypher`toFloat(${cell})`,
  NUMBERS: (cell) => cypher`[number IN ${cell} | toFloat(number)]`,
};

/**
 * What a statement returns of the properties on `node`, by the names of their attributes: days as texts, and an empty
 * list if there is none.
 */
export function returned<T extends Table>(of: T, node: Fragment): Returned<T> {
  const columns = Object.entries<ColumnType>(of.columns).map(([name, type]) => {
    return [name, RETURNED[type](cypher`${node}.${Fragment.of(name)}`)];
  });
  return Object.fromEntries(columns) as Returned<T>;
}

type Returned<T extends Table> = Readonly<Record<keyof ReturnedOf<T> & string, Fragment>>;

/** The columns under their names. */
export function aliased(columns: Readonly<Record<string, Fragment>>): Fragment {
  const entries = Object.entries(columns).map(([name, column]) => cypher`${column} AS ${Fragment.of(name)}`);
  return join(entries, ', ');
}

const RETURNED: Record<ColumnType, (property: Fragment) => Fragment> = {
  TEXT: (property) => property,
  TEXTS: (property) => cypher`coalesce(${property}, [])`,
  DAY: (property) => cypher`toString(${property})`,
  TRUTH: (property) => property,
  WHOLE: (property) => property,
  NUMBER: (property) => property,
  NUMBERS: (property) => cypher`coalesce(${property}, [])`,
};

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
