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
 *
 * @param limit of each owner, the first in order of time; `null` for all
 */
export function regimeEvents(
  owners: readonly string[],
  types: readonly EventType[],
  announcing: readonly EventType[],
  limit: number | null = null,
): Statement<RegimeEventRow> {
  return statement(
    cypher`
UNWIND $owners AS owner
${limit === null ? everTookPart(cypher`owner`, OF_REGIMES) : FIRST}
RETURN owner, ${eventColumns({ participants: true, reports: true, wholes: true })}
ORDER BY ${openStart(cypher`e`)}, e.at, e.id`,
    { owners, types, announcing, limit },
  );
}

const OF_REGIMES = cypher`e.type IN $types OR (e.type IN $announcing AND e.intends IN $types)`;

/** Of each owner, as many as are asked for. */
const FIRST = cypher`CALL (owner) {
  ${everTookPart(cypher`owner`, OF_REGIMES)}
  WITH e ORDER BY ${openStart(cypher`e`)}, e.at, e.id LIMIT $limit
  RETURN e
}`;
