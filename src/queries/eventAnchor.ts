import { cypher, type Fragment, join } from '../cypher/cypher.ts';
import { anchorsOf, type EventFilter } from './eventFilter.ts';
import { direction } from './page.ts';

/** What `owner` is, where events are asked for each of several owners. */
export type OwnedBy = 'ENTITY' | 'SOURCE';

/** A way to read events window by window of the time index; each event comes once per window and starting point. */
export interface EventAnchor {
  /** Names each starting point, outside the call for one window. */
  readonly each: Fragment;
  /** The variables that the call for one window needs. */
  readonly imports: Fragment;
  /** Binds `e` for one `window`; ends in conditions, so that more can follow. */
  readonly match: Fragment;
  /** What the index is ordered by, its equal columns too: else the planner reads a whole timeline to sort it. */
  readonly order: readonly Fragment[];
}

/**
 * Where events are read from: the first that applies of the text index, an owner's or a named entity's timeline,
 * a type's timeline, the timeline of all. Only the text index can tell which events fit a search.
 */
export function eventAnchor(filter: EventFilter, owned?: OwnedBy): EventAnchor {
  if (filter.search !== undefined) return owned === undefined ? TEXT_INDEX : TEXT_INDEX_OF_OWNER[owned];
  if (owned === 'SOURCE') return REPORTED_BY_OWNER;
  if (owned === 'ENTITY') return TIMELINE_OF_OWNER;
  if (anchorsOf(filter) !== null) return TIMELINES_OF_NAMED;
  return filter.types === undefined ? WHOLE_TIMELINE : TIMELINES_OF_TYPES;
}

/** The anchor's order in one direction. */
export function anchorOrder({ order }: EventAnchor, down: boolean): Fragment {
  return join(
    order.map((column) => cypher`${column}${direction(down)}`),
    ', ',
  );
}

const EVENT_IN_WINDOW = cypher`e.span = window.span AND e.at >= date(window.first) AND e.at <= date(window.last)`;

/** Only one participation of an entity in an event has a place in the index, so that no event comes twice. */
const PART_IN_WINDOW = cypher`part.span = window.span AND part.at >= date(window.first) AND part.at <= date(window.last)`;

const PART_ORDER = [cypher`part.entity`, cypher`part.span`, cypher`part.at`];

const TIMELINE_OF_OWNER: EventAnchor = {
  each: cypher``,
  imports: cypher`owner, window`,
  match: cypher`MATCH (:Entity)-[part:TOOK_PART]->(e:Event) WHERE part.entity = owner AND ${PART_IN_WINDOW}`,
  order: PART_ORDER,
};

const TIMELINES_OF_NAMED: EventAnchor = {
  each: cypher`UNWIND $anchors AS anchor`,
  imports: cypher`anchor, window`,
  match: cypher`MATCH (:Entity)-[part:TOOK_PART]->(e:Event) WHERE part.entity = anchor AND ${PART_IN_WINDOW}`,
  order: PART_ORDER,
};

const REPORTED_BY_OWNER: EventAnchor = {
  each: cypher``,
  imports: cypher`owner, window`,
  match: cypher`MATCH (s:Source {id: owner})
  CALL (s) { MATCH (s)-[:REPORTS]->(reported:Event) RETURN DISTINCT reported AS e }
  WITH e, window WHERE ${EVENT_IN_WINDOW}`,
  order: [cypher`e.at`],
};

const WHOLE_TIMELINE: EventAnchor = {
  each: cypher``,
  imports: cypher`window`,
  match: cypher`MATCH (e:Event) WHERE ${EVENT_IN_WINDOW}`,
  order: [cypher`e.span`, cypher`e.at`],
};

const TIMELINES_OF_TYPES: EventAnchor = {
  each: cypher`UNWIND $types AS type`,
  imports: cypher`type, window`,
  match: cypher`MATCH (e:Event) WHERE e.type = type AND ${EVENT_IN_WINDOW}`,
  order: [cypher`e.type`, cypher`e.span`, cypher`e.at`],
};

/** The index has no order in time, so its best 10,000 hits are ordered here. */
const TEXT_INDEX: EventAnchor = {
  each: cypher``,
  imports: cypher`window`,
  match: cypher`CALL db.index.fulltext.queryNodes('event_text', $search, {limit: 10000}) YIELD node AS e
  WHERE ${EVENT_IN_WINDOW}`,
  order: [cypher`e.at`],
};

const TEXT_INDEX_OF_OWNER: Record<OwnedBy, EventAnchor> = {
  ENTITY: {
    ...TEXT_INDEX,
    imports: cypher`owner, window`,
    match: cypher`${TEXT_INDEX.match} AND EXISTS { (e)<-[part:TOOK_PART]-() WHERE part.entity = owner AND part.span IS NOT NULL }`,
  },
  SOURCE: {
    ...TEXT_INDEX,
    imports: cypher`owner, window`,
    match: cypher`${TEXT_INDEX.match} AND EXISTS { (:Source {id: owner})-[:REPORTS]->(e) }`,
  },
};
