import { type Bounds, beginRange, endRange } from './bounds.ts';
import { CALENDAR_UNITS, unitAround, unitOfBothEnds, unitText } from './calendarUnit.ts';
import { FIRST_DAY, LAST_DAY, type DayRange } from './day.ts';
import type { Extent } from './parseEdtf.ts';

/**
 * The shortest EDTF text that `parseEdtf` turns back into exactly these bounds, made of days, months, years,
 * decades, centuries, one-of ranges and intervals. Never a season or a quarter: those are for texts that name
 * one. A span whose ends are ranges of their own needs one-of sets within an interval, which goes beyond EDTF.
 */
export function formatBounds(bounds: Bounds, extent: Extent): string {
  if (extent === 'DAY') return rangeText(beginRange(bounds));
  return `${beginText(bounds)}/${endText(bounds)}`;
}

/** The first in order of length, then of the alphabet. */
export function shortest(texts: readonly string[]): string | undefined {
  return texts.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
}

function beginText(bounds: Bounds): string {
  const { first, last } = beginRange(bounds);
  if (last === FIRST_DAY) return '..';
  const texts = [rangeText({ first, last })];
  if (last === bounds.latest) {
    // The end cuts the begin short, so any text that reaches at least as far says the same.
    const lasts = [LAST_DAY, ...CALENDAR_UNITS.map((unit) => unitAround(first, unit).last)];
    for (const further of lasts) if (further >= last) texts.push(endpointText({ first, last: further }));
  }
  return shortest(texts) ?? '';
}

function endText(bounds: Bounds): string {
  const { first, last } = endRange(bounds);
  if (first === LAST_DAY) return '..';
  const texts = [rangeText({ first, last })];
  if (first === bounds.earliest) {
    const firsts = [FIRST_DAY, ...CALENDAR_UNITS.map((unit) => unitAround(last, unit).first)];
    for (const further of firsts) if (further <= first) texts.push(endpointText({ first: further, last }));
  }
  return shortest(texts) ?? '';
}

/** As `rangeText`, with an unknown end left out. */
function endpointText(range: DayRange): string {
  return isUnknown(range) ? '' : rangeText(range);
}

function rangeText(range: DayRange): string {
  if (isUnknown(range)) return 'XXXX';
  const { first, last } = range;
  const whole = CALENDAR_UNITS.find((unit) => {
    const around = unitAround(first, unit);
    return around.first === first && around.last === last;
  });
  return whole === undefined ? setText(range) : unitText(first, whole);
}

/** A one-of range, both ends as years, else as months, else as days: EDTF wants them alike. */
function setText(range: DayRange): string {
  const unit = unitOfBothEnds(range);
  const first = range.first === FIRST_DAY ? '' : unitText(range.first, unit);
  const last = range.last === LAST_DAY ? '' : unitText(range.last, unit);
  return `[${first}..${last}]`;
}

function isUnknown({ first, last }: DayRange): boolean {
  return first === FIRST_DAY && last === LAST_DAY;
}
