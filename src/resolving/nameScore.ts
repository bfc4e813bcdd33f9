import { distance } from 'fastest-levenshtein';
import { skeletonOf } from './nameWords.ts';

/** How much words tell. */
export interface WordWeights {
  /** The more, the fewer entities have it. */
  readonly of: (word: string) => number;
  /** What a word tells that only one entity has. */
  readonly most: number;
}

/**
 * How alike two names are, from 0 to 1, whatever the order of their words: 1 for the same words, less for the same
 * letters written in other words, and below that the share of what their words tell that both have. Words that are
 * spelled alike count in part. A name that is another and more counts as better than its share, if two words agree:
 * "Sergey Lavrov", "Sergey Viktorovich Lavrov".
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

/** The least that two names can share of what the words of one tell, where they score as much. */
export function leastShare(score: number): number {
  const share = 2 * score - 1;
  return share / (2 - share);
}

const SAME_LETTERS = 0.98;
const MAX_SCORE = 0.97;
const SPELLED_OTHERWISE = 0.9;
/** One letter in five: fewer, and "Iran" is "Iraq". */
const MIN_SIMILARITY = 0.8;

interface Agreement {
  readonly one: string;
  readonly other: string;
  readonly alike: number;
}

/** Each word with the one most like it that no other is more like. */
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

/** 0 for words that are no spellings of one. Numbers are the same or not. */
function wordScore(a: string, b: string): number {
  if (a === b) return 1;
  if (/\d/.test(a + b)) return 0;
  const longest = Math.max(a.length, b.length);
  const skeleton = skeletonOf(a);
  if (skeleton.length >= 3 && skeleton === skeletonOf(b)) return SPELLED_OTHERWISE;
  const alike = 1 - distance(a, b) / longest;
  return alike >= MIN_SIMILARITY ? alike : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
