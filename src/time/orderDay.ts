import type { Bounds } from './bounds.ts';
import { type Day, FIRST_DAY } from './day.ts';

/** The day to sort by: the earliest, or the latest where the start is open ("on or before"). */
export function orderDay({ earliest, latest }: Pick<Bounds, 'earliest' | 'latest'>): Day {
  return earliest === FIRST_DAY ? latest : earliest;
}
