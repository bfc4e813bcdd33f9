import type { Bounds } from './bounds.ts';
import { type CombinedDate, combineDates } from './combineDates.ts';
import type { BoundedDate } from './parseEdtf.ts';

/** Dates that agree, and that no further date agrees with. */
export interface Reading {
  /** Their places in the list that was given, ascending. */
  indexes: number[];
  /** What they come to; never disputed. */
  date: CombinedDate;
}

/**
 * The maximal sets of dates that agree: one set if all do. Every date is in at least one. In calendar order of what
 * they come to.
 */
export function readings(dates: readonly BoundedDate[]): Reading[] {
  return maximalSets(agreeingSets(dates))
    .map((indexes) => ({ indexes, date: combineDates(dates.filter((_, index) => indexes.includes(index))) }))
    .sort((a, b) => compare(sortKey(a), sortKey(b)));
}

/**
 * Dates agree jointly if one begin and one end fit them all. Where any fit, the latest of their `earliest` and the
 * latest of their `endEarliest` do, so that trying those days finds every maximal set.
 */
function agreeingSets(dates: readonly BoundedDate[]): number[][] {
  const begins = new Set(dates.map(({ earliest }) => earliest));
  const ends = new Set(dates.map(({ endEarliest }) => endEarliest));
  const sets = [...begins].flatMap((begin) => [...ends].map((end) => indexesThatFit(dates, begin, end)));
  return [...new Map(sets.map((set) => [set.join(), set])).values()];
}

function indexesThatFit(dates: readonly Bounds[], begin: string, end: string): number[] {
  return dates.flatMap((date, index) => {
    const begins = date.earliest <= begin && begin <= date.beginLatest;
    const ends = date.endEarliest <= end && end <= date.latest;
    return begins && ends ? [index] : [];
  });
}

function maximalSets(sets: readonly number[][]): number[][] {
  return sets.filter((set) => !sets.some((other) => other.length > set.length && holdsAll(other, set)));
}

function holdsAll(outer: readonly number[], inner: readonly number[]): boolean {
  return inner.every((index) => outer.includes(index));
}

function sortKey({ date, indexes }: Reading): string {
  return [date.earliest, date.beginLatest, date.endEarliest, date.latest, ...indexes].join();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
