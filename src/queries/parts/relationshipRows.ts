import { EVENT_TYPE_NAMES, SYMMETRIC_TYPES } from '../../ontology/lookups.ts';
import { cypher, type Fragment, when } from '../../cypher/cypher.ts';
import { relationshipTypes } from '../../cypher/names.ts';
import type { Parameters } from '../../cypher/statement.ts';
import type { Day } from '../../time/day.ts';
import { edgeConditions } from './edgeCriteria.ts';
import {
  anchorOrder,
  eachWindowOf,
  eventAnchor,
  type EventAnchor,
  fromAnchor,
  ONCE,
  type OwnedBy,
} from './eventAnchor.ts';
import { BETWEEN_ENDS, edgesBetween, pairsOf } from './betweenEnds.ts';
import { anchorsOf, eventConditions, eventParameters, eachWindow } from './eventCriteria.ts';
import { asCurrent, type VersionSource, CURRENT, currentElseEarlier } from './versionSource.ts';
import { beyondOwnEdges, hasFew, ownEdges, coveredByEdges } from './ownEdges.ts';
import { direction, type Page } from './page.ts';
import { endConditions, ofEvent, type RelationshipCriteria } from './relationshipCriteria.ts';

/** The place of a relationship in the order: by its event, then by its ends. */
export interface RelationshipCursor {
  readonly at: Day;
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Binds `a`, `r` and `b`, and the columns of their order: `at`, `event`, `fromId` and `toId`. Reads the relationships
 * themselves if the filter can be checked on them and they are few, otherwise the timelines of events.
 */
export function relationshipRows(
  filter: RelationshipCriteria,
  page: Page<RelationshipCursor>,
  down: boolean,
  owned?: OwnedBy,
): Fragment {
  const start = owned === 'ENTITY' ? cypher`owner` : cypher`anchor`;
  const isBetween = relationshipAnchor(filter, owned) === BETWEEN_ENDS;
  if (!coveredByEdges(filter) || (!isBetween && owned === undefined && anchorsOf(filter) === null))
    return fromTimelines(filter, page, down, owned);
  const conditions = edgeConditions(filter);
  const further = when(page.beyond !== null, beyond(down, cypher`r`));
  const first = cypher`ORDER BY ${inOrder(down)} LIMIT $limit`;
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
  ${fromTimelines(filter, page, down, owned, start)}
  RETURN ${COLUMNS}
}
WITH DISTINCT ${COLUMNS} ${first}`;
}

const COLUMNS = cypher`a, r, b, at, event, fromId, toId`;
const KEYS = cypher`r.at AS at, r.event AS event`;

/** Each window of the index gives its own first rows, in order. The first of all these rows are the page. */
function fromTimelines(
  filter: RelationshipCriteria,
  page: Page<RelationshipCursor>,
  down: boolean,
  owned?: OwnedBy,
  start?: Fragment,
): Fragment {
  const order = direction(down);
  const rows = (anchor: EventAnchor) =>
    eachWindowOf(
      start === undefined ? anchor : { ...anchor, each: cypher`` },
      filter,
      (source) => cypher`
  ${relationshipMatch(anchor, source, filter, owned)}${when(page.beyond !== null, beyond(down, source.view))}
  WITH a, r, b, e, ${source.view}.at AS at ORDER BY ${anchorOrder(anchor, source, down)}, e.id${order}, a.id${order}, b.id${order} LIMIT $limit
  ${asCurrent(source, cypher`e.id`)}
  RETURN a, ${currentElseEarlier(source)} AS r, b, at`,
    );
  return cypher`${fromAnchor(relationshipAnchor(filter, owned), filter, cypher`a, r, b, at`, rows)}
WITH DISTINCT a, r, b, at, r.event AS event, a.id AS fromId, b.id AS toId ORDER BY ${inOrder(down)} LIMIT $limit`;
}

export function relationshipsOf(filter: RelationshipCriteria, owned?: OwnedBy): Fragment {
  const rows = (anchor: EventAnchor) =>
    eachWindowOf(
      anchor,
      filter,
      (source) => cypher` ${relationshipMatch(anchor, source, filter, owned)} RETURN r `,
    );
  return fromAnchor(relationshipAnchor(filter, owned), filter, cypher`r`, rows);
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

export function inOrder(down: boolean): Fragment {
  const order = direction(down);
  return cypher`at${order}, event${order}, fromId${order}, toId${order}`;
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

function beyond(down: boolean, view: Fragment): Fragment {
  const further = down ? cypher`<` : cypher`>`;
  return cypher` AND (${view}.at ${further} date($beyondAt) OR (${view}.at = date($beyondAt) AND (r.event ${further} $beyondId
    OR (r.event = $beyondId AND (a.id ${further} $beyondFrom OR (a.id = $beyondFrom AND b.id ${further} $beyondTo))))))`;
}
