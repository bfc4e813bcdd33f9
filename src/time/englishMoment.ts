import { type CalendarUnit, unitOfBothEnds, unitText } from './calendarUnit.ts';
import type { Day, DayRange } from './day.ts';
import { englishDigits, englishSeason, joinPoints, QUALIFIER_WORDS } from './englishPoint.ts';
import { rangeOfMoment } from './rangeOfMoment.ts';
import type { DatePoint, Moment, OneOf } from './readEdtf.ts';

/** The English for a date that is not an interval. `whole` is the text to name in an EdtfError. */
export function englishMoment(moment: Moment, whole: string): string {
  switch (moment.kind) {
    case 'DATE':
      return QUALIFIER_WORDS[moment.qualifier] + englishDate(moment, whole);
    case 'SEASON':
      return QUALIFIER_WORDS[moment.qualifier] + englishSeason(moment);
    case 'ONE_OF':
      return englishSet(moment, whole);
  }
}

/** True if the English for the date is more than a name and needs "from" before it in "from … to …". */
export function isPhrase(point: DatePoint): boolean {
  return englishDigits(point) === null;
}

function englishDate(point: DatePoint, whole: string): string {
  return englishDigits(point) ?? englishRange(rangeOfMoment(point, whole));
}

function englishSet({ members, earlier, later }: OneOf, whole: string): string {
  if (earlier && later && members.length === 1) return 'an unknown date';
  const phrases = members.map(({ from, to }, place) => {
    if (earlier && place === 0) return beyond('before', to, whole);
    if (later && place === members.length - 1) return beyond('after', from, whole);
    return englishMember(from, to, whole);
  });
  const last = phrases.pop() ?? '';
  return phrases.length === 0 ? last : `${phrases.join(', ')} or ${last}`;
}

function englishMember(from: DatePoint, to: DatePoint, whole: string): string {
  if (from.digits === to.digits) return englishDate(from, whole);
  const first = rangeOfMoment(from, whole).first;
  const last = rangeOfMoment(to, whole).last;
  return englishRange({ first, last });
}

function beyond(direction: 'before' | 'after', point: DatePoint, whole: string): string {
  return `${point.digits.length === 8 ? 'on' : 'in'} or ${direction} ${englishDate(point, whole)}`;
}

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

function englishRange({ first, last }: DayRange): string {
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
