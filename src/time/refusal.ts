import { EdtfError } from './edtfError.ts';

/** Why the text is not EDTF, and what to write instead: the same put right, if that can be read. */
export function refusalOf(text: string, canRead: (text: string) => boolean): EdtfError {
  for (const { seen, reason, advice, corrected } of text.length > LONGEST ? [] : MISTAKES) {
    if (!seen.test(text)) continue;
    const instead = corrected?.(text);
    if (instead !== undefined && canRead(instead)) return new EdtfError(text, reason, `Write "${instead}".`);
    if (advice !== null) return new EdtfError(text, reason, advice);
  }
  return new EdtfError(text, 'is not an EDTF date', FORMS);
}

/** A text beyond this is no date of a person with a mistake in it. The search for one takes time. */
const LONGEST = 500;

export const YEARS = 'Write a year with four digits, from 0001 to 9999.';

const FORMS =
  'Write a day as 2025-07-03, a month as 2025-07, a year as 2025, about then as 2025-07~, ' +
  'some day of a range as [2023-10..2023-12], an interval as 2003-05/2004-02.';

/** A mistake that people make. Without advice, it is one only if the corrected text can be read. */
interface Mistake {
  readonly seen: RegExp;
  readonly reason: string;
  readonly advice: string | null;
  readonly corrected?: (text: string) => string;
}

/** The first that fits says why. */
const MISTAKES: readonly Mistake[] = [
  {
    seen: /\d[Tt ]\d+:|\dT\d/,
    reason: 'has a time of day; days are the finest dates kept',
    advice: 'Write the day alone: 2025-07-03.',
    corrected: (text) => text.replace(/[Tt ]\d[^/,\]]*/g, ''),
  },
  {
    seen: /\{.*\}/,
    reason: 'means all of several dates',
    advice: 'Give each its own event, or write [2003,2005] for one of them.',
  },
  {
    seen: /Y0*\d{1,4}(?![\dE])/,
    reason: 'has a Y, which is for years of more than four digits',
    advice: null,
    corrected: (text) => text.replace(/Y0*(\d+)/g, (_, digits: string) => digits.padStart(4, '0')),
  },
  {
    seen: /(^|[/,[.])[?~%]?(Y|[+-]\d|\d{5}(?!\d))/,
    reason: 'lies outside the years 0001 to 9999',
    advice: YEARS,
  },
  {
    seen: /(^|[/,[.])\d{6}(\d\d)?($|[/,\].?~%])/,
    reason: 'has no hyphens',
    advice: null,
    corrected: (text) =>
      text.replace(/\d{6}(\d\d)?/g, (digits) =>
        [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].filter((part) => part !== '').join('-'),
      ),
  },
  {
    seen: /^\d{2,3}[?~%]?$/,
    reason: 'has fewer than four digits',
    advice: YEARS,
    corrected: (text) => text.replace(/^\d+/, (digits) => digits.padEnd(4, 'X')),
  },
  {
    seen: /[xu]/,
    reason: 'has a small letter for an unspecified digit',
    advice: null,
    corrected: (text) => text.replace(/[xu]/g, 'X'),
  },
  {
    seen: /open|unknown/i,
    reason: 'has a word for the end of an interval',
    advice: 'Write 2003/ if the end is unknown, and 2003/.. if it is open.',
    corrected: (text) => text.replace(/unknown/gi, '').replace(/open/gi, '..'),
  },
  {
    seen: /\?~|~\?/,
    reason: 'has two qualifiers at one place',
    advice: null,
    corrected: (text) => text.replace(/\?~|~\?/g, '%'),
  },
  {
    seen: /[()]/,
    reason: 'has parentheses',
    advice: 'Write a qualifier before the part that it is about: 2004-?06-11.',
  },
  {
    seen: /-\d(?!\d)/,
    reason: 'has a month or a day of one digit',
    advice: null,
    corrected: (text) => text.replace(/-(\d)(?!\d)/g, '-0$1'),
  },
  {
    seen: /\s/,
    reason: 'has a space',
    advice: null,
    corrected: (text) => text.replace(/\s/g, ''),
  },
  {
    seen: /^\d{4}\/\d\d?(\/\d\d?)?$/,
    reason: 'has slashes within a date',
    advice: null,
    corrected: (text) => text.replaceAll('/', '-').replace(/-(\d)(?!\d)/g, '-0$1'),
  },
  {
    seen: /\[[^\]]*\/|\/[^[]*\]/,
    reason: 'has an interval within a set',
    advice:
      'Write days from one to the other as [2023-10..2023-12], an interval of sets as [2003,2005]/[2010..].',
  },
  {
    seen: /\/.*\//,
    reason: 'has more than one slash',
    advice: 'Write an interval as 2003-05/2004-02.',
  },
];
