import type { DayRange } from '../../time/day.ts';
import { parseEdtf } from '../../time/parseEdtf.ts';

/** The days (inclusive, UTC) on which each of them can have existed; of those left out nothing is known. */
export function existenceOf(existed: readonly (string | null)[]): DayRange[] {
  return existed.flatMap((edtf) => {
    if (edtf === null) return [];
    const { earliest, latest } = parseEdtf(edtf);
    return [{ first: earliest, last: latest }];
  });
}
