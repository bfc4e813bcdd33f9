import type { DatasetRecord } from '../record/dataset.ts';
import type { EventRecord } from '../record/event.ts';
import type { ReportRecord } from '../record/report.ts';
import { beyondPublication } from '../record/rules/dates.ts';
import type { SourceRecord } from '../record/source.ts';
import { eventRecord, wholeEvents } from '../queries/wholeRecords.ts';
import type { Transaction } from '../graph/graph.ts';
import { distinct } from '../ontology/compareTexts.ts';
import { batches } from './batches.ts';

/** A further report of an event of the dataset. It gives no date of its own: it has that of the event's other reports. */
export interface JoiningReport {
  readonly event: string;
  readonly report: Omit<ReportRecord, 'date'>;
}

interface JoinedRecords {
  readonly records: DatasetRecord;
  /** How many reports are of an event that the dataset has not. */
  readonly homeless: number;
}

/**
 * The records with whole lists of reports: to those that an event comes with are added those that the dataset has in the
 * graph, and those that join. Of one source and locator the latest counts. A report that does not tell its place in the
 * source gives way to others of that source. The sources of reports that find no event are left out.
 */
export async function joinReports(
  transaction: Transaction,
  records: DatasetRecord,
  joining: readonly JoiningReport[],
): Promise<JoinedRecords> {
  const given = new Map(records.events.map((event) => [event.id, event]));
  const added = new Map<string, JoiningReport['report'][]>();
  for (const { event, report } of joining) added.set(event, [...(added.get(event) ?? []), report]);
  const sources = new Map(records.sources.map((source) => [source.id, source]));
  const ids = distinct([...given.keys(), ...added.keys()]);
  const before = await eventsOf(transaction, records.id, ids);
  const events = ids.flatMap((id) => {
    const event = given.get(id) ?? before.get(id);
    if (event === undefined) return [];
    const reports = reportsOf(event, before.get(id), added.get(id) ?? []);
    return [
      { ...event, reports: reports.map((report) => withoutForesight(report, sources.get(report.source))) },
    ];
  });
  const found = new Set(events.map(({ id }) => id));
  const homeless = joining.filter(({ event }) => !found.has(event));
  const needless = new Set(homeless.map(({ report }) => report.source));
  for (const { source } of events.flatMap(({ reports }) => reports)) needless.delete(source);
  const needed = records.sources.filter(({ id }) => !needless.has(id));
  return { records: { ...records, sources: needed, events }, homeless: homeless.length };
}

async function eventsOf(
  transaction: Transaction,
  dataset: string,
  ids: readonly string[],
): Promise<Map<string, EventRecord>> {
  const found = new Map<string, EventRecord>();
  for (const batch of batches(ids)) {
    for (const row of await transaction.run(wholeEvents(batch))) {
      const event = eventRecord(row, dataset);
      if (event !== null) found.set(row.id, event);
    }
  }
  return found;
}

function reportsOf(
  { reports: [own], reports }: EventRecord,
  before: EventRecord | undefined,
  further: readonly JoiningReport['report'][],
): ReportRecord[] {
  const date = own?.date ?? '';
  const all = [...(before?.reports ?? []), ...reports, ...further];
  const latest = new Map(all.map((report) => [`${report.source}#${report.locator}`, { ...report, date }]));
  const placed = new Set(
    [...latest.values()].flatMap(({ source, locator }) => (locator === '' ? [] : source)),
  );
  return [...latest.values()].filter(({ source, locator }) => locator !== '' || !placed.has(source));
}

/** Of what was still to come when it was published, a source can only say that it expects it. */
function withoutForesight(report: ReportRecord, source: SourceRecord | undefined): ReportRecord {
  const isToCome = source !== undefined && beyondPublication(report, source, 0) !== null;
  return isToCome ? { ...report, stance: 'EXPECTS' } : report;
}
