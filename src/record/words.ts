import { fold } from './foldName.ts';

/**
 * How a word may be written: the tokens that the index has for it, one after another. That is one token, except in a
 * script without blanks between words. There any part of a text may be a word, so the tokens are its pairs of letters.
 */
export interface Spelling {
  readonly tokens: readonly string[];
  /** Whether the token is a whole word, of which another may be a beginning or a misspelling. */
  readonly isWord: boolean;
}

/**
 * The words of a text, each with the spellings that the signs about it leave open: in "al-Qa'ida", "ida" may also be
 * "qaida" or "alqaida". What is searched and what is asked for is cut by this one procedure.
 */
export function wordsOf(text: string): (readonly Spelling[])[] {
  return tiesOf(text).flatMap((parts) => {
    const runs = runsOf(parts);
    return parts.map((_, place) =>
      runs.filter(({ from, to }) => from <= place && place < to).map(({ spelling }) => spelling),
    );
  });
}

/** All tokens of the texts, between blanks, with a sign between two texts: what the index of search reads. */
export function indexedWords(texts: readonly string[]): string {
  const each = texts.map((text) =>
    tiesOf(text)
      .flatMap(runsOf)
      .flatMap(({ spelling: { tokens, isWord } }) =>
        isWord ? tokens : [...tokens, ...singleLetters(tokens)],
      ),
  );
  return ` ${each.map((tokens) => tokens.join(' ')).join(' | ')} `;
}

/** The words of the text, each as its parts, which signs tie to one another. */
function tiesOf(text: string): string[][] {
  const ties = text.split(BLANKS).flatMap((word) => {
    const found = cut(word);
    return found.length > 0 || !LETTER_OR_DIGIT.test(word) ? found : [[inSigns(word)]];
  });
  if (ties.length > 0) return ties;
  const signs = inSigns(text.replace(BLANKS, ''));
  return signs === '' ? [] : [[signs]];
}

function cut(word: string): string[][] {
  if (IS_PLAIN.test(word)) return [[word.toLowerCase()]];
  const tied = fold(word.replace(TIES, '-')).match(TIED) ?? [];
  return tied.map((parts) => parts.split(SIGNS));
}

/** What folding leaves nothing of stands for itself. No other token has a capital letter. */
function inSigns(text: string): string {
  return Array.from(text, (sign) => `U${sign.codePointAt(0)?.toString(16)}`).join('');
}

/** A spelling of the parts from one place to before another. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly spelling: Spelling;
}

/** Each part, up to three neighbours as one, and all as one. */
function runsOf(parts: readonly string[]): Run[] {
  const lengths = [...new Set([1, 2, 3, parts.length])].filter((length) => length <= parts.length);
  return lengths.flatMap((length) =>
    parts.slice(length - 1).map((_, from) => {
      const to = from + length;
      return { from, to, spelling: spell(parts.slice(from, to).join('')) };
    }),
  );
}

function spell(word: string): Spelling {
  const letters = IS_PLAIN.test(word) ? null : word.match(UNSPACED);
  if (letters === null) return { tokens: [word], isWord: true };
  const pairs = letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
  return { tokens: pairs.length === 0 ? letters : pairs, isWord: false };
}

/** A character of Chinese is a word within others, too. A letter of another script is a word only by itself. */
function singleLetters(pairs: readonly string[]): string[] {
  return [...new Set(pairs.flatMap((pair) => pair.match(HAN) ?? []))];
}

const BLANKS = /\p{White_Space}+/gu;
const IS_PLAIN = /^[a-z0-9]+$/i;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const HAN = /\p{Script=Han}/gu;
/** Signs, before folding makes letters of some (№, ™); and the invisible characters that part words. */
const TIES = /[^\p{L}\p{M}\p{N}\p{Default_Ignorable_Code_Point}]|[\u200b\u200c]/gu;
const SIGNS = /[^\p{L}\p{M}\p{N}\s]+/u;

/** The scripts that are written without blanks between words. */
const UNSPACED_SCRIPTS = [
  ...['Han', 'Hiragana', 'Katakana', 'Bopomofo', 'Yi', 'Tangut', 'Nushu', 'Khitan_Small_Script'],
  ...['Thai', 'Lao', 'Khmer', 'Myanmar', 'Tai_Le', 'New_Tai_Lue', 'Tai_Tham', 'Tai_Viet', 'Ahom'],
];
/** A letter of theirs, with its marks. */
const LETTER = `(?=[\\p{L}\\p{N}])[${UNSPACED_SCRIPTS.map((script) => `\\p{scx=${script}}`).join('')}]\\p{M}*`;
const UNSPACED = new RegExp(LETTER, 'gu');
const TIED = new RegExp(
  [LETTER, `(?!${LETTER})[\\p{L}\\p{M}\\p{N}]`]
    .map((letter) => `(?:${letter})+(?:${SIGNS.source}(?:${letter})+)*`)
    .join('|'),
  'gu',
);
