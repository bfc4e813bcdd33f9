import type { EventRecord } from '../../ontology/records.ts';
import { declarationOf } from '../../ontology/lookups.ts';
import { cypher } from '../../cypher/cypher.ts';
import { statement, type Statement } from '../../cypher/statement.ts';
import { participantsIn, participationKey } from '../../reasoning/participations.ts';
import { parseEdtf } from '../../time/parseEdtf.ts';
import { IS_FIRST } from './claims.ts';

/** Writes what datasets declare of events: their attributes, and what is reported of them. */
export function writeEvents(dataset: string, events: readonly EventRecord[]): Statement<never>[] {
  return [writeAttributes(dataset, events), writeReports(dataset, events)];
}

/** Takes away what the dataset reports of events; reports of other datasets stay. */
export function clearReports(dataset: string, ids: readonly string[]): Statement<never> {
  return statement(
    cypher`MATCH (e:Event)<-[r:REPORTS {dataset: $dataset}]-(:Source) WHERE e.id IN $ids DELETE r`,
    { ids, dataset },
  );
}

/** Links between events, over those of before, once all events are there. */
export function writeEventLinks(dataset: string, events: readonly EventRecord[]): Statement<never>[] {
  const rows = (others: (event: EventRecord) => readonly string[]) =>
    events.flatMap((event) => others(event).map((other) => ({ id: event.id, other })));
  return [
    statement(
      cypher`MATCH (n:Event)-[old:PART_OF|FOLLOWS]->(:Event) WHERE n.id IN $ids AND ${IS_FIRST} DELETE old`,
      { dataset, ids: events.map(({ id }) => id) },
    ),
    statement(cypher`${LINKED} MERGE (n)-[:PART_OF]->(other)`, {
      dataset,
      rows: rows(({ partOf }) => partOf),
    }),
    statement(cypher`${LINKED} MERGE (n)-[:FOLLOWS]->(other)`, {
      dataset,
      rows: rows(({ follows }) => follows),
    }),
  ];
}

const LINKED = cypher`
UNWIND $rows AS row
MATCH (n:Event {id: row.id}) WHERE ${IS_FIRST}
MATCH (other:Event {id: row.other})`;

function writeAttributes(dataset: string, events: readonly EventRecord[]): Statement<never> {
  const rows = events.map((event) => ({ id: event.id, properties: attributesOf(event) }));
  return statement(
    cypher`UNWIND $rows AS row MATCH (n:Event {id: row.id}) WHERE ${IS_FIRST} SET n += row.properties`,
    { dataset, rows },
  );
}

/** Those of the ids of which there is no event yet, by whatever dataset. */
export function readNewEvents(ids: readonly string[]): Statement<{ id: string }> {
  return statement(
    cypher`UNWIND $ids AS id OPTIONAL MATCH (n:Event {id: id}) WITH id, n WHERE n IS NULL RETURN id`,
    { ids },
  );
}

/** Makes events that are not there yet, as the dataset declares them. */
export function createEvents(
  dataset: string,
  events: readonly EventRecord[],
  fingerprintOf: (event: EventRecord) => string,
): Statement<never> {
  const rows = events.map((event) => ({
    id: event.id,
    ...attributesOf(event),
    datasets: [dataset],
    fingerprints: [fingerprintOf(event)],
  }));
  return statement(cypher`UNWIND $rows AS row CREATE (n:Event) SET n = row`, { rows });
}

function attributesOf(event: EventRecord) {
  return {
    type: event.type,
    nature: declarationOf(event.type).nature,
    summary: event.summary,
    post: event.post,
    intends: event.intends,
    cameo: event.cameo,
    closeness: event.closeness ?? null,
    topics: event.topics,
    places: event.places,
    figureNames: event.figures.map(({ what }) => what),
    figureValues: event.figures.map(({ value }) => value),
  };
}

/** Each report names whom it has take part, so that it says the same whoever else reports the event. */
export function writeReports(dataset: string, events: readonly EventRecord[]): Statement<never> {
  const rows = events.flatMap((event) =>
    event.reports.map((report) => {
      const { source, stance, date, wording, attributedTo, locator, key = null } = report;
      const { earliest, beginLatest, endEarliest, latest, qualified } = parseEdtf(date);
      const participants = participantsIn(report, event).map(participationKey);
      return {
        event: event.id,
        source,
        days: { earliest, beginLatest, endEarliest, latest },
        properties: {
          dataset,
          stance,
          edtf: date,
          wording,
          attributedTo,
          locator,
          key,
          qualified,
          participants,
        },
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
