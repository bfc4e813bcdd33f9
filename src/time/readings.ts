import type { Bounds } from './bounds.ts';
import { type CombinedDate, combineDates } from './combineDates.ts';
import { type BoundedDate, parseEdtf } from './parseEdtf.ts';

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

/** What several values of one property come to. */
export interface MostPrecise {
  /** The days that fit all of `texts`: as the most precise of them writes them, if one of them means just these. */
  edtf: string;
  /** The values that fit each other, in the order given. */
  texts: string[];
}

/**
 * The values of one property, such as the start dates of a sanction: EDTF texts, each a stretch of days. Values that fit
 * each other come to their intersection, so that the most precise wins: `2014` and `2014-05-02` are 2014-05-02. Those
 * that do not fit stay beside each other, in calendar order: `2014`, `2014-05-02` and `2015-05` are 2014-05-02 or 2015-05.
 * A vague value can be part of several. Throws an EdtfError for a value that is no date.
 */
export function mostPreciseOf(texts: readonly string[]): MostPrecise[] {
  const distinct = [...new Set(texts)];
  return readings(distinct.map(parseEdtf)).map(({ indexes, date }) => ({
    edtf: date.edtf,
    texts: distinct.filter((_, index) => indexes.includes(index)),
  }));
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
