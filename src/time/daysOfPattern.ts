import { type Day, type DayRange, daysInMonth, earliestOf, latestOf } from './day.ts';
import { dayText, daysOfPart, PARTS_OF_YEARS } from './partsOfYears.ts';

/**
 * The first and the last day of all that these digits of YYYYMMDD can mean. An X, and each digit that is missing,
 * stands for every digit. Null if no way to fill them in gives a day.
 */
export function daysOfDigits(digits: string): DayRange | null {
  const pattern = digits.padEnd(8, 'X');
  const years = pattern.slice(0, 4);
  const months = [...numbersLike(pattern.slice(4, 6), 1, 12)];
  const days = [...numbersLike(pattern.slice(6), 1, 31)];
  const first = firstDayOf(numbersLike(years, 1, 9999), months, days);
  const last = firstDayOf(numbersLike(years, 9999, 1), months.toReversed(), days.toReversed());
  return first === null || last === null ? null : { first, last };
}

/** The same for a part of a year, which is no month. */
export function daysOfSeason(year: string, season: string): DayRange | null {
  const [first] = numbersLike(year, 1, 9999);
  const [last] = numbersLike(year, 9999, 1);
  const parts = partsLike(season);
  if (first === undefined || last === undefined || parts.length === 0) return null;
  return {
    first: earliestOf(...parts.map((part) => daysOfPart(part, first).first)),
    last: latestOf(...parts.map((part) => daysOfPart(part, last).last)),
  };
}

/** The parts of a year that the two digits can mean. */
function partsLike(season: string) {
  return [...PARTS_OF_YEARS].filter(([number]) => fits(season, number)).map(([, part]) => part);
}

/** The numbers from one to the other, upwards or downwards, that the pattern can be. X stands for any digit. */
export function* numbersLike(pattern: string, from: number, to: number): Generator<number> {
  const [lowest, highest] = [Number(pattern.replaceAll('X', '0')), Number(pattern.replaceAll('X', '9'))];
  if (from <= to) {
    for (let n = Math.max(from, lowest); n <= Math.min(to, highest); n++) if (fits(pattern, n)) yield n;
  } else {
    for (let n = Math.min(from, highest); n >= Math.max(to, lowest); n--) if (fits(pattern, n)) yield n;
  }
}

function fits(pattern: string, number: number): boolean {
  const digits = String(number).padStart(pattern.length, '0');
  return Array.from(pattern).every((symbol, place) => symbol === 'X' || symbol === digits[place]);
}

function firstDayOf(years: Iterable<number>, months: readonly number[], days: readonly number[]): Day | null {
  for (const year of years) {
    for (const month of months) {
      const day = days.find((each) => each <= daysInMonth(year, month));
      if (day !== undefined) return dayText(year, month, day);
    }
  }
  return null;
}
