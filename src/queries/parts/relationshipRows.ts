import { EVENT_TYPE_NAMES, SYMMETRIC_TYPES } from '../../ontology/lookups.ts';
import { cypher, type Fragment, when } from '../../cypher/cypher.ts';
import { relationshipTypes } from '../../cypher/names.ts';
import type { Parameters } from '../../cypher/statement.ts';
import { edgeConditions } from './edgeCriteria.ts';
import {
  anchorKeys,
  eachWindowOf,
  eventAnchor,
  type EventAnchor,
  firstRows,
  fromAnchor,
  ONCE,
  openOf,
  type OwnedBy,
} from './eventAnchor.ts';
import { BETWEEN_ENDS, edgesBetween, pairsOf } from './betweenEnds.ts';
import { anchorsOf, eventConditions, eventParameters, eachWindow } from './eventCriteria.ts';
import { asCurrent, type VersionSource, CURRENT, currentElseEarlier } from './versionSource.ts';
import { beyondOwnEdges, hasFew, ownEdges, coveredByEdges } from './ownEdges.ts';
import {
  beyondCursor,
  openStart,
  orderBy,
  type Page,
  type SortKey,
  type TimeCursor,
  timeKeys,
  type TimeReading,
} from './page.ts';
import { endConditions, ofEvent, type RelationshipCriteria } from './relationshipCriteria.ts';

/** The place of a relationship in the order: by its event, then by its ends. */
export interface RelationshipCursor extends TimeCursor {
  readonly from: string;
  readonly to: string;
}

/**
 * Binds `a`, `r` and `b`, and the columns of their order: `open`, `at`, `event`, `fromId` and `toId`. Reads the
 * relationships themselves if the filter can be checked on them and they are few, otherwise the timelines of events.
 */
export function relationshipRows(
  filter: RelationshipCriteria,
  page: Page<RelationshipCursor>,
  reading: TimeReading,
  owned?: OwnedBy,
): Fragment {
  const start = owned === 'ENTITY' ? cypher`owner` : cypher`anchor`;
  const isBetween = relationshipAnchor(filter, owned) === BETWEEN_ENDS;
  if (!coveredByEdges(filter) || (!isBetween && owned === undefined && anchorsOf(filter) === null))
    return fromTimelines(filter, page, reading, owned);
  const conditions = edgeConditions(filter);
  const further = beyond(page, reading, openStart(cypher`r`), cypher`r`);
  const first = cypher`${inOrder(reading)} LIMIT $limit`;
  if (isBetween)
    return cypher`
${eachWindow(filter, ONCE)}
${edgesBetween(filter)} WHERE ${conditions} AND ${endConditions(filter, CURRENT)}${further}
WITH DISTINCT a, r, b, ${KEYS}, a.id AS fromId, b.id AS toId ${first}`;
  return cypher`
${when(owned === undefined, cypher`UNWIND $anchors AS anchor`)}
${when(owned === undefined, eachWindow(filter, ONCE))}
MATCH (n:Entity {id: ${start}})
WITH ${start}, n, ${hasFew(cypher`n`)} AS few
CALL (${start}, n, few) {
  ${ownEdges(start, { filter, owned, conditions })}
  WHERE ${endConditions(owned === undefined ? beyondOwnEdges(filter) : filter, CURRENT)}${further}
  WITH a, r, b, ${KEYS}, fromId, toId ${first}
  RETURN ${COLUMNS}
  UNION ALL
  WITH * WHERE NOT few
  ${fromTimelines(filter, page, reading, owned, start)}
  RETURN ${COLUMNS}
}
WITH DISTINCT ${COLUMNS} ${first}`;
}

const COLUMNS = cypher`a, r, b, open, at, event, fromId, toId`;
const KEYS = cypher`${openStart(cypher`r`)} AS open, r.at AS at, r.event AS event`;

/** Each window of the index gives its own first rows, in order. The first of all these rows are the page. */
function fromTimelines(
  filter: RelationshipCriteria,
  page: Page<RelationshipCursor>,
  reading: TimeReading,
  owned?: OwnedBy,
  start?: Fragment,
): Fragment {
  const columns = cypher`a, r, b, at, event, fromId, toId`;
  const ties = idKeys(BOUND_IDS, reading);
  const rows = (given: EventAnchor) => {
    const anchor = start === undefined ? given : { ...given, each: cypher`` };
    return firstRows(anchor, filter, reading, { columns, ties: idKeys(IDS, reading) }, (source) => {
      const open = openOf(anchor, source);
      return cypher`
  ${relationshipMatch(given, source, filter, owned)}${beyond(page, reading, open, source.view)}
  WITH a, r, b, e, ${open} AS isOpen, ${source.view}.at AS at
  ${orderBy([...anchorKeys(anchor, source, reading), ...ties])} LIMIT $limit
  ${asCurrent(source, cypher`e.id`)}
  RETURN isOpen, a, ${currentElseEarlier(source)} AS r, b, at, e.id AS event, a.id AS fromId, b.id AS toId`;
    });
  };
  return fromAnchor(relationshipAnchor(filter, owned), { filter, owned }, COLUMNS, rows);
}

export function relationshipsOf(filter: RelationshipCriteria, owned?: OwnedBy): Fragment {
  const rows = (anchor: EventAnchor) =>
    eachWindowOf(
      anchor,
      filter,
      (source) => cypher` ${relationshipMatch(anchor, source, filter, owned)} RETURN r `,
    );
  return fromAnchor(relationshipAnchor(filter, owned), { filter, owned }, cypher`r`, rows);
}

export function relationshipParameters(filter: RelationshipCriteria, owned?: OwnedBy): Parameters {
  const parameters = {
    ...eventParameters(filter),
    symmetric: SYMMETRIC_TYPES,
    levels: filter.levels ?? null,
  };
  return {
    ...parameters,
    pairs: relationshipAnchor(filter, owned) === BETWEEN_ENDS ? pairsOf(filter) : null,
  };
}

export function inOrder(reading: TimeReading): Fragment {
  return orderBy([...timeKeys(cypher`open`, cypher`at`, reading), ...idKeys(IDS, reading)]);
}

/**
 * If the filter names both ends, the edges between them are read directly; otherwise, and in a search, the events
 * first.
 */
function relationshipAnchor(filter: RelationshipCriteria, owned?: OwnedBy): EventAnchor {
  return owned === undefined && filter.search === undefined && pairsOf(filter) !== null
    ? BETWEEN_ENDS
    : eventAnchor(filter, owned);
}

/** From each event of the window to the relationships that it projects: at most one between two entities. */
function relationshipMatch(
  anchor: EventAnchor,
  source: VersionSource,
  filter: RelationshipCriteria,
  owned?: OwnedBy,
): Fragment {
  const ends = endConditions(filter, source);
  const types = relationshipTypes(filter.types ?? EVENT_TYPE_NAMES);
  const ofOwner = when(owned === 'ENTITY', cypher` AND (a.id = owner OR b.id = owner)`);
  const edge = source.edge(cypher`a`, types, cypher`b`);
  const conditions = eventConditions(ofEvent(anchor.beyond?.(filter) ?? filter), source);
  if (anchor === BETWEEN_ENDS) {
    return cypher`${anchor.match(source)}
  MATCH ${edge} WHERE ${ends}
  MATCH ${source === CURRENT ? cypher`(e:Event {id: r.event})` : cypher`(r)<-[:PROJECTS]-${source.event}`} WHERE ${conditions}`;
  }
  const events = cypher`${anchor.match(source)} AND ${conditions}`;
  return source === CURRENT
    ? cypher`${events}
  MATCH (e)<-[x:TOOK_PART]-(a:Entity), (e)<-[y:TOOK_PART]-(b:Entity)
  WHERE x.span IS NOT NULL AND y.span IS NOT NULL AND a <> b${ofOwner}
  MATCH ${edge} WHERE r.event = e.id AND ${ends}`
    : cypher`${events}
  MATCH (v)-[:PROJECTS]->(r:RelationshipVersion), ${edge}
  WHERE ${ends}${ofOwner}`;
}

function beyond(
  page: Page<RelationshipCursor>,
  reading: TimeReading,
  open: Fragment,
  view: Fragment,
): Fragment {
  if (page.beyond === null) return cypher``;
  const ids = idKeys([cypher`r.event`, cypher`a.id`, cypher`b.id`], reading);
  return cypher` AND ${beyondCursor([...timeKeys(open, cypher`${view}.at`, reading), ...ids])}`;
}

/** The ids that break ties: of the event, and of both ends. */
type Ids = readonly [event: Fragment, from: Fragment, to: Fragment];

const IDS: Ids = [cypher`event`, cypher`fromId`, cypher`toId`];
const BOUND_IDS: Ids = [cypher`e.id`, cypher`a.id`, cypher`b.id`];

function idKeys([event, from, to]: Ids, { down }: TimeReading): SortKey[] {
  return [
    { key: event, cursor: cypher`$beyondId`, down },
    { key: from, cursor: cypher`$beyondFrom`, down },
    { key: to, cursor: cypher`$beyondTo`, down },
  ];
}
