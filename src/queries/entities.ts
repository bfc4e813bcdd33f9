import type { Kind } from '../ontology/kinds.ts';
import { cypher } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import type { Day } from '../time/day.ts';
import { entityCells, type EntityCells, identifierCells, type IdentifierCells } from './parts/columns.ts';
import { wholesOfEach } from './parts/belonging.ts';
import { knownAs } from './parts/canonical.ts';
import { type KnownBy, knownParameters } from './parts/known.ts';
import { direction, type Page } from './parts/page.ts';
import type { Selected } from './parts/selected.ts';

export interface EntityRow {
  readonly entity: EntityCells;
}

/** An entity under its canonical id, and the id by which it was asked for. */
export interface AskedEntityRow extends EntityRow {
  readonly asked: string;
}

export function entitiesByIds(ids: readonly string[], selected?: Selected): Statement<AskedEntityRow> {
  return statement(
    cypher`
MATCH (n:Entity) WHERE n.id IN $ids
${knownAs(cypher`n`)}
RETURN n.id AS asked, ${entityCells(cypher`known`, selected, cypher`coalesce(n.canonical, n.id)`)} AS entity`,
    { ids },
  );
}

/** The canonical ids of entities, each with the id by which it was asked for. */
export function knownIds(ids: readonly string[]): Statement<{ asked: string; known: string }> {
  return statement(
    cypher`MATCH (n:Entity) WHERE n.id IN $ids RETURN n.id AS asked, coalesce(n.canonical, n.id) AS known`,
    { ids },
  );
}

/** The entity that has the key `scheme:value` in another system. */
export function entityByIdentifier(scheme: string, value: string, selected?: Selected): Statement<EntityRow> {
  return statement(
    cypher`
MATCH (:Identifier {key: $key})-[:IDENTIFIES]->(n:Entity)
${knownAs(cypher`n`)}
RETURN ${entityCells(cypher`known`, selected)} AS entity ORDER BY known.id LIMIT 1`,
    { key: `${scheme}:${value}` },
  );
}

/** All entities, or those of some kinds, in the order of their ids. */
export function entityPage(
  kinds: readonly Kind[] | null,
  page: Page<string>,
  selected?: Selected,
): Statement<EntityRow> {
  const { backward, limit, beyond } = page;
  return statement(
    cypher`
MATCH (n:Entity) WHERE ${backward && beyond !== null ? cypher`n.id < $beyond` : cypher`n.id > $beyond`}
  AND n.canonical IS NULL AND ($kinds IS NULL OR n.kind IN $kinds)
WITH n ORDER BY n.id${direction(backward)} LIMIT $limit
RETURN ${entityCells(cypher`n`, selected)} AS entity`,
    // The first page is also a range of ids, so that the index is read in order.
    { kinds, limit, beyond: beyond ?? '' },
  );
}

export function entityCount(kinds: readonly Kind[] | null): Statement<{ count: number }> {
  return statement(
    cypher`MATCH (n:Entity) WHERE n.canonical IS NULL AND ($kinds IS NULL OR n.kind IN $kinds) RETURN count(n) AS count`,
    { kinds },
  );
}

/** The fields of an entity that its cells leave out. */
export interface EntityDetailRow {
  readonly id: string;
  readonly partOf: EntityCells | null;
  readonly identifiers: readonly IdentifierCells[];
  readonly organs: readonly EntityCells[];
  readonly countries: readonly string[];
}

/** If other entities were joined with this one, their fields count too. */
export function entityDetails(ids: readonly string[]): Statement<EntityDetailRow> {
  return statement(
    cypher`
MATCH (n:Entity) WHERE n.id IN $ids
WITH n, [n] + COLLECT { MATCH (joined:Entity {canonical: n.id}) RETURN joined ORDER BY joined.id } AS members
RETURN n.id AS id,
  head(COLLECT {
    UNWIND range(0, size(members) - 1) AS place
    WITH place, members[place] AS member
    MATCH (member)-[:PART_OF]->(whole:Entity)
    ${knownAs(cypher`whole`)}
    WITH known, place WHERE known <> n
    RETURN ${entityCells(cypher`known`)} ORDER BY place LIMIT 1
  }) AS partOf,
  COLLECT {
    UNWIND members AS member
    MATCH (key:Identifier)-[:IDENTIFIES]->(member)
    WITH DISTINCT key
    RETURN ${identifierCells(cypher`key`)} ORDER BY key.key
  } AS identifiers,
  COLLECT {
    UNWIND members AS member
    MATCH (organ:Entity)-[:PART_OF]->(member)
    ${knownAs(cypher`organ`)}
    WITH DISTINCT known, n WHERE known <> n
    RETURN ${entityCells(cypher`known`)} ORDER BY known.id LIMIT 200
  } AS organs,
  COLLECT {
    UNWIND members AS member
    UNWIND member.countries AS country
    RETURN DISTINCT country ORDER BY country
  } AS countries`,
    { ids },
  );
}

/** What each of the entities belongs to, itself among it, as known then. */
export function entityWholes(
  ids: readonly string[],
  known: KnownBy,
): Statement<{ id: string; wholes: readonly string[] }> {
  return statement(
    cypher`
UNWIND $ids AS id
${wholesOfEach(known)}
RETURN id, collect(DISTINCT whole) AS wholes`,
    { ids, ...knownParameters(known) },
  );
}

/** A decision that two entities are the same. */
export interface SameAsRow {
  /** The canonical id of both. */
  readonly owner: string;
  readonly entity: EntityCells;
  readonly on: Day;
  readonly by: string;
}

/** The entities that were joined with the owners, each by the first decision that says so. */
export function joinedEntities(owners: readonly string[]): Statement<SameAsRow> {
  return statement(
    cypher`
UNWIND $owners AS owner
MATCH (n:Entity {canonical: owner})-[decision:SAME_AS]-(:Entity)
WITH owner, n, decision ORDER BY decision.on, decision.by
WITH owner, n, head(collect(decision)) AS decision
RETURN owner, ${entityCells(cypher`n`)} AS entity, toString(decision.on) AS on, decision.by AS by
ORDER BY n.id`,
    { owners },
  );
}
