import type { ReportRecord } from '../record/report.ts';
import { combineDates, type CombinedDate } from '../time/combineDates.ts';
import { type Publication, reportedDate } from './publication.ts';

/** A report that counts, with when its source was published as far as that is known. */
export interface CountingReport extends Pick<ReportRecord, 'source' | 'stance' | 'date'> {
  readonly published: Publication;
}

/** The date by the reports together; `null` if there are none. */
export function eventDate(reports: readonly CountingReport[]): CombinedDate | null {
  if (reports.length === 0) return null;
  return combineDates(decisive(reports).map((report) => reportedDate(report, report.published)));
}

/** The reports that decide an event's date and participants: the affirming ones, if there are any, else all. */
export function decisive<R extends Pick<ReportRecord, 'stance'>>(reports: readonly R[]): readonly R[] {
  const affirming = reports.filter(({ stance }) => stance === 'AFFIRMS');
  return affirming.length > 0 ? affirming : reports;
}
