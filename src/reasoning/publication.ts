import type { SourceRecord } from '../record/source.ts';
import type { ReportRecord } from '../record/report.ts';
import { cutDate } from '../time/cutDate.ts';
import { type Day, earliestOf, FIRST_DAY, LAST_DAY, latestOf } from '../time/day.ts';
import { type BoundedDate, parseEdtf } from '../time/parseEdtf.ts';

/** The days (inclusive, UTC) between which a source was published, and so its reports became known. */
export interface Publication {
  readonly earliest: Day;
  readonly latest: Day;
}

/**
 * When a source was published: not before anything began that it affirms, or ended that it affirms to be over. If the
 * end is unknown, it is the day the source was read.
 */
export function publicationOf(
  { published, read }: Pick<SourceRecord, 'published' | 'read'>,
  affirmedDates: readonly string[],
): Publication {
  const stated = published === null ? { earliest: FIRST_DAY, latest: LAST_DAY } : parseEdtf(published);
  const latest = stated.latest === LAST_DAY ? read : stated.latest;
  const affirmed = affirmedDates.map((edtf) => pastBy(parseEdtf(edtf), latest));
  return { earliest: earliestOf(latestOf(stated.earliest, ...affirmed), latest), latest };
}

/** Whether the source states the day, so that its publication does not depend on what it reports. */
export function statesPublication({ published }: Pick<SourceRecord, 'published'>): boolean {
  if (published === null) return false;
  const { earliest, latest } = parseEdtf(published);
  return earliest === latest;
}

/** What was known of the publication on a day on which the source may have been published. */
export function publicationBy({ earliest, latest }: Publication, day: Day | null): Publication {
  return { earliest, latest: day === null ? latest : earliestOf(latest, day) };
}

/**
 * The date that a report gives, as far as its source can know it: what it affirms does not follow its publication.
 * @param published undefined if that does not matter, because the report does not count
 */
export function reportedDate(
  { stance, date }: Pick<ReportRecord, 'stance' | 'date'>,
  published: Publication | undefined,
): BoundedDate {
  const stated = parseEdtf(date);
  if (stance !== 'AFFIRMS' || published === undefined) return stated;
  return cutDate(stated, { first: published.earliest, last: published.latest });
}

/** The first day by which one can say so. */
function pastBy({ earliest, endEarliest }: BoundedDate, latest: Day): Day {
  return endEarliest <= latest ? endEarliest : earliest;
}
