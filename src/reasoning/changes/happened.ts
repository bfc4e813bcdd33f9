import type { Bounds } from '../../time/bounds.ts';
import { LAST_DAY } from '../../time/day.ts';
import { type Certainty, type Period, overlaps } from '../../time/period.ts';
import type { Knowledge } from '../countsBy.ts';
import type { EventView } from '../eventView.ts';
import {
  type Concern,
  concerns,
  asKnown,
  asReported,
  type FullEvent,
  eventsKnown,
  namesThem,
  type StatusHistory,
} from './histories.ts';
import { affirming, sourcesOf, type StatusSubject } from '../status/regimeEvent.ts';
import { type StateChange, statusChanges } from '../status/statusChanges.ts';

export interface HappenedEvent {
  readonly id: string;
  readonly view: EventView;
  /** Those that affirm it, in order of their ids. */
  readonly sources: readonly string[];
}

/**
 * The events that, as known then, some source affirms and that begin or end in the period. POSSIBLE: they may;
 * CERTAIN: they must. An event that lasts throughout changes nothing and is left out.
 */
export function eventsHappened(
  events: readonly FullEvent[],
  concern: Concern,
  period: Period,
  knowledge: Knowledge,
): HappenedEvent[] {
  return events.flatMap((event) => {
    const view = asKnown(event, knowledge);
    const isIncluded =
      view?.stances.includes('AFFIRMS') === true &&
      turnsIn(view.date, period, knowledge.certainty) &&
      concerns(concern, view);
    return isIncluded
      ? [{ id: event.id, view, sources: sourcesOf(affirming(asReported(event, knowledge))) }]
      : [];
  });
}

export interface HappenedStatus extends StateChange {
  readonly status: StatusSubject;
  /** Those that affirm its causes, in order of their ids. */
  readonly sources: readonly string[];
}

/** The changes of status that, as known then, may or must fall in the period. */
export function statusesHappened(
  histories: readonly StatusHistory[],
  period: Period,
  knowledge: Knowledge,
): HappenedStatus[] {
  return histories.flatMap((history) => {
    const known = eventsKnown(history, knowledge);
    if (!namesThem(known)) return [];
    return statusChanges(known, period, history.status.existed)
      .filter(({ date }) => overlaps(date, period, knowledge.certainty))
      .map((change) => {
        const causes = known.filter(({ id }) => change.causes.includes(id));
        return { ...change, status: history.status, sources: sourcesOf(causes.flatMap(affirming)) };
      });
  });
}

/** Whether the event may, or must, begin or end in the period. What goes on does not end; a qualified date is never certain. */
function turnsIn(date: Bounds & { qualified: boolean }, { from, to }: Period, certainty: Certainty): boolean {
  const { earliest, beginLatest, endEarliest, latest, qualified } = date;
  if (certainty === 'CERTAIN') {
    return !qualified && ((earliest >= from && beginLatest < to) || (endEarliest >= from && latest < to));
  }
  const begins = earliest < to && beginLatest >= from;
  return begins || (latest !== LAST_DAY && endEarliest < to && latest >= from);
}
