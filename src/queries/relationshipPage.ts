import type { EventType } from '../ontology/lookups.ts';
import { cypher, type Fragment, join, when } from '../cypher/cypher.ts';
import { type Parameters, statement, type Statement } from '../cypher/statement.ts';
import type { Level } from '../reasoning/eventView.ts';
import {
  columnsToldBy,
  entityCard,
  eventColumns,
  type EntityCard,
  type EventBlocks,
  type EventRow,
} from './parts/columns.ts';
import { toldByEdges } from './parts/ownEdges.ts';
import { readsDown, type Page, type TimeOrder } from './parts/page.ts';
import type { RelationshipFilter } from './parts/relationshipFilter.ts';
import {
  inOrder,
  type RelationshipCursor,
  relationshipParameters,
  relationshipRows,
  relationshipsOf,
} from './relationshipRows.ts';
import { type Selected, selects } from './parts/selected.ts';

/** A relationship, then its event under the event's own columns. */
export interface RelationshipRow extends EventRow {
  readonly relationshipType: EventType;
  readonly level: Level;
  readonly fromEntity: EntityCard;
  readonly toEntity: EntityCard;
  readonly relationshipSources: readonly string[];
}

/** Which columns the operation selects, also of the relationship and its ends. */
export interface RelationshipBlocks extends EventBlocks {
  readonly relationship?: Selected;
  readonly from?: Selected;
  readonly to?: Selected;
}

export interface RelationshipQuestion {
  readonly filter: RelationshipFilter;
  readonly order: TimeOrder;
  readonly page: Page<RelationshipCursor>;
  readonly blocks: RelationshipBlocks;
}

export function relationshipPage({
  filter,
  order,
  page,
  blocks,
}: RelationshipQuestion): Statement<RelationshipRow> {
  const down = readsDown(order, page);
  const told = toldColumns(filter, blocks);
  return statement(
    cypher`
${relationshipRows(filter, page, down)}${when(told === null, EVENT_OF_R)}
RETURN ${told ?? relationshipColumns(blocks, cypher`at`)}
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
  const told = toldColumns(filter, blocks);
  return statement(
    cypher`
UNWIND $owners AS owner
CALL (owner) {
  ${relationshipRows(filter, page, down, 'ENTITY')}
  RETURN a, r, b, at
}${when(told === null, EVENT_OF_R)}
RETURN owner, ${told ?? relationshipColumns(blocks, cypher`at`)}
ORDER BY ${inOrder(down)}`,
    { ...relationshipParameters(filter, 'ENTITY'), ...pageParameters(page), owners },
  );
}

export function relationshipCount(filter: RelationshipFilter): Statement<{ count: number }> {
  return statement(
    cypher`
${relationshipsOf(filter)}
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
  ${relationshipsOf(filter, 'ENTITY')}
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
export function relationshipColumns(
  blocks: RelationshipBlocks,
  at?: Fragment,
  [type, event] = [cypher`e.type`, eventColumns(blocks, at)],
): Fragment {
  const own = [
    ['type', cypher`${type} AS relationshipType`],
    ['level', cypher`r.level AS level`],
    ['sources', cypher`CASE WHEN r.until IS NULL THEN r.sources ELSE [] END AS relationshipSources`],
  ] as const;
  return join(
    [
      ...own.filter(([field]) => selects(blocks.relationship, field)).map(([, column]) => column),
      cypher`${entityCard(cypher`a`, blocks.from)} AS fromEntity, ${entityCard(cypher`b`, blocks.to)} AS toEntity`,
      event,
    ],
    ',\n  ',
  );
}

/** The columns of relationships that tell all that is asked, or `null` where their events must be read. */
function toldColumns(filter: RelationshipFilter, blocks: RelationshipBlocks): Fragment | null {
  const at = cypher`at`;
  const event = toldByEdges(filter) ? columnsToldBy(blocks, at) : null;
  return event && relationshipColumns(blocks, at, [cypher`type(r)`, event]);
}

const EVENT_OF_R = cypher`
MATCH (e:Event {id: r.event})`;

function pageParameters({ limit, beyond: cursor }: Page<RelationshipCursor>): Parameters {
  return {
    limit,
    beyondAt: cursor?.at ?? null,
    beyondId: cursor?.id ?? null,
    beyondFrom: cursor?.from ?? null,
    beyondTo: cursor?.to ?? null,
  };
}
