import { type Bounds, hullOfBounds, intersectBounds, sameBounds } from './bounds.ts';
import { formatBounds, shortest } from './formatBounds.ts';
import { type BoundedDate, type Extent, parseEdtf } from './parseEdtf.ts';
import { qualifierIn } from './qualifier.ts';

/** One date from the dates of several sources. */
export interface CombinedDate extends BoundedDate {
  /** True if no date fits all sources; the bounds then include all their dates. */
  disputed: boolean;
}

/**
 * Combines the dates that several sources give for one thing. If some date fits all of them, the result is what fits,
 * so that a vague source does not blur a precise one. Otherwise the result is the hull of all, disputed. Order and
 * repetition do not matter.
 *
 * `edtf` is the text of an input that has exactly these bounds; if none has, it is made from the bounds. The result is
 * unqualified if the unqualified inputs alone give the same bounds; a disputed result, if no input is qualified. Its
 * extent is DAY if one day is possible and a source says DAY; of a disputed result, if all sources say DAY.
 * Throws a RangeError if `dates` is empty.
 */
export function combineDates(dates: readonly BoundedDate[]): CombinedDate {
  const [first] = dates;
  if (first === undefined) throw new RangeError('There is no date to combine: give at least one.');
  if (dates.every(({ edtf }) => edtf === first.edtf)) return { ...first, disputed: false };
  const shared = intersectBounds(dates);
  if (shared !== null) return { ...describe(dates, shared, traitsOfShared(dates, shared)), disputed: false };
  return { ...describe(dates, hullOfBounds(dates), traitsOfHull(dates)), disputed: true };
}

interface Traits {
  extent: Extent;
  qualified: boolean;
}

function traitsOfShared(dates: readonly BoundedDate[], shared: Bounds): Traits {
  const onOneDay = shared.earliest === shared.endEarliest && shared.beginLatest === shared.latest;
  const sure = dates.filter(({ qualified }) => !qualified);
  const surelyShared = sure.length > 0 ? intersectBounds(sure) : null;
  return {
    extent: onOneDay && dates.some(({ extent }) => extent === 'DAY') ? 'DAY' : 'SPAN',
    qualified: surelyShared === null || !sameBounds(surelyShared, shared),
  };
}

function traitsOfHull(dates: readonly BoundedDate[]): Traits {
  return {
    extent: dates.every(({ extent }) => extent === 'DAY') ? 'DAY' : 'SPAN',
    qualified: dates.some(({ qualified }) => qualified),
  };
}

function describe(dates: readonly BoundedDate[], bounds: Bounds, { extent, qualified }: Traits): BoundedDate {
  const written = dates.filter(
    (date) => sameBounds(date, bounds) && date.extent === extent && date.qualified === qualified,
  );
  const edtf = shortest(written.map((date) => date.edtf));
  if (edtf !== undefined) return { ...parseEdtf(edtf), qualified };
  return describeBounds(
    bounds,
    { extent, qualified },
    dates.map((date) => date.edtf),
  );
}

/** The date with these bounds. @param sources the texts of which it was made, for their qualifiers */
export function describeBounds(
  bounds: Bounds,
  { extent, qualified }: Traits,
  sources: readonly string[],
): BoundedDate {
  const edtf = qualifyText(formatBounds(bounds, extent), qualified ? sources : []);
  // A one-of set cannot carry a qualifier, so the text alone does not show whether the date is qualified.
  return { ...parseEdtf(edtf), qualified };
}

/**
 * Adds all qualifiers of the sources' texts to the EDTF text, at each end of an interval: `2025-07` from `2025-07-03?`
 * and `2025-07-05~` becomes `2025-07%`. One-of sets and open ends stay as they are, because EDTF has no place for a
 * qualifier on them.
 */
function qualifyText(text: string, sources: readonly string[]): string {
  const qualifier = qualifierIn(sources.join(''));
  const qualify = (side: string): string => (/^\d[\dX-]+$/.test(side) ? side + qualifier : side);
  return text.split('/').map(qualify).join('/');
}
