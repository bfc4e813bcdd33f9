import anyAscii from 'any-ascii';
import { distance } from 'fastest-levenshtein';
import { foldName } from '../record/foldName.ts';

/** The information in words. */
export interface WordWeights {
  /** The information in a word: the fewer entities have it, the more. */
  readonly of: (word: string) => number;
  /** The information in a word that only one entity has. */
  readonly rarest: number;
}

/**
 * The similarity of two names from 0 to 1, in any order of their words. It is 1 for the same words and less for the
 * same letters in other words. Otherwise it is the share of the information that both have; similar spellings count in
 * part. If one name adds words to the other and two words agree, the score is better than the share: "Sergey Lavrov",
 * "Sergey Viktorovich Lavrov".
 */
export function nameScore(a: readonly string[], b: readonly string[], weights: WordWeights): number {
  if ([...a].sort().join(' ') === [...b].sort().join(' ')) return 1;
  if (a.join('') === b.join('')) return SAME_LETTERS;
  const agreed = agreedWords(a, b);
  const [ofA, ofB] = [informationIn(a, weights), informationIn(b, weights)];
  const shared = sum(
    agreed.map(({ one, other, alike }) => (alike * informationIn([one, other], weights)) / 2),
  );
  const share = (2 * shared) / (ofA + ofB);
  if (agreed.length < 2) return Math.min(share, MAX_SCORE);
  return Math.min((share + Math.min(1, shared / Math.min(ofA, ofB))) / 2, MAX_SCORE);
}

export function informationIn(words: readonly string[], { of }: WordWeights): number {
  return sum(words.map(of));
}

/** The minimum share of the information in one name that two names with this score can have in common. */
export function minimumShare(score: number): number {
  const share = 2 * score - 1;
  return share / (2 - share);
}

const SAME_LETTERS = 0.98;
const MAX_SCORE = 0.97;
const SPELLED_DIFFERENTLY = 0.9;
/** One letter in five may differ. With less, "Iran" would be "Iraq". */
const MIN_SIMILARITY = 0.8;

interface Agreement {
  readonly one: string;
  readonly other: string;
  readonly alike: number;
}

/** Pairs each word with its most similar word, if that is not more similar to another. */
function agreedWords(a: readonly string[], b: readonly string[]): Agreement[] {
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

/** 0 for words that are not spellings of one word. Numbers must be equal. */
function wordScore(a: string, b: string): number {
  if (a === b) return 1;
  if (/\d/.test(a + b)) return 0;
  const longest = Math.max(a.length, b.length);
  const skeleton = skeletonOf(a);
  if (skeleton.length >= 3 && skeleton === skeletonOf(b)) return SPELLED_DIFFERENTLY;
  const alike = 1 - distance(a, b) / longest;
  return alike >= MIN_SIMILARITY ? alike : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** The words by which names are compared: in Latin letters, without case, diacritics and punctuation. */
export function wordsOf(name: string): string[] {
  return foldName(anyAscii(name.normalize('NFC')))
    .replaceAll(/['`]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/**
 * The letters that spellings of a word in different scripts share, since scripts differ most in vowels and doubled
 * letters: "muhammad", "Mohamed" and محمد are all `mhmd`.
 */
export function skeletonOf(word: string): string {
  const [first = ''] = word;
  const rest = word.slice(1).replaceAll(/[aeiouyw]/g, '');
  return (first + rest).replaceAll(/(.)\1+/g, '$1');
}
