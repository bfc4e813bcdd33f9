import type { Day } from '../../time/day.ts';
import { affirming, type RegimeEvent } from '../status/regimeEvent.ts';
import { statusEvents, type StatusSubject } from '../status/statusEvents.ts';
import { stateOn } from '../status/statusOn.ts';
import type { StatusState } from '../status/statusState.ts';
import { isDenied } from '../status/worlds.ts';
import type { KnownPeriod } from './knownPeriod.ts';
import type { StatusHistory } from './statusHistories.ts';
import { asReported, type Knowledge } from './toldEvent.ts';

/** A status of which another state was known at the end of the period than before it; both of its last day. */
export interface StatusNews {
  readonly asked: StatusSubject;
  readonly from: StatusState;
  readonly to: StatusState;
  /** The first day of the period on which another state followed. */
  readonly day: Day;
  /** The events that were known otherwise, in order of their ids. */
  readonly causes: readonly string[];
  /** Those published or retracted in the period that speak of these events, in order of their ids. */
  readonly sources: readonly string[];
}

export function statusesBecameKnown(histories: readonly StatusHistory[], period: KnownPeriod): StatusNews[] {
  return histories.flatMap((history) => newsOf(history, period) ?? []);
}

function newsOf({ asked, events }: StatusHistory, period: KnownPeriod): StatusNews | null {
  const knownBy = (knowledge: Knowledge) => {
    const counting = events.map((event) => asReported(event, knowledge));
    return statusEvents(
      asked,
      counting.filter(({ reports }) => reports.length > 0),
    );
  };
  const [before, after] = [told(knownBy(period.before)), told(knownBy(period.end))];
  const changed = events.filter(({ id }) => before.get(id) !== after.get(id));
  if (changed.length === 0) return null;
  const stateBy = (knowledge: Knowledge) => stateOn(period.lastDay, knownBy(knowledge));
  const [from, to] = [stateBy(period.before), stateBy(period.end)];
  if (from === to) return null;
  const reports = changed.flatMap((event) => event.reports);
  const turns = period.turns(events.flatMap((event) => event.reports));
  const day = turns.find((each) => stateBy(period.on(each)) !== from);
  if (day === undefined) throw new RangeError('What follows for a status changed on no day.');
  const causes = changed.map(({ id }) => id).sort();
  return { asked, from, to, day, causes, sources: period.newsFrom(reports) };
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
