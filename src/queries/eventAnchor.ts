import { cypher, type Fragment } from '../cypher/cypher.ts';
import { anchorsOf, type EventFilter } from './eventFilter.ts';

/** What `owner` is, where events are asked for each of several owners. */
export type OwnedBy = 'ENTITY' | 'SOURCE';

/**
 * Where events are read from: the first that applies of an owner's or a named entity's timeline, the text
 * index, a type's timeline, the timeline of all. Binds `e` for one `window` of the time index; conditions follow.
 */
export function eventAnchor(filter: EventFilter, owned?: OwnedBy): Fragment {
  if (owned === 'SOURCE') return REPORTED_BY_OWNER;
  if (owned === 'ENTITY') return entityTimelines(cypher`[owner]`);
  if (anchorsOf(filter) !== null) return entityTimelines(cypher`$anchors`);
  if (filter.search !== undefined) return TEXT_INDEX;
  return filter.types === undefined ? WHOLE_TIMELINE : TYPE_TIMELINES;
}

function entityTimelines(entities: Fragment): Fragment {
  return cypher`UNWIND ${entities} AS anchor
  MATCH (:Entity)-[part:TOOK_PART]->(e:Event)
  WHERE part.entity = anchor AND part.span = window.span
    AND part.at >= date(window.first) AND part.at <= date(window.last) AND (part.named OR part.principal)
  WITH DISTINCT e`;
}

const IN_WINDOW = cypher`e.span = window.span AND e.at >= date(window.first) AND e.at <= date(window.last)`;

const REPORTED_BY_OWNER = cypher`MATCH (:Source {id: owner})-[:REPORTS]->(e:Event) WHERE ${IN_WINDOW} WITH e`;

const WHOLE_TIMELINE = cypher`MATCH (e:Event) WHERE ${IN_WINDOW} WITH e`;

const TYPE_TIMELINES = cypher`UNWIND $types AS type MATCH (e:Event) WHERE e.type = type AND ${IN_WINDOW} WITH e`;

/** The index has no order in time, so its best 10,000 hits are ordered here. */
const TEXT_INDEX = cypher`CALL db.index.fulltext.queryNodes('event_text', $search, {limit: 10000}) YIELD node AS e
  WHERE ${IN_WINDOW} WITH e`;
