import { type CalendarUnit, unitOfBothEnds, unitText } from './calendarUnit.ts';
import type { Day, DayRange } from './day.ts';
import { joinPoints } from './englishPoint.ts';

/**
 * The names of parts of a year, by first and last day. The second and the third quarter have no name that everyone
 * understands as the same months; "mid" is May to August.
 */
const PARTS_OF_A_YEAR: Record<string, string> = {
  '01-01 03-31': 'early ',
  '05-01 08-31': 'mid-',
  '10-01 12-31': 'late ',
  '01-01 06-30': 'the first half of ',
  '07-01 12-31': 'the second half of ',
};

/** The English for some day of the range: "late 2023", "between 3 and 7 July 2025". */
export function englishRange({ first, last }: DayRange): string {
  const year = first.slice(0, 4);
  const part = PARTS_OF_A_YEAR[`${first.slice(5)} ${last.slice(5)}`];
  if (part !== undefined && last.startsWith(year)) return `${part}${Number(year)}`;
  const unit = unitOfBothEnds({ first, last });
  const joined = joinPoints(digitsOf(first, unit), digitsOf(last, unit), 'and');
  return joined.same ? joined.text : `between ${joined.text}`;
}

function digitsOf(day: Day, unit: CalendarUnit): string {
  return unitText(day, unit).replaceAll('-', '');
}
