import { parse, type Parsed, type ParsedDate, type ParsedSeason, type ParsedSet } from 'edtf';
import { isDay } from './day.ts';
import { EdtfError } from './edtfError.ts';

/** `~` approximate, `?` uncertain, `%` both. */
export type Qualifier = '' | '~' | '?' | '%';

/** One date: `digits` are the given digits of YYYYMMDD, with X for an unspecified one, but without X at the end. */
export interface DatePoint {
  kind: 'DATE';
  digits: string;
  qualifier: Qualifier;
}

/** A season (21 to 24) or a quarter (33 to 36) of a year. */
export interface SeasonPoint {
  kind: 'SEASON';
  year: number;
  season: number;
  qualifier: Qualifier;
}

/** One day of these. `earlier`: or a day before the first; `later`: or a day after the last. */
export interface OneOf {
  kind: 'ONE_OF';
  members: { from: DatePoint; to: DatePoint }[];
  earlier: boolean;
  later: boolean;
}

export type Moment = DatePoint | SeasonPoint | OneOf;

/** OPEN (`..`): the end does not exist. UNKNOWN (nothing written): the end is on an unknown day. */
export type Endpoint = Moment | { kind: 'OPEN' } | { kind: 'UNKNOWN' };

export interface EdtfInterval {
  kind: 'SPAN';
  begin: Endpoint;
  end: Endpoint;
}

/**
 * Reads an EDTF text, before it is turned into days or into English. The grammar is that of the `edtf` package. Each
 * side of an interval's slash is read by itself, so that it may be a season or a one-of set. Throws an EdtfError for a
 * text that is not EDTF, and for the parts of EDTF that cannot date a single event: all-of sets, times of day and years
 * outside 0001 to 9999.
 */
export function readEdtf(text: string): Moment | EdtfInterval {
  // Most dates are plain days. An import has millions of them, and the grammar is many times slower.
  if (isDay(text)) return { kind: 'DATE', digits: text.replaceAll('-', ''), qualifier: '' };
  const sides = text.split('/');
  if (sides.length > 2) {
    throw new EdtfError(text, 'has more than one slash. Write an interval as 2003-05/2004-02.');
  }
  const [begin, end] = sides;
  if (begin === undefined || end === undefined) return readMoment(text, text);
  return { kind: 'SPAN', begin: readEndpoint(begin, text), end: readEndpoint(end, text) };
}

function readEndpoint(side: string, whole: string): Endpoint {
  if (side === '..') return { kind: 'OPEN' };
  if (side === '') return { kind: 'UNKNOWN' };
  return readMoment(side, whole);
}

function readMoment(text: string, whole: string): Moment {
  const parsed = parseGrammar(text, whole);
  switch (parsed.type) {
    case undefined:
    case 'Date':
      return toDatePoint(parsed, whole);
    case 'Season':
      return toSeasonPoint(parsed, whole);
    case 'Set':
      return toOneOf(parsed, whole);
    case 'List':
      throw new EdtfError(
        whole,
        'means all of several dates. Give each its own event, or write [2003,2005] for one of them.',
      );
    case 'Year':
      throw new EdtfError(whole, `names a year by an exponent or significant digits. ${YEARS}`);
    case 'Decade':
    case 'Century':
      throw new EdtfError(whole, 'has fewer than four digits. Write a decade as 202X, a century as 20XX.');
    case 'Interval':
      throw new EdtfError(whole, `is an interval within an interval. ${FORMS}`);
  }
}

const YEARS = 'Write a year with four digits, from 0001 to 9999.';
const FORMS =
  'Write a day as 2025-07-03, a month as 2025-07, a year as 2025, about then as 2025-07~, ' +
  'some day of a range as [2023-10..2023-12] (both ends written alike), an interval as 2003-05/2004-02.';

/** Level 3 of the package: EDTF, and also `?` or `~` on seasons. */
const GRAMMAR = { level: 3 };

function parseGrammar(text: string, whole: string): Parsed {
  try {
    return parse(text, GRAMMAR);
  } catch {
    throw new EdtfError(whole, `is not an EDTF date. ${FORMS}`);
  }
}

function toDatePoint(parsed: ParsedDate, whole: string): DatePoint {
  const [year = 0, month, day, ...time] = parsed.values;
  if (time.length > 0) {
    throw new EdtfError(whole, 'has a time of day; days are the finest dates kept. Write 2025-07-03.');
  }
  requireYear(year, parsed.unspecified !== undefined, whole);
  const written = [String(year).padStart(4, '0')];
  if (month !== undefined) written.push(String(month + 1).padStart(2, '0'));
  if (day !== undefined) written.push(String(day).padStart(2, '0'));
  const unspecified = parsed.unspecified ?? 0;
  const digits = Array.from(written.join(''), (digit, place) => (unspecified & (1 << place) ? 'X' : digit));
  return { kind: 'DATE', digits: digits.join('').replace(/X+$/, ''), qualifier: qualifierOf(parsed) };
}

const SEASONS_AND_QUARTERS = [21, 22, 23, 24, 33, 34, 35, 36];

function toSeasonPoint(parsed: ParsedSeason, whole: string): SeasonPoint {
  const [year, season] = parsed.values;
  requireYear(year, false, whole);
  if (!SEASONS_AND_QUARTERS.includes(season)) {
    throw new EdtfError(
      whole,
      `has the month ${season}. Months are 01 to 12, seasons 21 (spring) to 24 (winter), quarters 33 to 36: 2022-21.`,
    );
  }
  return { kind: 'SEASON', year, season, qualifier: qualifierOf(parsed) };
}

function toOneOf(parsed: ParsedSet, whole: string): OneOf {
  const members = parsed.values.map((value) => {
    const [from, to] = Array.isArray(value) ? value : [value, value];
    return { from: toDatePoint(from, whole), to: toDatePoint(to, whole) };
  });
  return { kind: 'ONE_OF', members, earlier: parsed.earlier === true, later: parsed.later === true };
}

function requireYear(year: number, unspecified: boolean, whole: string): void {
  // 000X is parsed as year 0, but includes the years 1 to 9.
  const first = unspecified ? 0 : 1;
  if (year < first || year > 9999 || Object.is(year, -0)) {
    throw new EdtfError(whole, `lies outside the years 0001 to 9999. ${YEARS}`);
  }
}

function qualifierOf({ uncertain, approximate }: ParsedDate | ParsedSeason): Qualifier {
  if (uncertain) return approximate ? '%' : '?';
  return approximate ? '~' : '';
}
