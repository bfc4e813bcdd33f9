import type { CombinedDate } from '../../time/combineDates.ts';
import type { DayRange } from '../../time/day.ts';
import { overlaps, type Period } from '../../time/period.ts';
import { type Course, coursesOf, jointCourse } from './course.ts';
import { observes, RULES } from './effects.ts';
import type { Instant } from './instants.ts';
import type { RegimeEvent } from './regimeEvent.ts';
import {
  type Beginning,
  beginningOf,
  isUncertain,
  someDay,
  type StateInterval,
  intervalAt,
  timelineOf,
} from './timeline.ts';
import type { StatusState } from './statusState.ts';

/** A change of state, on a day as precise as the evidence. */
export interface StateChange {
  readonly from: StatusState;
  readonly to: StatusState;
  readonly date: CombinedDate;
  /** The events that may have brought it about, in order of their ids. */
  readonly causes: readonly string[];
}

/**
 * The changes of state that may fall in the period (half-open), in order. Uncertain days on the way to a settled state
 * are one change with an imprecise date; uncertainty that does not settle, or settles on the state before it, is a
 * change of its own. What is first observed, or done for another, changes only the record and is left out.
 */
export function statusChanges(
  events: readonly RegimeEvent[],
  period: Period,
  existed: readonly DayRange[] = [],
): StateChange[] {
  const course = jointCourse(coursesOf(events, existed).map(({ course }) => course));
  const timeline = timelineOf(course);
  return timeline
    .flatMap((_, index) => changeAt(timeline, index, course) ?? [])
    .filter(({ date }) => overlaps(date, period, 'POSSIBLE'));
}

function changeAt(
  timeline: readonly StateInterval[],
  index: number,
  { instants, overdueOn }: Course,
): StateChange | null {
  const to = intervalAt(timeline, index).state;
  const { from, date } = beginningAt(timeline, index);
  if (from === null || from === to || date === null) return null;
  if (isUncertain(to) && isOnTheWay(timeline, index)) return null;
  const causes = causesOf(to, date, instants);
  // Neither a first observation nor an act for somebody else shows what was so before.
  const isFirstShown = causes.every(({ effect, isFirstHand }) => observes(effect) || !isFirstHand);
  if (from === 'NO_RECORD' && isFirstShown) return null;
  const overdue = isUncertain(to) ? overdueOn(intervalAt(timeline, index).first) : [];
  const ids = [...causes.map((cause) => cause.event), ...overdue.map(({ event }) => event.id)];
  return { from, to, date, causes: [...new Set(ids)].sort() };
}

/** As `beginningOf`; but a state that returns after uncertain days begins on its first certain day. */
function beginningAt(timeline: readonly StateInterval[], index: number): Beginning {
  const { state, first } = intervalAt(timeline, index);
  const settled = timeline.slice(0, index).findLast((interval) => !isUncertain(interval.state));
  const before = timeline[index - 1]?.state ?? null;
  if (settled?.state === state || before === state) return { from: before, date: someDay(first, first) };
  return beginningOf(timeline, index);
}

/** Whether the uncertain interval belongs to the imprecise begin of the settled state that comes next. */
function isOnTheWay(timeline: readonly StateInterval[], index: number): boolean {
  const settled = timeline.findIndex(({ state }, at) => at > index && !isUncertain(state));
  if (settled === -1) return false;
  const { from, date } = beginningAt(timeline, settled);
  return from !== null && date !== null && date.earliest <= intervalAt(timeline, index).first;
}

function causesOf(to: StatusState, date: CombinedDate, instants: readonly Instant[]): Instant[] {
  const fitting = instants.filter(({ first, last, part, effect }) => {
    const mayFit = isUncertain(to) || RULES[effect].to === to;
    return (part !== 'END' || effect === 'CLOSES') && mayFit && first <= date.latest && last >= date.earliest;
  });
  // Who observes a state that an act brings about has no part in it.
  const acts = fitting.filter(({ effect }) => !observes(effect));
  return acts.length > 0 && !isUncertain(to) ? acts : fitting;
}
