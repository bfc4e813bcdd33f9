import { type Bounds, sameBounds } from './bounds.ts';
import { describeBounds } from './combineDates.ts';
import { type Day, type DayRange, earliestOf, LAST_DAY, latestOf } from './day.ts';
import { type BoundedDate, parseEdtf } from './parseEdtf.ts';

/**
 * What of the date one can know who writes on some day of the range. Nothing that is past then follows its last day.
 * What goes on then, because its end is open or still to come, goes on to the first day at least, and perhaps for ever.
 * What begins after the range, as if in a time zone in which that day had begun, begins on its last day.
 */
export function cutDate(date: BoundedDate, { first, last }: DayRange): BoundedDate {
  const goesOn = date.extent === 'SPAN' && date.endEarliest > last;
  const earliest = earliestOf(date.earliest, last);
  const begin = { earliest, beginLatest: earliestOf(date.beginLatest, last) };
  const end = goesOn
    ? { endEarliest: latestOf(earliestOf(first, last), earliest), latest: LAST_DAY }
    : { endEarliest: earliestOf(date.endEarliest, last), latest: earliestOf(date.latest, last) };
  const cut = withBounds(date, { ...begin, ...end });
  return goesOn ? asGoingOn(cut) : cut;
}

/**
 * The date of something that sources affirm, and cut already, as it was known by a day on which they may have been
 * published. What goes on still does.
 */
export function dateBy<Date extends BoundedDate>(date: Date, day: Day): Date {
  const bounds = {
    earliest: date.earliest,
    beginLatest: earliestOf(date.beginLatest, day),
    endEarliest: earliestOf(date.endEarliest, day),
    latest: date.latest === LAST_DAY ? LAST_DAY : earliestOf(date.latest, day),
  };
  return { ...date, ...withBounds(date, bounds) };
}

/** `2024-11-25/` has the same bounds, but reads as if it had ended on an unknown day. */
function asGoingOn(date: BoundedDate): BoundedDate {
  if (!date.edtf.endsWith('/')) return date;
  return { ...parseEdtf(`${date.edtf}[${date.endEarliest}..]`), qualified: date.qualified };
}

function withBounds(date: BoundedDate, bounds: Bounds): BoundedDate {
  return sameBounds(date, bounds) ? date : describeBounds(bounds, date, [date.edtf]);
}
