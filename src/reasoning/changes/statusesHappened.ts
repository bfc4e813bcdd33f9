import { overlaps, type Period } from '../../time/period.ts';
import { affirming, sourcesOf } from '../status/regimeEvent.ts';
import type { StatusSubject } from '../status/statusEvents.ts';
import { type StatusChange, statusChanges } from '../status/statusChanges.ts';
import { eventsKnown, namesThem, type StatusHistory } from './statusHistories.ts';
import type { Knowledge } from './toldEvent.ts';

export interface HappenedStatus extends StatusChange {
  readonly asked: StatusSubject;
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
    return statusChanges(known, period)
      .filter(({ date }) => overlaps(date, period, knowledge.certainty))
      .map((change) => {
        const causes = known.filter(({ id }) => change.causes.includes(id));
        return { ...change, asked: history.asked, sources: sourcesOf(causes.flatMap(affirming)) };
      });
  });
}
