import { type Day, LAST_DAY } from '../time/day.ts';
import type { Certainty } from '../time/period.ts';
import { countsFrom, type SourceValidity } from './countsBy.ts';
import type { Publication } from './publication.ts';
import { type EventView, eventView, type KnownFrom } from './eventView.ts';
import type { ProjectedRecord } from './projectedRecord.ts';

/** All versions of what was known of an event, each with the days on which it was known. */
export interface EventVersions {
  /** What is known now. */
  readonly current: EventView;
  /** The day since which the current version is known: possibly, and certainly. */
  readonly asOf: KnownFrom;
  /** The versions before a later source, or the retraction of one, changed them; in the order of their days. */
  readonly earlier: readonly EventVersion[];
}

/** Holds by `knownBy` a day from `asOf` (inclusive) to `until` (exclusive), for either reading of publication. */
interface EventVersion {
  readonly view: EventView;
  readonly asOf: KnownFrom;
  /** No later than `asOf` if it holds on no day. */
  readonly until: KnownFrom;
}

/**
 * The versions of an event for every `knownBy`. Only the publication or retraction of a source begins a new one; before
 * the first publication there is none.
 * @param validities of every source that reports it
 */
export function eventVersions(
  event: ProjectedRecord,
  validities: ReadonlyMap<string, SourceValidity>,
): EventVersions {
  const possibly = runsOf(event, validities, 'POSSIBLE');
  const certainly = runsOf(event, validities, 'CERTAIN');
  const last = { possibly: possibly.pop(), certainly: certainly.pop() };
  return {
    current: eventView(event, publicationsOf(event, validities)),
    asOf: { possibly: last.possibly?.asOf ?? LAST_DAY, certainly: last.certainly?.asOf ?? LAST_DAY },
    earlier: paired(possibly, certainly).map(({ sources, asOf, until }) => ({
      view: viewBy(event, sources, validities),
      asOf,
      until,
    })),
  };
}

/** The publications of its sources that are not retracted. */
function publicationsOf(
  { reports }: ProjectedRecord,
  validities: ReadonlyMap<string, SourceValidity>,
): Map<string, Publication> {
  const publications = new Map<string, Publication>();
  for (const { source } of reports) {
    const validity = validities.get(source);
    if (validity?.retracted === null) publications.set(source, validity.published);
  }
  return publications;
}

/** Days on which the same sources count. */
interface Run {
  readonly asOf: Day;
  readonly until: Day;
  readonly sources: readonly string[];
}

/** In order; the last has no end. Days on which no source counts are in none of them, unless they are the last. */
function runsOf(
  { reports }: ProjectedRecord,
  validities: ReadonlyMap<string, SourceValidity>,
  certainty: Certainty,
): Run[] {
  const counting = [...new Set(reports.map(({ source }) => source))].sort().flatMap((source) => {
    const validity = validities.get(source);
    if (validity === undefined) return [];
    const { published, retracted } = validity;
    const from = countsFrom(published, certainty);
    return retracted !== null && retracted <= from ? [] : [{ source, from, to: retracted }];
  });
  const days = [...new Set(counting.flatMap(({ from, to }) => (to === null ? [from] : [from, to])))].sort();
  return days
    .map((day, index) => ({
      asOf: day,
      until: days[index + 1] ?? LAST_DAY,
      sources: counting
        .filter(({ from, to }) => from <= day && (to === null || to > day))
        .map(({ source }) => source),
    }))
    .filter(({ sources, until }) => sources.length > 0 || until === LAST_DAY);
}

interface PairedRun {
  readonly asOf: KnownFrom;
  readonly until: KnownFrom;
  readonly sources: readonly string[];
}

/** Runs of the same sources, whether they possibly or certainly count, become one version. */
function paired(possibly: readonly Run[], certainly: readonly Run[]): PairedRun[] {
  const open = [...certainly];
  const both = possibly.map((run): PairedRun => {
    const twin = open.findIndex(({ sources }) => sources.join() === run.sources.join());
    const [other = NEVER] = twin === -1 ? [] : open.splice(twin, 1);
    return pairOf(run, other, run.sources);
  });
  return [...both, ...open.map((run) => pairOf(NEVER, run, run.sources))];
}

function pairOf(
  possible: Pick<Run, 'asOf' | 'until'>,
  certain: Pick<Run, 'asOf' | 'until'>,
  sources: readonly string[],
): PairedRun {
  return {
    asOf: { possibly: possible.asOf, certainly: certain.asOf },
    until: { possibly: possible.until, certainly: certain.until },
    sources,
  };
}

const NEVER = { asOf: LAST_DAY, until: LAST_DAY };

/** As if only these sources had reported it. */
function viewBy(
  event: ProjectedRecord,
  sources: readonly string[],
  validities: ReadonlyMap<string, SourceValidity>,
): EventView {
  const publications = sources.flatMap((source) => {
    const published = validities.get(source)?.published;
    return published === undefined ? [] : [[source, published] as const];
  });
  const reports = event.reports.filter(({ source }) => sources.includes(source));
  return eventView({ ...event, reports }, new Map(publications));
}
