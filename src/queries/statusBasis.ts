import type { EventType } from '../ontology/lookups.ts';
import { cypher } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import { eventColumns, type EventRow } from './parts/columns.ts';
import { everTookPart } from './parts/everTookPart.ts';
import { unlessJoined } from './parts/canonical.ts';

/** The events that statuses can follow from. */
export interface StatusBasis {
  /** The types that open, suspend, resume, close or observe a regime. */
  readonly types: readonly EventType[];
  /** Those of the types whose events may concern nobody in particular. */
  readonly generalTypes: readonly EventType[];
}

/**
 * Every event from which a status of the entities, as authorities or subjects, can follow: all events in which they
 * took part, and those concerning nobody in particular in which their counterparts did. Reads all events of the
 * entities and of those counterparts.
 */
export function statusBasis(
  entities: readonly string[],
  { types, generalTypes }: StatusBasis,
  limit: number,
): Statement<EventRow> {
  return statement(
    cypher`
UNWIND ${unlessJoined(cypher`$entities`)} AS entity
${everTookPart(cypher`entity`, cypher`e.type IN $types`)}
WITH collect(DISTINCT e) AS own
CALL (own) {
  UNWIND own AS e
  RETURN e
  UNION
  UNWIND own AS one
  MATCH (one)<-[r:REPORTS]-(:Source) WHERE size($generalTypes) > 0
  UNWIND coalesce(r.resolved, r.participants) AS key
  UNWIND split(key, ' ')[1..] AS other
  WITH DISTINCT other WHERE NOT other IN $entities
  ${everTookPart(cypher`other`, cypher`e.type IN $generalTypes`)}
  RETURN e
}
WITH DISTINCT e ORDER BY e.id LIMIT $limit
RETURN ${eventColumns({ participants: true, reports: true, wholes: true })}`,
    { entities, named: entities, types, generalTypes, limit },
  );
}
