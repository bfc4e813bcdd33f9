import { daysOfDigits, numbersLike } from './daysOfPattern.ts';
import { enumeration, MONTHS, ordinal, yearWords } from './englishPoint.ts';
import { englishRange } from './englishRange.ts';
import type { DatePoint } from './moment.ts';

/**
 * The English for a date with unspecified digits that is no decade or century. If every day from the first to the last
 * is meant, it names that range: "late 2003". Otherwise it says what is known: "May of a year of the 2020s".
 */
export function englishPattern({ digits, range }: DatePoint): string {
  const pattern = digits.padEnd(8, 'X');
  const year = pattern.slice(0, 4);
  const isOneYear = range.first.slice(0, 4) === range.last.slice(0, 4);
  const months = monthsOf(pattern);
  const days = pattern.endsWith('XX') ? null : daysOf(pattern);
  if (days === null && months.length === 12) return /X\d/.test(year) ? yearWords(year) : englishRange(range);
  const isOneRange = days === null ? isRow(months) : months.length === 1 && isRow(days);
  if (isOneYear && isOneRange) return englishRange(range);
  const ofYear = isOneYear ? String(Number(range.first.slice(0, 4))) : yearWords(year);
  return days === null ? monthWords(months, ofYear) : dayWords(days, months, ofYear);
}

/** The months, from 1, in which some day fits the pattern; all of them if the text leaves the month open. */
function monthsOf(pattern: string): number[] {
  const [year, month, day] = [pattern.slice(0, 4), pattern.slice(4, 6), pattern.slice(6)];
  const months = [...numbersLike(month, 1, 12)];
  if (months.length === 12) return months;
  return months.filter((each) => daysOfDigits(year + twoDigits(each) + day) !== null);
}

function daysOf(pattern: string): number[] {
  const [month, day] = [pattern.slice(0, 6), pattern.slice(6)];
  return [...numbersLike(day, 1, 31)].filter((each) => daysOfDigits(month + twoDigits(each)) !== null);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** "May of a year of the 2020s", "a month from October to December 2003". */
function monthWords(months: readonly number[], year: string): string {
  const names = months.map((month) => MONTHS[month - 1] ?? '');
  const between = /^\d/.test(year) && months.length < 12 ? ' ' : ' of ';
  return someOf('month', months, names) + between + year;
}

/** "5, 15 or 25 May 2003", "the 5th of a month of 2003". */
function dayWords(days: readonly number[], months: readonly number[], year: string): string {
  const month = monthWords(months, year);
  if (months.length === 1) return `${someOf('day', days, days.map(String))} ${month}`;
  const some = someOf('day', days, days.map(ordinal));
  return `${some.startsWith('a ') ? some : `the ${some}`} of ${month}`;
}

/** "a month", "a day from 10 to 19", "5, 15 or 25". */
function someOf(unit: 'month' | 'day', numbers: readonly number[], names: readonly string[]): string {
  if (numbers.length === 12) return `a ${unit}`;
  if (numbers.length > 2 && isRow(numbers))
    return `a ${unit} from ${names[0] ?? ''} to ${names.at(-1) ?? ''}`;
  return enumeration(names, 'or');
}

/** True if each number follows the one before. */
function isRow(numbers: readonly number[]): boolean {
  return numbers.every((number, place) => number === (numbers[0] ?? 0) + place);
}
