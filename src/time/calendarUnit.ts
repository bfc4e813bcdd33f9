import { type Day, type DayRange, daysInMonth, latestOf } from './day.ts';

/** The units of time that a single EDTF date can name, except seasons; shortest first. */
export const CALENDAR_UNITS = ['DAY', 'MONTH', 'YEAR', 'DECADE', 'CENTURY'] as const;
/** A decade is 2020 to 2029 (`202X`), a century 2000 to 2099 (`20XX`). */
export type CalendarUnit = (typeof CALENDAR_UNITS)[number];

/** The first and the last day of the unit that contains the day. */
export function unitAround(day: Day, unit: CalendarUnit): DayRange {
  switch (unit) {
    case 'DAY':
      return { first: day, last: day };
    case 'MONTH': {
      const month = day.slice(0, 7);
      const days = daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
      return { first: `${month}-01`, last: `${month}-${days}` };
    }
    case 'YEAR':
      return yearsStartingWith(day.slice(0, 4));
    case 'DECADE':
      return yearsStartingWith(day.slice(0, 3));
    case 'CENTURY':
      return yearsStartingWith(day.slice(0, 2));
  }
}

/** The EDTF text of the unit that contains the day: `2025-07-03`, `2025-07`, `2025`, `202X`, `20XX`. */
export function unitText(day: Day, unit: CalendarUnit): string {
  const length = { DAY: 10, MONTH: 7, YEAR: 4, DECADE: 3, CENTURY: 2 }[unit];
  return day.slice(0, length).padEnd(4, 'X');
}

/** The largest of year, month and day whose bounds the range begins and ends on. Open ends fit every unit. */
export function unitOfBothEnds({ first, last }: DayRange): 'YEAR' | 'MONTH' | 'DAY' {
  const fits = (unit: CalendarUnit): boolean =>
    unitAround(first, unit).first === first && unitAround(last, unit).last === last;
  return (['YEAR', 'MONTH'] as const).find(fits) ?? 'DAY';
}

function yearsStartingWith(digits: string): DayRange {
  return {
    first: latestOf(`${digits.padEnd(4, '0')}-01-01`),
    last: `${digits.padEnd(4, '9')}-12-31`,
  };
}
