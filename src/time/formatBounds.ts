import { type Bounds, beginRange, endRange } from './bounds.ts';
import { CALENDAR_UNITS, unitAround, unitOfBothEnds, unitText } from './calendarUnit.ts';
import { type DayRange, FIRST_DAY, LAST_DAY } from './day.ts';
import type { Extent } from './parseEdtf.ts';

/**
 * The shortest EDTF text that `parseEdtf` turns back into exactly these bounds. It is made of days, months, years,
 * decades, centuries, one-of ranges and intervals, never of seasons or quarters. If an end of a span is itself a range,
 * the interval contains a one-of set, which goes beyond EDTF.
 */
export function formatBounds(bounds: Bounds, extent: Extent): string {
  if (extent === 'DAY') return rangeText(beginRange(bounds));
  return `${beginText(bounds)}/${endText(bounds)}`;
}

/** The shortest text; of several, the first in the alphabet. */
export function shortest(texts: readonly string[]): string | undefined {
  return texts.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
}

function beginText(bounds: Bounds): string {
  const { first, last } = beginRange(bounds);
  if (last === FIRST_DAY) return '..';
  const texts = [rangeText({ first, last })];
  if (last === bounds.latest) {
    // The end limits the begin, so a text that reaches further means the same.
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

/** As `rangeText`, but nothing for an unknown end. */
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

/** A one-of range. EDTF requires both ends in the same unit: years if they fit, then months, then days. */
function setText(range: DayRange): string {
  const unit = unitOfBothEnds(range);
  const first = range.first === FIRST_DAY ? '' : unitText(range.first, unit);
  const last = range.last === LAST_DAY ? '' : unitText(range.last, unit);
  return `[${first}..${last}]`;
}

function isUnknown({ first, last }: DayRange): boolean {
  return first === FIRST_DAY && last === LAST_DAY;
}
