import type { SourceRecord } from '../record/source.ts';
import { FIRST_DAY, LAST_DAY, type Day } from '../time/day.ts';
import { parseEdtf } from '../time/parseEdtf.ts';

/** The days (inclusive, UTC) between which a source was published, and so its reports became known. */
export interface Publication {
  readonly earliest: Day;
  readonly latest: Day;
}

/**
 * When a source was published. If the start is unknown, it is the latest begin among the events that the source affirms,
 * as nothing is reported before it happens. If the end is unknown, it is the day the source was read.
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

/** Whether the source states both days itself, so that its publication does not depend on what it reports. */
export function statesPublication({ published }: Pick<SourceRecord, 'published'>): boolean {
  if (published === null) return false;
  const { earliest, latest } = parseEdtf(published);
  return earliest !== FIRST_DAY && latest !== LAST_DAY;
}

function latestBegin(edtfs: readonly string[]): Day {
  return edtfs.map((edtf) => parseEdtf(edtf).earliest).reduce((a, b) => (a > b ? a : b), FIRST_DAY);
}
