import type { EventType } from '../../ontology/lookups.ts';
import type { Stance } from '../../ontology/stances.ts';
import { cypher } from '../../cypher/cypher.ts';
import { statement, type Statement } from '../../cypher/statement.ts';
import type { ProjectedRecord } from '../../reasoning/eventView.ts';
import { projectedRecord } from '../../reasoning/projectedRecord.ts';

export interface RecordRow {
  readonly id: string;
  readonly type: EventType;
  readonly reports: readonly [
    source: string,
    locator: string,
    stance: Stance,
    edtf: string,
    participants: readonly string[],
  ][];
}

/** The records of the events after the given id, in the order of their ids. */
export function readRecordsAfter(id: string, limit: number): Statement<RecordRow> {
  return statement(
    cypher`MATCH (e:Event) WHERE e.id > $id WITH e ORDER BY e.id LIMIT $limit ${RECORD_COLUMNS}`,
    { id, limit },
  );
}

export function readRecords(ids: readonly string[]): Statement<RecordRow> {
  return statement(cypher`MATCH (e:Event) WHERE e.id IN $ids ${RECORD_COLUMNS}`, { ids });
}

/** An event's record as its row in the graph tells it: each report with the participants that it states. */
export function recordOf({ id, type, reports }: RecordRow): ProjectedRecord {
  const held = reports.map(([source, locator, stance, date, participants]) => {
    return { source, locator, stance, date, participants };
  });
  return projectedRecord({ id, type }, held);
}

const RECORD_COLUMNS = cypher`
RETURN e.id AS id, e.type AS type,
  COLLECT { MATCH (e)<-[r:REPORTS]-(s:Source) RETURN [s.id, r.locator, r.stance, r.edtf, r.participants] } AS reports`;
