import type { EventType } from '../ontology/lookups.ts';
import { cypher } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import { eventColumns, type EventRow } from './columns.ts';

/** An event with all that is said of it, whatever the stance. */
export interface RegimeEventRow extends EventRow {
  readonly owner: string;
}

/**
 * Every event of the given types, and every announcement of one, in which an owner takes part by whatever report,
 * also of a source that was retracted since: all that a status of it can follow from. Reads all events of the owner.
 */
export function regimeEvents(
  owners: readonly string[],
  types: readonly EventType[],
  announcing: readonly EventType[],
): Statement<RegimeEventRow> {
  return statement(
    cypher`
UNWIND $owners AS owner
MATCH (:Entity {id: owner})-[:TOOK_PART]->(e:Event)
WHERE e.type IN $types OR (e.type IN $announcing AND e.intends IN $types)
WITH DISTINCT owner, e
RETURN owner, ${eventColumns({ participants: true, reports: true })}
ORDER BY e.at, e.id`,
    { owners, types, announcing },
  );
}
