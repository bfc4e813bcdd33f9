import type { EventRecord } from '../../ontology/records.ts';
import { declarationOf } from '../../ontology/lookups.ts';
import { cypher } from '../../cypher/cypher.ts';
import { statement, type Statement } from '../../cypher/statement.ts';
import { statedParticipations } from '../../reasoning/participations.ts';
import { parseEdtf } from '../../time/parseEdtf.ts';
import { fingerprint } from '../fingerprint.ts';

/** Writes the record of events: their attributes, who took part according to which report, and their reports. */
export function writeEvents(dataset: string, events: readonly EventRecord[]): Statement<never>[] {
  return [writeAttributes(dataset, events), writeParticipations(events), writeReports(dataset, events)];
}

/** Takes away what `writeEvents` and the view wrote beside the nodes; reports of other datasets stay. */
export function clearEvents(dataset: string, ids: readonly string[]): Statement<never>[] {
  return [
    clearRelationships(ids),
    statement(cypher`MATCH (e:Event)<-[p:TOOK_PART]-() WHERE e.id IN $ids DELETE p`, { ids }),
    statement(cypher`MATCH (e:Event)<-[r:REPORTS {dataset: $dataset}]-() WHERE e.id IN $ids DELETE r`, {
      ids,
      dataset,
    }),
    statement(cypher`MATCH (e:Event)-[l:PART_OF|FOLLOWS]->(:Event) WHERE e.id IN $ids DELETE l`, { ids }),
  ];
}

/** Takes away the relationships that events project. */
export function clearRelationships(ids: readonly string[]): Statement<never> {
  return statement(
    cypher`
MATCH (e:Event) WHERE e.id IN $ids
MATCH (e)<-[:TOOK_PART]-(a:Entity)-[r:$(e.type)]->(:Entity) WHERE r.event = e.id
DELETE r`,
    { ids },
  );
}

/** Links between events, once all of them are there. */
export function writeEventLinks(events: readonly EventRecord[]): Statement<never>[] {
  const link = (ids: (event: EventRecord) => readonly string[]) =>
    events.flatMap((event) => ids(event).map((other) => ({ id: event.id, other })));
  return [
    statement(
      cypher`UNWIND $rows AS row MATCH (e:Event {id: row.id}) MATCH (o:Event {id: row.other}) MERGE (e)-[:PART_OF]->(o)`,
      { rows: link(({ partOf }) => partOf) },
    ),
    statement(
      cypher`UNWIND $rows AS row MATCH (e:Event {id: row.id}) MATCH (o:Event {id: row.other}) MERGE (e)-[:FOLLOWS]->(o)`,
      { rows: link(({ follows }) => follows) },
    ),
  ];
}

function writeAttributes(dataset: string, events: readonly EventRecord[]): Statement<never> {
  const rows = events.map((event) => ({
    id: event.id,
    properties: {
      type: event.type,
      nature: declarationOf(event.type).nature,
      summary: event.summary,
      post: event.post,
      intends: event.intends,
      cameo: event.cameo,
      topics: event.topics,
      places: event.places,
      figureNames: event.figures.map(({ what }) => what),
      figureValues: event.figures.map(({ value }) => value),
      fingerprint: fingerprint(event),
    },
  }));
  return statement(
    cypher`
UNWIND $rows AS row
MERGE (e:Event {id: row.id})
SET e += row.properties, e.owner = $dataset,
    e.datasets = [other IN coalesce(e.datasets, []) WHERE other <> $dataset] + $dataset`,
    { dataset, rows },
  );
}

function writeParticipations(events: readonly EventRecord[]): Statement<never> {
  const rows = events.flatMap((event) =>
    statedParticipations(event).map(({ entity, role, onBehalfOf, reports }) => ({
      event: event.id,
      entity,
      role,
      onBehalfOf,
      reports,
    })),
  );
  return statement(
    cypher`
UNWIND $rows AS row
MATCH (e:Event {id: row.event})
MATCH (n:Entity {id: row.entity})
CREATE (n)-[:TOOK_PART {entity: row.entity, role: row.role, onBehalfOf: row.onBehalfOf, reports: row.reports}]->(e)`,
    { rows },
  );
}

function writeReports(dataset: string, events: readonly EventRecord[]): Statement<never> {
  const rows = events.flatMap((event) =>
    event.reports.map(({ source, stance, date, wording, attributedTo, locator }) => {
      const { earliest, beginLatest, endEarliest, latest, qualified } = parseEdtf(date);
      return {
        event: event.id,
        source,
        days: { earliest, beginLatest, endEarliest, latest },
        properties: { dataset, stance, edtf: date, wording, attributedTo, locator, qualified },
      };
    }),
  );
  return statement(
    cypher`
UNWIND $rows AS row
MATCH (e:Event {id: row.event})
MATCH (s:Source {id: row.source})
CREATE (s)-[r:REPORTS]->(e)
SET r += row.properties, r.earliest = date(row.days.earliest), r.beginLatest = date(row.days.beginLatest),
    r.endEarliest = date(row.days.endEarliest), r.latest = date(row.days.latest)`,
    { rows },
  );
}
