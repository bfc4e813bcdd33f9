import type { ToldEvent } from '../../reasoning/changes/histories.ts';
import type { SourceStanding } from '../../reasoning/countsBy.ts';
import { type EventRow, reportColumns, type SourceCard, sourceColumns } from './columns.ts';

/** The event with everything that was ever said of it. @param row with its reports */
export function toldEventOf({ id, type, intends, reports = [] }: EventRow): ToldEvent {
  return {
    ...{ id, type, intends },
    reports: reports.map((report) => {
      const { source, stance, date, locator, participants } = reportColumns(report);
      return { source, stance, date, locator, participants, standing: standingOf(report[0]) };
    }),
  };
}

/** What of the source decides whether it counts. */
export function standingOf(card: SourceCard): SourceStanding {
  const { publishedEarliest: earliest, publishedLatest: latest, retracted } = sourceColumns(card);
  return { published: { earliest, latest }, retracted };
}
