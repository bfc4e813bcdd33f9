import { STORED_EVENT, type EventRecord, eventRow, reportEdges } from '../../record/event.ts';
import { STORED_REPORT } from '../../record/report.ts';
import { cypher } from '../../cypher/cypher.ts';
import { columnsOf, edgeColumns, propertiesOf, WITH_DAYS } from '../../cypher/shape.ts';
import { statement, type Statement } from '../../cypher/statement.ts';
import type { RowOf } from '../../record/attribute.ts';
import { WHOLE_EVENT } from '../shapes/wholeNodes.ts';
import { IS_FIRST } from './claimStatements.ts';

/** Writes what datasets declare of events: their attributes, and what is reported of them. */
export function writeEvents(dataset: string, events: readonly EventRecord[]): Statement<never>[] {
  return [writeAttributes(dataset, events), createReports(dataset, events)];
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
  return statement(
    cypher`${WITH_DAYS} MATCH (n:Event {id: $id[i]}) WHERE ${IS_FIRST} SET n += ${propertiesOf(STORED_EVENT.columns)}`,
    { dataset, ...columnsOf(STORED_EVENT.columns, events.map(eventRow)) },
  );
}

/** Makes events that are not there yet, with what a dataset declares of them and what follows from that. */
export function createEvents(rows: readonly RowOf<typeof WHOLE_EVENT>[]): Statement<never> {
  return statement(
    cypher`${WITH_DAYS} CREATE (:Event ${propertiesOf(WHOLE_EVENT)})`,
    columnsOf(WHOLE_EVENT, rows),
  );
}

export function createReports(dataset: string, events: readonly EventRecord[]): Statement<never> {
  const edges = events.flatMap((event) => reportEdges(dataset, event));
  return statement(
    cypher`
${WITH_DAYS}
MATCH (s:Source {id: $start[i]})
MATCH (e:Event {id: $end[i]})
CREATE (s)-[:REPORTS ${propertiesOf(STORED_REPORT.columns)}]->(e)`,
    edgeColumns(STORED_REPORT.columns, edges),
  );
}
