import { distance } from 'fastest-levenshtein';
import { acronymOf, initialsOf, type Name, type Sound, type Word } from './names.ts';

/** The information in words. */
export interface WordWeights {
  /** The information in a word: the fewer entities have it, the more. */
  readonly of: (word: Word) => number;
  /** The number of entities that have it. */
  readonly holders: (word: Word) => number;
  /** The information in a word that only one entity has. */
  readonly rarest: number;
}

/**
 * The similarity of two names from 0 to 1. It is 1 for equal names alone, and less for the same words in another order
 * or script, for the same letters in other words, and for the same sound in another script. Otherwise it is the share of
 * the information that both have; similar spellings count in part. If one name adds words to the other and two words
 * agree, the score is better than the share: "Sergey Lavrov", "Sergey Viktorovich Lavrov".
 */
export function nameScore(a: Name, b: Name, weights: WordWeights): number {
  if (a.exact === b.exact) return a.exact === '' ? 0 : 1;
  const agreed = agreedWords(a.words, b.words);
  const isWhole = agreed.length === a.words.length && agreed.length === b.words.length;
  if (isWhole && agreed.every(({ alike }) => alike === 1)) return SAME_WORDS;
  if (haveSameLetters(a, b)) return SAME_LETTERS;
  return Math.max(sharedScore(a, b, agreed, weights), soundScore(a, b));
}

/**
 * 0 unless one name is the initials of the other: "OFAC", "Office of Foreign Assets Control". Two letters are the
 * initials of too many.
 */
export function initialsScore(a: Name, b: Name): number {
  for (const [short, long] of [
    [a, b],
    [b, a],
  ] as const) {
    const acronym = acronymOf(short);
    const isWord = long.words.some(({ letters }) => letters === acronym);
    if (acronym !== null && !isWord && long.words.length > 1 && initialsOf(long).includes(acronym))
      return acronym.length > 2 ? INITIALS : TWO_INITIALS;
  }
  return 0;
}

export function informationIn(words: readonly Word[], { of }: WordWeights): number {
  return sum(words.map(of));
}

/** The minimum share of the information in one name that two names with this score can have in common. */
export function minimumShare(score: number): number {
  const share = 2 * score - 1;
  return share / (2 - share);
}

const SAME_WORDS = 0.99;
const SAME_LETTERS = 0.98;
const MAX_SHARED = 0.97;
const INITIALS = 0.9;
const TWO_INITIALS = 0.85;
const SPELLED_DIFFERENTLY = 0.9;
const SAME_SOUND = 0.87;
/** Fewer consonants are those of too many names. */
const MIN_CLASSES = { ofWord: 3, ofName: 4 };
/** The share of consonants that are the same letter: not all of one class are. */
const MIN_CONSONANTS = 0.5;
/** One letter in five may differ. With less, "Iran" would be "Iraq". */
const MIN_SIMILARITY = 0.8;

interface Agreement {
  readonly one: Word;
  readonly other: Word;
  readonly alike: number;
}

function sharedScore(a: Name, b: Name, agreed: readonly Agreement[], weights: WordWeights): number {
  const [ofA, ofB] = [informationIn(a.words, weights), informationIn(b.words, weights)];
  const shared = sum(
    agreed.map(({ one, other, alike }) => (alike * informationIn([one, other], weights)) / 2),
  );
  const share = (2 * shared) / (ofA + ofB);
  if (agreed.length < 2) return Math.min(share, MAX_SHARED);
  return Math.min((share + Math.min(1, shared / Math.min(ofA, ofB))) / 2, MAX_SHARED);
}

/** Pairs each word with its most similar word, if that is not more similar to another. */
function agreedWords(a: readonly Word[], b: readonly Word[]): Agreement[] {
  const pairs = a.flatMap((one, i) =>
    b.map((other, j) => ({ i, j, one, other, alike: wordScore(one, other) })),
  );
  const best = pairs
    .filter(({ alike }) => alike > 0)
    .sort((x, y) => y.alike - x.alike || x.i - y.i || x.j - y.j);
  const [takenA, takenB] = [new Set<number>(), new Set<number>()];
  return best.filter(({ i, j }) => {
    if (takenA.has(i) || takenB.has(j)) return false;
    takenA.add(i);
    takenB.add(j);
    return true;
  });
}

/**
 * 0 for words that are not spellings of one word. Words that both lost letters on the way to Latin ones are not equal if
 * these are: 王毅 and 王義, שימון and סימון, "Nguyễn" and "Nguyên". Numbers must be equal.
 */
function wordScore(a: Word, b: Word): number {
  if (a.letters === b.letters) return 1;
  if (a.latin === b.latin) return a.isPlain || b.isPlain ? 1 : SPELLED_DIFFERENTLY;
  if (/\d/.test(a.latin + b.latin)) return 0;
  if (a.script === 'UNDIVIDED' && b.script === 'UNDIVIDED') return spelling(a.letters, b.letters);
  if (a.skeleton.length >= 3 && a.skeleton === b.skeleton) return SPELLED_DIFFERENTLY;
  if (a.script === b.script && a.script === 'OTHER') return spelling(a.letters, b.letters);
  const isInTwo = (a.script === 'LATIN') !== (b.script === 'LATIN');
  if (isInTwo && soundAlike(a.sound, b.sound, MIN_CLASSES.ofWord)) return SAME_SOUND;
  return spelling(a.latin, b.latin);
}

function spelling(a: string, b: string): number {
  const alike = similarity(a, b);
  return alike >= MIN_SIMILARITY ? alike : 0;
}

function similarity(a: string, b: string): number {
  return 1 - distance(a, b) / Math.max(a.length, b.length, 1);
}

/** "Al Shabaab" and "Alshabaab". One of them is written so. */
function haveSameLetters(a: Name, b: Name): boolean {
  return (isPlain(a) || isPlain(b)) && lettersIn(a) === lettersIn(b);
}

/** Of names in two scripts, words that are too short for a comparison each, or not divided: 문재인, "Moon Jae-in". */
function soundScore(a: Name, b: Name): number {
  const isInTwo = isLatin(a) !== isLatin(b);
  return isInTwo && soundAlike(a.sound, b.sound, MIN_CLASSES.ofName) ? SAME_SOUND : 0;
}

function soundAlike(a: Sound, b: Sound, minimum: number): boolean {
  if (a.classes.length < minimum || a.classes !== b.classes) return false;
  return similarity(a.consonants, b.consonants) >= MIN_CONSONANTS;
}

function isPlain({ words }: Name): boolean {
  return words.every((word) => word.isPlain);
}

export function isLatin({ words }: Name): boolean {
  return words.every(({ script }) => script === 'LATIN');
}

export function lettersIn({ words }: Name): string {
  return words.map(({ latin }) => latin).join('');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
