import type { SourceRecord } from '../ontology/records.ts';
import { FIRST_DAY, LAST_DAY } from '../time/day.ts';
import { parseEdtf } from '../time/parseEdtf.ts';

/** Whether the source says itself between which days it was published, so that nothing that it reports bears on it. */
export function isSelfDated({ published }: Pick<SourceRecord, 'published'>): boolean {
  if (published === null) return false;
  const { earliest, latest } = parseEdtf(published);
  return earliest !== FIRST_DAY && latest !== LAST_DAY;
}
