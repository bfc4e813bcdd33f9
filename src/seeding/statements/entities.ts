import { KINDS } from '../../ontology/kinds.ts';
import type { EntityRecord } from '../../ontology/records.ts';
import { cypher, join } from '../../cypher/cypher.ts';
import { labelOf } from '../../cypher/names.ts';
import { statement, type Statement } from '../../cypher/statement.ts';
import { KIND_NAMES } from '../../ontology/kinds.ts';
import { fingerprint } from '../fingerprint.ts';
import { foldName } from '../../queries/foldName.ts';

/** Writes entities with their labels and identifiers; their `partOf` comes once all are there. */
export function writeEntities(dataset: string, entities: readonly EntityRecord[]): Statement<never> {
  return statement(
    cypher`
UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
SET n += row.properties, n.owner = $dataset,
    n.datasets = [other IN coalesce(n.datasets, []) WHERE other <> $dataset] + $dataset
REMOVE n:${join(KIND_NAMES.map(labelOf), ':')}
SET n:$(row.label)
WITH n, row
CALL (n) { MATCH (old:Identifier)-[:IDENTIFIES]->(n) DETACH DELETE old }
UNWIND row.identifiers AS identifier
MERGE (key:Identifier {key: identifier.scheme + ':' + identifier.value})
SET key.scheme = identifier.scheme, key.value = identifier.value
MERGE (key)-[:IDENTIFIES]->(n)`,
    { dataset, rows: entities.map(entityRow) },
  );
}

export function writePartOf(entities: readonly EntityRecord[]): Statement<never> {
  return statement(
    cypher`
UNWIND $rows AS row
MATCH (n:Entity {id: row.id})
CALL (n) { MATCH (n)-[old:PART_OF]->(:Entity) DELETE old }
MATCH (whole:Entity {id: row.partOf})
MERGE (n)-[:PART_OF]->(whole)`,
    { rows: entities.map(({ id, partOf }) => ({ id, partOf })) },
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
      fingerprint: fingerprint(entity),
    },
    identifiers: entity.identifiers.map(({ scheme, value }) => ({ scheme, value })),
  };
}
