import { KIND_NAMES } from '../../ontology/kinds.ts';
import {
  STORED_ENTITY,
  type EntityRecord,
  entityRow,
  STORED_IDENTIFIER,
  identifierRows,
  kindLabel,
} from '../../record/entity.ts';
import { cypher, join } from '../../cypher/cypher.ts';
import { labelOf } from '../../cypher/names.ts';
import { columnsOf, propertiesOf, WITH_DAYS } from '../../cypher/shape.ts';
import { statement, type Statement } from '../../cypher/statement.ts';
import { WHOLE_ENTITY, wholeEntityRow } from '../shapes/wholeNodes.ts';
import { IS_FIRST } from './claimStatements.ts';

/** Makes entities that are not there yet. */
export function createEntities(dataset: string, entities: readonly EntityRecord[]): Statement<never> {
  const rows = entities.map((entity) => wholeEntityRow(dataset, entity));
  return statement(cypher`${WITH_DAYS} CREATE (:Entity:$($label[i]) ${propertiesOf(WHOLE_ENTITY)})`, {
    ...columnsOf(WHOLE_ENTITY, rows),
    label: entities.map(kindLabel),
  });
}

/** Writes the attributes and labels of entities that are there. */
export function writeEntities(dataset: string, entities: readonly EntityRecord[]): Statement<never> {
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

/** Takes the identifiers off entities, all before any is written: one may pass from one entity to another. */
export function clearIdentifiers(dataset: string, ids: readonly string[]): Statement<never> {
  return statement(
    cypher`MATCH (:Identifier)-[old:IDENTIFIES]->(n:Entity) WHERE n.id IN $ids AND ${IS_FIRST} DELETE old`,
    { dataset, ids },
  );
}

export function writeIdentifiers(dataset: string, entities: readonly EntityRecord[]): Statement<never> {
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

/** Deletes the identifiers that identify nothing any more. */
export function deleteStrayIdentifiers(): Statement<never> {
  return statement(cypher`MATCH (key:Identifier) WHERE NOT EXISTS { (key)-[:IDENTIFIES]->() } DELETE key`);
}

/** What entities are organs of, over what they were before, once all are there. */
export function writePartOf(dataset: string, entities: readonly EntityRecord[]): Statement<never> {
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

/** The entities to which someone gave the keys, each with its key. */
export function entitiesOfKeys(keys: readonly string[]): Statement<{ key: string; id: string }> {
  return statement(
    cypher`
UNWIND $keys AS key
MATCH (:Identifier {key: key})-[:IDENTIFIES]->(n:Entity)
RETURN key, min(n.id) AS id`,
    { keys },
  );
}
