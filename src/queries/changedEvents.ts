import type { EventType } from '../ontology/lookups.ts';
import { cypher, type Fragment, when } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import { publicationCertaintyOf } from '../reasoning/countsBy.ts';
import type { Certainty, Period } from '../time/period.ts';
import { eventColumns, type EventRow } from './parts/columns.ts';
import { everTookPart } from './parts/everTookPart.ts';
import { unlessJoined } from './parts/canonical.ts';
import { countsFrom } from './parts/known.ts';
import { openStart } from './parts/page.ts';

export interface ChangedEventRow extends EventRow {
  /** The events that it follows or is part of. */
  readonly after: readonly string[];
}

/** Which events may have changed in a period. */
export interface ChangedEventsQuestion {
  /** At least one of these takes part in each event, according to some report; ignored if `between` is given. */
  readonly entities: readonly string[] | null;
  /** At least two of these take part in each event, according to some report. */
  readonly between: readonly string[] | null;
  readonly types: readonly EventType[] | null;
  readonly period: Period;
  /** HAPPENED: by the dates in reports. KNOWN: by the days on which sources were published or retracted. */
  readonly axis: 'HAPPENED' | 'KNOWN';
  readonly certainty: Certainty;
  readonly publicationCertainty?: Certainty | null;
  readonly limit: number;
}

/**
 * Events with all their reports: every event that may have changed, and some that did not. An entity takes part if any
 * report says so. The events that happened or became known first come first. Reads all events of the entities.
 */
export function changedEvents(question: ChangedEventsQuestion): Statement<ChangedEventRow> {
  const { entities, between, types, period, axis, limit } = question;
  const owners = between ?? entities ?? [];
  return statement(
    cypher`
UNWIND ${unlessJoined(cypher`$owners`)} AS owner
${everTookPart(cypher`owner`, types === null ? cypher`true` : cypher`e.type IN $types`)}
WITH DISTINCT e
${axis === 'HAPPENED' ? HAPPENED : knownIn(publicationCertaintyOf(question))}
WITH e, open, day${when(between !== null, cypher` WHERE ${AMONG}`)}
ORDER BY open, day, e.id LIMIT $limit
RETURN ${eventColumns({ participants: true, reports: true })},
  COLLECT { MATCH (e)-[:FOLLOWS|PART_OF]->(former:Event) RETURN former.id } AS after
ORDER BY open, day, e.id`,
    { owners, named: owners, between, types, from: period.from, to: period.to, limit },
  );
}

/**
 * The bounds of all reports together hold, whichever reports count. Nothing begins after it was published. What was
 * observed before tells what is new.
 */
const HAPPENED = cypher`
MATCH (e)<-[r:REPORTS]-(s:Source)
WITH e, ${openStart(cypher`e`)} AS open, e.at AS day, max(r.latest) AS latest,
  min(CASE WHEN r.earliest > s.publishedLatest THEN s.publishedLatest ELSE r.earliest END) AS earliest
WHERE earliest < date($to) AND (latest >= date($from) OR e.nature = 'STATE')`;

/** Sources that start or stop counting on a day of the period. */
function knownIn(certainty: Certainty | undefined): Fragment {
  return cypher`
MATCH (e)<-[:REPORTS]-(s:Source)
UNWIND [${countsFrom(cypher`s`, certainty)}, s.retracted] AS breakpoint
WITH e, breakpoint WHERE breakpoint >= date($from) AND breakpoint < date($to)
WITH e, false AS open, min(breakpoint) AS day`;
}

const AMONG = cypher`size([one IN $between WHERE EXISTS {
  (e)<-[r:REPORTS]-(:Source) WHERE any(key IN coalesce(r.resolved, r.participants) WHERE one IN split(key, ' '))
}]) >= 2`;
