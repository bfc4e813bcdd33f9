import type { EventType } from '../ontology/lookups.ts';
import { cypher, type Fragment, when } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import type { Certainty, Period } from '../time/period.ts';
import { eventColumns, type EventRow } from './parts/columns.ts';
import { everTookPart } from './parts/everTookPart.ts';
import { unlessJoined } from './parts/joined.ts';
import { countsFrom } from './parts/known.ts';

export interface ChangedEventRow extends EventRow {
  /** The events that it follows or is a part of. */
  readonly after: readonly string[];
}

/** Events of which something may have changed in a period. */
export interface ChangedEventsQuestion {
  /** In each event at least one of these takes part, by some report; not asked where `between` is given. */
  readonly entities: readonly string[] | null;
  /** In each event at least two of these take part, by some report. */
  readonly between: readonly string[] | null;
  readonly types: readonly EventType[] | null;
  readonly period: Period;
  /** HAPPENED: by the dates that reports give; KNOWN: by when sources were published or retracted. */
  readonly axis: 'HAPPENED' | 'KNOWN';
  readonly certainty: Certainty;
  readonly limit: number;
}

/**
 * Events with all that is said of them, as many as may have changed and some more: whoever takes part by any report,
 * whatever reports come to. The first in time of what happened or became known. Reads all events of the entities.
 */
export function changedEvents(question: ChangedEventsQuestion): Statement<ChangedEventRow> {
  const { entities, between, types, period, axis, certainty, limit } = question;
  const owners = between ?? entities ?? [];
  return statement(
    cypher`
UNWIND ${unlessJoined(cypher`$owners`)} AS owner
${everTookPart(cypher`owner`, types === null ? cypher`true` : cypher`e.type IN $types`)}
WITH DISTINCT e
${axis === 'HAPPENED' ? HAPPENED : knownIn(certainty)}
WITH e, day${when(between !== null, cypher` WHERE ${AMONG}`)}
ORDER BY day, e.id LIMIT $limit
RETURN ${eventColumns({ participants: true, reports: true })},
  COLLECT { MATCH (e)-[:FOLLOWS|PART_OF]->(former:Event) RETURN former.id } AS after
ORDER BY day, e.id`,
    { owners, named: owners, between, types, from: period.from, to: period.to, limit },
  );
}

/** Bounds of all reports together hold whatever some of them come to. */
const HAPPENED = cypher`
MATCH (e)<-[r:REPORTS]-(:Source)
WITH e, e.at AS day, min(r.earliest) AS earliest, max(r.latest) AS latest
WHERE earliest < date($to) AND latest >= date($from)`;

/** Sources that count from or until some day of the period. */
function knownIn(certainty: Certainty): Fragment {
  return cypher`
MATCH (e)<-[:REPORTS]-(s:Source)
UNWIND [${countsFrom(cypher`s`, certainty)}, s.retracted] AS turn
WITH e, turn WHERE turn >= date($from) AND turn < date($to)
WITH e, min(turn) AS day`;
}

const AMONG = cypher`size([one IN $between WHERE EXISTS {
  (e)<-[r:REPORTS]-(:Source) WHERE any(key IN coalesce(r.resolved, r.participants) WHERE one IN split(key, ' '))
}]) >= 2`;
