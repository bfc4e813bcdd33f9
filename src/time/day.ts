/**
 * A calendar day, `YYYY-MM-DD`, UTC, proleptic Gregorian, years 0001 to 9999.
 * Every day has ten characters, so the order of the strings is the order of the days.
 */
export type Day = string;

/** The days from `first` to `last`, both inclusive. */
export interface DayRange {
  first: Day;
  last: Day;
}

/** Stands for "no known start" in place of a start. */
export const FIRST_DAY: Day = '0001-01-01';
/** Stands for "no known end" and for "goes on" in place of an end. */
export const LAST_DAY: Day = '9999-12-31';

/** True if the text names an existing day: `2024-02-29` does, `2023-02-29` and `2024-2-29` do not. */
export function isDay(text: string): boolean {
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * The day that is `days` later, or earlier if `days` is negative. It is at least FIRST_DAY and at most LAST_DAY, which
 * stand for open ends. Throws a RangeError if `day` is not a day.
 */
export function addDays(day: Day, days: number): Day {
  const milliseconds = utcMilliseconds(day) + days * MILLISECONDS_PER_DAY;
  if (milliseconds <= utcMilliseconds(FIRST_DAY)) return FIRST_DAY;
  if (milliseconds >= utcMilliseconds(LAST_DAY)) return LAST_DAY;
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** The next day; for LAST_DAY, LAST_DAY itself. */
export function nextDay(day: Day): Day {
  return addDays(day, 1);
}

/** The current day in UTC. */
export function today(): Day {
  return new Date().toISOString().slice(0, 10);
}

/** The number of days from `from` to `to`; negative if `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (utcMilliseconds(to) - utcMilliseconds(from)) / MILLISECONDS_PER_DAY;
}

/** 28 to 31; months count from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The earliest of the days; LAST_DAY if none is given. */
export function earliestOf(...days: Day[]): Day {
  return days.reduce((a, b) => (a < b ? a : b), LAST_DAY);
}

/** The latest of the days; FIRST_DAY if none is given. */
export function latestOf(...days: Day[]): Day {
  return days.reduce((a, b) => (a > b ? a : b), FIRST_DAY);
}

/** UTC has no daylight saving: every day is as long as any other. */
const MILLISECONDS_PER_DAY = 86_400_000;

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Date.UTC would read the years 0 to 99 as 1900 to 1999. */
function utcMilliseconds(day: Day): number {
  if (!isDay(day)) throw new RangeError(`"${day}" is not a day. Write one as 2025-07-03.`);
  return Date.parse(`${day}T00:00:00Z`);
}
