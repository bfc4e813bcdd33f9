import { cypher, type Fragment, when } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import { eventColumns, type EventBlocks, PLACE, type PlacedEventRow } from './parts/columns.ts';
import {
  anchorKeys,
  eachWindowOf,
  eventAnchor,
  type EventAnchor,
  eventMatch,
  firstRows,
  fromAnchor,
  openOf,
  type OwnedBy,
} from './parts/eventAnchor.ts';
import { eventParameters, type EventCriteria, windowsOf } from './parts/eventCriteria.ts';
import {
  beyondCursor,
  orderBy,
  type Page,
  type SortKey,
  type TimeCursor,
  timeKeys,
  type TimeOrder,
  timePageParameters,
  timeReading,
  type TimeReading,
} from './parts/page.ts';

/** One page of events in order of time. */
export interface EventQuestion {
  readonly filter: EventCriteria;
  readonly order: TimeOrder;
  readonly page: Page<TimeCursor>;
  readonly blocks: EventBlocks;
}

export function eventPage({ filter, order, page, blocks }: EventQuestion): Statement<PlacedEventRow> {
  const reading = timeReading(order, page);
  return statement(
    cypher`${pageOf(filter, page, reading)}
RETURN ${eventColumns(blocks)}, ${PLACE}
${inOrder(reading)}`,
    { ...eventParameters(filter), ...timePageParameters(page, windowsOf(filter), reading) },
  );
}

/** The same for each of several entities' own events, in one statement. */
export function eventPages(
  owned: OwnedBy,
  owners: readonly string[],
  question: EventQuestion,
): Statement<PlacedEventRow & { owner: string }> {
  const { filter, order, page, blocks } = question;
  const reading = timeReading(order, page);
  return statement(
    cypher`
UNWIND $owners AS owner
CALL (owner) {
  ${pageOf(filter, page, reading, owned)}
  RETURN open, e, at
}
RETURN owner, ${eventColumns(blocks)}, ${PLACE}
${inOrder(reading)}`,
    { ...eventParameters(filter), ...timePageParameters(page, windowsOf(filter), reading), owners },
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
function pageOf(
  filter: EventCriteria,
  page: Page<TimeCursor>,
  reading: TimeReading,
  owned?: OwnedBy,
): Fragment {
  const columns = cypher`e, at`;
  const ties = [idKey(cypher`e.id`, reading)];
  const rows = (anchor: EventAnchor) =>
    firstRows(anchor, filter, reading, { columns, ties }, (source) => {
      const open = openOf(anchor, source);
      const keys = [...timeKeys(open, cypher`${source.view}.at`, reading), ...ties];
      return cypher`
  ${eventMatch(anchor, filter, source)}${when(page.beyond !== null, cypher` AND ${beyondCursor(keys)}`)}
  WITH e, ${open} AS isOpen, ${source.view}.at AS at
  ${orderBy([...anchorKeys(anchor, source, reading), ...ties])} LIMIT $limit
  RETURN isOpen, ${columns}`;
    });
  return fromAnchor(eventAnchor(filter, owned), { filter, owned }, cypher`open, ${columns}`, rows);
}

/** The order of the rows that are returned. */
function inOrder(reading: TimeReading): Fragment {
  return orderBy([...timeKeys(cypher`open`, cypher`at`, reading), idKey(cypher`id`, reading)]);
}

function idKey(key: Fragment, { down }: TimeReading): SortKey {
  return { key, cursor: cypher`$beyondId`, down };
}

function matches(filter: EventCriteria, owned?: OwnedBy): Fragment {
  const rows = (anchor: EventAnchor) =>
    eachWindowOf(anchor, filter, (source) => cypher` ${eventMatch(anchor, filter, source)} RETURN e `);
  return cypher`${fromAnchor(eventAnchor(filter, owned), { filter, owned }, cypher`e`, rows)}
WITH e`;
}
