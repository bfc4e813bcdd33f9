import { KIND_NAMES, KINDS } from '../../ontology/kinds.ts';
import type { EntityRecord } from '../../ontology/records.ts';
import { cypher, join } from '../../cypher/cypher.ts';
import { labelOf } from '../../cypher/names.ts';
import { statement, type Statement } from '../../cypher/statement.ts';
import { foldName } from '../../queries/foldName.ts';
import { IS_FIRST } from './claims.ts';

/** Writes the attributes and labels of entities. */
export function writeEntities(dataset: string, entities: readonly EntityRecord[]): Statement<never> {
  return statement(
    cypher`
UNWIND $rows AS row
MATCH (n:Entity {id: row.id}) WHERE ${IS_FIRST}
SET n += row.properties
REMOVE n:${join(KIND_NAMES.map(labelOf), ':')}
SET n:$(row.label)`,
    { dataset, rows: entities.map(entityRow) },
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
  return statement(
    cypher`
UNWIND $rows AS row
MATCH (n:Entity {id: row.id}) WHERE ${IS_FIRST}
MERGE (key:Identifier {key: row.scheme + ':' + row.value})
SET key.scheme = row.scheme, key.value = row.value
MERGE (key)-[:IDENTIFIES]->(n)`,
    {
      dataset,
      rows: entities.flatMap(({ id, identifiers }) =>
        identifiers.map(({ scheme, value }) => ({ id, scheme, value })),
      ),
    },
  );
}

/** Deletes the identifiers that identify nothing any more. */
export function deleteStrayIdentifiers(): Statement<never> {
  return statement(cypher`MATCH (key:Identifier) WHERE NOT EXISTS { (key)-[:IDENTIFIES]->() } DELETE key`);
}

/** What entities are organs of, once all are there. */
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

function entityRow(entity: EntityRecord) {
  const { id, kind, name, aliases, description, group } = entity;
  return {
    id,
    label: KINDS[kind].label,
    properties: {
      name,
      kind,
      aliases,
      description,
      group,
      folded: [...new Set([name, ...aliases].map(foldName))],
    },
  };
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
