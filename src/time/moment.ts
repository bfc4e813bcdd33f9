import type { DayRange } from './day.ts';
import type { Qualifier } from './qualifier.ts';

/** The qualifier of the year, of the month or season, and of the day, as far as the text has them. */
type Qualifiers = readonly [year: Qualifier, ...finer: Qualifier[]];

/** What a date that is no interval says. `range`: the first and the last day that it can mean. */
interface Read {
  readonly range: DayRange;
}

/** One date: `digits` are the given digits of YYYYMMDD, with X for an unspecified one, but without X at the end. */
export interface DatePoint extends Read {
  readonly kind: 'DATE';
  readonly digits: string;
  readonly qualifiers: Qualifiers;
  /** The year that is given with fewer significant digits (`1950S2`: the digits are 19); else null. */
  readonly estimate: number | null;
}

/** A part of a year that is no month. Both have X for an unspecified digit; the part is a number of PARTS_OF_YEARS. */
export interface SeasonPoint extends Read {
  readonly kind: 'SEASON';
  readonly year: string;
  readonly season: string;
  readonly qualifiers: Qualifiers;
}

export type Point = DatePoint | SeasonPoint;

/** One day of these. `earlier`: or a day before the first; `later`: or a day after the last. */
export interface OneOf extends Read {
  readonly kind: 'ONE_OF';
  readonly members: readonly Member[];
  readonly earlier: boolean;
  readonly later: boolean;
}

/** The same point twice, if it is not a range. */
export interface Member {
  readonly from: Point;
  readonly to: Point;
}

export type Moment = Point | OneOf;

/** OPEN (`..`): the end does not exist. UNKNOWN (nothing written): the end is on an unknown day. */
export type Endpoint = Moment | { readonly kind: 'OPEN' } | { readonly kind: 'UNKNOWN' };

export interface EdtfInterval {
  readonly kind: 'SPAN';
  readonly begin: Endpoint;
  readonly end: Endpoint;
}
