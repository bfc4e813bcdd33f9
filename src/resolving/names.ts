import transliterate from '@sindresorhus/transliterate';
import anyAscii from 'any-ascii';
import { memoize } from '../importing/texts.ts';
import { foldName } from '../record/foldName.ts';

/** A name as it is compared with others. */
export interface Name {
  /** Its words in its own letters, in their order: equal texts are equal names. */
  readonly exact: string;
  /** Each of its words once. */
  readonly words: readonly Word[];
  /** How the whole sounds, without articles. */
  readonly sound: Sound;
}

/** What a name or a word keeps from script to script. */
export interface Sound {
  /** `A` for vowels at the beginning, then the classes of its consonants. */
  readonly classes: string;
  readonly consonants: string;
}

/** A word of a name. */
export interface Word {
  /** In its own script and letters, without case. */
  readonly letters: string;
  /** In letters a to z and digits; its own letters if there are none for them. Other words may have the same. */
  readonly latin: string;
  /** Whether the word is written so, and lost nothing. */
  readonly isPlain: boolean;
  /** UNDIVIDED scripts write several words, or a whole name, as one. */
  readonly script: 'LATIN' | 'UNDIVIDED' | 'OTHER';
  /** What the spellings of a word share, since they differ most in vowels and doubled letters: `mhmd`. */
  readonly skeleton: string;
  readonly sound: Sound;
}

/**
 * Case, punctuation, apostrophes, invisible characters and forms of one letter (NFKC) make no difference.
 * @param isPerson "Lavrov, Sergey" is "Sergey Lavrov"
 */
export function nameOf(text: string, isPerson = false): Name {
  const plain = isPerson ? text.replace(/^([^,]+),([^,]+)$/u, '$2 $1') : text;
  const texts = plain
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(IGNORED, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const words = [...new Set(texts.flatMap(withoutArticle))].map(wordOf);
  const sounding = words.filter(({ latin }) => !ARTICLES.has(latin)).map(({ latin }) => latin);
  return { exact: texts.join(' '), words, sound: soundOf(sounding.join('')) };
}

/** Invisible characters, and what stands for an apostrophe. */
const IGNORED = /[\p{Cf}'’‘‛`´ʹʻʼʽʾʿ]/gu;

/** The Arabic article is written as a part of its word. */
function withoutArticle(word: string): string[] {
  return /^ال[\p{L}\p{M}]{3}/u.test(word) ? [word.slice(0, 2), word.slice(2)] : [word];
}

const ARTICLES: ReadonlySet<string> = new Set(['al', 'el']);

const wordOf = memoize((letters): Word => {
  const latin = latinOf(letters);
  return {
    letters,
    latin,
    isPlain: latin === letters,
    script: scriptOf(letters),
    skeleton: skeletonOf(latin),
    sound: soundOf(latin),
  };
}, 200_000);

/** `any-ascii` knows every script, but drops the long vowels of the Arabic one and its `ayn`. */
function latinOf(letters: string): string {
  const vowelled = /\p{Script=Arabic}/u.test(letters) ? transliterate(letters) : letters;
  const latin = foldName(anyAscii(vowelled.normalize('NFC'))).replaceAll(/[^a-z0-9]+/g, '');
  return latin === '' ? letters : latin;
}

function scriptOf(letters: string): Word['script'] {
  if (UNDIVIDED.test(letters)) return 'UNDIVIDED';
  return /^[\p{Script=Latin}\p{M}\p{N}]+$/u.test(letters) ? 'LATIN' : 'OTHER';
}

const UNDIVIDED =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** "muhammad" and "Mohamed" are both `mhmd`. */
function skeletonOf(word: string): string {
  const [first = ''] = word;
  return singled(first + word.slice(first.length).replaceAll(/[aeiouyw]/g, ''));
}

function soundOf(latin: string): Sound {
  return { classes: soundClasses(latin), consonants: latin.replaceAll(/[aeiouywv]/g, '') };
}

/** Scripts have one letter where others have two: `b` and `v`, `k` and `g`, `l` and `r`, `s` and `sh`. */
function soundClasses(latin: string): string {
  const classes = latin
    .replaceAll(/sch|sh|ch|zh|dj|ts|tz|dz/g, 's')
    .replaceAll('x', 'ks')
    .replaceAll('ph', 'f')
    .replaceAll(/([bcdgjklnpstz])h/g, '$1')
    .replace(/^[aeiouy]+/, 'A')
    .replaceAll(/(?<=.)[aeiouywv]+/g, '')
    .replace(/(?<=.)h$/, '');
  return singled(SOUNDS.reduce((text, [letters, one]) => text.replaceAll(letters, one), classes));
}

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/[bpfvw]/g, 'b'],
  [/[kqgc]/g, 'k'],
  [/[szj]/g, 's'],
  [/[td]/g, 't'],
  [/[lr]/g, 'l'],
];

function singled(text: string): string {
  return text.replaceAll(/(.)\1+/gu, '$1');
}

/** The first letters of a name, with and without its small words: "Office of Foreign Assets Control" is `ofac`. */
export function initialsOf({ exact }: Name): string[] {
  const words = exact.split(' ');
  const first = (list: readonly string[]): string => list.map(([letter = '']) => letter).join('');
  const initials = [first(words), first(words.filter((word) => !SMALL.has(word)))];
  return [...new Set(initials)].filter(isAcronym);
}

/** The name as initials of a longer one; null if it is too long for that, or has several words. "U.N." is `un`. */
export function acronymOf({ exact }: Name): string | null {
  const joined = exact.split(' ').every((word) => word.length === 1) ? exact.replaceAll(' ', '') : exact;
  return isAcronym(joined) ? joined : null;
}

function isAcronym(text: string): boolean {
  return /^[\p{L}\p{N}]{2,8}$/u.test(text);
}

const SMALL: ReadonlySet<string> = new Set(
  'a an and at by for from in of on the to de del der des di du e el et für i la las le les los of und y и'.split(
    ' ',
  ),
);

/** Whether a name has one word only, in a script that divides words: too little to name a person. */
export function isOneWord(name: Name): boolean {
  return !name.exact.includes(' ') && !isUndivided(name);
}

/** Whether a word of the name may be several: 文在寅. */
export function isUndivided({ words }: Name): boolean {
  return words.some(({ script }) => script === 'UNDIVIDED');
}
