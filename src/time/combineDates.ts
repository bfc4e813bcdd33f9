import { type Bounds, sameBounds, hullOfBounds, intersectBounds } from './bounds.ts';
import { formatBounds, shortest } from './formatBounds.ts';
import { type BoundedDate, type Extent, parseEdtf } from './parseEdtf.ts';

/** The date that several sources give together. */
export interface CombinedDate extends BoundedDate {
  /** True if no date fits all of them; the bounds then span all that they say. */
  disputed: boolean;
}

/**
 * What several sources' dates of one thing come to: what fits all of them, where anything does (a vague source
 * does not blur a precise one), else the hull of all, disputed. Neither order nor repetition matters.
 *
 * `edtf` is an input's text where one has exactly these bounds, else it is made from the bounds. The result is
 * unqualified exactly if the unqualified inputs alone come to the same bounds; a disputed one, if no input is
 * qualified. It is a DAY if it may have been one day and a source says so; a disputed one, if all say so.
 * Throws a RangeError if there is no date.
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
  const edtf =
    shortest(written.map((date) => date.edtf)) ??
    qualifyText(formatBounds(bounds, extent), qualified ? dates.map((date) => date.edtf) : []);
  // A one-of set cannot carry a qualifier, so the text alone does not tell.
  return { ...parseEdtf(edtf), qualified };
}

/**
 * The EDTF text with the qualifiers that the sources' texts carry between them, at each end of an interval:
 * `2025-07` from `2025-07-03?` and `2025-07-05~` becomes `2025-07%`. EDTF has no place for a qualifier on one-of
 * sets, unspecified digits and open ends; they stay as they are.
 */
function qualifyText(text: string, sources: readonly string[]): string {
  const all = sources.join('');
  const approximate = /[~%]/.test(all);
  const uncertain = /[?%]/.test(all);
  const qualifier = approximate ? (uncertain ? '%' : '~') : uncertain ? '?' : '';
  const qualify = (side: string): string => (/^[\d-]+$/.test(side) ? side + qualifier : side);
  return text.split('/').map(qualify).join('/');
}
