import type { FullEvent } from '../../reasoning/changes/histories.ts';
import type { SourceValidity } from '../../reasoning/countsBy.ts';
import { type EventRow, reportColumns, type SourceCells, sourceColumns } from './columns.ts';

/** The event with everything that was ever said of it. @param row with its reports */
export function fullEventOf({ id, type, intends, reports = [] }: EventRow): FullEvent {
  return {
    ...{ id, type, intends },
    reports: reports.map((report) => {
      const { source, stance, date, locator, participants } = reportColumns(report);
      return { source, stance, date, locator, participants, validity: validityOf(report[0]) };
    }),
  };
}

/** What of the source decides whether it counts. */
export function validityOf(cells: SourceCells): SourceValidity {
  const { publishedEarliest: earliest, publishedLatest: latest, retracted } = sourceColumns(cells);
  return { published: { earliest, latest }, retracted };
}
