/**
 * A calendar day, `YYYY-MM-DD`, UTC, proleptic Gregorian, years 0001 to 9999.
 * All have ten characters, so that the order of the strings is the order of the days.
 */
export type Day = string;

/** Stands for "no known start" wherever a start is asked for. */
export const FIRST_DAY: Day = '0001-01-01';
/** Stands for "no known end", and for what goes on, wherever an end is asked for. */
export const LAST_DAY: Day = '9999-12-31';

/** True if the text is a day that exists: `2024-02-29` is, `2023-02-29` and `2024-2-29` are not. */
export function isDay(text: string): boolean {
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * The day so many days later (earlier, if negative), at most LAST_DAY and at least FIRST_DAY: those stand for open
 * ends, beyond which nothing lies. Throws a RangeError if `day` is no day.
 */
export function addDays(day: Day, days: number): Day {
  const milliseconds = utcMilliseconds(day) + days * MILLISECONDS_PER_DAY;
  if (milliseconds <= utcMilliseconds(FIRST_DAY)) return FIRST_DAY;
  if (milliseconds >= utcMilliseconds(LAST_DAY)) return LAST_DAY;
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** The day after; after LAST_DAY, LAST_DAY. */
export function nextDay(day: Day): Day {
  return addDays(day, 1);
}

/** The day that it is now, in UTC. */
export function today(): Day {
  return new Date().toISOString().slice(0, 10);
}

/** How many days after `from` the day `to` is: 0 for the same day, negative if it is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (utcMilliseconds(to) - utcMilliseconds(from)) / MILLISECONDS_PER_DAY;
}

/** 28 to 31; months count from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The earliest of the days; LAST_DAY if there is none. */
export function earliestOf(...days: Day[]): Day {
  return days.reduce((a, b) => (a < b ? a : b), LAST_DAY);
}

/** The latest of the days; FIRST_DAY if there is none. */
export function latestOf(...days: Day[]): Day {
  return days.reduce((a, b) => (a > b ? a : b), FIRST_DAY);
}

/** UTC has no daylight saving: every day is as long as any other. */
const MILLISECONDS_PER_DAY = 86_400_000;

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

// Not Date.UTC, which takes the years 0 to 99 for 1900 to 1999.
function utcMilliseconds(day: Day): number {
  if (!isDay(day)) throw new RangeError(`"${day}" is not a day. Write one as 2025-07-03.`);
  return Date.parse(`${day}T00:00:00Z`);
}

/** The days from `first` to `last`, both inclusive. */
export interface DayRange {
  first: Day;
  last: Day;
}
