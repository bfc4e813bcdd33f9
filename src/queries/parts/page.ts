import { cypher, type Fragment } from '../../cypher/cypher.ts';
import type { Day } from '../../time/day.ts';

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

/** Order in time. Ties are broken by id, so that a page never shifts. */
export type TimeOrder = 'DATE_ASC' | 'DATE_DESC';

/** Whether rows are read toward the past: if later dates come first, or if the page is read from its end. */
export function readsDown(order: TimeOrder, { backward }: Page<unknown>): boolean {
  return (order === 'DATE_DESC') !== backward;
}

/** `DESC` for reading down, otherwise nothing. */
export function direction(down: boolean): Fragment {
  return down ? cypher` DESC` : cypher``;
}

/** The place of an event in the order. */
export interface TimeCursor {
  readonly at: Day;
  readonly id: string;
}
