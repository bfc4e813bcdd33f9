import type { Day } from '../../time/day.ts';
import { sourcesOf, type ReportedEvent, statusEvents, type StatusSubject } from './regimeEvent.ts';
import { stateOn } from './statusOn.ts';

/**
 * The sources each of whose retraction alone would change the state on the day, in order of their ids. Who took part
 * in an event may be others without a source, so an event may leave the status with it, or enter it.
 */
export function breaksIfRetracted(
  day: Day,
  asked: StatusSubject,
  events: readonly ReportedEvent[],
): string[] {
  const stateOf = (known: readonly ReportedEvent[]) => stateOn(day, statusEvents(asked, known));
  const bearing = events.filter((event) => bearsByAnyReport(asked, event));
  const state = stateOf(bearing);
  const sources = sourcesOf(bearing.flatMap(({ reports }) => reports));
  return sources.filter((source) => stateOf(withoutSource(bearing, source)) !== state);
}

/** Whether the event can bear on the status, whichever of its sources are thought away. */
function bearsByAnyReport(asked: StatusSubject, event: ReportedEvent): boolean {
  return event.reports.some((report) => statusEvents(asked, [{ ...event, reports: [report] }]).length > 0);
}

/** The events as they are known without what the source says. */
function withoutSource(events: readonly ReportedEvent[], source: string): ReportedEvent[] {
  return events.map((event) => ({
    ...event,
    reports: event.reports.filter((report) => report.source !== source),
  }));
}
