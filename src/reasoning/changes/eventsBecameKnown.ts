import type { Day } from '../../time/day.ts';
import type { EventView } from '../eventView.ts';
import { participationKey } from '../participations.ts';
import { type Concern, concerns } from './concern.ts';
import type { KnownPeriod } from './knownPeriod.ts';
import { asKnown, type ToldEvent } from './toldEvent.ts';

/** An event of which something else was known on a day than on the day before. */
export interface EventNews {
  readonly id: string;
  /** `null` where nothing was known of it. */
  readonly before: EventView | null;
  readonly after: EventView | null;
  readonly day: Day;
  /** Those published or retracted on that day that speak of it, in order of their ids. */
  readonly sources: readonly string[];
}

/** Events first known, known otherwise (by date, stances or participants), and known no longer: step by step. */
export function eventsBecameKnown(
  events: readonly ToldEvent[],
  concern: Concern,
  period: KnownPeriod,
): EventNews[] {
  return events.flatMap((event) =>
    period.steps(event.reports).flatMap((step) => {
      const [before, after] = [asKnown(event, step.before), asKnown(event, step.after)];
      if (told(before) === told(after)) return [];
      if (![before, after].some((view) => view !== null && concerns(concern, view))) return [];
      const sources = period.newsFrom(event.reports, step);
      return [{ id: event.id, before, after, day: step.day, sources }];
    }),
  );
}

/** Equal for two views exactly if they tell the same date, stances and participants. */
function told(view: EventView | null): string {
  if (view === null) return '';
  const { date, stances, participations } = view;
  const named = participations.filter((one) => one.named).map(participationKey);
  return JSON.stringify([date.edtf, date.disputed, date.qualified, stances, named]);
}
