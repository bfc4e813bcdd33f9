import { type Bounds, orderDay } from './bounds.ts';
import { addDays, FIRST_DAY, LAST_DAY, type Day } from './day.ts';
import type { Period } from './period.ts';

/**
 * Dates are indexed by the class of their width and, within it, by their place in order. A period then
 * reads one index range per class, widened by no more than that class's width, so that a few long spans
 * do not make every late window read an entity's whole past.
 */
export type WidthClass = 0 | 1 | 2 | 3 | 4 | 5;

/** The widest date of each class, in days between its earliest and its latest day. */
const WIDTHS: readonly number[] = [0, 31, 366, 3660];
const LONG: WidthClass = 4;
const OPEN_START: WidthClass = 5;

const SPANS: readonly WidthClass[] = [0, 1, 2, 3, LONG, OPEN_START];

/** One range of the index: days `first` to `last` of a class, both inclusive. */
export interface WidthWindow {
  readonly span: WidthClass;
  readonly first: Day;
  readonly last: Day;
}

/** Where a date stands in the index of times. */
export function indexPlace(bounds: Bounds): { span: WidthClass; at: Day } {
  return { span: widthClassOf(bounds), at: orderDay(bounds) };
}

/** The ranges that hold every date there is. */
export const EVERY_WINDOW: readonly WidthWindow[] = SPANS.map((span) => ({
  span,
  first: FIRST_DAY,
  last: LAST_DAY,
}));

/** The ranges that hold every date which may overlap the period, and as few others as the classes allow. */
export function spanWindows({ from, to }: Period): WidthWindow[] {
  const last = to === FIRST_DAY ? FIRST_DAY : addDays(to, -1);
  return SPANS.map((span) => {
    if (span === OPEN_START) return { span, first: from, last: LAST_DAY };
    const width = WIDTHS[span];
    return { span, first: width === undefined ? FIRST_DAY : addDays(from, -width), last };
  });
}

function widthClassOf({ earliest, latest }: Bounds): WidthClass {
  if (earliest === latest) return earliest === FIRST_DAY ? OPEN_START : earliest === LAST_DAY ? LONG : 0;
  if (earliest === FIRST_DAY) return OPEN_START;
  const narrowest = WIDTHS.findIndex((width) => latest <= addDays(earliest, width));
  return narrowest === -1 || latest === LAST_DAY ? LONG : (narrowest as WidthClass);
}
