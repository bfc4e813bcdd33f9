import type { Day } from '../time/day.ts';
import { independentSources, type SourceOrigin } from './independentSources.ts';

interface PublishedSource extends SourceOrigin {
  /** The first day on which it can have been published; `null` if unknown. */
  readonly publishedEarliest: Day | null;
  readonly publishedLatest: Day;
}

/**
 * The one source on which something rests that these affirm: if they are not independent of each other, the first
 * published, then by id. `null` if several independent ones affirm it, or none does.
 * @param others sources by way of which these may depend on each other
 */
export function soleSource<S extends PublishedSource>(
  sources: readonly S[],
  others: readonly SourceOrigin[] = [],
): S | null {
  if (independentSources(sources, others) !== 1) return null;
  return sources.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))[0] ?? null;
}

function sortKey({ publishedEarliest, publishedLatest, id }: PublishedSource): string {
  return [publishedEarliest ?? publishedLatest, publishedLatest, id].join(' ');
}
