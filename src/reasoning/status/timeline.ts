import { addDays, FIRST_DAY, LAST_DAY, nextDay, type Day } from '../../time/day.ts';
import { type Conclusion, conclusionOn, type World } from './world.ts';
import { dayBounds } from '../../time/bounds.ts';
import { combineDates, type CombinedDate } from '../../time/combineDates.ts';
import { formatBounds } from '../../time/formatBounds.ts';
import { parseEdtf } from '../../time/parseEdtf.ts';
import type { StatusState } from './statusState.ts';

/** Days on which the same follows; inclusive. */
export interface StateInterval extends Conclusion {
  readonly first: Day;
  readonly last: Day;
}

/** Every stretch from the first day to the last, in order; no two neighbours alike. */
export function timelineOf(worlds: readonly World[]): StateInterval[] {
  return intervalsOf(
    breakpoints(worlds).map((first) => ({ first, ...conclusionOn(first, worlds) })),
    LAST_DAY,
  );
}

/** The stretches that end on the day, back to the last one before it that does not hold; that one may be cut short. */
export function timelineBackFrom(
  day: Day,
  worlds: readonly World[],
  holds: (conclusion: Conclusion) => boolean,
): StateInterval[] {
  const found: Breakpoint[] = [];
  for (const first of breakpoints(worlds).toReversed()) {
    if (first > day) continue;
    const conclusion = conclusionOn(first, worlds);
    found.unshift({ first, ...conclusion });
    if (!holds(conclusion)) break;
  }
  return intervalsOf(found, day);
}

/** A day on which something else may begin to follow. */
interface Breakpoint extends Conclusion {
  readonly first: Day;
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

export function intervalAt(timeline: readonly StateInterval[], index: number): StateInterval {
  const interval = timeline[index];
  if (interval === undefined) throw new RangeError(`There is no interval ${index} among ${timeline.length}.`);
  return interval;
}

/**
 * The only days on which something can begin to follow. What stands changes only with a mark, on the first day of
 * its range, on the day after its last, or one day on, where an unreported change needs a day between.
 */
function breakpoints(worlds: readonly World[]): Day[] {
  const days = worlds
    .flatMap(({ instants }) => instants)
    .flatMap(({ first, last }) => [first, nextDay(first), last, nextDay(last), nextDay(nextDay(last))]);
  return [...new Set([FIRST_DAY, ...days])].sort();
}

function isSame(a: Conclusion, b: Conclusion): boolean {
  return (
    a.state === b.state &&
    a.standings.size === b.standings.size &&
    [...a.standings].every((one) => b.standings.has(one))
  );
}

/** When the state of a stretch began. */
export interface Beginning {
  /** As precise as the evidence; disputed where readings differ on it; `null` if it has always been so. */
  readonly date: CombinedDate | null;
  /** What stood before it; `null` if nothing did. */
  readonly from: StatusState | null;
}

/**
 * When the state of the stretch at `index` began: on its first day, or on some day before it since which every
 * stretch allows it. Where nothing is known before that, it may have been so ever since.
 */
export function beginningOf(timeline: readonly StateInterval[], index: number): Beginning {
  const { state } = intervalAt(timeline, index);
  const certain = firstWhile(timeline, index, (interval) => interval.state === state);
  const possible = firstWhile(timeline, certain, (interval) => allows(interval, state));
  const before = timeline[possible - 1];
  const last = intervalAt(timeline, certain).first;
  const isOpen = before === undefined || (before.state === 'NO_RECORD' && state !== 'NO_RECORD');
  if (isOpen && last === FIRST_DAY) return { date: null, from: null };
  const first = isOpen ? FIRST_DAY : intervalAt(timeline, possible).first;
  const disputed = timeline.slice(possible, certain).some((interval) => interval.state === 'DISPUTED');
  return { date: { ...someDay(first, last), disputed }, from: before?.state ?? null };
}

/** Where the stretches that end before `index`, and all of which hold, begin. */
function firstWhile(
  timeline: readonly StateInterval[],
  index: number,
  holds: (interval: StateInterval) => boolean,
): number {
  const broken = timeline.slice(0, index).findLastIndex((interval) => !holds(interval));
  return broken + 1;
}

/** Whether it is the state, or may be. */
export function allows(interval: Conclusion, state: StatusState): boolean {
  if (interval.state === state) return true;
  return isUncertain(interval.state) && [...interval.standings].some((standing) => standing === state);
}

export function isUncertain(state: StatusState): boolean {
  return state === 'POSSIBLE' || state === 'DISPUTED';
}

/** One unknown day from `first` to `last`, inclusive. */
export function someDay(first: Day, last: Day): CombinedDate {
  return combineDates([parseEdtf(formatBounds(dayBounds({ first, last }), 'DAY'))]);
}
