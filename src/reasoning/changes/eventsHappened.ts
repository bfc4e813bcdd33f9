import type { Bounds } from '../../time/bounds.ts';
import type { Certainty, Period } from '../../time/period.ts';
import type { EventView } from '../eventView.ts';
import { type Concern, concerns } from './concern.ts';
import { affirming, sourcesOf } from '../status/regimeEvent.ts';
import { asKnown, asReported, type Knowledge, type ToldEvent } from './toldEvent.ts';

export interface HappenedEvent {
  readonly id: string;
  readonly view: EventView;
  /** Those that affirm it, in order of their ids. */
  readonly sources: readonly string[];
}

/**
 * The events that, as known then, some source affirms and that begin or end in the period. POSSIBLE:
 * they may; CERTAIN: they must. What goes on throughout changes nothing and is left out.
 */
export function eventsHappened(
  events: readonly ToldEvent[],
  concern: Concern,
  period: Period,
  knowledge: Knowledge,
): HappenedEvent[] {
  return events.flatMap((event) => {
    const view = asKnown(event, knowledge);
    const isTold =
      view?.stances.includes('AFFIRMS') === true &&
      turnsIn(view.date, period, knowledge.certainty) &&
      concerns(concern, view);
    return isTold
      ? [{ id: event.id, view, sources: sourcesOf(affirming(asReported(event, knowledge))) }]
      : [];
  });
}

/** Whether the thing may, or must, begin or end in the period. A qualified date is never certain. */
function turnsIn(date: Bounds & { qualified: boolean }, { from, to }: Period, certainty: Certainty): boolean {
  const { earliest, beginLatest, endEarliest, latest, qualified } = date;
  if (certainty === 'CERTAIN') {
    return !qualified && ((earliest >= from && beginLatest < to) || (endEarliest >= from && latest < to));
  }
  return (earliest < to && beginLatest >= from) || (endEarliest < to && latest >= from);
}
