import type { DatasetIdentity } from '../record/datasetIdentity.ts';
import { type EventRecord, reportEdges } from '../record/event.ts';
import { STORED_REPORT } from '../record/report.ts';
import { cypher } from '../cypher/cypher.ts';
import { edgeColumns, propertiesOf, WITH_DAYS } from '../cypher/shape.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import type { Transaction } from '../graph/graph.ts';
import { distinct } from '../ontology/compareTexts.ts';
import { batches } from './batches.ts';

/**
 * Replaces the dataset's reports of the touched events by those of `events`; the reports of other datasets stay.
 * @returns the sources that report a touched event now or did before
 */
export async function writeReports(
  transaction: Transaction,
  dataset: DatasetIdentity,
  events: readonly EventRecord[],
  touched: readonly string[],
): Promise<string[]> {
  const before = await transaction.run(readReportingSources(touched));
  await transaction.run(clearReports(dataset.id, touched));
  for (const batch of batches(events)) await transaction.run(createReports(dataset, batch));
  const after = events.flatMap(({ reports }) => reports.map(({ source }) => source));
  return distinct([...before.map(({ id }) => id), ...after]);
}

function clearReports(dataset: string, ids: readonly string[]): Statement<never> {
  return statement(
    cypher`MATCH (e:Event)<-[r:REPORTS {dataset: $dataset}]-(:Source) WHERE e.id IN $ids DELETE r`,
    { ids, dataset },
  );
}

export function createReports(dataset: DatasetIdentity, events: readonly EventRecord[]): Statement<never> {
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

/** The sources that report any of the events. */
function readReportingSources(eventIds: readonly string[]): Statement<{ id: string }> {
  return statement(
    cypher`MATCH (e:Event)<-[:REPORTS]-(s:Source) WHERE e.id IN $eventIds RETURN DISTINCT s.id AS id`,
    { eventIds },
  );
}

/** The events that any of the sources reports. */
export function readReportedEvents(sourceIds: readonly string[]): Statement<{ id: string }> {
  return statement(
    cypher`MATCH (s:Source)-[:REPORTS]->(e:Event) WHERE s.id IN $sourceIds RETURN DISTINCT e.id AS id`,
    { sourceIds },
  );
}
