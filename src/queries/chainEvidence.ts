import { allOf, cypher } from '../cypher/cypher.ts';
import { relationshipTypes } from '../cypher/names.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import { EVENT_TYPE_NAMES } from '../ontology/lookups.ts';
import type { EventBlocks } from './columns.ts';
import { graphVersion, type VersionColumn } from './graphVersion.ts';
import { type Known, knownParameters } from './known.ts';
import { asNow, nowElseThen, onEachLayer, wasKnown } from './layer.ts';
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
  /** Its date as it was known by the day asked about. */
  readonly crossedEdtf: string;
  readonly crossedQualified: boolean;
  readonly crossedDisputed: boolean;
  /** Those of the entities asked about that exist. */
  readonly present: readonly string[];
}

/** One row for each of the relationships, in their order; a single row without one where none are asked for. */
export function chainEvidence(
  relationships: readonly RelationshipKey[],
  entities: readonly string[],
  known: Known,
  blocks: EventBlocks,
): Statement<EvidenceRow> {
  const types = relationshipTypes(EVENT_TYPE_NAMES);
  const crossed = onEachLayer(known, (layer) => {
    const edge = layer.edge(cypher`a:Entity {id: key.from}`, types, cypher`b:Entity {id: key.to}`);
    return cypher`
  MATCH ${edge} WHERE ${allOf([cypher`r.event = key.event`, wasKnown(cypher`r`, known, layer)])}
  ${asNow(layer, cypher`key.event`)}
  RETURN a, ${nowElseThen(layer)} AS r, b, r AS crossed`;
  });
  return statement(
    cypher`
UNWIND range(0, CASE WHEN $keys = [] THEN 0 ELSE size($keys) - 1 END) AS place
WITH place, $keys[place] AS key
OPTIONAL CALL (key) {${crossed}
}
OPTIONAL MATCH (e:Event {id: crossed.event})
WITH place, a, r, b, e, crossed ORDER BY place
${graphVersion(cypher`version`)}
RETURN version, COLLECT { MATCH (end:Entity) WHERE end.id IN $entities AND end.canonical IS NULL RETURN end.id } AS present,
  crossed.edtf AS crossedEdtf, crossed.qualified AS crossedQualified, crossed.disputed AS crossedDisputed,
  ${relationshipColumns(blocks)}
ORDER BY place`,
    {
      keys: relationships.map(({ from, to, event }) => ({ from, to, event })),
      entities,
      ...knownParameters(known),
    },
  );
}
