import { type Bounds, timePlace } from './bounds.ts';
import { addDays, type Day, FIRST_DAY, LAST_DAY } from './day.ts';
import type { Period } from './period.ts';

/**
 * Dates are indexed by a class of their width and, within the class, by the day to sort by. A period then reads one
 * range of the index for each class, widened by at most the width of the class. Without classes, a few long spans
 * would make every query for a late period read the whole past of an entity.
 */
export type WidthClass = 0 | 1 | 2 | 3 | 4 | 5;

/** The widest date of each class, in days between its earliest and its latest day. */
const WIDTHS: readonly number[] = [0, 31, 366, 3660];
const LONG: WidthClass = 4;
const OPEN_START: WidthClass = 5;

const WIDTH_CLASSES: readonly WidthClass[] = [0, 1, 2, 3, LONG, OPEN_START];

/** One range of the index: days `first` to `last` of a class, both inclusive. */
export interface WidthWindow {
  readonly span: WidthClass;
  /** Whether its dates have an open start. */
  readonly open: boolean;
  readonly first: Day;
  readonly last: Day;
}

/** The place of a date in the index of times. */
export function indexPlace(bounds: Bounds): { span: WidthClass; at: Day } {
  return { span: widthClassOf(bounds), at: timePlace(bounds).at };
}

/** The ranges that contain every date. */
export const EVERY_WINDOW: readonly WidthWindow[] = WIDTH_CLASSES.map((span) => ({
  span,
  open: span === OPEN_START,
  first: FIRST_DAY,
  last: LAST_DAY,
}));

/** The ranges that contain every date that may overlap the period, and as few others as the classes allow. */
export function widthWindows({ from, to }: Period): WidthWindow[] {
  const last = to === FIRST_DAY ? FIRST_DAY : addDays(to, -1);
  return WIDTH_CLASSES.map((span) => {
    if (span === OPEN_START) return { span, open: true, first: from, last: LAST_DAY };
    const width = WIDTHS[span];
    return { span, open: false, first: width === undefined ? FIRST_DAY : addDays(from, -width), last };
  });
}

function widthClassOf({ earliest, latest }: Bounds): WidthClass {
  if (earliest === latest) return earliest === FIRST_DAY ? OPEN_START : earliest === LAST_DAY ? LONG : 0;
  if (earliest === FIRST_DAY) return OPEN_START;
  const narrowest = WIDTHS.findIndex((width) => latest <= addDays(earliest, width));
  return narrowest === -1 || latest === LAST_DAY ? LONG : (narrowest as WidthClass);
}
