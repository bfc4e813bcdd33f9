import type { Bounds } from '../time/bounds.ts';
import { FIRST_DAY, LAST_DAY, type Day } from '../time/day.ts';
import { parseEdtf } from '../time/parseEdtf.ts';

/** The four days of a date; empty for an open end, because tables of days do not reach that far. */
export function closedDays(edtf: string): Bounds {
  const { earliest, beginLatest, endEarliest, latest } = parseEdtf(edtf);
  return {
    earliest: closed(earliest),
    beginLatest: closed(beginLatest),
    endEarliest: closed(endEarliest),
    latest: closed(latest),
  };
}

export function closed(day: Day): Day {
  return day === FIRST_DAY || day === LAST_DAY ? '' : day;
}
