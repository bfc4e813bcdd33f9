import type { ReportRecord, Stance } from '../../ontology/records.ts';
import type { EventType } from '../../ontology/lookups.ts';
import { cypher } from '../../cypher/cypher.ts';
import { relationshipTypes } from '../../cypher/names.ts';
import { EVENT_TYPE_NAMES } from '../../ontology/lookups.ts';
import { statement, type Statement } from '../../cypher/statement.ts';
import type { EventView, KnownFrom, ProjectedRecord } from '../../reasoning/eventView.ts';
import { participationOf } from '../../reasoning/participations.ts';
import type { CombinedDate } from '../../time/combineDates.ts';
import { indexPlace } from '../../time/span.ts';

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
  return {
    id,
    type,
    participants: [],
    reports: reports.map(([source, locator, stance, date, participants]): ReportRecord => ({
      source,
      locator,
      stance,
      date,
      wording: null,
      attributedTo: null,
      participants: participants.map(participationOf),
    })),
  };
}

/** Takes the view of all events away. */
export function clearViews(): Statement<never>[] {
  return [
    statement(cypher`
MATCH (:Entity)-[r:${relationshipTypes(EVENT_TYPE_NAMES)}]->(:Entity)
CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS`),
    statement(cypher`
MATCH (:Entity)-[p:TOOK_PART]->(:Event)
CALL (p) { DELETE p } IN TRANSACTIONS OF 10000 ROWS`),
  ];
}

/** Takes the view of these events away: the relationships between who took part, then who did. */
export function clearViewsOf(ids: readonly string[]): Statement<never>[] {
  return [
    statement(
      cypher`
MATCH (e:Event) WHERE e.id IN $ids
MATCH (e)<-[:TOOK_PART]-(a:Entity), (e)<-[:TOOK_PART]-(b:Entity)
WITH DISTINCT e, a, b
MATCH (a)-[r:$(e.type)]->(b) WHERE r.event = e.id
DELETE r`,
      { ids },
    ),
    statement(cypher`MATCH (e:Event)<-[p:TOOK_PART]-(:Entity) WHERE e.id IN $ids DELETE p`, { ids }),
  ];
}

/** Writes what follows from events; what followed before must be gone. */
export function writeViews(views: ReadonlyMap<ProjectedRecord, EventView>): Statement<never>[] {
  const entries = [...views];
  return [writeDates(entries), writeParticipations(entries), writeRelationships(entries)];
}

type Entry = readonly [ProjectedRecord, EventView];

function writeDates(entries: readonly Entry[]): Statement<never> {
  const rows = entries.map(([{ id, reports }, { stances, date, known }]) => ({
    id,
    days: daysOf(date),
    known: knownColumns(known),
    properties: {
      ...dateColumns(date),
      stances,
      affirmed: stances.includes('AFFIRMS'),
      span: indexPlace(date).span,
      reportCount: reports.length,
    },
  }));
  return statement(cypher`UNWIND $rows AS row MATCH (n:Event {id: row.id}) ${SET_DATES}`, { rows });
}

function writeParticipations(entries: readonly Entry[]): Statement<never> {
  const rows = entries.flatMap(([{ id }, { participations, date }]) =>
    participations.map(({ leads, ...participation }) => ({
      id,
      entity: participation.entity,
      properties: { ...participation, span: leads ? indexPlace(date).span : null },
      days: daysInIndex(date, leads),
    })),
  );
  return statement(
    cypher`
UNWIND $rows AS row
MATCH (e:Event {id: row.id})
MATCH (entity:Entity {id: row.entity})
CREATE (entity)-[n:TOOK_PART]->(e)
SET n += row.properties, ${SET_DAYS}`,
    { rows },
  );
}

function writeRelationships(entries: readonly Entry[]): Statement<never> {
  const rows = entries.flatMap(([{ id, type }, { date, relationships }]) =>
    relationships.map(({ from, to, level, known, sources }) => ({
      type,
      from,
      to,
      days: daysOf(date),
      known: knownColumns(known),
      properties: { ...dateColumns(date), event: id, level, sources },
    })),
  );
  return statement(
    cypher`
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
CREATE (a)-[n:$(row.type)]->(b)
${SET_DATES}`,
    { rows },
  );
}

const RECORD_COLUMNS = cypher`
RETURN e.id AS id, e.type AS type,
  COLLECT { MATCH (e)<-[r:REPORTS]-(s:Source) RETURN [s.id, r.locator, r.stance, r.edtf, r.participants] } AS reports`;

const SET_DAYS = cypher`n.earliest = date(row.days.earliest), n.beginLatest = date(row.days.beginLatest),
    n.endEarliest = date(row.days.endEarliest), n.latest = date(row.days.latest), n.at = date(row.days.at)`;

const SET_DATES = cypher`SET n += row.properties, ${SET_DAYS},
    n.known = date(row.known.certainly), n.knownEarliest = date(row.known.possibly)`;

function daysOf(date: CombinedDate) {
  const { earliest, beginLatest, endEarliest, latest } = date;
  return { earliest, beginLatest, endEarliest, latest, at: indexPlace(date).at };
}

/** Of an entity's participations in an event only the leading one has a place in the index of times. */
function daysInIndex(date: CombinedDate, leads: boolean) {
  return { ...daysOf(date), at: leads ? indexPlace(date).at : null };
}

function dateColumns({ edtf, qualified, disputed }: CombinedDate) {
  return { edtf, qualified, disputed };
}

function knownColumns({ possibly, certainly }: KnownFrom) {
  return { possibly, certainly };
}
