import type { Kind } from '../ontology/kinds.ts';
import { EVENT_TYPE_NAMES, SYMMETRIC_TYPES, type EventType } from '../ontology/lookups.ts';
import { allOf, cypher, type Fragment, when } from '../cypher/cypher.ts';
import { relationshipTypes } from '../cypher/names.ts';
import { statement, type Parameters, type Statement } from '../cypher/statement.ts';
import type { Level } from '../reasoning/eventView.ts';
import { entityCard, eventColumns, type EntityCard, type EventBlocks, type EventRow } from './columns.ts';
import { eventAnchor, type OwnedBy } from './eventAnchor.ts';
import { eventConditions, eventParameters, type EventFilter } from './eventFilter.ts';
import { direction, readsDown, type Page, type TimeOrder } from './page.ts';
import type { Day } from '../time/day.ts';

/** What relationships must have. `from`, `to` and `between` speak of their ends; the rest of their event. */
export interface RelationshipFilter extends Omit<EventFilter, 'stances' | 'kinds'> {
  /** Both ends are of one of these kinds. */
  readonly kinds?: readonly Kind[];
  readonly levels?: readonly Level[];
}

/** A relationship, then its event under the event's own columns. */
export interface RelationshipRow extends EventRow {
  readonly relationshipType: EventType;
  readonly level: Level;
  readonly fromEntity: EntityCard;
  readonly toEntity: EntityCard;
  readonly relationshipSources: readonly string[];
}

/** The place of a relationship in order: of its event, then of its ends. */
export interface RelationshipCursor {
  readonly at: Day;
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

export interface RelationshipQuestion {
  readonly filter: RelationshipFilter;
  readonly order: TimeOrder;
  readonly page: Page<RelationshipCursor>;
  readonly blocks: EventBlocks;
}

export function relationshipPage({
  filter,
  order,
  page,
  blocks,
}: RelationshipQuestion): Statement<RelationshipRow> {
  const down = readsDown(order, page);
  return statement(
    cypher`
UNWIND $windows AS window
CALL (window) {
  ${relationshipMatch(filter)}${when(page.beyond !== null, beyond(down))}
  WITH DISTINCT a, r, b, e ORDER BY ${inOrder(down)} LIMIT $limit
  RETURN a, r, b, e
}
WITH a, r, b, e ORDER BY ${inOrder(down)} LIMIT $limit
RETURN ${relationshipColumns(blocks)}
ORDER BY ${inOrder(down)}`,
    { ...relationshipParameters(filter), ...pageParameters(page) },
  );
}

/** The same for each of several entities' own relationships, in one statement. */
export function relationshipPages(
  owners: readonly string[],
  { filter, order, page, blocks }: RelationshipQuestion,
): Statement<RelationshipRow & { owner: string }> {
  const down = readsDown(order, page);
  return statement(
    cypher`
UNWIND $owners AS owner
CALL (owner) {
  UNWIND $windows AS window
  CALL (owner, window) {
    ${relationshipMatch(filter, 'ENTITY')} AND (a.id = owner OR b.id = owner)${when(page.beyond !== null, beyond(down))}
    WITH DISTINCT a, r, b, e ORDER BY ${inOrder(down)} LIMIT $limit
    RETURN a, r, b, e
  }
  WITH a, r, b, e ORDER BY ${inOrder(down)} LIMIT $limit
  RETURN a, r, b, e
}
RETURN owner, ${relationshipColumns(blocks)}
ORDER BY ${inOrder(down)}`,
    { ...relationshipParameters(filter), ...pageParameters(page), owners },
  );
}

export function relationshipCount(filter: RelationshipFilter): Statement<{ count: number }> {
  return statement(
    cypher`
UNWIND $windows AS window
CALL (window) { ${relationshipMatch(filter)} RETURN DISTINCT r }
RETURN count(DISTINCT r) AS count`,
    relationshipParameters(filter),
  );
}

export function relationshipCounts(
  owners: readonly string[],
  filter: RelationshipFilter,
): Statement<{ owner: string; count: number }> {
  return statement(
    cypher`
UNWIND $owners AS owner
CALL (owner) {
  UNWIND $windows AS window
  CALL (owner, window) { ${relationshipMatch(filter, 'ENTITY')} AND (a.id = owner OR b.id = owner) RETURN DISTINCT r }
  RETURN count(DISTINCT r) AS count
}
RETURN owner, count`,
    { ...relationshipParameters(filter), owners },
  );
}

export function relationshipColumns(blocks: EventBlocks): Fragment {
  return cypher`type(r) AS relationshipType, r.level AS level, ${entityCard(cypher`a`)} AS fromEntity,
  ${entityCard(cypher`b`)} AS toEntity, r.sources AS relationshipSources, ${eventColumns(blocks)}`;
}

/** From each event of the window to the relationships that it projects. */
function relationshipMatch(filter: RelationshipFilter, owned?: OwnedBy): Fragment {
  return cypher`${eventAnchor(filter, owned)}
  WHERE ${eventConditions(ofEvent(filter))}
  MATCH (e)<-[x:TOOK_PART]-(a:Entity), (e)<-[y:TOOK_PART]-(b:Entity)
  WHERE x.faces = y.role AND a <> b
  WITH DISTINCT e, a, b
  MATCH (a)-[r:${relationshipTypes(filter.types ?? EVENT_TYPE_NAMES)}]->(b)
  WHERE r.event = e.id AND ${endConditions(filter)}`;
}

/** The part of the filter that speaks of the event, not of the ends. */
function ofEvent(filter: RelationshipFilter): EventFilter {
  const endFields = new Set(['from', 'to', 'between', 'kinds', 'levels']);
  return Object.fromEntries(Object.entries(filter).filter(([name]) => !endFields.has(name)));
}

function endConditions({ from, to, between, kinds, levels }: RelationshipFilter): Fragment {
  return allOf([
    when(
      from !== undefined && to === undefined,
      cypher`(a.id IN $from OR (b.id IN $from AND type(r) IN $symmetric))`,
    ),
    when(
      from === undefined && to !== undefined,
      cypher`(b.id IN $to OR (a.id IN $to AND type(r) IN $symmetric))`,
    ),
    when(
      from !== undefined && to !== undefined,
      cypher`((a.id IN $from AND b.id IN $to) OR (b.id IN $from AND a.id IN $to AND type(r) IN $symmetric))`,
    ),
    when(between !== undefined, cypher`a.id IN $between AND b.id IN $between`),
    when(kinds !== undefined, cypher`a.kind IN $kinds AND b.kind IN $kinds`),
    when(levels !== undefined, cypher`r.level IN $levels`),
  ]);
}

function relationshipParameters(filter: RelationshipFilter): Parameters {
  return { ...eventParameters(filter), symmetric: SYMMETRIC_TYPES, levels: filter.levels ?? null };
}

function inOrder(down: boolean): Fragment {
  const order = direction(down);
  return cypher`e.at${order}, e.id${order}, a.id${order}, b.id${order}`;
}

function beyond(down: boolean): Fragment {
  const further = down ? cypher`<` : cypher`>`;
  return cypher` AND (e.at ${further} date($beyondAt) OR (e.at = date($beyondAt) AND (e.id ${further} $beyondId
    OR (e.id = $beyondId AND (a.id ${further} $beyondFrom OR (a.id = $beyondFrom AND b.id ${further} $beyondTo))))))`;
}

function pageParameters({ limit, beyond: cursor }: Page<RelationshipCursor>): Parameters {
  return {
    limit,
    beyondAt: cursor?.at ?? null,
    beyondId: cursor?.id ?? null,
    beyondFrom: cursor?.from ?? null,
    beyondTo: cursor?.to ?? null,
  };
}
