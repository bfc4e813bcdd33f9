import { cypher } from '../../cypher/cypher.ts';
import { statement, type Statement } from '../../cypher/statement.ts';
import { canonicalParticipants, type CanonicalIds } from '../../reasoning/canonicalRecord.ts';
import type { ProjectedRecord } from '../../reasoning/eventView.ts';
import { type Participation, participantsIn, participationKey } from '../../record/participation.ts';

/** The entities that decisions have joined with another, each with the id that both are known by. */
export function readCanonicalIds(): Statement<{ id: string; canonical: string }> {
  return statement(
    cypher`MATCH (n:Entity) WHERE n.canonical IS NOT NULL RETURN n.id AS id, n.canonical AS canonical`,
  );
}

/**
 * Beside what a report states, whom that comes to where decisions have joined some of them. A part of the view: the
 * report itself stays as it is.
 */
export function writeResolvedReports(
  events: Iterable<ProjectedRecord>,
  ids: CanonicalIds,
): Statement<never>[] {
  if (ids.size === 0) return [];
  const rows = [...events].flatMap((event) =>
    event.reports.flatMap((report) => {
      const stated = participantsIn(report, event);
      const resolved = canonicalParticipants(stated, ids);
      return resolved === stated ? [] : [{ event: event.id, stated: keys(stated), resolved: keys(resolved) }];
    }),
  );
  if (rows.length === 0) return [];
  return [
    statement(
      cypher`
UNWIND $rows AS row
MATCH (:Event {id: row.event})<-[r:REPORTS]-(:Source) WHERE r.participants = row.stated
SET r.resolved = row.resolved`,
      { rows },
    ),
  ];
}

function keys(participants: readonly Participation[]): string[] {
  return participants.map(participationKey);
}
