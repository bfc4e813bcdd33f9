import type { Kind } from '../ontology/kinds.ts';
import { EVENT_TYPE_NAMES, SYMMETRIC_TYPES, type EventType } from '../ontology/lookups.ts';
import { allOf, cypher, type Fragment, when } from '../cypher/cypher.ts';
import { relationshipTypes } from '../cypher/names.ts';
import { statement, type Parameters, type Statement } from '../cypher/statement.ts';
import type { Level } from '../reasoning/eventView.ts';
import { entityCard, eventColumns, type EntityCard, type EventBlocks, type EventRow } from './columns.ts';
import { anchorOrder, eventAnchor, type EventAnchor, type OwnedBy } from './eventAnchor.ts';
import { eventConditions, eventParameters, type EventFilter, eachWindow } from './eventFilter.ts';
import { type Layer, NOW, onEachLayer } from './layer.ts';
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
${pageOf(filter, page, down)}
RETURN ${relationshipColumns(blocks, cypher`at`)}
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
  ${pageOf(filter, page, down, 'ENTITY')}
  RETURN a, r, b, e, at
}
RETURN owner, ${relationshipColumns(blocks, cypher`at`)}
ORDER BY ${inOrder(down)}`,
    { ...relationshipParameters(filter, 'ENTITY'), ...pageParameters(page), owners },
  );
}

export function relationshipCount(filter: RelationshipFilter): Statement<{ count: number }> {
  return statement(
    cypher`
${matches(filter)}
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
  ${matches(filter, 'ENTITY')}
  RETURN count(DISTINCT r) AS count
}
RETURN owner, count`,
    { ...relationshipParameters(filter, 'ENTITY'), owners },
  );
}

/**
 * The columns of the relationship bound to `r`, from `a` to `b`, then those of its event, bound to `e`. What is only
 * known from a version of before has no sources now.
 */
export function relationshipColumns(blocks: EventBlocks, at?: Fragment): Fragment {
  return cypher`e.type AS relationshipType, r.level AS level, ${entityCard(cypher`a`)} AS fromEntity,
  ${entityCard(cypher`b`)} AS toEntity, CASE WHEN r.until IS NULL THEN r.sources ELSE [] END AS relationshipSources, ${eventColumns(blocks, at)}`;
}

/** Each window of the index gives its own first rows, in order; the first of all these are the page. */
function pageOf(
  filter: RelationshipFilter,
  page: Page<RelationshipCursor>,
  down: boolean,
  owned?: OwnedBy,
): Fragment {
  const anchor = relationshipAnchor(filter, owned);
  const order = direction(down);
  const rows = onEachLayer(
    filter,
    (layer) => cypher`
  ${relationshipMatch(anchor, layer, filter, owned)}${when(page.beyond !== null, beyond(down, layer.view))}
  WITH a, r, b, e, ${layer.view}.at AS at ORDER BY ${anchorOrder(anchor, layer, down)}, e.id${order}, a.id${order}, b.id${order} LIMIT $limit
  ${asNow(layer, cypher`e.id`)}
  RETURN a, ${nowElseThen(layer)} AS r, b, e, at`,
  );
  return cypher`
${anchor.each}
${eachWindow(filter)}
CALL (${anchor.imports}) {${rows}
}
WITH DISTINCT a, r, b, e, at ORDER BY ${inOrder(down)} LIMIT $limit`;
}

/**
 * For rows of the layer of then: goes on to the relationship as it is known now, where it still is. It is told so,
 * since its id has one value; `nowElseThen` is the one to tell.
 */
export function asNow(layer: Layer, event: Fragment): Fragment {
  const types = relationshipTypes(EVENT_TYPE_NAMES);
  return when(layer !== NOW, cypher`OPTIONAL MATCH (a)-[now:${types}]->(b) WHERE now.event = ${event}`);
}

export function nowElseThen(layer: Layer): Fragment {
  return layer === NOW ? cypher`r` : cypher`coalesce(now, r)`;
}

function matches(filter: RelationshipFilter, owned?: OwnedBy): Fragment {
  const anchor = relationshipAnchor(filter, owned);
  const rows = onEachLayer(
    filter,
    (layer) => cypher` ${relationshipMatch(anchor, layer, filter, owned)} RETURN r `,
  );
  return cypher`
${anchor.each}
${eachWindow(filter)}
CALL (${anchor.imports}) {${rows}}`;
}

/** Where both ends are named, the edges between them are read straight away; else, and in a search, events first. */
function relationshipAnchor(filter: RelationshipFilter, owned?: OwnedBy): EventAnchor {
  return owned === undefined && filter.search === undefined && namesBothEnds(filter)
    ? BETWEEN_ENDS
    : eventAnchor(filter, owned);
}

const BETWEEN_ENDS: EventAnchor = {
  each: cypher``,
  imports: cypher`window`,
  match: () => cypher`MATCH (a:Entity) WHERE a.id IN $ends MATCH (b:Entity) WHERE b.id IN $ends AND a <> b`,
  order: ({ view }) => [cypher`${view}.at`],
};

function namesBothEnds({ from, to, between }: RelationshipFilter): boolean {
  return between !== undefined || (from !== undefined && to !== undefined);
}

/** From each event of the window to the relationships that it projects: at most one between two entities. */
function relationshipMatch(
  anchor: EventAnchor,
  layer: Layer,
  filter: RelationshipFilter,
  owned?: OwnedBy,
): Fragment {
  const conditions = eventConditions(ofEvent(filter), layer);
  const ends = endConditions(filter, layer);
  const types = relationshipTypes(filter.types ?? EVENT_TYPE_NAMES);
  const ofOwner = when(owned === 'ENTITY', cypher` AND (a.id = owner OR b.id = owner)`);
  const edge = layer.edge(cypher`a`, types, cypher`b`);
  if (anchor === BETWEEN_ENDS) {
    return cypher`${anchor.match(layer)}
  MATCH ${edge} WHERE ${ends}
  MATCH ${layer === NOW ? cypher`(e:Event {id: r.event})` : cypher`(r)<-[:PROJECTS]-${layer.event}`} WHERE ${conditions}`;
  }
  return layer === NOW
    ? cypher`${anchor.match(layer)} AND ${conditions}
  MATCH (e)<-[x:TOOK_PART]-(a:Entity), (e)<-[y:TOOK_PART]-(b:Entity)
  WHERE x.span IS NOT NULL AND y.span IS NOT NULL AND a <> b${ofOwner}
  MATCH ${edge} WHERE r.event = e.id AND ${ends}`
    : cypher`${anchor.match(layer)} AND ${conditions}
  MATCH (v)-[:PROJECTS]->(r:RelationshipVersion), ${edge}
  WHERE ${ends}${ofOwner}`;
}

/** The part of the filter that speaks of the event, not of the ends. */
function ofEvent(filter: RelationshipFilter): EventFilter {
  const endFields = new Set(['from', 'to', 'between', 'kinds', 'levels']);
  return Object.fromEntries(Object.entries(filter).filter(([name]) => !endFields.has(name)));
}

function endConditions({ from, to, between, kinds, levels }: RelationshipFilter, layer: Layer): Fragment {
  return allOf([
    when(
      from !== undefined && to === undefined,
      cypher`(a.id IN $from OR (b.id IN $from AND ${layer.edgeType} IN $symmetric))`,
    ),
    when(
      from === undefined && to !== undefined,
      cypher`(b.id IN $to OR (a.id IN $to AND ${layer.edgeType} IN $symmetric))`,
    ),
    when(
      from !== undefined && to !== undefined,
      cypher`((a.id IN $from AND b.id IN $to) OR (b.id IN $from AND a.id IN $to AND ${layer.edgeType} IN $symmetric))`,
    ),
    when(between !== undefined, cypher`a.id IN $between AND b.id IN $between`),
    when(kinds !== undefined, cypher`a.kind IN $kinds AND b.kind IN $kinds`),
    when(levels !== undefined, cypher`r.level IN $levels`),
  ]);
}

function relationshipParameters(filter: RelationshipFilter, owned?: OwnedBy): Parameters {
  const parameters = {
    ...eventParameters(filter),
    symmetric: SYMMETRIC_TYPES,
    levels: filter.levels ?? null,
  };
  if (relationshipAnchor(filter, owned) !== BETWEEN_ENDS) return { ...parameters, ends: null };
  const { from = [], to = [], between = [] } = filter;
  // These edges are read once, not window by window.
  return { ...parameters, ends: [...from, ...to, ...between], windows: [null] };
}

function inOrder(down: boolean): Fragment {
  const order = direction(down);
  return cypher`at${order}, e.id${order}, a.id${order}, b.id${order}`;
}

function beyond(down: boolean, view: Fragment): Fragment {
  const further = down ? cypher`<` : cypher`>`;
  return cypher` AND (${view}.at ${further} date($beyondAt) OR (${view}.at = date($beyondAt) AND (e.id ${further} $beyondId
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
