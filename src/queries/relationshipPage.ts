import type { EventType } from '../ontology/lookups.ts';
import { cypher, type Fragment, join } from '../cypher/cypher.ts';
import { type Parameters, statement, type Statement } from '../cypher/statement.ts';
import type { Level } from '../ontology/levels.ts';
import type { TimePlace } from '../time/bounds.ts';
import {
  columnsOnEdge,
  entityCells,
  eventColumns,
  type EntityCells,
  type EventBlocks,
  type EventRow,
  PLACE,
} from './parts/columns.ts';
import { windowsOf } from './parts/eventCriteria.ts';
import { coveredByEdges } from './parts/ownEdges.ts';
import {
  type Page,
  type TimeOrder,
  timePageParameters,
  timeReading,
  type TimeReading,
} from './parts/page.ts';
import type { RelationshipCriteria } from './parts/relationshipCriteria.ts';
import {
  inOrder,
  type RelationshipCursor,
  relationshipParameters,
  relationshipRows,
  relationshipsOf,
} from './parts/relationshipRows.ts';
import { type Selected, selects } from './parts/selected.ts';

/** A relationship, and its event under the event's own columns. */
export interface RelationshipRow extends EventRow {
  readonly relationshipType: EventType;
  readonly level: Level;
  readonly fromEntity: EntityCells;
  readonly toEntity: EntityCells;
  readonly relationshipSources: readonly string[];
  readonly relationshipDatasets: readonly string[];
}

/** A relationship in a list in order of time. Its place may be that of an earlier version. */
export interface PlacedRelationshipRow extends RelationshipRow, TimePlace {}

/** The columns that the operation selects, including those of the relationship and its ends. */
export interface RelationshipBlocks extends EventBlocks {
  readonly relationship?: Selected;
  readonly from?: Selected;
  readonly to?: Selected;
}

export interface RelationshipQuestion {
  readonly filter: RelationshipCriteria;
  readonly order: TimeOrder;
  readonly page: Page<RelationshipCursor>;
  readonly blocks: RelationshipBlocks;
}

export function relationshipPage({
  filter,
  order,
  page,
  blocks,
}: RelationshipQuestion): Statement<PlacedRelationshipRow> {
  const reading = timeReading(order, page);
  const { onward, columns } = pageColumns(filter, blocks);
  return statement(
    cypher`
${relationshipRows(filter, page, reading)}${onward}
RETURN ${columns}, ${PLACE}
${inOrder(reading)}`,
    { ...relationshipParameters(filter), ...pageParameters(filter, page, reading) },
  );
}

/** The same for each of several entities' own relationships, in one statement. */
export function relationshipPages(
  owners: readonly string[],
  { filter, order, page, blocks }: RelationshipQuestion,
): Statement<PlacedRelationshipRow & { owner: string }> {
  const reading = timeReading(order, page);
  const { onward, columns } = pageColumns(filter, blocks);
  return statement(
    cypher`
UNWIND $owners AS owner
CALL (owner) {
  ${relationshipRows(filter, page, reading, 'ENTITY')}
  RETURN a, r, b, open, at, event, fromId, toId
}${onward}
RETURN owner, ${columns}, ${PLACE}
${inOrder(reading)}`,
    { ...relationshipParameters(filter, 'ENTITY'), ...pageParameters(filter, page, reading), owners },
  );
}

export function relationshipCount(filter: RelationshipCriteria): Statement<{ count: number }> {
  return statement(
    cypher`
${relationshipsOf(filter)}
RETURN count(DISTINCT r) AS count`,
    relationshipParameters(filter),
  );
}

export function relationshipCounts(
  owners: readonly string[],
  filter: RelationshipCriteria,
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
 * The columns of the relationship bound to `r`, from `a` to `b`, then those of its event, bound to `e`. A relationship
 * that only an earlier version has is listed without sources.
 */
export function relationshipColumns(
  blocks: RelationshipBlocks,
  [type, event] = [cypher`e.type`, eventColumns(blocks)],
  [fromId, toId] = [cypher`a.id`, cypher`b.id`],
): Fragment {
  const own = [
    ['type', cypher`${type} AS relationshipType`],
    ['level', cypher`r.level AS level`],
    ['sources', cypher`CASE WHEN r.until IS NULL THEN r.sources ELSE [] END AS relationshipSources`],
    ['datasets', cypher`CASE WHEN r.until IS NULL THEN r.datasets ELSE [] END AS relationshipDatasets`],
  ] as const;
  return join(
    [
      ...own.filter(([field]) => selects(blocks.relationship, field)).map(([, column]) => column),
      cypher`${entityCells(cypher`a`, blocks.from, fromId)} AS fromEntity, ${entityCells(cypher`b`, blocks.to, toId)} AS toEntity`,
      event,
    ],
    ',\n  ',
  );
}

/**
 * The columns of rows of relationships, and the match of their events if the relationships do not have all the columns.
 */
function pageColumns(filter: RelationshipCriteria, blocks: RelationshipBlocks) {
  const ids: [Fragment, Fragment] = [cypher`fromId`, cypher`toId`];
  const onEdge = coveredByEdges(filter) ? columnsOnEdge(blocks) : null;
  return onEdge === null
    ? {
        onward: cypher`
MATCH (e:Event {id: event})`,
        columns: relationshipColumns(blocks, undefined, ids),
      }
    : { onward: cypher``, columns: relationshipColumns(blocks, [cypher`type(r)`, onEdge], ids) };
}

function pageParameters(
  filter: RelationshipCriteria,
  page: Page<RelationshipCursor>,
  reading: TimeReading,
): Parameters {
  return {
    ...timePageParameters(page, windowsOf(filter), reading),
    beyondFrom: page.beyond?.from ?? null,
    beyondTo: page.beyond?.to ?? null,
  };
}
