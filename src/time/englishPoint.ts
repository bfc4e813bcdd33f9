import { numbersLike } from './daysOfPattern.ts';
import type { DatePoint, Endpoint, Point, SeasonPoint } from './moment.ts';
import { PARTS_OF_YEARS } from './partsOfYears.ts';
import type { Qualifier } from './qualifier.ts';

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The words before a date for its qualifier. */
const BEFORE: Record<Qualifier, string> = {
  '': '',
  '~': 'about ',
  '?': 'possibly ',
  '%': 'possibly about ',
};

/** The words behind a date for the qualifier of some of its parts. */
const BEHIND: Record<Exclude<Qualifier, ''>, string> = {
  '?': 'uncertain',
  '~': 'approximate',
  '%': 'uncertain and approximate',
};

/** The words with what the qualifiers say: "about 2003", "11 June 2004 (year uncertain)". */
export function qualify(words: string, point: Point): string {
  const [ofYear] = point.qualifiers;
  const given = Math.max(1, point.kind === 'SEASON' ? 2 : Math.ceil(point.digits.length / 2) - 1);
  // A part without digits is not in the words.
  const isOfAll = point.qualifiers.every((each, place) => each === ofYear || (each === '' && place >= given));
  if (isOfAll) return BEFORE[ofYear] + words;
  const names = ['year', point.kind === 'SEASON' ? nounOf(point) : 'month', 'day'];
  const notes = Object.entries(BEHIND).flatMap(([qualifier, adjective]) => {
    const parts = names.filter((_, place) => point.qualifiers[place] === qualifier);
    return parts.length === 0 ? [] : [`${enumeration(parts, 'and')} ${adjective}`];
  });
  return `${words} (${notes.join(', ')})`;
}

/** True for a date of which the digits say all. */
export function isExact(endpoint: Endpoint): endpoint is DatePoint {
  if (endpoint.kind !== 'DATE' || endpoint.estimate !== null) return false;
  return endpoint.qualifiers.every((qualifier) => qualifier === '');
}

/** The English for a day, month, year, decade or century, without its qualifier; null for other digits. */
export function englishDigits({ digits, estimate }: DatePoint): string | null {
  if (digits.includes('X') || estimate !== null) return null;
  switch (digits.length) {
    case 0:
      return 'an unknown date';
    case 2:
      return `the ${ordinal(Number(digits) + 1)} century`;
    case 3:
      return `the ${Number(digits)}0s`;
    case 4:
    case 6:
    case 8:
      return partsOf(digits).join(' ');
    default:
      return null;
  }
}

/** "spring 2022", "winter 2022–23", "the second quarter of 2023", without the qualifier. */
export function englishSeason(point: SeasonPoint): string {
  const { year, season } = point;
  const part = PARTS_OF_YEARS.get(Number(season));
  if (part === undefined) return `a ${nounOf(point)} of ${yearWords(year)}`;
  const endsLater = part.firstMonth + part.months > 13;
  if (year.includes('X')) return `${part.name}${endsLater ? ' beginning in' : ' of'} ${yearWords(year)}`;
  if (part.name.startsWith('the ')) return `${part.name} of ${Number(year)}`;
  return `${part.name} ${Number(year)}${endsLater ? `–${shortYear(Number(year) + 1)}` : ''}`;
}

/** What the part of the year is: "season". */
function nounOf({ season }: SeasonPoint): string {
  const name = PARTS_OF_YEARS.get(Number(season))?.name;
  if (name !== undefined) return name.startsWith('the ') ? (name.split(' ').at(-1) ?? '') : 'season';
  return { '2X': 'season', '4X': 'half' }[season] ?? 'part';
}

/** The English for a year of which digits may be unspecified: "2003", "a year of the 2020s", "an unknown year". */
export function yearWords(pattern: string): string {
  const given = pattern.replace(/X+$/, '');
  if (given === '') return 'an unknown year';
  if (given.length === 4 && !given.includes('X')) return String(Number(given));
  if (given.length === 3 && !given.includes('X')) return `a year of the ${Number(given)}0s`;
  if (given.length === 2 && !given.includes('X'))
    return `a year of the ${ordinal(Number(given) + 1)} century`;
  const [first] = numbersLike(pattern, 1, 9999);
  const [last] = numbersLike(pattern, 9999, 1);
  return [`a year from ${first} to ${last}`, ...wordsOfLaterDigits(pattern)].join(' ');
}

/** What the first and the last year do not show: the digits behind an X. */
function wordsOfLaterDigits(pattern: string): string[] {
  const later = Array.from(pattern).flatMap((digit, place) =>
    digit !== 'X' && pattern.slice(0, place).includes('X')
      ? [`${PLACES[place] ?? ''} digit is ${digit}`]
      : [],
  );
  return later.length === 0 ? [] : [`whose ${enumeration(later, 'and')}`];
}

const PLACES = ['thousands', 'hundreds', 'tens', 'last'];

/** "23" for 2023, but "2000" for 2000, because "1999–00" reads badly. */
function shortYear(year: number): string {
  return year % 100 === 0 ? String(year) : String(year % 100).padStart(2, '0');
}

/** True if both are digits of a day, both of a month or both of a year, as `joinPoints` needs. */
export function canJoin(a: string, b: string): boolean {
  return a.length === b.length && [4, 6, 8].includes(a.length) && !(a + b).includes('X');
}

/**
 * Joins two days, two months or two years by a word and names what they share once: "3 to 5 July 2025".
 * If both are the same date, `same` is true and the text names it alone.
 */
export function joinPoints(a: string, b: string, word: string): { text: string; same: boolean } {
  const [left, right] = [partsOf(a), partsOf(b)];
  const text = right.join(' ');
  if (a === b) return { text, same: true };
  while (left.at(-1) === right.at(-1)) {
    left.pop();
    right.pop();
  }
  return { text: `${left.join(' ')} ${word} ${text}`, same: false };
}

/** The given ones of day, month and year, in English order. */
function partsOf(digits: string): string[] {
  const year = String(Number(digits.slice(0, 4)));
  const month = MONTHS[Number(digits.slice(4, 6)) - 1];
  if (month === undefined) return [year];
  return digits.length === 8 ? [String(Number(digits.slice(6))), month, year] : [month, year];
}

/** "5, 15 or 25". */
export function enumeration(words: readonly string[], word: 'and' | 'or'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${word} ${last}`;
}

export function ordinal(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  const ending = teen ? undefined : ['th', 'st', 'nd', 'rd'][number % 10];
  return `${number}${ending ?? 'th'}`;
}
