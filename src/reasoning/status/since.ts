import { dayBounds } from '../../time/bounds.ts';
import { combineDates, type CombinedDate } from '../../time/combineDates.ts';
import { FIRST_DAY, type Day } from '../../time/day.ts';
import { formatBounds } from '../../time/formatBounds.ts';
import { parseEdtf } from '../../time/parseEdtf.ts';
import type { Conclusion } from './conclusionOn.ts';
import type { StatusState } from './statusState.ts';
import { type Stretch, stretchAt } from './timeline.ts';

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
export function beginningOf(timeline: readonly Stretch[], index: number): Beginning {
  const { state } = stretchAt(timeline, index);
  const certain = firstWhile(timeline, index, (stretch) => stretch.state === state);
  const possible = firstWhile(timeline, certain, (stretch) => allows(stretch, state));
  const before = timeline[possible - 1];
  const last = stretchAt(timeline, certain).first;
  const isOpen = before === undefined || (before.state === 'NO_RECORD' && state !== 'NO_RECORD');
  if (isOpen && last === FIRST_DAY) return { date: null, from: null };
  const first = isOpen ? FIRST_DAY : stretchAt(timeline, possible).first;
  const disputed = timeline.slice(possible, certain).some((stretch) => stretch.state === 'DISPUTED');
  return { date: { ...someDay(first, last), disputed }, from: before?.state ?? null };
}

/** Where the stretches that end before `index`, and all of which hold, begin. */
function firstWhile(
  timeline: readonly Stretch[],
  index: number,
  holds: (stretch: Stretch) => boolean,
): number {
  const broken = timeline.slice(0, index).findLastIndex((stretch) => !holds(stretch));
  return broken + 1;
}

/** Whether it is the state, or may be. */
export function allows(stretch: Conclusion, state: StatusState): boolean {
  if (stretch.state === state) return true;
  return isUncertain(stretch.state) && [...stretch.standings].some((standing) => standing === state);
}

export function isUncertain(state: StatusState): boolean {
  return state === 'POSSIBLE' || state === 'DISPUTED';
}

/** One unknown day from `first` to `last`, inclusive. */
export function someDay(first: Day, last: Day): CombinedDate {
  return combineDates([parseEdtf(formatBounds(dayBounds({ first, last }), 'DAY'))]);
}
