import { cypher, type Fragment } from '../cypher/cypher.ts';
import { relationshipTypes } from '../cypher/names.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import { EVENT_TYPE_NAMES, type EventType, isSymmetric } from '../ontology/lookups.ts';
import type { Level } from '../ontology/levels.ts';
import { contentVersion, type VersionColumn } from './contentVersion.ts';

/** A current or an earlier version of a relationship, as a list. Days are counted from 1970-01-01. */
type RelationshipCell = readonly [
  to: string,
  type: EventType,
  level: Level,
  event: string,
  earliest: number,
  beginLatest: number,
  endEarliest: number,
  latest: number,
  qualified: boolean,
  asOfPossibly: number,
  asOfCertainly: number,
  /** Null for the current version. */
  untilPossibly: number | null,
  untilCertainly: number | null,
  sources: readonly string[],
  datasets: readonly string[],
  codings: readonly string[],
];

/** The relationships from one entity. If the graph has no relationships, the only row has none. */
export interface RelationshipsFrom {
  /** The version of the graph before and after the relationships were read. If they differ, the rows mix both. */
  readonly before: VersionColumn;
  readonly after: VersionColumn;
  readonly from: string | null;
  readonly relationships: readonly RelationshipCell[] | null;
}

/** A version of a relationship, under names. Days are counted from 1970-01-01. */
export interface RelationshipVersion {
  readonly from: string;
  readonly to: string;
  readonly type: EventType;
  readonly symmetric: boolean;
  readonly level: Level;
  readonly event: string;
  readonly earliest: number;
  readonly beginLatest: number;
  readonly endEarliest: number;
  readonly latest: number;
  readonly qualified: boolean;
  readonly asOfPossibly: number;
  readonly asOfCertainly: number;
  /** Null for the current version. */
  readonly until: { readonly possibly: number; readonly certainly: number } | null;
  readonly sources: readonly string[];
  readonly datasets: readonly string[];
  readonly codings: readonly string[];
}

/** Visits the relationships of a row one by one, so that no list of a million objects is made. */
export function eachRelationship(
  { from, relationships }: RelationshipsFrom,
  visit: (relationship: RelationshipVersion) => void,
): void {
  if (from === null || relationships === null) return;
  for (const cells of relationships) {
    const [to, type, level, event, earliest, beginLatest, endEarliest, latest, qualified, ...known] = cells;
    const [asOfPossibly, asOfCertainly, possibly, certainly, sources, datasets, codings] = known;
    const until = possibly === null || certainly === null ? null : { possibly, certainly };
    visit({
      from,
      to,
      type,
      symmetric: isSymmetric(type),
      level,
      event,
      sources,
      datasets,
      codings,
      earliest,
      beginLatest,
      endEarliest,
      latest,
      qualified,
      asOfPossibly,
      asOfCertainly,
      until,
    });
  }
}

/**
 * All relationships, in one row for each entity: one row for each relationship would take several times as long to
 * send. Nothing collects all rows, so the database holds the relationships of one entity at a time.
 */
export function allRelationships(): Statement<RelationshipsFrom> {
  return statement(cypher`
${contentVersion(cypher`before`)}
OPTIONAL CALL () {
  MATCH (a:Entity)
  CALL (a) {
    CALL (a) {
      MATCH (a)-[r:${relationshipTypes(EVENT_TYPE_NAMES)}]->(b:Entity) RETURN r, b, type(r) AS type
      UNION ALL
      MATCH (a)<-[:FROM]-(r:RelationshipVersion)-[:TO]->(b:Entity) RETURN r, b, r.type AS type
    }
    RETURN collect([b.id, type, r.level, r.event,
      ${epochDay(cypher`r.earliest`)}, ${epochDay(cypher`r.beginLatest`)}, ${epochDay(cypher`r.endEarliest`)}, ${epochDay(cypher`r.latest`)}, r.qualified,
      ${epochDay(cypher`r.asOfEarliest`)}, ${epochDay(cypher`r.asOf`)},
      ${epochDay(cypher`r.untilEarliest`)}, ${epochDay(cypher`r.until`)}, r.sources, coalesce(r.datasets, []),
      CASE WHEN size(r.datasets) > 1 THEN COLLECT { MATCH (d:Dataset) WHERE d.id IN r.datasets RETURN d.coding } ELSE [coalesce(r.coding, 'HUMAN')] END]) AS relationships
  }
  WITH a, relationships WHERE relationships <> []
  RETURN a.id AS from, relationships
}
${contentVersion(cypher`after`)}
RETURN before, after, from, relationships`);
}

function epochDay(day: Fragment): Fragment {
  return cypher`duration.inDays(date('1970-01-01'), ${day}).days`;
}
