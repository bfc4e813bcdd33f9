import { addDays, FIRST_DAY, LAST_DAY, latestOf, nextDay, type Day } from '../../time/day.ts';
import type { Course } from './course.ts';
import { finds } from './effects.ts';
import type { Instant } from './instants.ts';
import type { Conclusion } from './world.ts';
import { dayBounds } from '../../time/bounds.ts';
import { combineDates, type CombinedDate } from '../../time/combineDates.ts';
import { formatBounds } from '../../time/formatBounds.ts';
import { parseEdtf } from '../../time/parseEdtf.ts';
import type { StatusState } from './statusState.ts';

/** Days on which the same follows, inclusive. */
export interface StateInterval extends Conclusion {
  readonly first: Day;
  readonly last: Day;
}

/** The intervals from the first day to the last, in order; no two neighbours alike. */
export function timelineOf(course: Course): StateInterval[] {
  return intervalsOf(
    breakpoints(course).map((first) => ({ first, ...course.on(first) })),
    LAST_DAY,
  );
}

/** The intervals up to the day, back to the last one before it that does not hold; that one may be cut short. */
export function timelineBackFrom(
  day: Day,
  course: Course,
  holds: (conclusion: Conclusion) => boolean,
): StateInterval[] {
  const found: Breakpoint[] = [];
  for (const first of breakpoints(course).toReversed()) {
    if (first > day) continue;
    const conclusion = course.on(first);
    found.unshift({ first, ...conclusion });
    if (!holds(conclusion)) break;
  }
  return intervalsOf(found, day);
}

export function intervalAt(timeline: readonly StateInterval[], index: number): StateInterval {
  const interval = timeline[index];
  if (interval === undefined) throw new RangeError(`There is no interval ${index} among ${timeline.length}.`);
  return interval;
}

/** When the state of an interval began. */
export interface Beginning {
  /** As precise as the evidence; disputed where readings differ on it; `null` if it has always been so. */
  readonly date: CombinedDate | null;
  /** The state before it; `null` if there was none. */
  readonly from: StatusState | null;
}

/**
 * When the state of the interval at `index` began: on its first day, or on some day before it since which every
 * interval allows it. If nothing is known before that, it may always have been so, unless a span says when it began.
 */
export function beginningOf(
  timeline: readonly StateInterval[],
  index: number,
  instants: readonly Instant[] = [],
): Beginning {
  const { state } = intervalAt(timeline, index);
  const certain = firstWhile(timeline, index, (interval) => interval.state === state);
  const possible = firstWhile(timeline, certain, (interval) => allows(interval, state));
  const before = timeline[possible - 1];
  const last = intervalAt(timeline, certain).first;
  const isOpen = before === undefined || (before.state === 'NO_RECORD' && state !== 'NO_RECORD');
  if (isOpen && last === FIRST_DAY) return { date: null, from: null };
  const first = isOpen ? beginBy(last, state, instants) : intervalAt(timeline, possible).first;
  const disputed = timeline.slice(possible, certain).some((interval) => interval.state === 'DISPUTED');
  return { date: { ...someDay(first, last), disputed }, from: before?.state ?? null };
}

/** The first day on which a span of the state can have begun that must have begun on the day; the first of all, if none. */
function beginBy(last: Day, state: StatusState, instants: readonly Instant[]): Day {
  const begins = instants.filter(
    ({ isBegin, effect, last: day }) => isBegin && day === last && finds(effect, state),
  );
  return latestOf(...begins.map(({ first }) => first));
}

/** Whether it is the state, or may be. */
export function allows(interval: Conclusion, state: StatusState): boolean {
  if (interval.state === state) return true;
  return isUncertain(interval.state) && [...interval.possible].some((one) => one === state);
}

export function isUncertain(state: StatusState): boolean {
  return state === 'POSSIBLE' || state === 'DISPUTED';
}

/** One unknown day from `first` to `last`, inclusive. */
export function someDay(first: Day, last: Day): CombinedDate {
  return combineDates([parseEdtf(formatBounds(dayBounds({ first, last }), 'DAY'))]);
}

/** A day on which the state may change. */
interface Breakpoint extends Conclusion {
  readonly first: Day;
}

/** The only days on which the state can change: an unreported change needs a day between. */
function breakpoints({ turns }: Course): Day[] {
  return [...new Set([FIRST_DAY, ...turns.flatMap((day) => [day, nextDay(day)])])].sort();
}

function intervalsOf(breakpoints: readonly Breakpoint[], until: Day): StateInterval[] {
  const apart = breakpoints.filter(
    (one, index) => index === 0 || !isSame(one, breakpoints[index - 1] ?? one),
  );
  return apart.map((one, index) => {
    const next = apart[index + 1];
    return { ...one, last: next === undefined ? until : addDays(next.first, -1) };
  });
}

function isSame(a: Conclusion, b: Conclusion): boolean {
  return (
    a.state === b.state &&
    a.possible.size === b.possible.size &&
    [...a.possible].every((one) => b.possible.has(one))
  );
}

/** The first of the intervals before `index` that hold without a gap. */
function firstWhile(
  timeline: readonly StateInterval[],
  index: number,
  holds: (interval: StateInterval) => boolean,
): number {
  const broken = timeline.slice(0, index).findLastIndex((interval) => !holds(interval));
  return broken + 1;
}
