import { cypher } from '../cypher/cypher.ts';
import { relationshipTypes } from '../cypher/names.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import { EVENT_TYPE_NAMES } from '../ontology/lookups.ts';
import type { EventBlocks } from './columns.ts';
import { graphVersion, type VersionColumn } from './graphVersion.ts';
import { relationshipColumns, type RelationshipRow } from './relationshipPage.ts';

/** Names a relationship by what it runs between and its event. */
export interface RelationshipKey {
  readonly from: string;
  readonly to: string;
  readonly event: string;
}

/** A relationship with its event, if there still is such; and of the graph, what tells whether the answer holds. */
export interface EvidenceRow extends Omit<RelationshipRow, 'relationshipType'> {
  readonly relationshipType: RelationshipRow['relationshipType'] | null;
  readonly version: VersionColumn;
  /** Those of the entities asked about that exist. */
  readonly present: readonly string[];
}

/** One row for each of the relationships, in their order; a single row without one where none are asked for. */
export function chainEvidence(
  relationships: readonly RelationshipKey[],
  entities: readonly string[],
  blocks: EventBlocks,
): Statement<EvidenceRow> {
  return statement(
    cypher`
UNWIND range(0, CASE WHEN $keys = [] THEN 0 ELSE size($keys) - 1 END) AS place
WITH place, $keys[place] AS key
OPTIONAL MATCH (a:Entity {id: key.from})-[r:${relationshipTypes(EVENT_TYPE_NAMES)}]->(b:Entity {id: key.to})
  WHERE r.event = key.event
OPTIONAL MATCH (e:Event {id: key.event})
WITH place, a, r, b, e ORDER BY place
${graphVersion(cypher`version`)}
RETURN version, COLLECT { MATCH (end:Entity) WHERE end.id IN $entities RETURN end.id } AS present,
  ${relationshipColumns(blocks)}
ORDER BY place`,
    { keys: relationships.map(({ from, to, event }) => ({ from, to, event })), entities },
  );
}
