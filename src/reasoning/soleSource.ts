import type { Day } from '../time/day.ts';
import { independentSources, type SourceOrigin } from './independentSources.ts';

interface PublishedSource extends SourceOrigin {
  /** The first day on which it can have been published; `null` where nothing says. */
  readonly publishedEarliest: Day | null;
  readonly publishedLatest: Day;
}

/**
 * The source on which all rests that these affirm: where they are not independent of each other, the one that was
 * published first, then by id. `null` where several independent ones affirm it, or none does.
 */
export function soleSource<S extends PublishedSource>(sources: readonly S[]): S | null {
  if (independentSources(sources) !== 1) return null;
  return sources.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))[0] ?? null;
}

function sortKey({ publishedEarliest, publishedLatest, id }: PublishedSource): string {
  return [publishedEarliest ?? publishedLatest, publishedLatest, id].join(' ');
}
