import type { EntityRecord } from '../record/entity.ts';
import type { EventRecord } from '../record/event.ts';
import type { ReportRecord } from '../record/report.ts';
import type { SourceRecord } from '../record/source.ts';
import type {
  WholeEntityRow,
  WholeEventRow,
  WholeReportRow,
  WholeSourceRow,
} from '../queries/wholeRecords.ts';
import { participationOf } from '../record/participation.ts';

// From the rows of the graph back to records, as the graph would be written from them.

export function entityRecord(row: WholeEntityRow): EntityRecord {
  const { id, kind, name, aliases, description, group, partOf } = row;
  const identifiers = row.identifiers.map(([scheme, value]) => ({ scheme, value }));
  return { id, kind, name, aliases, description, group, partOf, identifiers };
}

export function sourceRecord(row: WholeSourceRow): SourceRecord {
  const { id, title, publisher, author, url, role, published, publishedBasis, read, retracted } = row;
  return { id, title, publisher, author, url, role, published, publishedBasis, read, retracted };
}

/** The event with what the dataset reports of it; `null` where that is nothing. */
export function eventRecord(row: WholeEventRow, dataset: string): EventRecord | null {
  const own = row.reports.filter(([of]) => of === dataset);
  const [first] = own;
  if (first === undefined) return null;
  const { id, type, summary, post, intends, cameo, closeness, topics, places, partOf, follows } = row;
  const shared = participantsOf(first);
  const figures = row.figureNames.map((what, i) => ({ what, value: row.figureValues[i] ?? 0 }));
  return {
    ...{ id, type, summary, post, intends, cameo, topics, places, figures, partOf, follows },
    ...(closeness === null ? {} : { closeness }),
    participants: shared.map(participationOf),
    reports: own.map((report) => reportRecord(report, shared)),
  };
}

function reportRecord(row: WholeReportRow, shared: readonly string[]): ReportRecord {
  const [, source, stance, date, wording, attributedTo, locator, key] = row;
  const own = participantsOf(row);
  return {
    ...{ source, stance, date, wording, attributedTo, locator },
    ...(key === null ? {} : { key }),
    participants: own.join() === shared.join() ? null : own.map(participationOf),
  };
}

function participantsOf(row: WholeReportRow): readonly string[] {
  return row[8];
}

/** The entities that the reports of an event name. */
export function entitiesInReports({ reports }: WholeEventRow): string[] {
  return reports.flatMap((report) => {
    const named = participantsOf(report).flatMap((key) => key.split(' ').slice(1));
    return report[5] === null ? named : [...named, report[5]];
  });
}
