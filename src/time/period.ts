import type { Bounds } from './bounds.ts';
import { type Day, nextDay } from './day.ts';

/** The days from `from` to before `to` (UTC, half-open). `from` is before `to`. */
export interface Period {
  from: Day;
  to: Day;
}

/** POSSIBLE: under at least one reading of the dates. CERTAIN: under every reading. */
export type Certainty = 'POSSIBLE' | 'CERTAIN';

/** The period of one day, which must be before LAST_DAY. */
export function periodOfDay(day: Day): Period {
  return { from: day, to: nextDay(day) };
}

/** Whether a thing possibly, or certainly, went on during a day of the period. A qualified date is never certain. */
export function overlaps(
  date: Bounds & { qualified: boolean },
  period: Period,
  certainty: Certainty,
): boolean {
  if (certainty === 'POSSIBLE') return date.earliest < period.to && date.latest >= period.from;
  return !date.qualified && date.beginLatest < period.to && date.endEarliest >= period.from;
}
