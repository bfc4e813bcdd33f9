import { cypher, type Fragment } from '../../cypher/cypher.ts';
import type { Day } from '../../time/day.ts';

/** Which rows of an ordered list are asked for. One row more than `limit` is read, to know whether there are more. */
export interface Page<Cursor> {
  readonly limit: number;
  /** Start beyond this row, `null` for the first of the list. */
  readonly beyond: Cursor | null;
  /** The last rows before `beyond`, rather than the first ones after it. Rows then come in reverse. */
  readonly backward: boolean;
}

/** Order in time; ties are broken by id, so that a page never shifts. */
export type TimeOrder = 'DATE_ASC' | 'DATE_DESC';

/** Whether rows are read toward the past: later dates come first, or the page is read from its end. */
export function readsDown(order: TimeOrder, { backward }: Page<unknown>): boolean {
  return (order === 'DATE_DESC') !== backward;
}

/** `DESC` for reading down, else nothing. */
export function direction(down: boolean): Fragment {
  return down ? cypher` DESC` : cypher``;
}

/** The place of an event in order. */
export interface TimeCursor {
  readonly at: Day;
  readonly id: string;
}
