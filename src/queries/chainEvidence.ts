import { allOf, cypher, type Fragment, when } from '../cypher/cypher.ts';
import { relationshipTypes } from '../cypher/names.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import { EVENT_TYPE_NAMES } from '../ontology/lookups.ts';
import type { EventBlocks } from './parts/columns.ts';
import { contentVersion, type VersionColumn } from './contentVersion.ts';
import { type KnownBy, knownParameters } from './parts/known.ts';
import { asCurrent, currentElseEarlier, onEachVersionSource, wasKnown } from './parts/versionSource.ts';
import { relationshipColumns, type RelationshipRow } from './relationshipPage.ts';

/** The ends and the event of a relationship, which together identify it. */
export interface RelationshipKey {
  readonly from: string;
  readonly to: string;
  readonly event: string;
}

/** The event and the ends of a relationship, if they still exist, and the version of the graph. */
export interface EvidenceRow
  extends Omit<RelationshipRow, 'id' | OnRelationship>, Partial<Pick<RelationshipRow, OnRelationship>> {
  readonly id: string | null;
  readonly version: VersionColumn;
  /** The date of the relationship as it was known by `knownBy`. */
  readonly crossedEdtf?: string;
  readonly crossedQualified?: boolean;
  readonly crossedDisputed?: boolean;
  /** The given entities that exist. */
  readonly present: readonly string[];
}

/** Columns that are read only with `knownBy`, since the current version may then be another. */
type OnRelationship = 'relationshipType' | 'level' | 'relationshipSources' | 'relationshipDatasets';

/**
 * One row for each of the relationships, in their order; if none are given, a single row without one. Without `knownBy`
 * the relationship itself is not read, because finding one of a hub takes long: whoever has its key has its other
 * columns too.
 */
export function chainEvidence(
  relationships: readonly RelationshipKey[],
  entities: readonly string[],
  known: KnownBy,
  blocks: EventBlocks,
): Statement<EvidenceRow> {
  const isCurrent = known.knownBy === undefined;
  return statement(
    cypher`
UNWIND range(0, CASE WHEN $keys = [] THEN 0 ELSE size($keys) - 1 END) AS place
WITH place, $keys[place] AS key
OPTIONAL CALL (key) {${isCurrent ? EVENT_AND_ENDS : relationshipsKnown(known)}
}
WITH * ORDER BY place
${contentVersion(cypher`version`)}
RETURN version, COLLECT { MATCH (end:Entity) WHERE end.id IN $entities AND end.canonical IS NULL RETURN end.id } AS present,
  ${when(!isCurrent, CROSSED)}${relationshipColumns(isCurrent ? { ...blocks, relationship: [] } : blocks)}
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
  return onEachVersionSource(known, (source) => {
    const edge = source.edge(cypher`a:Entity {id: key.from}`, types, cypher`b:Entity {id: key.to}`);
    return cypher`
  MATCH ${edge} WHERE ${allOf([cypher`r.event = key.event`, wasKnown(cypher`r`, known, source)])}
  ${asCurrent(source, cypher`key.event`)}
  MATCH (e:Event {id: key.event})
  RETURN a, ${currentElseEarlier(source)} AS r, b, e, r AS crossed`;
  });
}
