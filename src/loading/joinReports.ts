import type { DatasetRecord } from '../record/dataset.ts';
import type { EventRecord } from '../record/event.ts';
import type { ReportRecord } from '../record/report.ts';
import { beyondPublication } from '../record/rules/dates.ts';
import type { SourceRecord } from '../record/source.ts';
import { eventRecord, sourceRecord, wholeEvents, wholeSources } from '../queries/wholeRecords.ts';
import type { Transaction } from '../graph/graph.ts';
import { compareTexts, distinct } from '../ontology/compareTexts.ts';
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
 * graph, and those that join.
 *
 * - Of one source and locator the latest counts, and of one key: a row that comes again replaces what it said before.
 * - A report without a locator, as a row gives it, gives way to others of its source. The first of these gets its key.
 * - Whether a source affirms the event or expects it follows from the two dates, whichever came first.
 *
 * The sources of reports that find no event are left out.
 */
export async function joinReports(
  transaction: Transaction,
  records: DatasetRecord,
  joining: readonly JoiningReport[],
): Promise<JoinedRecords> {
  const given = new Map(records.events.map((event) => [event.id, event]));
  const added = new Map<string, JoiningReport['report'][]>();
  for (const { event, report } of joining) added.set(event, [...(added.get(event) ?? []), report]);
  const ids = distinct([...given.keys(), ...added.keys()]);
  const before = await eventsOf(transaction, records.id, ids);
  const joined = ids.flatMap((id) => {
    const event = given.get(id) ?? before.get(id);
    return event === undefined
      ? []
      : { ...event, reports: reportsOf(event, before.get(id), added.get(id) ?? []) };
  });
  const moved = joined.filter(({ id, reports }) => before.get(id)?.reports[0]?.date !== reports[0]?.date);
  const sources = await sourcesOf(transaction, records.sources, moved);
  const events = joined.map((event) => ({
    ...event,
    reports: event.reports.map((report) => inHindsight(report, sources.get(report.source))),
  }));
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

/** The sources of all reports of these events, and those that the records have. */
async function sourcesOf(
  transaction: Transaction,
  records: readonly SourceRecord[],
  events: readonly EventRecord[],
): Promise<Map<string, SourceRecord>> {
  const found = new Map(records.map((source) => [source.id, source]));
  const ids = distinct(events.flatMap(({ reports }) => reports.map(({ source }) => source)));
  for (const batch of batches(ids.filter((id) => !found.has(id)))) {
    for (const row of await transaction.run(wholeSources(batch))) found.set(row.id, sourceRecord(row));
  }
  return found;
}

function reportsOf(
  { reports: [own], reports }: EventRecord,
  before: EventRecord | undefined,
  further: readonly JoiningReport['report'][],
): ReportRecord[] {
  const date = own?.date ?? '';
  const rows = new Set(reports.flatMap(({ key }) => key ?? []));
  const isOfRow = ({ key }: ReportRecord) => key !== undefined && rows.has(key);
  const stored = (before?.reports ?? []).filter((report) => !isOfRow(report) || report.locator !== '');
  const all = [...stored.map((report) => (isOfRow(report) ? unkeyed(report) : report)), ...reports];
  const keys = new Map(all.map(({ source, key }) => [source, key] as const).filter(([, key]) => key));
  const latest = new Map(
    [...all, ...further].map((report) => [
      `${report.source}#${report.locator}`,
      unkeyed({ ...report, date }),
    ]),
  );
  const placed = new Set(
    [...latest.values()].flatMap(({ source, locator }) => (locator === '' ? [] : source)),
  );
  const kept = [...latest.values()].filter(({ source, locator }) => locator !== '' || !placed.has(source));
  return kept.sort(byLocator).map((report) => {
    const key = keys.get(report.source);
    keys.delete(report.source);
    return key === undefined ? report : { ...report, key };
  });
}

function unkeyed({ key, ...report }: ReportRecord): ReportRecord {
  return report;
}

function byLocator(a: ReportRecord, b: ReportRecord): number {
  return compareTexts(a.source, b.source) || compareTexts(a.locator, b.locator);
}

/** Of what was still to come when it was published, a source can only say that it expects it. */
function inHindsight(report: ReportRecord, source: SourceRecord | undefined): ReportRecord {
  if (source === undefined || report.stance === 'DENIES') return report;
  const affirmed: ReportRecord = { ...report, stance: 'AFFIRMS' };
  return beyondPublication(affirmed, source, 0) === null ? affirmed : { ...report, stance: 'EXPECTS' };
}
