import { daysInMonth, earliestOf, FIRST_DAY, isDay, LAST_DAY, latestOf } from './day.ts';
import { daysOfDigits, daysOfSeason, numbersLike } from './daysOfPattern.ts';
import { EdtfError } from './edtfError.ts';
import type { DatePoint, EdtfInterval, Endpoint, Member, Moment, OneOf, Point } from './moment.ts';
import { dayText } from './partsOfYears.ts';
import { type Qualifier, qualifierIn } from './qualifier.ts';
import { refusalOf, YEARS } from './refusal.ts';

/**
 * Reads an EDTF text, before it is turned into English or into four days: the Library of Congress's specification of
 * 2019, levels 0 to 2. Digits and X are those of the text. Beyond the specification, each end of an interval may be a
 * season or a one-of set, and a member of a set may be whatever is no set.
 *
 * Throws an EdtfError for a text that is not EDTF, for days that do not exist, and for what cannot date a single event:
 * all-of sets, times of day and years outside 0001 to 9999.
 */
export function readEdtf(text: string): Moment | EdtfInterval {
  // Most dates are plain days, and an import has millions of them.
  if (isDay(text))
    return { ...UNQUALIFIED_DAY, digits: text.replaceAll('-', ''), range: { first: text, last: text } };
  const read = readWhole(text);
  if (read === null) throw refusalOf(text, canRead);
  return read;
}

const UNQUALIFIED_DAY = { kind: 'DATE', qualifiers: ['', '', ''], estimate: null } as const;

function canRead(text: string): boolean {
  try {
    return readWhole(text) !== null;
  } catch (error) {
    if (error instanceof EdtfError) return false;
    throw error;
  }
}

/** Null, here and below, for a text that has not the form. What has the form but means nothing is thrown. */
function readWhole(whole: string): Moment | EdtfInterval | null {
  const [first = '', second, ...others] = whole.split('/');
  if (others.length > 0) return null;
  if (second === undefined) return readMoment(first, whole);
  const begin = readEndpoint(first, whole);
  const end = readEndpoint(second, whole);
  return begin && end && { kind: 'SPAN', begin, end };
}

function readEndpoint(side: string, whole: string): Endpoint | null {
  if (side === '..') return { kind: 'OPEN' };
  if (side === '') return { kind: 'UNKNOWN' };
  return readMoment(side, whole);
}

function readMoment(text: string, whole: string): Moment | null {
  return text.startsWith('[') ? readSet(text, whole) : readPoint(text, whole);
}

const SET = /^\[(\.\.)?(.+?)(\.\.)?\]$/;

function readSet(text: string, whole: string): OneOf | null {
  const [, before, list, after] = SET.exec(text) ?? [];
  const read = list?.split(/ {0,9}, {0,9}/).map((member) => readMember(member, whole));
  if (read === undefined || read.includes(null)) return null;
  const members = read.filter((member) => member !== null);
  const [earlier, later] = [before !== undefined, after !== undefined];
  const range = {
    first: earlier ? FIRST_DAY : earliestOf(...members.map(({ from }) => from.range.first)),
    last: later ? LAST_DAY : latestOf(...members.map(({ to }) => to.range.last)),
  };
  return { kind: 'ONE_OF', members, earlier, later, range };
}

function readMember(text: string, whole: string): Member | null {
  const [first = '', second, ...others] = text.split('..');
  const from = readPoint(first, whole);
  const to = second === undefined ? from : readPoint(second, whole);
  if (from === null || to === null || others.length > 0) return null;
  if (to.range.last < from.range.first) {
    const advice = 'Write the earlier date first: [2023-10..2023-12].';
    throw new EdtfError(whole, 'ends before it begins', advice);
  }
  return { from, to };
}

/** Year, month and day, each with a qualifier before and after it, of which any may be missing. */
const POINT = /^([?~%]?)([\dX]{4})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?))?)?$/;

function readPoint(text: string, whole: string): Point | null {
  const parts = POINT.exec(text);
  if (parts === null) return readLongYear(text, whole);
  const [year = '', month, day] = [parts[2], parts[5], parts[8]];
  const [ofYear, ofMonth, ofDay] = qualifiersIn(parts);
  requireYear(year, whole);
  if (month === undefined) return datePoint(year, [ofYear], whole);
  if (!isMonth(month)) return seasonPoint({ year, month, day }, [ofYear, ofMonth], whole);
  if (day === undefined) return datePoint(year + month, [ofYear, ofMonth], whole);
  return datePoint(year + month + day, [ofYear, ofMonth, ofDay], whole);
}

/** A qualifier before a part is about that part alone; one after it, also about the parts before. */
function qualifiersIn(parts: readonly (string | undefined)[]): [Qualifier, Qualifier, Qualifier] {
  const of = (...places: number[]) => qualifierIn(places.map((place) => parts[place] ?? '').join(''));
  return [of(1, 3, 6, 9), of(4, 6, 9), of(7, 9)];
}

function isMonth(pattern: string): boolean {
  return numbersLike(pattern, 1, 12).next().done !== true;
}

function requireYear(pattern: string, whole: string): void {
  if (numbersLike(pattern, 1, 9999).next().done === true) throw outsideTheYears(whole);
}

function outsideTheYears(whole: string): EdtfError {
  return new EdtfError(whole, 'lies outside the years 0001 to 9999', YEARS);
}

function datePoint(
  digits: string,
  qualifiers: DatePoint['qualifiers'],
  whole: string,
  estimate: number | null = null,
): DatePoint {
  const range = daysOfDigits(digits);
  if (range === null) throw new EdtfError(whole, 'names a day that does not exist', daysOfItsMonth(digits));
  return { kind: 'DATE', digits: digits.replace(/X+$/, ''), qualifiers, estimate, range };
}

function daysOfItsMonth(digits: string): string {
  const [year, month] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6))];
  if (Number.isNaN(year) || Number.isNaN(month))
    return 'No digits in place of its X give a day. Write one that its month has, such as 2023-02-28.';
  const last = dayText(year, month, daysInMonth(year, month));
  return `Its month has the days ${dayText(year, month, 1)} to ${last}.`;
}

function seasonPoint(
  { year, month, day }: { year: string; month: string; day: string | undefined },
  qualifiers: Point['qualifiers'],
  whole: string,
): Point {
  const range = daysOfSeason(year, month);
  if (range === null) throw new EdtfError(whole, `has the month ${month}`, MONTHS);
  if (day !== undefined) {
    const advice = `Write the season alone, ${year}-${month}, or the day with its month.`;
    throw new EdtfError(whole, `has a day within the season ${month}`, advice);
  }
  return { kind: 'SEASON', year, season: month, qualifiers, range };
}

const MONTHS =
  'Months are 01 to 12, seasons 21 (spring) to 24 (winter), quarters 33 to 36, thirds 37 to 39, halves 40 and 41: 2022-21.';

/** A year by an exponent, `Y195E1`, or with the number of its significant digits, `1950S2`. */
const LONG_YEAR = /^([?~%]?)(?:(\d{4})|Y(-?[1-9]\d*)(?:E([1-9]\d*))?)(?:S([1-9]\d*))?([?~%]?)$/;

function readLongYear(text: string, whole: string): DatePoint | null {
  const parts = LONG_YEAR.exec(text);
  if (parts === null) return null;
  const [, before = '', year, long = '', exponent, significant, after = ''] = parts;
  // Without an exponent, the Y is for years of more than four digits alone.
  if (year === undefined && exponent === undefined && /^-?\d{1,4}$/.test(long)) return null;
  const value = Number(year ?? long) * 10 ** Number(exponent ?? 0);
  if (!(value >= 1 && value <= 9999)) throw outsideTheYears(whole);
  const vague = Math.max(0, String(value).length - Number(significant ?? 4));
  const digits = String(value)
    .padStart(4, '0')
    .slice(0, 4 - vague);
  return datePoint(digits, [qualifierIn(before + after)], whole, vague === 0 ? null : value);
}
