import type { Day } from '../../time/day.ts';
import type { Certainty } from '../../time/period.ts';
import { countsBy, type SourceStanding } from '../countsBy.ts';
import { type EventView, eventView } from '../eventView.ts';
import { projectedRecord } from '../projectedRecord.ts';
import type { ParticipantReport, ReportedEvent } from '../status/reportedEvent.ts';

/** An event with everything that was ever said of it. */
export interface ToldEvent extends ReportedEvent {
  readonly reports: readonly ToldReport[];
}

export interface ToldReport extends ParticipantReport {
  readonly locator: string;
  readonly standing: SourceStanding;
}

/** Of what day, inclusive; `null` for now. As `countsBy` has it. */
export interface Knowledge {
  readonly knownBy: Day | null;
  readonly certainty: Certainty;
}

/** The event with the reports that counted then. */
export function asReported(event: ToldEvent, { knownBy, certainty }: Knowledge): ToldEvent {
  return {
    ...event,
    reports: event.reports.filter(({ standing }) => countsBy(standing, knownBy, certainty)),
  };
}

/** The event as it was known then; `null` where nothing was said of it. */
export function asKnown(event: ToldEvent, knowledge: Knowledge): EventView | null {
  const { reports } = asReported(event, knowledge);
  if (reports.length === 0) return null;
  const record = projectedRecord(event, reports);
  return eventView(record, new Map(reports.map(({ source, standing }) => [source, standing.published])));
}
