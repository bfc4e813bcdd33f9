import { type Day, type DayRange, earliestOf, FIRST_DAY, latestOf } from './day.ts';

/**
 * When a thing begins and ends, as four days (UTC, inclusive): it begins between `earliest` and `beginLatest` and ends
 * between `endEarliest` and `latest`. Always earliest ≤ beginLatest ≤ latest and earliest ≤ endEarliest ≤ latest. For
 * a thing of one day, known or unknown, both ranges are the same. FIRST_DAY and LAST_DAY stand for open ends.
 */
export interface Bounds {
  earliest: Day;
  beginLatest: Day;
  endEarliest: Day;
  latest: Day;
}

/** The bounds of a thing that happened on one day of the range. */
export function dayBounds({ first, last }: DayRange): Bounds {
  return { earliest: first, beginLatest: last, endEarliest: first, latest: last };
}

/**
 * The bounds of a thing that lasted from a day of `begin` to a day of `end`. Nothing ends before it begins, which can
 * narrow both. Null if every day of `end` lies before `begin`.
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

/** A place in the order of time. What has an open start ("on or before") comes last, in both directions. */
export interface TimePlace {
  readonly open: boolean;
  /** The earliest day, or the latest if the start is open. */
  readonly at: Day;
}

export function timePlace({ earliest, latest }: Pick<Bounds, 'earliest' | 'latest'>): TimePlace {
  const open = earliest === FIRST_DAY;
  return { open, at: open ? latest : earliest };
}

/** Sorts as text in the order of time, the earliest first: letters come after digits. */
export function orderKey(bounds: Pick<Bounds, 'earliest' | 'latest'>): string {
  const { open, at } = timePlace(bounds);
  return open ? `open ${at}` : at;
}

/**
 * The bounds that fit all of these, or null if their begins, or their ends, have no day in common. As no input ends
 * before it begins, neither does the result. Without inputs the bounds are open at both ends.
 */
export function intersectBounds(all: readonly Bounds[]): Bounds | null {
  const bounds = {
    earliest: latestOf(...all.map(({ earliest }) => earliest)),
    beginLatest: earliestOf(...all.map(({ beginLatest }) => beginLatest)),
    endEarliest: latestOf(...all.map(({ endEarliest }) => endEarliest)),
    latest: earliestOf(...all.map(({ latest }) => latest)),
  };
  return bounds.earliest <= bounds.beginLatest && bounds.endEarliest <= bounds.latest ? bounds : null;
}

/** The narrowest bounds that include all of these. */
export function hullOfBounds(all: readonly Bounds[]): Bounds {
  return {
    earliest: earliestOf(...all.map(({ earliest }) => earliest)),
    beginLatest: latestOf(...all.map(({ beginLatest }) => beginLatest)),
    endEarliest: earliestOf(...all.map(({ endEarliest }) => endEarliest)),
    latest: latestOf(...all.map(({ latest }) => latest)),
  };
}
