import type { Effect } from '../../ontology/regimes.ts';
import { FIRST_DAY, LAST_DAY, type Day } from '../../time/day.ts';
import type { EdtfDate } from '../../time/parseEdtf.ts';

/** An event of a regime, with the date that it has in one reading. */
export interface DatedEvent {
  readonly id: string;
  readonly effect: Effect;
  readonly isGeneral: boolean;
  readonly date: EdtfDate;
}

/** One unknown day, from `first` to `last` inclusive, on which an event has its effect. */
export interface Mark {
  readonly event: string;
  readonly effect: Effect;
  readonly isGeneral: boolean;
  /** BEGIN and END: the effect lasts from the one to the other without a break. */
  readonly part: 'WHOLE' | 'BEGIN' | 'END';
  readonly first: Day;
  readonly last: Day;
}

/**
 * The days on which events have their effects. An act has its effect on the day that it begins. An observation of
 * a span holds throughout; one that goes on, or whose end is open, until something changes. Of a qualified date
 * nothing is certain: it allows every day. What is said of nobody in particular never forbids a change.
 */
export function marksOf(events: readonly DatedEvent[]): Mark[] {
  return events.flatMap((event) => marksOfEvent(event));
}

function marksOfEvent({ id, effect, isGeneral, date }: DatedEvent): Mark[] {
  const base = { event: id, effect, isGeneral };
  if (date.qualified) return [{ ...base, part: 'WHOLE', first: FIRST_DAY, last: LAST_DAY }];
  const begin = { first: date.earliest, last: date.beginLatest };
  if (date.extent === 'DAY' || !observes(effect) || date.latest === LAST_DAY) {
    return [{ ...base, part: 'WHOLE', ...begin }];
  }
  const end = { first: date.endEarliest, last: date.latest };
  if (isGeneral) {
    return [
      { ...base, part: 'WHOLE', ...begin },
      { ...base, part: 'WHOLE', ...end },
    ];
  }
  return [
    { ...base, part: 'BEGIN', ...begin },
    { ...base, part: 'END', ...end },
  ];
}

export function observes(effect: Effect): boolean {
  return effect === 'OBSERVES_IN_FORCE' || effect === 'OBSERVES_NOT_IN_FORCE';
}
