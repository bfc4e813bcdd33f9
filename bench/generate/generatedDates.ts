import { addDays, type Day, earliestOf } from '../../src/time/day.ts';
import type { Random } from '../random.ts';

export const FIRST: Day = '2014-01-01';
export const DAYS = 3652;
/** Nothing is published later. */
const LAST: Day = addDays(FIRST, DAYS);

/** An EDTF date near this day: four in five are days, the others are less precise or longer. */
export function dateAbout(day: Day, isState: boolean, random: Random): string {
  if (isState) return random.isOneIn(3) ? `${day}/..` : spanFrom(day, random.between(30, 700));
  return random.weighted(DATES)(day, random);
}

function spanFrom(day: Day, length: number): string {
  return `${day}/${earliestOf(addDays(day, length), LAST)}`;
}

/** The month of the day, as a less precise source would give it. */
export function monthOf(day: Day): string {
  return day.slice(0, 7);
}

const DATES: readonly (readonly [(day: Day, random: Random) => string, number])[] = [
  [(day) => day, 80],
  [monthOf, 8],
  [(day) => day.slice(0, 4), 4],
  [(day, random) => spanFrom(day, random.between(1, 10)), 3],
  [(day, random) => `[${day}..${addDays(day, random.between(1, 20))}]`, 3],
  [(day) => `${monthOf(day)}~`, 1],
  [(day) => `[..${day}]`, 1],
];
