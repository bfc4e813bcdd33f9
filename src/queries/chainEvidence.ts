import { allOf, cypher, type Fragment, when } from '../cypher/cypher.ts';
import { relationshipTypes } from '../cypher/names.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import { EVENT_TYPE_NAMES } from '../ontology/lookups.ts';
import type { EventBlocks } from './parts/columns.ts';
import { contentVersion, type VersionColumn } from './contentVersion.ts';
import { type KnownBy, knownParameters } from './parts/known.ts';
import { asCurrent, currentElseEarlier, onEachVersionSource, wasKnown } from './parts/versionSource.ts';
import { relationshipColumns, type RelationshipRow } from './relationshipPage.ts';

/** Names a relationship by what it runs between and its event. */
export interface RelationshipKey {
  readonly from: string;
  readonly to: string;
  readonly event: string;
}

/** The event of a relationship and its ends, if there still are such; and of the graph, what tells whether they hold. */
export interface EvidenceRow
  extends Omit<RelationshipRow, 'id' | OnRelationship>, Partial<Pick<RelationshipRow, OnRelationship>> {
  readonly id: string | null;
  readonly version: VersionColumn;
  /** Its date as it was known by the day asked about. */
  readonly crossedEdtf?: string;
  readonly crossedQualified?: boolean;
  readonly crossedDisputed?: boolean;
  /** Those of the entities asked about that exist. */
  readonly present: readonly string[];
}

/** What is read only of relationships as known by a day, of which that as known now may be another. */
type OnRelationship = 'relationshipType' | 'level' | 'relationshipSources';

/**
 * One row for each of the relationships, in their order; a single row without one where none are asked for. As known
 * now nothing is read of the relationship itself, as one of a hub takes long to find: who holds its key holds the rest.
 */
export function chainEvidence(
  relationships: readonly RelationshipKey[],
  entities: readonly string[],
  known: KnownBy,
  blocks: EventBlocks,
): Statement<EvidenceRow> {
  const isOfNow = known.knownBy === undefined;
  return statement(
    cypher`
UNWIND range(0, CASE WHEN $keys = [] THEN 0 ELSE size($keys) - 1 END) AS place
WITH place, $keys[place] AS key
OPTIONAL CALL (key) {${isOfNow ? EVENT_AND_ENDS : relationshipsKnown(known)}
}
WITH * ORDER BY place
${contentVersion(cypher`version`)}
RETURN version, COLLECT { MATCH (end:Entity) WHERE end.id IN $entities AND end.canonical IS NULL RETURN end.id } AS present,
  ${when(!isOfNow, CROSSED)}${relationshipColumns(isOfNow ? { ...blocks, relationship: [] } : blocks)}
ORDER BY place`,
    {
      keys: relationships.map(({ from, to, event }) => ({ from, to, event })),
      entities,
      ...knownParameters(known),
    },
  );
}

const EVENT_AND_ENDS = cypher`
  MATCH (a:Entity {id: key.from}), (b:Entity {id: key.to}), (e:Event {id: key.event})
  RETURN a, b, e`;

const CROSSED = cypher`crossed.edtf AS crossedEdtf, crossed.qualified AS crossedQualified, crossed.disputed AS crossedDisputed,
  `;

function relationshipsKnown(known: KnownBy): Fragment {
  const types = relationshipTypes(EVENT_TYPE_NAMES);
  return onEachVersionSource(known, (layer) => {
    const edge = layer.edge(cypher`a:Entity {id: key.from}`, types, cypher`b:Entity {id: key.to}`);
    return cypher`
  MATCH ${edge} WHERE ${allOf([cypher`r.event = key.event`, wasKnown(cypher`r`, known, layer)])}
  ${asCurrent(layer, cypher`key.event`)}
  MATCH (e:Event {id: key.event})
  RETURN a, ${currentElseEarlier(layer)} AS r, b, e, r AS crossed`;
  });
}
