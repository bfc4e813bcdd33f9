import type { Coding } from '../ontology/codings.ts';
import type { EventType } from '../ontology/lookups.ts';
import type { Stance } from '../ontology/stances.ts';
import { type Participation, participantsIn, participationKey } from '../record/participation.ts';
import { cypher } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import type { Transaction } from '../graph/graph.ts';
import { canonicalParticipants, canonicalRecord, type CanonicalIds } from '../reasoning/canonicalRecord.ts';
import { eventVersions } from '../reasoning/eventVersions.ts';
import { projectedRecord, type ProjectedRecord } from '../reasoning/projectedRecord.ts';
import { batches, runAll } from './batches.ts';
import { readValidities, validitiesIn } from './writeSources.ts';
import type { ViewedRecord } from './viewShape.ts';
import { clearViews, writeViews } from './writeViews.ts';

/** Works out what follows from the records of events and replaces their views by it. */
export async function projectEvents(transaction: Transaction, ids: readonly string[]): Promise<void> {
  for (const batch of batches(ids)) {
    await clearViews(transaction, batch);
    await projectRows(transaction, await transaction.run(readRecords(batch)));
  }
}

/** The same for events without views. The publication days of their sources must be worked out already. */
export async function projectRows(transaction: Transaction, rows: readonly RecordRow[]): Promise<void> {
  const sources = [...new Set(rows.flatMap(({ reports }) => reports.map(([source]) => source)))];
  const validities = validitiesIn(await transaction.run(readValidities(sources)));
  const canonical = await canonicalIdsIn(transaction);
  const records = rows.map(recordOf);
  const views = new Map(
    records.map((record) => [record, eventVersions(canonicalRecord(record, canonical), validities)]),
  );
  await runAll(transaction, [...writeViews(views), ...writeResolvedReports(records, canonical)]);
}

export interface RecordRow {
  readonly id: string;
  readonly type: EventType;
  readonly post: string | null;
  readonly reports: readonly [
    source: string,
    locator: string,
    stance: Stance,
    edtf: string,
    participants: readonly string[],
    dataset: string,
    coding: Coding | null,
  ][];
}

/** The records of the events after the given id, in the order of their ids. */
export function readRecordsAfter(id: string, limit: number): Statement<RecordRow> {
  return statement(
    cypher`MATCH (e:Event) WHERE e.id > $id WITH e ORDER BY e.id LIMIT $limit ${RECORD_COLUMNS}`,
    { id, limit },
  );
}

function readRecords(ids: readonly string[]): Statement<RecordRow> {
  return statement(cypher`MATCH (e:Event) WHERE e.id IN $ids ${RECORD_COLUMNS}`, { ids });
}

const RECORD_COLUMNS = cypher`
RETURN e.id AS id, e.type AS type, e.post AS post,
  COLLECT { MATCH (e)<-[r:REPORTS]-(s:Source) RETURN [s.id, r.locator, r.stance, r.edtf, r.participants, r.dataset, r.coding] } AS reports`;

function recordOf({ id, type, post, reports }: RecordRow): ViewedRecord {
  const stored = reports.map(([source, locator, stance, date, participants, dataset, coding]) => {
    return { source, locator, stance, date, participants, dataset, coding: coding ?? 'HUMAN' };
  });
  return { ...projectedRecord({ id, type }, stored), post };
}

/** The ids under which joined entities are known. They are few, so all are read at once. */
export async function canonicalIdsIn(transaction: Transaction): Promise<CanonicalIds> {
  const rows = await transaction.run(
    statement<{ id: string; canonical: string }>(
      cypher`MATCH (n:Entity) WHERE n.canonical IS NOT NULL RETURN n.id AS id, n.canonical AS canonical`,
    ),
  );
  return new Map(rows.map(({ id, canonical }) => [id, canonical]));
}

/**
 * Writes, on each report that names a joined entity, its participants under their canonical ids. They are part of the
 * view: the participants that the report states stay as they are.
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
