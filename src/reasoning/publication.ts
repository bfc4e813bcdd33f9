import type { SourceRecord } from '../record/source.ts';
import { FIRST_DAY, LAST_DAY, type Day } from '../time/day.ts';
import { parseEdtf } from '../time/parseEdtf.ts';

/** Between which days (inclusive, UTC) a source was published, and so when what it says became known. */
export interface Publication {
  readonly earliest: Day;
  readonly latest: Day;
}

/**
 * When a source was published. Where its start is not known it is the latest begin among what the
 * source affirms: nothing is reported before it happens. Where its end is not known it is the day the
 * source was read.
 */
export function publicationOf(
  { published, read }: Pick<SourceRecord, 'published' | 'read'>,
  affirmedDates: readonly string[],
): Publication {
  const stated = published === null ? { earliest: FIRST_DAY, latest: LAST_DAY } : parseEdtf(published);
  const latest = stated.latest === LAST_DAY ? read : stated.latest;
  const earliest = stated.earliest === FIRST_DAY ? latestBegin(affirmedDates) : stated.earliest;
  return { earliest: earliest < latest ? earliest : latest, latest };
}

function latestBegin(edtfs: readonly string[]): Day {
  return edtfs.map((edtf) => parseEdtf(edtf).earliest).reduce((a, b) => (a > b ? a : b), FIRST_DAY);
}

/** Whether the source says itself between which days it was published, so that nothing that it reports bears on it. */
export function statesPublication({ published }: Pick<SourceRecord, 'published'>): boolean {
  if (published === null) return false;
  const { earliest, latest } = parseEdtf(published);
  return earliest !== FIRST_DAY && latest !== LAST_DAY;
}
