import type { Day } from '../../time/day.ts';
import { sourcesOf, type ReportedEvent, statusEvents, type StatusSubject } from './regimeEvent.ts';
import { stateOn, type StatusOptions } from './statusOn.ts';

/**
 * The sources each of whose retraction alone would change the state on the day, in order of their ids. Without a source
 * an event may have other participants, and so leave the status or enter it.
 */
export function breaksIfRetracted(
  day: Day,
  status: StatusSubject,
  events: readonly ReportedEvent[],
  options: StatusOptions = {},
): string[] {
  const stateOf = (known: readonly ReportedEvent[]) => stateOn(day, statusEvents(status, known), options);
  const bearing = events.filter((event) => bearsByAnyReport(status, event));
  const state = stateOf(bearing);
  const sources = sourcesOf(bearing.flatMap(({ reports }) => reports));
  return sources.filter((source) => stateOf(withoutSource(bearing, source)) !== state);
}

/** Whether the event can bear on the status, whichever of its sources is retracted. */
function bearsByAnyReport(status: StatusSubject, event: ReportedEvent): boolean {
  return event.reports.some((report) => statusEvents(status, [{ ...event, reports: [report] }]).length > 0);
}

/** The events as they are known without what the source says. */
function withoutSource(events: readonly ReportedEvent[], source: string): ReportedEvent[] {
  return events.map((event) => ({
    ...event,
    reports: event.reports.filter((report) => report.source !== source),
  }));
}
