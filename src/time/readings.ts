import type { Bounds } from './bounds.ts';
import { type CombinedDate, combineDates } from './combineDates.ts';
import type { BoundedDate } from './parseEdtf.ts';

/** A maximal set of dates that agree. */
export interface Reading {
  /** The places of the dates in the given list, ascending. */
  indexes: number[];
  /** The combined date; never disputed. */
  date: CombinedDate;
}

/**
 * The maximal sets of dates that agree, in calendar order; one set if all dates agree. Every date is in at least one
 * set.
 */
export function readings(dates: readonly BoundedDate[]): Reading[] {
  return maximalSets(agreeingSets(dates))
    .map((indexes) => ({ indexes, date: combineDates(dates.filter((_, index) => indexes.includes(index))) }))
    .sort((a, b) => compare(sortKey(a), sortKey(b)));
}

/**
 * Dates agree if one begin and one end fit them all. If any do, the latest `earliest` and the latest `endEarliest`
 * among them do, so trying those days finds every maximal set.
 */
function agreeingSets(dates: readonly BoundedDate[]): number[][] {
  const begins = new Set(dates.map(({ earliest }) => earliest));
  const ends = new Set(dates.map(({ endEarliest }) => endEarliest));
  return [...begins].flatMap((begin) => [...ends].map((end) => indexesThatFit(dates, begin, end)));
}

function indexesThatFit(dates: readonly Bounds[], begin: string, end: string): number[] {
  return dates.flatMap((date, index) => {
    const begins = date.earliest <= begin && begin <= date.beginLatest;
    const ends = date.endEarliest <= end && end <= date.latest;
    return begins && ends ? [index] : [];
  });
}

/** The sets, of ascending numbers, that no other holds; each once. */
export function maximalSets(sets: readonly number[][]): number[][] {
  const distinctSets = [...new Map(sets.map((set) => [set.join(), set])).values()];
  return distinctSets.filter(
    (set) => !distinctSets.some((other) => other.length > set.length && holdsAll(other, set)),
  );
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
