import type { Bounds } from './bounds.ts';
import { earliestOf, latestOf } from './day.ts';

/**
 * The bounds that fit all of these, or null if their begins, or their ends, have no day in common. The
 * inputs' own order (no end before its begin) carries over. Of none: anything fits.
 */
export function intersectBounds(all: readonly Bounds[]): Bounds | null {
  const bounds = {
    earliest: latestOf(...all.map(({ earliest }) => earliest)),
    beginLatest: earliestOf(...all.map(({ beginLatest }) => beginLatest)),
    endEarliest: latestOf(...all.map(({ endEarliest }) => endEarliest)),
    latest: earliestOf(...all.map(({ latest }) => latest)),
  };
  return bounds.earliest <= bounds.beginLatest && bounds.endEarliest <= bounds.latest ? bounds : null;
}

/** The narrowest bounds that allow everything that any of these allows. */
export function hullOfBounds(all: readonly Bounds[]): Bounds {
  return {
    earliest: earliestOf(...all.map(({ earliest }) => earliest)),
    beginLatest: latestOf(...all.map(({ beginLatest }) => beginLatest)),
    endEarliest: earliestOf(...all.map(({ endEarliest }) => endEarliest)),
    latest: latestOf(...all.map(({ latest }) => latest)),
  };
}
