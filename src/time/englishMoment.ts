import { englishPattern } from './englishPattern.ts';
import { englishDigits, englishSeason, enumeration, isExact, qualify, yearWords } from './englishPoint.ts';
import { englishRange } from './englishRange.ts';
import type { DatePoint, Member, Moment, OneOf, Point } from './moment.ts';

/** The English for a date that is not an interval. */
export function englishMoment(moment: Moment): string {
  return moment.kind === 'ONE_OF' ? englishSet(moment) : englishPoint(moment);
}

/** True if the English for the date is more than a name and needs "from" before it in "from … to …". */
export function isPhrase(point: DatePoint): boolean {
  return englishDigits(point) === null;
}

function englishPoint(point: Point): string {
  return qualify(point.kind === 'SEASON' ? englishSeason(point) : englishDate(point), point);
}

function englishDate(point: DatePoint): string {
  const { digits, estimate } = point;
  if (estimate !== null) return `${yearWords(digits.padEnd(4, 'X'))} (estimated: ${estimate})`;
  return englishDigits(point) ?? englishPattern(point);
}

function englishSet({ members, earlier, later }: OneOf): string {
  const [only] = members;
  if (earlier && later && members.length === 1 && only !== undefined)
    return isUnqualified(only) ? 'an unknown date' : `before, in or after ${asNoun(englishMember(only))}`;
  const phrases = members.map((member, place) => {
    if (earlier && place === 0) return beyond('before', member, member.to);
    if (later && place === members.length - 1) return beyond('after', member, member.from);
    return englishMember(member);
  });
  return enumeration(phrases, 'or');
}

function englishMember({ from, to }: Member): string {
  if (from === to) return englishPoint(from);
  if (isExact(from) && isExact(to)) return englishRange({ first: from.range.first, last: to.range.last });
  return `between ${englishPoint(from)} and ${englishPoint(to)}`;
}

/** Of the member, its end that is nearer to the open side says all, unless the other one is qualified. */
function beyond(direction: 'before' | 'after', member: Member, end: Point): string {
  const isDay = end.kind === 'DATE' && end.digits.length === DIGITS_OF_A_DAY;
  const words = isUnqualified(member) ? englishPoint(end) : englishMember(member);
  return `${isDay ? 'on' : 'in'} or ${direction} ${asNoun(words)}`;
}

function isUnqualified({ from, to }: Member): boolean {
  return [...from.qualifiers, ...to.qualifiers].every((qualifier) => qualifier === '');
}

/** The words as they can stand after a preposition: "from between May and July to August" has to be read twice. */
export function asNoun(words: string): string {
  return words.replace(/^between /, 'some time between ');
}

/** YYYYMMDD */
export const DIGITS_OF_A_DAY = 8;
