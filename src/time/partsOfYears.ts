import { type DayRange, daysInMonth, LAST_DAY } from './day.ts';

/** A part of a year that EDTF writes in place of a month. */
export interface PartOfYear {
  readonly name: string;
  /** 1 to 12. */
  readonly firstMonth: number;
  /** How many months it has. It may end in the next year. */
  readonly months: number;
}

/**
 * By the number in the text. EDTF leaves open where on Earth the seasons 21 to 24 are; they count as northern ones.
 * Seasons are the meteorological ones, of three months each.
 */
export const PARTS_OF_YEARS: ReadonlyMap<number, PartOfYear> = new Map([
  ...seasons(21, '', 3),
  ...seasons(25, 'northern ', 3),
  ...seasons(29, 'southern ', 9),
  ...equalParts(33, 'quarter', ['first', 'second', 'third', 'fourth']),
  ...equalParts(37, 'third', ['first', 'second', 'last']),
  ...equalParts(40, 'half', ['first', 'second']),
]);

/** The days of the part that begins in the year. What would end outside the calendar ends on its last day. */
export function daysOfPart({ firstMonth, months }: PartOfYear, year: number): DayRange {
  const last = firstMonth + months - 1;
  const [endYear, endMonth] = last > 12 ? [year + 1, last - 12] : [year, last];
  return {
    first: dayText(year, firstMonth, 1),
    last: endYear > 9999 ? LAST_DAY : dayText(endYear, endMonth, daysInMonth(endYear, endMonth)),
  };
}

export function dayText(year: number, month: number, day: number): string {
  return [String(year).padStart(4, '0'), ...[month, day].map((each) => String(each).padStart(2, '0'))].join(
    '-',
  );
}

function seasons(number: number, where: string, springBegins: number): [number, PartOfYear][] {
  return ['spring', 'summer', 'autumn', 'winter'].map((season, i) => [
    number + i,
    { name: `${where}${season}`, firstMonth: ((springBegins - 1 + 3 * i) % 12) + 1, months: 3 },
  ]);
}

function equalParts(number: number, noun: string, ordinals: readonly string[]): [number, PartOfYear][] {
  const months = 12 / ordinals.length;
  return ordinals.map((ordinal, i) => [
    number + i,
    { name: `the ${ordinal} ${noun}`, firstMonth: 1 + i * months, months },
  ]);
}
