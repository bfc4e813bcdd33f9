import type { Day } from '../../time/day.ts';
import { type RegimeEvent, sourcesOf } from './regimeEvent.ts';
import { stateOn } from './statusOn.ts';

/** The sources each of whose retraction alone would change the state on the day, in order of their ids. */
export function breaksIfRetracted(day: Day, events: readonly RegimeEvent[]): string[] {
  const state = stateOn(day, events);
  const sources = sourcesOf(events.flatMap(({ reports }) => reports));
  return sources.filter((source) => stateOn(day, withoutSource(events, source)) !== state);
}

/** The events as they are known without what the source says. */
function withoutSource(events: readonly RegimeEvent[], source: string): RegimeEvent[] {
  return events.map((event) => ({
    ...event,
    reports: event.reports.filter((report) => report.source !== source),
  }));
}
