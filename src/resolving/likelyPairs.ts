import { compareTexts } from '../ontology/compareTexts.ts';
import type { Candidate, CandidateName } from './candidates.ts';
import { acronymOf, initialsOf, type Name, type Word } from './names.ts';
import { informationIn, isLatin, lettersIn, type WordWeights } from './nameScore.ts';

/** The information in words among these candidates. All spellings of a word have one weight. */
export function wordWeights(candidates: readonly Candidate[]): WordWeights {
  const held = new Map<string, number>();
  for (const { names } of candidates) {
    const skeletons = names.flatMap(({ whole }) => whole.words.map(({ skeleton }) => skeleton));
    for (const skeleton of new Set(skeletons)) held.set(skeleton, (held.get(skeleton) ?? 0) + 1);
  }
  const holders = ({ skeleton }: Word): number => held.get(skeleton) ?? 1;
  const information = (count: number): number => Math.log(1 + candidates.length / count);
  return { holders, of: (word) => information(holders(word)), rarest: information(1) };
}

/** Two candidates, and those of their names that are worth a comparison; none for a common key. */
export interface LikelyPair {
  readonly one: Candidate;
  readonly other: Candidate;
  readonly names: readonly NamePair[];
}

type NamePair = readonly [CandidateName, CandidateName];

export interface LikelyOptions {
  /** The minimum share of a name's information that the other name must have. */
  readonly share: number;
  /** A word that more candidates have needs a second one. */
  readonly crowd?: number;
  readonly onProgress?: ((done: number) => void) | undefined;
}

/**
 * The pairs of one kind that share a key (`keysOf`), each once. The work does not grow with the square of the
 * candidates: common words are set aside, up to the weight that two names need not share. Two names that share enough
 * then still have one of the remaining words in common; if that one is of a crowd, they need a second. In a crowd that
 * is left, a candidate is compared with its neighbours in the order of names: equal names stand side by side.
 */
export function* likelyPairs(
  candidates: readonly Candidate[],
  weights: WordWeights,
  { share, crowd = CROWD, onProgress }: LikelyOptions,
): Generator<LikelyPair> {
  const blocks = new Map<string, Entry[]>();
  const ordered = inOrderOfNames(candidates);
  for (const [place, candidate] of ordered.entries()) {
    const earlier = new Map<number, Map<string, NamePair>>();
    const own: (readonly [string, Entry])[] = [];
    for (const { key, facing, name } of keysOf(candidate, weights, share, crowd)) {
      for (const entry of blocks.get(facing)?.slice(-CROWD) ?? []) {
        const found = earlier.get(entry.place) ?? new Map<string, NamePair>();
        earlier.set(entry.place, found);
        if (name !== undefined && entry.name !== undefined)
          found.set(`${name.text}\n${entry.name.text}`, [entry.name, name]);
      }
      own.push([key, { place, ...(name === undefined ? {} : { name }) }]);
    }
    for (const [key, entry] of own) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [entry]);
      else block.push(entry);
    }
    for (const [other, names] of earlier) {
      const before = ordered[other];
      if (before !== undefined) yield { one: before, other: candidate, names: [...names.values()] };
    }
    onProgress?.(place + 1);
  }
}

const CROWD = 200;

interface Entry {
  readonly place: number;
  readonly name?: CandidateName;
}

/** A key, and the one under which those are to be found that go with it: usually the same. */
interface Key {
  readonly key: string;
  readonly facing: string;
  /** The name that has it; none has a key in another system. */
  readonly name?: CandidateName;
}

function inOrderOfNames(candidates: readonly Candidate[]): Candidate[] {
  const order = candidates.map((candidate) => {
    const [name] = candidate.names;
    return { candidate, key: `${name?.bare.exact ?? ''}\n${[...candidate.countries].sort().join()}` };
  });
  return order
    .sort((a, b) => compareTexts(a.key, b.key) || compareTexts(a.candidate.id, b.candidate.id))
    .map(({ candidate }) => candidate);
}

/**
 * The keys by which a candidate is found: the distinctive words of each of its names, all letters of the name together,
 * how both sound to another script, initials, and its keys in other systems.
 */
function* keysOf(
  { kind, names, keys }: Candidate,
  weights: WordWeights,
  share: number,
  crowd: number,
): Generator<Key> {
  const same = (key: string): Key => ({ key, facing: key });
  for (const [scheme, values] of keys) for (const value of values) yield same(`key ${scheme}:${value}`);
  for (const name of names) {
    for (const form of name.bare === name.whole ? [name.whole] : [name.whole, name.bare]) {
      const words = distinctiveWords(form, weights, share);
      for (const key of wordKeys(form, words, weights, share, crowd))
        yield { ...same(`${kind} ${key}`), name };
      yield { ...same(`${kind} =${lettersIn(form)}`), name };
      for (const sound of new Set([form, ...words].map((each) => each.sound.classes)))
        yield { ...facing(`${kind} ~${sound}`, isLatin(form)), name };
      if (kind !== 'ACTOR') for (const each of initialKeys(kind, form)) yield { ...each, name };
    }
  }
}

/** Two sides of one key: only those of different sides are compared. */
function facing(key: string, isLeft: boolean): Key {
  return isLeft ? { key: `${key}<`, facing: `${key}>` } : { key: `${key}>`, facing: `${key}<` };
}

function initialKeys(kind: string, name: Name): Key[] {
  const acronym = acronymOf(name);
  return [
    ...(acronym === null ? [] : [facing(`${kind} initials ${acronym}`, true)]),
    ...initialsOf(name).map((initials) => facing(`${kind} initials ${initials}`, false)),
  ];
}

/** A word of a crowd goes with each other word of the name, and alone only if it is as much as must be shared. */
function wordKeys(
  { words }: Name,
  distinctive: readonly Word[],
  weights: WordWeights,
  share: number,
  crowd: number,
): string[] {
  const total = informationIn(words, weights);
  return distinctive.flatMap((word) => {
    if (weights.holders(word) <= crowd) return [word.skeleton];
    const pairs = words
      .filter((other) => other !== word)
      .map((other) => [word.skeleton, other.skeleton].sort().join(' '));
    return weights.of(word) >= share * total ? [word.skeleton, ...pairs] : pairs;
  });
}

/** The rarest words of a name: all but those that together have less information than must be shared. */
function distinctiveWords({ words }: Name, weights: WordWeights, share: number): Word[] {
  const rarestFirst = [...words].sort(
    (a, b) => weights.of(b) - weights.of(a) || compareTexts(a.skeleton, b.skeleton),
  );
  const total = informationIn(rarestFirst, weights);
  let rest = total;
  return rarestFirst.filter((word) => {
    const isDistinctive = rest >= share * total;
    rest -= weights.of(word);
    return isDistinctive;
  });
}
