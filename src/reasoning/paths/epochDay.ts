import { addDays, type Day, daysBetween, FIRST_DAY, LAST_DAY } from '../../time/day.ts';

/** A calendar day (UTC) as the number of days since 1970-01-01; negative before. */
export type EpochDay = number;

export function epochDay(day: Day): EpochDay {
  return daysBetween(EPOCH, day);
}

/** The day of that number; `null` for the days that stand for open ends. */
export function dayOrOpen(number: EpochDay): Day | null {
  return number <= FIRST_EPOCH_DAY || number >= LAST_EPOCH_DAY ? null : addDays(EPOCH, number);
}

const EPOCH: Day = '1970-01-01';

/** Stand for open ends, as FIRST_DAY and LAST_DAY do. */
export const FIRST_EPOCH_DAY: EpochDay = epochDay(FIRST_DAY);
export const LAST_EPOCH_DAY: EpochDay = epochDay(LAST_DAY);
