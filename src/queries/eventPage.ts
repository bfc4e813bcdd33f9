import { cypher, type Fragment, when } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import { eventColumns, type EventBlocks, type EventRow } from './parts/columns.ts';
import { anchorOrder, eventAnchor, type EventAnchor, eventMatch, type OwnedBy } from './parts/eventAnchor.ts';
import { eventParameters, type EventFilter, eachWindow } from './parts/eventFilter.ts';
import { onEachLayer } from './parts/layer.ts';
import { direction, readsDown, type Page, type TimeCursor, type TimeOrder } from './parts/page.ts';

/** Events in order of time, one page of them. */
export interface EventQuestion {
  readonly filter: EventFilter;
  readonly order: TimeOrder;
  readonly page: Page<TimeCursor>;
  readonly blocks: EventBlocks;
}

export function eventPage({ filter, order, page, blocks }: EventQuestion): Statement<EventRow> {
  const down = readsDown(order, page);
  return statement(
    cypher`${pageOf(eventAnchor(filter), filter, page, down)}
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
  ${pageOf(eventAnchor(filter, owned), filter, page, down)}
  RETURN e, at
}
RETURN owner, ${eventColumns(blocks, cypher`at`)}
ORDER BY at${direction(down)}, id${direction(down)}`,
    { ...eventParameters(filter), ...pageParameters(page), owners },
  );
}

export function eventCount(filter: EventFilter): Statement<{ count: number }> {
  return statement(
    cypher`${matches(eventAnchor(filter), filter)} RETURN count(DISTINCT e) AS count`,
    eventParameters(filter),
  );
}

export function eventCounts(
  owned: OwnedBy,
  owners: readonly string[],
  filter: EventFilter,
): Statement<{ owner: string; count: number }> {
  return statement(
    cypher`
UNWIND $owners AS owner
CALL (owner) {
  ${matches(eventAnchor(filter, owned), filter)}
  RETURN count(DISTINCT e) AS count
}
RETURN owner, count`,
    { ...eventParameters(filter), owners },
  );
}

/** Each window of the index gives its own first rows, in order; the first of all these are the page. */
function pageOf(anchor: EventAnchor, filter: EventFilter, page: Page<TimeCursor>, down: boolean): Fragment {
  const order = direction(down);
  const rows = onEachLayer(
    filter,
    (layer) => cypher`
  ${eventMatch(anchor, filter, layer)}${when(page.beyond !== null, beyond(down, layer.view))}
  WITH e, ${layer.view}.at AS at ORDER BY ${anchorOrder(anchor, layer, down)}, e.id${order} LIMIT $limit
  RETURN e, at`,
  );
  return cypher`
${anchor.each}
${eachWindow(filter, anchor.windows)}
CALL (${anchor.imports}) {${rows}
}
WITH DISTINCT e, at ORDER BY at${order}, e.id${order} LIMIT $limit`;
}

function matches(anchor: EventAnchor, filter: EventFilter): Fragment {
  const rows = onEachLayer(filter, (layer) => cypher` ${eventMatch(anchor, filter, layer)} RETURN e `);
  return cypher`
${anchor.each}
${eachWindow(filter, anchor.windows)}
CALL (${anchor.imports}) {${rows}}
WITH e`;
}

function beyond(down: boolean, view: Fragment): Fragment {
  const further = down ? cypher`<` : cypher`>`;
  return cypher` AND (${view}.at ${further} date($beyondAt) OR (${view}.at = date($beyondAt) AND e.id ${further} $beyondId))`;
}

function pageParameters({ limit, beyond: cursor }: Page<TimeCursor>) {
  return { limit, beyondAt: cursor?.at ?? null, beyondId: cursor?.id ?? null };
}
