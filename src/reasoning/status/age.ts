import type { Effect } from '../../ontology/regimes.ts';
import type { CombinedDate } from '../../time/combineDates.ts';
import { type Day, earliestOf, LAST_DAY } from '../../time/day.ts';
import type { Certainty } from '../../time/period.ts';
import { PRESUPPOSE, SHOWS } from './effects.ts';
import type { StatusState } from './statusState.ts';
import { isUncertain, someDay } from './timeline.ts';

/** A piece of evidence: what it does to the regime, and when. */
interface DatedEvidence {
  readonly effect: Effect;
  readonly date: CombinedDate;
}

/** How old the evidence for a state is on a day. */
interface Age {
  /** The date of the last evidence by then; `null` if there is none. */
  readonly lastEvidence: CombinedDate | null;
  /** The day lies beyond it, and what comes next does not show that the state was the same until then. */
  readonly carriedForward: boolean;
  /** No evidence says so: it follows from what came later. */
  readonly isInferred: boolean;
}

/**
 * How old the evidence for the state is on the day. The evidence of what goes on ends with the day on which its source
 * was published. Between two pieces of evidence for one state nothing is carried.
 *
 * @param evidence from which the state follows
 * @param all of the same list or post, whenever it was, in order of time
 * @param certainty CERTAIN: evidence of an imprecise date reaches no further than it must
 */
export function ageOn(
  day: Day,
  state: StatusState,
  evidence: readonly DatedEvidence[],
  all: readonly DatedEvidence[],
  certainty: Certainty,
): Age {
  if (state === 'NO_RECORD') return { lastEvidence: null, carriedForward: false, isInferred: false };
  const byThen = evidence.filter(({ date }) => date.qualified || date.earliest <= day);
  const supporting = isUncertain(state) ? byThen : byThen.filter((each) => shows(each, state, day));
  const told = supporting.length > 0 ? supporting : byThen;
  const reaches = supporting.some(({ date }) => reachOf(date, certainty) >= day);
  return {
    lastEvidence: told.length === 0 ? null : lastOf(told.map(({ date }) => upTo(day, date))),
    carriedForward: supporting.length > 0 && !reaches && !isShownLater(day, state, all, certainty),
    isInferred: supporting.length === 0 && !isUncertain(state),
  };
}

/** Whether the first date ends after the second. */
export function endsLater(a: CombinedDate, b: CombinedDate): boolean {
  return a.endEarliest === b.endEarliest ? a.latest > b.latest : a.endEarliest > b.endEarliest;
}

/** Whether it shows the state on the day. A span in force that is over shows that it ended. */
function shows({ effect, date }: DatedEvidence, state: StatusState, day: Day): boolean {
  const isOver = date.extent === 'SPAN' && date.latest !== LAST_DAY && date.endEarliest <= day;
  if (effect === 'OBSERVES_IN_FORCE' && isOver && state === 'LIFTED') return true;
  return SHOWS[state].includes(effect);
}

/** Whether what comes first after the day presupposes the state. */
function isShownLater(
  day: Day,
  state: StatusState,
  all: readonly DatedEvidence[],
  certainty: Certainty,
): boolean {
  const later = all.filter(({ date }) => !date.qualified && date.earliest > day);
  const firstEnd = earliestOf(...later.map(({ date }) => date.beginLatest));
  const next = later.filter(({ date }) => date.earliest <= firstEnd);
  const shows = ({ effect }: DatedEvidence) => PRESUPPOSE[state].includes(effect);
  return certainty === 'CERTAIN' ? next.length > 0 && next.every(shows) : next.some(shows);
}

/** The last day that the evidence may, or must, reach. */
function reachOf({ qualified, endEarliest, latest }: CombinedDate, certainty: Certainty): Day {
  if (certainty === 'CERTAIN') return qualified ? '' : endEarliest;
  return latest === LAST_DAY ? endEarliest : latest;
}

/** Of what lasts, the day to which it is known to; not beyond the day, and of an unknown begin some day until then. */
function upTo(day: Day, date: CombinedDate): CombinedDate {
  if (date.extent === 'DAY') return date;
  const last = date.latest === LAST_DAY ? date.endEarliest : date.latest;
  const first = date.beginLatest <= day ? date.endEarliest : date.earliest;
  return someDay(earliestOf(first, day), earliestOf(last, day));
}

function lastOf(dates: readonly CombinedDate[]): CombinedDate {
  return dates.reduce((a, b) => (endsLater(b, a) ? b : a));
}
