import type { DatePoint, Qualifier, SeasonPoint } from './readEdtf.ts';

const MONTHS = [
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

/** The words before a date for `~`, `?` and `%`. */
export const QUALIFIER_WORDS: Record<Qualifier, string> = {
  '': '',
  '~': 'about ',
  '?': 'possibly ',
  '%': 'possibly about ',
};

/** The English for a day, month, year, decade or century, without its qualifier; null for other digits. */
export function englishDigits({ digits }: DatePoint): string | null {
  if (digits.includes('X')) return null;
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
export function englishSeason({ year, season }: SeasonPoint): string {
  const quarter = ['first', 'second', 'third', 'fourth'][season - 33];
  if (quarter !== undefined) return `the ${quarter} quarter of ${year}`;
  const name = ['spring', 'summer', 'autumn'][season - 21];
  return name === undefined ? `winter ${year}–${shortYear(year + 1)}` : `${name} ${year}`;
}

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

function ordinal(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  const ending = teen ? undefined : ['th', 'st', 'nd', 'rd'][number % 10];
  return `${number}${ending ?? 'th'}`;
}
