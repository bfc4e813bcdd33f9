import { type Day, earliestOf, latestOf } from './day.ts';
import type { DayRange } from './dayRange.ts';

/**
 * What is known of when a thing begins and ends, in four days (UTC, inclusive): it begins between `earliest`
 * and `beginLatest`, it ends between `endEarliest` and `latest`. Always earliest ≤ beginLatest ≤ latest and
 * earliest ≤ endEarliest ≤ latest. For a thing of one (unknown) day both ranges are the same.
 * FIRST_DAY and LAST_DAY stand for open ends.
 */
export interface Bounds {
  earliest: Day;
  beginLatest: Day;
  endEarliest: Day;
  latest: Day;
}

/** The bounds of a thing that happened on one day, some day of the range. */
export function dayBounds({ first, last }: DayRange): Bounds {
  return { earliest: first, beginLatest: last, endEarliest: first, latest: last };
}

/**
 * The bounds of a thing that lasted from some day of `begin` to some day of `end`. Nothing ends before it
 * begins, which can narrow both. Null if every day of `end` lies before `begin`.
 */
export function spanBounds(begin: DayRange, end: DayRange): Bounds | null {
  if (end.last < begin.first) return null;
  return {
    earliest: begin.first,
    beginLatest: earliestOf(begin.last, end.last),
    endEarliest: latestOf(end.first, begin.first),
    latest: end.last,
  };
}

export function beginRange(bounds: Bounds): DayRange {
  return { first: bounds.earliest, last: bounds.beginLatest };
}

export function endRange(bounds: Bounds): DayRange {
  return { first: bounds.endEarliest, last: bounds.latest };
}

export function sameBounds(a: Bounds, b: Bounds): boolean {
  return (
    a.earliest === b.earliest &&
    a.beginLatest === b.beginLatest &&
    a.endEarliest === b.endEarliest &&
    a.latest === b.latest
  );
}
