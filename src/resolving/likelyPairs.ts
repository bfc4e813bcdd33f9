import { memoize } from '../importing/texts.ts';
import type { Candidate } from './candidates.ts';
import { informationIn, type WordWeights, skeletonOf } from './nameScore.ts';

/** The information in words among these candidates. All spellings of a word have one weight. */
export function wordWeights(candidates: readonly Candidate[]): WordWeights {
  const holders = new Map<string, number>();
  for (const { names } of candidates)
    for (const skeleton of new Set(names.flatMap(({ words }) => words.map(skeletonOf))))
      holders.set(skeleton, (holders.get(skeleton) ?? 0) + 1);
  const information = (held: number): number => Math.log(1 + candidates.length / held);
  return { of: memoize((word) => information(holders.get(skeletonOf(word)) ?? 1)), rarest: information(1) };
}

/**
 * The pairs of one kind that share a distinctive word, each once. Common words are set aside, up to the weight that two
 * names need not share. Two names that share enough then still have one of the remaining words in common. So "of" and
 * "Muhammad" bring nobody together, and the work does not grow with the square of the candidates.
 * @param share the minimum share of a name's information that the other name must have
 */
export function* likelyPairs(
  candidates: readonly Candidate[],
  weights: WordWeights,
  share: number,
): Generator<readonly [Candidate, Candidate]> {
  const blocks = new Map<string, number[]>();
  for (const [place, candidate] of candidates.entries()) {
    const earlier = new Set<number>();
    for (const key of keysOf(candidate, weights, share)) {
      const block = blocks.get(key);
      for (const other of block ?? []) earlier.add(other);
      if (block === undefined) blocks.set(key, [place]);
      else block.push(place);
    }
    for (const other of earlier) {
      const before = candidates[other];
      if (before !== undefined) yield [before, candidate];
    }
  }
}

/**
 * The keys by which a candidate is found: distinctive words, all letters of a name together, and its keys in other
 * systems.
 */
function keysOf({ kind, names, keys }: Candidate, weights: WordWeights, share: number): Set<string> {
  const found = [...keys].flatMap(([scheme, values]) => [...values].map((value) => `key ${scheme}:${value}`));
  for (const { words, bare } of names) {
    for (const list of bare.length === words.length ? [words] : [words, bare]) {
      for (const word of distinctiveWords(list, weights, share)) found.push(`${kind} ${skeletonOf(word)}`);
      found.push(`${kind} ${list.join('')}`);
    }
  }
  return new Set(found);
}

/** The rarest words of a name: all but those that together have less information than must be shared. */
function distinctiveWords(words: readonly string[], weights: WordWeights, share: number): string[] {
  const rarestFirst = [...new Set(words)].sort(
    (a, b) => weights.of(b) - weights.of(a) || (skeletonOf(a) < skeletonOf(b) ? -1 : 1),
  );
  const total = informationIn(rarestFirst, weights);
  let rest = total;
  return rarestFirst.filter((word) => {
    const isDistinctive = rest >= share * total;
    rest -= weights.of(word);
    return isDistinctive;
  });
}
