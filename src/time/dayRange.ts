import type { Day } from './day.ts';

/** The days from `first` to `last`, both inclusive. */
export interface DayRange {
  first: Day;
  last: Day;
}
