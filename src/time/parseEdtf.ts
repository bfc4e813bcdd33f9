import { type Bounds, dayBounds, spanBounds } from './bounds.ts';
import { type Day, type DayRange, FIRST_DAY, LAST_DAY } from './day.ts';
import { EdtfError } from './edtfError.ts';
import type { EdtfInterval, Endpoint, Moment } from './moment.ts';
import { readEdtf } from './readEdtf.ts';

/** The precision of a date. RANGE: a one-of set, or a date with a digit or a season after an unspecified digit. */
export type Precision = 'DAY' | 'MONTH' | 'SEASON' | 'YEAR' | 'DECADE' | 'CENTURY' | 'RANGE';

/** DAY: it happened on one day, which may be unknown. SPAN: it lasted from one day to another. */
export type Extent = 'DAY' | 'SPAN';

/** A date as a source gives it, and the four days that follow from it. */
export interface BoundedDate extends Bounds {
  /** The text, exactly as written. */
  edtf: string;
  /** True if the text has `?`, `~` or `%` anywhere: then nothing about the date is certain. */
  qualified: boolean;
  /** The precision of the begin; if the begin is open or unknown, of the end. */
  precision: Precision;
  extent: Extent;
}

/**
 * Reads an EDTF text (ISO 8601-2). Days are UTC and inclusive.
 *
 * `a/..` goes on: it ends on LAST_DAY. `a/` ends on an unknown day not before its begin. `../b` and `/b` likewise.
 * An X stands for any digit: the bounds are the first and the last of all days that some way to fill it in gives.
 * Beyond EDTF, an interval's ends may be seasons and one-of sets: `[2003-05..2003-07]/2004-21`. Throws an EdtfError.
 */
export function parseEdtf(text: string): BoundedDate {
  const cached = PARSED.get(text);
  if (cached !== undefined) return { ...cached };
  const date = readDate(text);
  if (PARSED.size >= MAX_PARSED) PARSED.clear();
  PARSED.set(text, date);
  return { ...date };
}

/** A few texts date many events, and parsing one takes longer than all the work that follows. */
const PARSED = new Map<string, BoundedDate>();
const MAX_PARSED = 20_000;

function readDate(text: string): BoundedDate {
  const read = readEdtf(text);
  const common = { edtf: text, qualified: /[?~%]/.test(text) };
  if (read.kind === 'SPAN') {
    return { ...common, ...boundsOfSpan(read, text), precision: precisionOfSpan(read), extent: 'SPAN' };
  }
  return { ...common, ...dayBounds(read.range), precision: precisionOf(read), extent: 'DAY' };
}

function boundsOfSpan({ begin, end }: EdtfInterval, text: string): Bounds {
  const bounds = spanBounds(rangeOfEndpoint(begin, FIRST_DAY), rangeOfEndpoint(end, LAST_DAY));
  if (bounds === null) {
    throw new EdtfError(text, 'ends before it begins', 'Write the earlier date first: 2003-05/2004-02.');
  }
  return bounds;
}

function rangeOfEndpoint(endpoint: Endpoint, open: Day): DayRange {
  switch (endpoint.kind) {
    case 'OPEN':
      return { first: open, last: open };
    case 'UNKNOWN':
      return { first: FIRST_DAY, last: LAST_DAY };
    default:
      return endpoint.range;
  }
}

function precisionOfSpan({ begin, end }: EdtfInterval): Precision {
  for (const endpoint of [begin, end]) {
    if (endpoint.kind !== 'OPEN' && endpoint.kind !== 'UNKNOWN') return precisionOf(endpoint);
  }
  return 'RANGE';
}

const PRECISION_BY_DIGITS: Record<number, Precision> = {
  2: 'CENTURY',
  3: 'DECADE',
  4: 'YEAR',
  6: 'MONTH',
  8: 'DAY',
};

function precisionOf(moment: Moment): Precision {
  switch (moment.kind) {
    case 'SEASON':
      return moment.year.includes('X') ? 'RANGE' : 'SEASON';
    case 'ONE_OF':
      return 'RANGE';
    case 'DATE':
      if (moment.digits.includes('X')) return 'RANGE';
      return PRECISION_BY_DIGITS[moment.digits.length] ?? 'RANGE';
  }
}
