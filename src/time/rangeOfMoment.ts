import { unitAround } from './calendarUnit.ts';
import { type Day, type DayRange, earliestOf, FIRST_DAY, isDay, LAST_DAY, latestOf } from './day.ts';
import { EdtfError } from './edtfError.ts';
import type { DatePoint, Moment, OneOf, SeasonPoint } from './readEdtf.ts';

/**
 * The first and the last day that a date can mean. Qualifiers change nothing. Seasons are the meteorological ones of
 * the northern hemisphere: spring March to May, summer June to August, autumn September to November, winter December
 * to February of the next year. A set with gaps counts as including the days between. `whole` is the text to name in
 * an EdtfError.
 */
export function rangeOfMoment(moment: Moment, whole: string): DayRange {
  switch (moment.kind) {
    case 'DATE':
      return rangeOfDigits(moment, whole);
    case 'SEASON':
      return rangeOfSeason(moment);
    case 'ONE_OF':
      return rangeOfSet(moment, whole);
  }
}

function rangeOfDigits({ digits }: DatePoint, whole: string): DayRange {
  const pattern = digits.padEnd(8, 'X');
  const years = completions(pattern.slice(0, 4));
  const months = completions(pattern.slice(4, 6)).filter((month) => month <= '12');
  const days = completions(pattern.slice(6)).filter((day) => day <= '31');
  const first = firstDayOf(years, months, days);
  const last = firstDayOf(years.reverse(), months.reverse(), days.reverse());
  if (first === null || last === null) {
    throw new EdtfError(whole, 'names a day that does not exist. The last of February 2023 is 2023-02-28.');
  }
  return { first, last };
}

/** The pattern with each X replaced by every digit, in ascending order. */
function completions(pattern: string): string[] {
  return Array.from(pattern).reduce<string[]>(
    (texts, symbol) =>
      texts.flatMap((text) => (symbol === 'X' ? DIGITS.map((digit) => text + digit) : text + symbol)),
    [''],
  );
}

const DIGITS = Array.from('0123456789');

function firstDayOf(years: string[], months: string[], days: string[]): Day | null {
  for (const year of years) {
    for (const month of months) {
      for (const day of days) {
        const candidate = `${year}-${month}-${day}`;
        if (isDay(candidate)) return candidate;
      }
    }
  }
  return null;
}

const FIRST_MONTH: Record<number, number> = { 21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10 };

function rangeOfSeason({ year, season }: SeasonPoint): DayRange {
  const first = FIRST_MONTH[season] ?? 1;
  const last = first + 2;
  // The winter of 9999 would end outside the calendar.
  if (last > 12 && year === 9999) return { first: monthDay(year, first), last: LAST_DAY };
  const lastMonth = last > 12 ? monthDay(year + 1, last - 12) : monthDay(year, last);
  return { first: monthDay(year, first), last: unitAround(lastMonth, 'MONTH').last };
}

function monthDay(year: number, month: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
}

function rangeOfSet(set: OneOf, whole: string): DayRange {
  const members = set.members.map(({ from, to }) => {
    const begin = rangeOfDigits(from, whole);
    const end = rangeOfDigits(to, whole);
    if (end.last < begin.first) {
      throw new EdtfError(whole, 'ends before it begins. Write the earlier date first: [2023-10..2023-12].');
    }
    return { first: begin.first, last: end.last };
  });
  return {
    first: set.earlier ? FIRST_DAY : earliestOf(...members.map(({ first }) => first)),
    last: set.later ? LAST_DAY : latestOf(...members.map(({ last }) => last)),
  };
}
