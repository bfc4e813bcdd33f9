import { cypher, type Fragment, join } from '../../cypher/cypher.ts';
import type { Parameters } from '../../cypher/statement.ts';
import type { TimePlace } from '../../time/bounds.ts';
import { earliestOf, latestOf } from '../../time/day.ts';
import type { WidthWindow } from '../../time/widthClass.ts';

/** Which rows of an ordered list to read. One row more than `limit` is read, to find out whether there are more. */
export interface Page<Cursor> {
  readonly limit: number;
  /** The row beyond which the page starts; `null` for the start of the list. */
  readonly beyond: Cursor | null;
  /**
   * Whether to read the last rows before `beyond` rather than the first ones after it. Rows then come in reverse order.
   */
  readonly backward: boolean;
}

/**
 * Order in time. What has an open start comes last in both directions. Ties are broken by id, so that a page never
 * shifts.
 */
export type TimeOrder = 'DATE_ASC' | 'DATE_DESC';

/** How the rows of a page are read. */
export interface TimeReading {
  /** Whether what has an open start comes first: if the page is read from the end of its list. */
  readonly openFirst: boolean;
  /** Whether later days come first. */
  readonly down: boolean;
}

export function timeReading(order: TimeOrder, { backward }: Page<unknown>): TimeReading {
  return { openFirst: backward, down: (order === 'DATE_DESC') !== backward };
}

/** Whether the date of the node or relationship bound to the name has an open start. */
export function openStart(name: Fragment): Fragment {
  return cypher`(${name}.earliest = date('0001-01-01'))`;
}

/** A key by which rows are sorted, with its value in the cursor. */
export interface SortKey {
  readonly key: Fragment;
  readonly cursor: Fragment;
  readonly down: boolean;
}

/** Both keys of the order in time, before those that break ties. */
export function timeKeys(
  open: Fragment,
  at: Fragment,
  { openFirst, down }: TimeReading,
): [open: SortKey, at: SortKey] {
  return [
    { key: open, cursor: cypher`$beyondOpen`, down: openFirst },
    { key: at, cursor: cypher`date($beyondAt)`, down },
  ];
}

export function orderBy(keys: readonly Pick<SortKey, 'key' | 'down'>[]): Fragment {
  return cypher`ORDER BY ${join(
    keys.map(({ key, down }) => cypher`${key}${direction(down)}`),
    ', ',
  )}`;
}

/** Whether a row comes after the cursor. */
export function beyondCursor(keys: readonly SortKey[]): Fragment {
  return keys.reduceRight(
    (rest, { key, cursor, down }) => {
      const further = cypher`${key} ${down ? cypher`<` : cypher`>`} ${cursor}`;
      return cypher`(${further} OR (${key} = ${cursor} AND ${rest}))`;
    },
    cypher`false`,
  );
}

/** The parameters of a page of a list in time, which reads only what the cursor leaves of the ranges of the index. */
export function timePageParameters(
  { limit, beyond }: Page<TimeCursor>,
  windows: readonly WidthWindow[],
  reading: TimeReading,
): Parameters {
  return {
    limit,
    windows: (beyond === null ? windows : windowsBeyond(beyond, windows, reading)).map((window) => ({
      ...window,
    })),
    beyondOpen: beyond?.open ?? null,
    beyondAt: beyond?.at ?? null,
    beyondId: beyond?.id ?? null,
  };
}

/** The day of the cursor is included, for other rows of that day. */
function windowsBeyond(
  { open, at }: TimePlace,
  windows: readonly WidthWindow[],
  { openFirst, down }: TimeReading,
): WidthWindow[] {
  return windows
    .filter((window) => window.open === open || open === openFirst)
    .map((window) => {
      if (window.open !== open) return window;
      return down
        ? { ...window, last: earliestOf(window.last, at) }
        : { ...window, first: latestOf(window.first, at) };
    })
    .filter(({ first, last }) => first <= last);
}

/** `DESC` for reading down, otherwise nothing. */
export function direction(down: boolean): Fragment {
  return down ? cypher` DESC` : cypher``;
}

/** The place of an event in the order. */
export interface TimeCursor extends TimePlace {
  readonly id: string;
}
