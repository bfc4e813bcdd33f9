import type { FullEvent } from '../../reasoning/changes/histories.ts';
import type { SourceValidity } from '../../reasoning/countsBy.ts';
import { type EventRow, reportColumns, type SourceCells, sourceColumns } from './columns.ts';

/**
 * The event with all its reports.
 * @param row must have its reports
 */
export function fullEventOf({ id, type, intends, reports = [] }: EventRow): FullEvent {
  return {
    ...{ id, type, intends },
    reports: reports.map((report) => {
      const { source, stance, date, locator, participants } = reportColumns(report);
      return { source, stance, date, locator, participants, validity: validityOf(report[0]) };
    }),
  };
}

/** The part of a source that decides whether it counts. */
export function validityOf(cells: SourceCells): SourceValidity {
  const { publishedEarliest: earliest, publishedLatest: latest, retracted } = sourceColumns(cells);
  return { published: { earliest, latest }, retracted };
}
