import { fold } from './foldName.ts';

/**
 * What the index has for a word: one token, or in a script without blanks between words, where any part of a text may
 * be a word, its pairs of letters one after another.
 */
export interface Spelling {
  readonly tokens: readonly string[];
  /** Whether the token is a word, of which another may be a beginning or a misspelling. */
  readonly isWord: boolean;
}

/** A word as it stands between blanks. */
export interface Word {
  /** Without the signs within it: `alqaida` of "al-Qa'ida". */
  readonly whole: Spelling;
  /** The parts that signs tie to one another, `al`, `qa` and `ida`; none if there are no signs. */
  readonly parts: readonly Part[];
}

interface Part {
  readonly alone: Spelling;
  /** With its neighbours, from which another text may not part it: `qaida`. */
  readonly joined: readonly Spelling[];
}

/** The words of a text. What is searched and what is asked for is folded and cut by this one procedure. */
export function wordsOf(text: string): Word[] {
  return tiesOf(text).map((parts) => {
    const joins = joinsOf(parts);
    return {
      whole: spell(parts.join('')),
      parts:
        parts.length === 1
          ? []
          : parts.map((part, place) => ({
              alone: spell(part),
              joined: joins
                .filter(({ from, to }) => from <= place && place < to)
                .map(({ spelling }) => spelling),
            })),
    };
  });
}

/** All tokens of the texts, between blanks, with a sign between two texts: what the index of search reads. */
export function indexedWords(texts: readonly string[]): string {
  const each = texts.map((text) =>
    tiesOf(text).flatMap((parts) => {
      const single = parts.length === 1 ? [] : parts.map(spell);
      return [...single, ...joinsOf(parts).map(({ spelling }) => spelling), spell(parts.join(''))].flatMap(
        tokensOf,
      );
    }),
  );
  return ` ${each.map((tokens) => tokens.join(' ')).join(' | ')} `;
}

/** The words of the text, each as its parts, which signs tie to one another. A text of signs alone is one word. */
function tiesOf(text: string): string[][] {
  const ties = text.split(BLANKS).flatMap(cut);
  if (ties.length > 0) return ties;
  const signs = text.replace(BLANKS, '');
  return signs === '' ? [] : [[inSigns(signs)]];
}

function cut(word: string): string[][] {
  if (IS_PLAIN.test(word)) return [[word.toLowerCase()]];
  const tied = word.split(TIES).map(foldPart).join('-').match(TIED) ?? [];
  return tied.map((parts) => parts.split(SIGNS));
}

/** A letter of which folding leaves nothing stands for itself. */
function foldPart(part: string): string {
  const folded = fold(part);
  return LETTER_OR_DIGIT.test(part) && !LETTER_OR_DIGIT.test(folded) ? inSigns(part) : folded;
}

/** No other token has a capital letter. */
function inSigns(text: string): string {
  return Array.from(text.normalize('NFC'), (sign) => `U${sign.codePointAt(0)?.toString(16)}`).join('');
}

/** Two or three neighbours as one, but not all parts. */
function joinsOf(parts: readonly string[]) {
  return [2, 3]
    .filter((length) => length < parts.length)
    .flatMap((length) =>
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
function tokensOf({ tokens, isWord }: Spelling): readonly string[] {
  if (isWord) return tokens;
  return [...tokens, ...new Set(tokens.flatMap((pair) => pair.match(HAN) ?? []))];
}

const BLANKS = /\p{White_Space}+/gu;
const IS_PLAIN = /^[a-z0-9]+$/i;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const HAN = /\p{Script=Han}/gu;
/** Signs, before folding makes letters of some (№, ™), and invisible characters, before it removes them. */
const TIES = /[^\p{L}\p{M}\p{N}]|(?!\p{L})\p{Default_Ignorable_Code_Point}/u;
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
