import { isByProgram } from '../ontology/codings.ts';
import { combineDates, type CombinedDate } from '../time/combineDates.ts';
import type { ProjectedReport } from './projectedRecord.ts';
import { type Publication, reportedDate } from './publication.ts';

/** A report that counts, with when its source was published as far as that is known. */
export interface CountingReport extends Pick<ProjectedReport, 'source' | 'stance' | 'date' | 'coding'> {
  readonly published: Publication;
}

/** The date by the reports together; `null` if there are none. */
export function eventDate(reports: readonly CountingReport[]): CombinedDate | null {
  if (reports.length === 0) return null;
  return combineDates(decisive(reports).map((report) => reportedDate(report, report.published)));
}

/**
 * The reports that decide an event's date and participants: the affirming ones, if there are any, else all. Of these
 * a program's decide nothing beside those of persons and registers: its day does not narrow a person's year.
 */
export function decisive<R extends Pick<ProjectedReport, 'stance' | 'coding'>>(
  reports: readonly R[],
): readonly R[] {
  const affirming = reports.filter(({ stance }) => stance === 'AFFIRMS');
  const basis = affirming.length > 0 ? affirming : reports;
  const read = basis.filter(({ coding }) => !isByProgram(coding));
  return read.length > 0 ? read : basis;
}
