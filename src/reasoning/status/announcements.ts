import { declarationOf, type EventType } from '../../ontology/lookups.ts';
import type { CombinedDate } from '../../time/combineDates.ts';
import type { Day } from '../../time/day.ts';
import { dateOf, inOrderOfTime } from './evidence.ts';
import { affirming, type RegimeEvent, sourcesOf } from './regimeEvent.ts';

/** An act that was announced, decided or legislated, and is not known to have been done. */
export interface Announcement {
  readonly event: string;
  /** The type of the act that is still to come. */
  readonly intends: EventType;
  readonly date: CombinedDate;
  /** Whether it had certainly been announced by then; else it may have been. */
  readonly isCertain: boolean;
  readonly sources: readonly string[];
}

/** What may have been announced by the end of the day and had not certainly been done, in order of time. */
export function announcementsOn(day: Day, events: readonly RegimeEvent[]): Announcement[] {
  return events
    .flatMap((event) => announcementOf(day, event) ?? [])
    .filter((announcement) => !events.some((event) => fulfils(event, announcement, day)))
    .sort(inOrderOfTime);
}

function announcementOf(day: Day, event: RegimeEvent): Announcement | null {
  const { id, type, intends } = event;
  if (declarationOf(type).announces !== true || intends === null || affirming(event).length === 0)
    return null;
  const date = dateOf(event);
  if (!date.qualified && date.earliest > day) return null;
  const isCertain = !date.qualified && date.beginLatest <= day;
  return { event: id, intends, date, isCertain, sources: sourcesOf(affirming(event)) };
}

/** Done by then for certain, and not for certain before it was announced. */
function fulfils(event: RegimeEvent, { intends, date }: Announcement, day: Day): boolean {
  if (event.type !== intends || affirming(event).length === 0) return false;
  const done = dateOf(event);
  return !done.qualified && done.beginLatest <= day && done.beginLatest >= date.earliest;
}
