import { cypher, type Fragment } from '../cypher/cypher.ts';
import { relationshipTypes } from '../cypher/names.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import { EVENT_TYPE_NAMES, type EventType } from '../ontology/lookups.ts';
import type { Level } from '../reasoning/eventView.ts';
import { graphVersion, type VersionColumn } from './graphVersion.ts';

/** A relationship, or what it was known to be before, as a list; days as days since 1970-01-01. */
type RelationshipCell = readonly [
  from: string,
  to: string,
  type: EventType,
  level: Level,
  event: string,
  beginLatest: number,
  endEarliest: number,
  latest: number,
  qualified: boolean,
  asOfPossibly: number,
  asOfCertainly: number,
  /** Of what is known now there is no end. */
  untilPossibly: number | null,
  untilCertainly: number | null,
  sources: readonly string[],
];

/** The relationships of one first possible day; where there are none at all, one row without any. */
export interface RelationshipsOfDay {
  /** The version of the graph before they were read, and after: where these differ they are of neither. */
  readonly before: VersionColumn;
  readonly after: VersionColumn;
  readonly earliest: number | null;
  readonly relationships: readonly RelationshipCell[] | null;
}

/** All relationships: a row for each day, as one for each relationship takes several times as long to send. */
export function allRelationships(): Statement<RelationshipsOfDay> {
  return statement(cypher`
${graphVersion(cypher`before`)}
OPTIONAL CALL () {
  CALL () {
    MATCH (a:Entity)-[r:${relationshipTypes(EVENT_TYPE_NAMES)}]->(b:Entity) RETURN a, r, b, type(r) AS type
    UNION ALL
    MATCH (a:Entity)<-[:FROM]-(r:RelationshipVersion)-[:TO]->(b:Entity) RETURN a, r, b, r.type AS type
  }
  RETURN ${epochDay(cypher`r.earliest`)} AS earliest, collect([a.id, b.id, type, r.level, r.event,
    ${epochDay(cypher`r.beginLatest`)}, ${epochDay(cypher`r.endEarliest`)}, ${epochDay(cypher`r.latest`)}, r.qualified,
    ${epochDay(cypher`r.asOfEarliest`)}, ${epochDay(cypher`r.asOf`)},
    ${epochDay(cypher`r.untilEarliest`)}, ${epochDay(cypher`r.until`)}, r.sources]) AS relationships
}
${graphVersion(cypher`after`)}
RETURN before, after, earliest, relationships`);
}

function epochDay(day: Fragment): Fragment {
  return cypher`duration.inDays(date('1970-01-01'), ${day}).days`;
}
