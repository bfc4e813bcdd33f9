import type { EventType } from '../ontology/lookups.ts';
import { cypher } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import { eventColumns, type EventRow } from './parts/columns.ts';
import { everTookPart } from './parts/everTookPart.ts';
import { openStart } from './parts/page.ts';

/** An event with all its reports, whatever their stance. */
export interface RegimeEventRow extends EventRow {
  readonly owner: string;
}

/**
 * Every event of the given types, and every announcement of one, in which an owner ever took part: all that a status
 * can follow from, with any `knownBy`. Reads all events of the owner.
 */
export function regimeEvents(
  owners: readonly string[],
  types: readonly EventType[],
  announcing: readonly EventType[],
): Statement<RegimeEventRow> {
  return statement(
    cypher`
UNWIND $owners AS owner
${everTookPart(cypher`owner`, OF_REGIMES)}
RETURN owner, ${eventColumns({ participants: true, reports: true })}
ORDER BY ${openStart(cypher`e`)}, e.at, e.id`,
    { owners, types, announcing },
  );
}

const OF_REGIMES = cypher`e.type IN $types OR (e.type IN $announcing AND e.intends IN $types)`;
