import type { Day } from '../../time/day.ts';
import type { EventView } from '../eventView.ts';
import { participationKey } from '../participations.ts';
import { type Concern, concerns } from './concern.ts';
import type { KnownPeriod } from './knownPeriod.ts';
import { asKnown, type ToldEvent } from './toldEvent.ts';

/** An event of which something else was known at the end of the period than before it. */
export interface EventNews {
  readonly id: string;
  /** `null` where nothing was known of it. */
  readonly before: EventView | null;
  readonly after: EventView | null;
  /** The first day of the period on which what was known of it was another than before. */
  readonly day: Day;
  /** Those published or retracted in the period that speak of it, in order of their ids. */
  readonly sources: readonly string[];
}

/** Events first known, known otherwise (by date, stances or participants), and known no longer. */
export function eventsBecameKnown(
  events: readonly ToldEvent[],
  concern: Concern,
  period: KnownPeriod,
): EventNews[] {
  return events.flatMap((event) => {
    const [before, after] = [asKnown(event, period.before), asKnown(event, period.end)];
    if (told(before) === told(after)) return [];
    if (![before, after].some((view) => view !== null && concerns(concern, view))) return [];
    const turns = period.turns(event.reports);
    const day = turns.find((each) => told(asKnown(event, period.on(each))) !== told(before));
    if (day === undefined) throw new RangeError(`What is known of ${event.id} changed on no day.`);
    return [{ id: event.id, before, after, day, sources: period.newsFrom(event.reports) }];
  });
}

/** Equal for two views exactly if they tell the same date, stances and participants. */
function told(view: EventView | null): string {
  if (view === null) return '';
  const { date, stances, participations } = view;
  const named = participations.filter((one) => one.named).map(participationKey);
  return JSON.stringify([date.edtf, date.disputed, date.qualified, stances, named]);
}
