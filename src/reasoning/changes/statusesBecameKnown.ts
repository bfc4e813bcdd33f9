import type { Day } from '../../time/day.ts';
import { affirming, type RegimeEvent } from '../status/regimeEvent.ts';
import type { StatusSubject } from '../status/statusEvents.ts';
import { stateOn } from '../status/statusOn.ts';
import type { StatusState } from '../status/statusState.ts';
import { isDenied } from '../status/worlds.ts';
import type { KnownPeriod, KnownStep } from './knownPeriod.ts';
import { eventsKnown, namesThem, type StatusHistory } from './statusHistories.ts';

/** A status of which another state was known on a day than on the day before; both of the last day of the period. */
export interface StatusNews {
  readonly asked: StatusSubject;
  readonly from: StatusState;
  readonly to: StatusState;
  readonly day: Day;
  /** The events that were known otherwise, in order of their ids. */
  readonly causes: readonly string[];
  /** Those published or retracted on that day that speak of these events, in order of their ids. */
  readonly sources: readonly string[];
}

/** Step by step; of those whom some report named together that counted before the step or after it. */
export function statusesBecameKnown(histories: readonly StatusHistory[], period: KnownPeriod): StatusNews[] {
  return histories.flatMap((history) =>
    period
      .steps(history.events.flatMap(({ reports }) => reports))
      .flatMap((step) => newsOf(history, period, step) ?? []),
  );
}

function newsOf(history: StatusHistory, period: KnownPeriod, step: KnownStep): StatusNews | null {
  const { asked, events } = history;
  const [before, after] = [eventsKnown(history, step.before), eventsKnown(history, step.after)];
  const [toldBefore, toldAfter] = [told(before), told(after)];
  const changed = events.filter(({ id }) => toldBefore.get(id) !== toldAfter.get(id));
  if (changed.length === 0 || !namesThem([...before, ...after])) return null;
  const [from, to] = [stateOn(period.lastDay, before), stateOn(period.lastDay, after)];
  if (from === to) return null;
  const reports = changed.flatMap((event) => event.reports);
  const causes = changed.map(({ id }) => id).sort();
  return { asked, from, to, day: step.day, causes, sources: period.newsFrom(reports, step) };
}

/** By event, all that a state can follow from: the same for two exactly if they lead to the same. */
function told(events: readonly RegimeEvent[]): Map<string, string> {
  return new Map(
    events.flatMap((event): [string, string][] => {
      const dates = [...new Set(affirming(event).map(({ date }) => date))].sort();
      return dates.length === 0
        ? []
        : [[event.id, JSON.stringify([dates, isDenied(event), event.isGeneral])]];
    }),
  );
}
