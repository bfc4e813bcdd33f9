import { cypher, type Fragment } from '../../cypher/cypher.ts';
import { statement, type Statement } from '../../cypher/statement.ts';
import type { EventVersions } from '../../reasoning/eventVersions.ts';
import type { EventView, KnownFrom, ProjectedRecord } from '../../reasoning/eventView.ts';
import type { CombinedDate } from '../../time/combineDates.ts';
import { indexPlace } from '../../time/span.ts';

/**
 * Writes what follows from events; what followed before must be gone. The current version of an event is on its own
 * node; earlier ones stand beside it, with labels and types of their own, for those who ask what was known by a day.
 */
export function writeViews(views: ReadonlyMap<ProjectedRecord, EventVersions>): Statement<never>[] {
  const events = [...views];
  const now = events.map(nowOf);
  const then = events.flatMap(thenOf);
  const current = [writeDates(now), writeParticipations(now, NOW), writeRelationships(now, NOW)];
  if (then.length === 0) return current;
  return [...current, writeVersions(then), writeParticipations(then, THEN), writeRelationships(then, THEN)];
}

/** A version of an event, as it is written. */
interface Written {
  /** Of the node that it is written on: the event's, or a version's own. */
  readonly id: string;
  readonly event: ProjectedRecord;
  readonly view: EventView;
  readonly asOf: KnownFrom;
  readonly until: KnownFrom | null;
}

/** Where the participations and relationships of a version are written. */
interface Place {
  readonly node: Fragment;
  readonly tookPart: Fragment;
  readonly related: Fragment;
}

const NOW: Place = {
  node: cypher`Event`,
  tookPart: cypher`TOOK_PART`,
  related: cypher`CREATE (a)-[n:$(row.type)]->(b)`,
};

/** No edge between entities, so that no pattern finds one there that sources no longer bear out. */
const THEN: Place = {
  node: cypher`EventVersion`,
  tookPart: cypher`TOOK_PART_THEN`,
  related: cypher`
MATCH (v:EventVersion {id: row.version})
CREATE (v)-[:PROJECTS]->(n:RelationshipVersion {id: row.id, type: row.type})
CREATE (n)-[:FROM]->(a)
CREATE (n)-[:TO]->(b)`,
};

function nowOf([event, { current, asOf }]: readonly [ProjectedRecord, EventVersions]): Written {
  return { id: event.id, event, view: current, asOf, until: null };
}

function thenOf([event, { earlier }]: readonly [ProjectedRecord, EventVersions]): Written[] {
  return earlier.map((version, index) => ({ id: `${event.id}@${index + 1}`, event, ...version }));
}

function writeDates(written: readonly Written[]): Statement<never> {
  const rows = written.map(viewRow);
  return statement(cypher`UNWIND $rows AS row MATCH (n:Event {id: row.id}) SET ${SET_VIEW}`, { rows });
}

function writeVersions(written: readonly Written[]): Statement<never> {
  const rows = written.map((version) => ({
    ...viewRow(version),
    event: version.event.id,
    type: version.event.type,
  }));
  return statement(
    cypher`
UNWIND $rows AS row
MATCH (e:Event {id: row.event})
CREATE (n:EventVersion {id: row.id, type: row.type})-[:VERSION_OF]->(e)
SET ${SET_VIEW}`,
    { rows },
  );
}

function viewRow(version: Written) {
  const { id, view } = version;
  const { stances, date, reportCount, differs } = view;
  return {
    id,
    days: daysOf(date),
    known: knownOf(version, view.known),
    properties: {
      ...dateColumns(date),
      stances,
      affirmed: stances.includes('AFFIRMS'),
      span: indexPlace(date).span,
      reportCount,
      differs,
      // Only where there is something, so that the index holds few.
      disagreeing: differs.length > 0 ? true : null,
    },
  };
}

function writeParticipations(written: readonly Written[], { node, tookPart }: Place): Statement<never> {
  const rows = written.flatMap(({ id, view: { participations, date } }) =>
    participations.map(({ leads, ...participation }) => ({
      id,
      entity: participation.entity,
      properties: { ...participation, span: leads ? indexPlace(date).span : null },
      days: { ...daysOf(date), at: leads ? indexPlace(date).at : null },
    })),
  );
  return statement(
    cypher`
UNWIND $rows AS row
MATCH (of:${node} {id: row.id})
MATCH (entity:Entity {id: row.entity})
CREATE (entity)-[n:${tookPart}]->(of)
SET n += row.properties, ${SET_DAYS}`,
    { rows },
  );
}

function writeRelationships(written: readonly Written[], { related }: Place): Statement<never> {
  const rows = written.flatMap((version) =>
    version.view.relationships.map(({ from, to, level, known, sources }) => ({
      ...{ id: `${version.id}#${from}#${to}`, version: version.id, type: version.event.type, from, to },
      days: daysOf(version.view.date),
      known: knownOf(version, known),
      properties: {
        ...dateColumns(version.view.date),
        ...{ event: version.event.id, level, sources },
      },
    })),
  );
  return statement(
    cypher`
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
${related}
SET ${SET_VIEW}`,
    { rows },
  );
}

const SET_DAYS = cypher`n.earliest = date(row.days.earliest), n.beginLatest = date(row.days.beginLatest),
    n.endEarliest = date(row.days.endEarliest), n.latest = date(row.days.latest), n.at = date(row.days.at)`;

const SET_VIEW = cypher`n += row.properties, ${SET_DAYS},
    n.known = date(row.known.certainly), n.knownEarliest = date(row.known.possibly),
    n.asOf = date(row.known.asOf), n.asOfEarliest = date(row.known.asOfEarliest),
    n.until = date(row.known.until), n.untilEarliest = date(row.known.untilEarliest)`;

function daysOf(date: CombinedDate) {
  const { earliest, beginLatest, endEarliest, latest } = date;
  return { earliest, beginLatest, endEarliest, latest, at: indexPlace(date).at };
}

function dateColumns({ edtf, qualified, disputed }: CombinedDate) {
  return { edtf, qualified, disputed };
}

/** When it was first affirmed, and by which days just this version was known; the current one has no end. */
function knownOf({ asOf, until }: Written, { possibly, certainly }: KnownFrom) {
  return {
    ...{ possibly, certainly, asOf: asOf.certainly, asOfEarliest: asOf.possibly },
    ...{ until: until?.certainly ?? null, untilEarliest: until?.possibly ?? null },
  };
}
