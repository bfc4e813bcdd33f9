import { type Coding, STATUS_CODINGS } from '../ontology/codings.ts';
import type { Day } from '../time/day.ts';
import type { Certainty } from '../time/period.ts';
import type { Publication } from './publication.ts';

/** What decides whether the reports of a source count. */
export interface SourceValidity {
  readonly published: Publication;
  /** The day from which it no longer counts; `null` while it stands. */
  readonly retracted: Day | null;
}

/** How much is known: what one would have known on a day (inclusive, UTC), or without one, what is known now. */
export interface Knowledge {
  readonly knownBy?: Day | null;
  /** How an imprecise date counts. */
  readonly certainty: Certainty;
  /** How a source counts whose day of publication is not exactly known; by default as `certainty`. */
  readonly publicationCertainty?: Certainty | null;
  /** Only reports whose source was read so; by default all. */
  readonly coding?: readonly Coding[] | null;
}

/** The same for statuses: unless others are asked for, they rest on what persons and registers report. */
export function forStatuses<K extends Knowledge>(known: K): K {
  return { ...known, coding: known.coding ?? STATUS_CODINGS };
}

/** How a source counts whose day of publication is not exactly known. */
export function publicationCertaintyOf({
  certainty,
  publicationCertainty,
}: Partial<Knowledge>): Certainty | undefined {
  return publicationCertainty ?? certainty;
}

/** Whether a source counts by what is known. */
export function isKnown(validity: SourceValidity, known: Knowledge): boolean {
  return countsBy(validity, known.knownBy ?? null, known.publicationCertainty ?? known.certainty);
}

/** Whether the report counts by who read its source. */
export function isOfCoding(report: { readonly coding?: Coding }, { coding }: Knowledge): boolean {
  return coding?.includes(report.coding ?? 'HUMAN') ?? true;
}

/**
 * Whether a source counts for someone who asks on the day `knownBy` (inclusive, UTC): it was published by then,
 * and not yet retracted. Without a day: it stands. POSSIBLE: it may have been published by then; CERTAIN: it must.
 */
export function countsBy(
  { published, retracted }: SourceValidity,
  knownBy: Day | null,
  certainty: Certainty,
): boolean {
  if (knownBy === null) return retracted === null;
  return countsFrom(published, certainty) <= knownBy && (retracted === null || retracted > knownBy);
}

/** The day from which a source counts, until it is retracted. */
export function countsFrom({ earliest, latest }: Publication, certainty: Certainty): Day {
  return certainty === 'CERTAIN' ? latest : earliest;
}
