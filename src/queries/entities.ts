import type { Kind } from '../ontology/kinds.ts';
import { cypher } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import { entityCard, type EntityCard } from './columns.ts';
import { direction, type Page } from './page.ts';

export interface EntityRow {
  readonly entity: EntityCard;
}

export function entitiesByIds(ids: readonly string[]): Statement<EntityRow> {
  return statement(cypher`MATCH (n:Entity) WHERE n.id IN $ids RETURN ${entityCard(cypher`n`)} AS entity`, {
    ids,
  });
}

/** The entity to which someone else gave the key `scheme:value`. */
export function entityByIdentifier(scheme: string, value: string): Statement<EntityRow> {
  return statement(
    cypher`MATCH (:Identifier {key: $key})-[:IDENTIFIES]->(n:Entity) RETURN ${entityCard(cypher`n`)} AS entity`,
    { key: `${scheme}:${value}` },
  );
}

/** All entities, or those of some kinds, in the order of their ids. */
export function entityPage(kinds: readonly Kind[] | null, page: Page<string>): Statement<EntityRow> {
  const { backward, limit, beyond } = page;
  return statement(
    cypher`
MATCH (n:Entity) WHERE ${backward && beyond !== null ? cypher`n.id < $beyond` : cypher`n.id > $beyond`}
  AND ($kinds IS NULL OR n.kind IN $kinds)
WITH n ORDER BY n.id${direction(backward)} LIMIT $limit
RETURN ${entityCard(cypher`n`)} AS entity`,
    // Also the first page is a range of ids, so that it is read from the index in order.
    { kinds, limit, beyond: beyond ?? '' },
  );
}

export function entityCount(kinds: readonly Kind[] | null): Statement<{ count: number }> {
  return statement(
    cypher`MATCH (n:Entity) WHERE $kinds IS NULL OR n.kind IN $kinds RETURN count(n) AS count`,
    { kinds },
  );
}

/** What an entity's card leaves out. */
export interface EntityDetailRow {
  readonly id: string;
  readonly partOf: EntityCard | null;
  readonly identifiers: readonly (readonly [scheme: string, value: string])[];
  readonly organs: readonly EntityCard[];
}

export function entityDetails(ids: readonly string[]): Statement<EntityDetailRow> {
  return statement(
    cypher`
MATCH (n:Entity) WHERE n.id IN $ids
OPTIONAL MATCH (n)-[:PART_OF]->(whole:Entity)
RETURN n.id AS id, CASE WHEN whole IS NULL THEN null ELSE ${entityCard(cypher`whole`)} END AS partOf,
  COLLECT { MATCH (key:Identifier)-[:IDENTIFIES]->(n) RETURN [key.scheme, key.value] ORDER BY key.key } AS identifiers,
  COLLECT { MATCH (organ:Entity)-[:PART_OF]->(n) RETURN ${entityCard(cypher`organ`)} ORDER BY organ.id LIMIT 200 } AS organs`,
    { ids },
  );
}
