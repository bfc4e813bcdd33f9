import { KIND_NAMES } from '../ontology/kinds.ts';
import type { RowOf, Shape } from '../record/attribute.ts';
import {
  STORED_ENTITY,
  type EntityRecord,
  entityRow,
  STORED_IDENTIFIER,
  identifierRows,
  kindLabel,
} from '../record/entity.ts';
import { cypher, join } from '../cypher/cypher.ts';
import { labelOf } from '../cypher/names.ts';
import { columnsOf, propertiesOf, WITH_DAYS } from '../cypher/shape.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import type { Transaction } from '../graph/graph.ts';
import { batches } from './batches.ts';
import { CLAIM, claim, claimRow, IS_FIRST } from './claims.ts';
import { type Diff, written } from './planLoad.ts';

/** Writes the entities that are new or changed, then their identifiers, then what they are part of. */
export async function writeEntities(
  transaction: Transaction,
  dataset: string,
  diff: Diff<EntityRecord>,
): Promise<void> {
  const { created, joined, changed } = diff;
  const existing = [...joined, ...changed];
  for (const batch of batches(created)) await transaction.run(createEntities(dataset, batch));
  await claim(transaction, 'Entity', dataset, existing);
  // All are cleared before any is written: an identifier may pass from one entity to another.
  for (const batch of batches(existing)) await transaction.run(clearIdentifiers(dataset, batch));
  for (const batch of batches(existing)) await transaction.run(setEntities(dataset, batch));
  const identified = written(diff).filter(({ identifiers }) => identifiers.length > 0);
  for (const batch of batches(identified)) await transaction.run(writeIdentifiers(dataset, batch));
  const organs = [...created.filter(({ partOf }) => partOf !== null), ...existing];
  for (const batch of batches(organs)) await transaction.run(writePartOf(dataset, batch));
}

/** The columns of a new entity, which one dataset alone declares. */
export const NEW_ENTITY = { ...STORED_ENTITY.columns, ...CLAIM.columns } as const satisfies Shape;

export function newEntityRow(dataset: string, entity: EntityRecord): RowOf<typeof NEW_ENTITY> {
  return { ...entityRow(entity), ...claimRow(dataset, entity) };
}

function createEntities(dataset: string, entities: readonly EntityRecord[]): Statement<never> {
  const rows = entities.map((entity) => newEntityRow(dataset, entity));
  return statement(cypher`${WITH_DAYS} CREATE (:Entity:$($label[i]) ${propertiesOf(NEW_ENTITY)})`, {
    ...columnsOf(NEW_ENTITY, rows),
    label: entities.map(kindLabel),
  });
}

/** Writes the attributes and labels of existing entities. */
function setEntities(dataset: string, entities: readonly EntityRecord[]): Statement<never> {
  return statement(
    cypher`
${WITH_DAYS}
MATCH (n:Entity {id: $id[i]}) WHERE ${IS_FIRST}
SET n += ${propertiesOf(STORED_ENTITY.columns)}
REMOVE n:${join(KIND_NAMES.map(labelOf), ':')}
SET n:$($label[i])`,
    { dataset, ...columnsOf(STORED_ENTITY.columns, entities.map(entityRow)), label: entities.map(kindLabel) },
  );
}

function clearIdentifiers(dataset: string, entities: readonly EntityRecord[]): Statement<never> {
  return statement(
    cypher`MATCH (:Identifier)-[old:IDENTIFIES]->(n:Entity) WHERE n.id IN $ids AND ${IS_FIRST} DELETE old`,
    { dataset, ids: entities.map(({ id }) => id) },
  );
}

function writeIdentifiers(dataset: string, entities: readonly EntityRecord[]): Statement<never> {
  const rows = entities.flatMap((entity) =>
    identifierRows(entity).map((row) => ({ ...row, entity: entity.id })),
  );
  return statement(
    cypher`
${WITH_DAYS}
MATCH (n:Entity {id: $entity[i]}) WHERE ${IS_FIRST}
MERGE (key:Identifier {key: $key[i]})
SET key += ${propertiesOf(STORED_IDENTIFIER.columns)}
MERGE (key)-[:IDENTIFIES]->(n)`,
    { dataset, ...columnsOf(STORED_IDENTIFIER.columns, rows), entity: rows.map(({ entity }) => entity) },
  );
}

/** The entities that have one of the keys, each with its key. */
export function entitiesOfKeys(keys: readonly string[]): Statement<{ key: string; id: string }> {
  return statement(
    cypher`
UNWIND $keys AS key
MATCH (:Identifier {key: key})-[:IDENTIFIES]->(n:Entity)
RETURN key, min(n.id) AS id`,
    { keys },
  );
}

/** Replaces what entities are part of, once all entities exist. */
function writePartOf(dataset: string, entities: readonly EntityRecord[]): Statement<never> {
  return statement(
    cypher`
UNWIND $rows AS row
MATCH (n:Entity {id: row.id}) WHERE ${IS_FIRST}
CALL (n) { MATCH (n)-[old:PART_OF]->(:Entity) DELETE old }
MATCH (whole:Entity {id: row.partOf})
MERGE (n)-[:PART_OF]->(whole)`,
    { dataset, rows: entities.map(({ id, partOf }) => ({ id, partOf })) },
  );
}
