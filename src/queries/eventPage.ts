import { cypher, type Fragment, when } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import { eventColumns, type EventBlocks, type EventRow } from './parts/columns.ts';
import {
  anchorOrder,
  eachWindowOf,
  eventAnchor,
  type EventAnchor,
  eventMatch,
  fromAnchor,
  type OwnedBy,
} from './parts/eventAnchor.ts';
import { eventParameters, type EventCriteria } from './parts/eventCriteria.ts';
import { direction, readsDown, type Page, type TimeCursor, type TimeOrder } from './parts/page.ts';

/** One page of events in order of time. */
export interface EventQuestion {
  readonly filter: EventCriteria;
  readonly order: TimeOrder;
  readonly page: Page<TimeCursor>;
  readonly blocks: EventBlocks;
}

export function eventPage({ filter, order, page, blocks }: EventQuestion): Statement<EventRow> {
  const down = readsDown(order, page);
  return statement(
    cypher`${pageOf(filter, page, down)}
RETURN ${eventColumns(blocks, cypher`at`)}
ORDER BY at${direction(down)}, id${direction(down)}`,
    { ...eventParameters(filter), ...pageParameters(page) },
  );
}

/** The same for each of several entities' own events, in one statement. */
export function eventPages(
  owned: OwnedBy,
  owners: readonly string[],
  question: EventQuestion,
): Statement<EventRow & { owner: string }> {
  const { filter, order, page, blocks } = question;
  const down = readsDown(order, page);
  return statement(
    cypher`
UNWIND $owners AS owner
CALL (owner) {
  ${pageOf(filter, page, down, owned)}
  RETURN e, at
}
RETURN owner, ${eventColumns(blocks, cypher`at`)}
ORDER BY at${direction(down)}, id${direction(down)}`,
    { ...eventParameters(filter), ...pageParameters(page), owners },
  );
}

export function eventCount(filter: EventCriteria): Statement<{ count: number }> {
  return statement(cypher`${matches(filter)} RETURN count(DISTINCT e) AS count`, eventParameters(filter));
}

export function eventCounts(
  owned: OwnedBy,
  owners: readonly string[],
  filter: EventCriteria,
): Statement<{ owner: string; count: number }> {
  return statement(
    cypher`
UNWIND $owners AS owner
CALL (owner) {
  ${matches(filter, owned)}
  RETURN count(DISTINCT e) AS count
}
RETURN owner, count`,
    { ...eventParameters(filter), owners },
  );
}

/** Each window of the index gives its own first rows, in order. The first of all these rows are the page. */
function pageOf(filter: EventCriteria, page: Page<TimeCursor>, down: boolean, owned?: OwnedBy): Fragment {
  const order = direction(down);
  const rows = (anchor: EventAnchor) =>
    eachWindowOf(
      anchor,
      filter,
      (source) => cypher`
  ${eventMatch(anchor, filter, source)}${when(page.beyond !== null, beyond(down, source.view))}
  WITH e, ${source.view}.at AS at ORDER BY ${anchorOrder(anchor, source, down)}, e.id${order} LIMIT $limit
  RETURN e, at`,
    );
  return cypher`${fromAnchor(eventAnchor(filter, owned), filter, cypher`e, at`, rows)}
WITH DISTINCT e, at ORDER BY at${order}, e.id${order} LIMIT $limit`;
}

function matches(filter: EventCriteria, owned?: OwnedBy): Fragment {
  const rows = (anchor: EventAnchor) =>
    eachWindowOf(anchor, filter, (source) => cypher` ${eventMatch(anchor, filter, source)} RETURN e `);
  return cypher`${fromAnchor(eventAnchor(filter, owned), filter, cypher`e`, rows)}
WITH e`;
}

function beyond(down: boolean, view: Fragment): Fragment {
  const further = down ? cypher`<` : cypher`>`;
  return cypher` AND (${view}.at ${further} date($beyondAt) OR (${view}.at = date($beyondAt) AND e.id ${further} $beyondId))`;
}

function pageParameters({ limit, beyond: cursor }: Page<TimeCursor>) {
  return { limit, beyondAt: cursor?.at ?? null, beyondId: cursor?.id ?? null };
}
