import { compareTexts } from '../ontology/compareTexts.ts';
import type { Candidate, CandidateName } from './candidates.ts';
import { type LikelyPair, likelyPairs, wordWeights } from './likelyPairs.ts';
import type { Kind } from '../ontology/kinds.ts';
import { isOneWord, isUndivided } from './names.ts';
import { informationIn, initialsScore, minimumShare, nameScore, type WordWeights } from './nameScore.ts';

/** Two entities that may be the same. */
export interface Proposal {
  /** From 0 to 1, in thousandths. It is 1 for a common key or for equal names. */
  readonly score: number;
  readonly left: Candidate;
  readonly right: Candidate;
  /** The common key, the name that both have, or the two similar names. */
  readonly why: readonly string[];
}

export interface ProposalOptions {
  readonly minimumScore: number;
  /** Only pairs with an entity of this dataset; all pairs by default. */
  readonly dataset?: string;
  /** The dataset whose entities are on the left, and so keep their ids. */
  readonly first: string;
  /** Whether an earlier decision says that the two differ. */
  readonly isDecided: (one: string, other: string) => boolean;
  /** Called after each candidate, with the number of those done. */
  readonly onProgress?: (done: number) => void;
}

/** Best first; equal scores in the order of their ids. */
export function proposalsAmong(candidates: readonly Candidate[], options: ProposalOptions): Proposal[] {
  const { minimumScore, dataset, onProgress } = options;
  const weights = wordWeights(candidates);
  const share = minimumShare(minimumScore - ROUNDED);
  const proposals: Proposal[] = [];
  for (const { one, other, names } of likelyPairs(candidates, weights, { share, onProgress })) {
    if (dataset !== undefined && !one.datasets.has(dataset) && !other.datasets.has(dataset)) continue;
    const found = agreement({ one, other, names }, weights, options);
    if (found !== null && found.score >= minimumScore) proposals.push(found);
  }
  return proposals.sort(
    (a, b) => b.score - a.score || compareTexts(a.left.id, b.left.id) || compareTexts(a.right.id, b.right.id),
  );
}

/** Whether one keeps its id if the two are the same: those of the dataset first, then in the order of ids. */
export function isBefore(one: Candidate, other: Candidate, first: string): boolean {
  const [isFirst, isOtherFirst] = [one, other].map(({ datasets }) => datasets.has(first));
  return isFirst === isOtherFirst ? one.id < other.id : isFirst === true;
}

/** Why two cannot be the same, whatever their names; null if they can. */
export function whyDifferent(
  one: Candidate,
  other: Candidate,
  { isDecided }: Pick<ProposalOptions, 'isDecided'>,
): string | null {
  if (isDecided(one.id, other.id)) return 'decided to be different';
  if (commonKey(one, other) !== null) return null;
  if (one.kind !== other.kind) return 'of different kinds';
  const scheme = schemeThatDistinguishes(one, other);
  if (scheme !== undefined) return `different keys of ${scheme}`;
  if (areParts(one, other)) return 'one is part of the other, or both are parts of one whole';
  return areOfKnownCountries(one, other) && areDisjoint(one.countries, other.countries)
    ? 'of different countries'
    : null;
}

/**
 * Whether two may be accepted without a look at them: equal names, not aliases, of one kind and with a country in
 * common, unless they are countries. One word, as "Yusuf", fits too many persons.
 */
export function isExact({ left, right }: Pick<Proposal, 'left' | 'right'>): boolean {
  if (left.kind !== right.kind || !haveEqualNames(left, right)) return false;
  return left.kind === 'COUNTRY' || !areDisjoint(left.countries, right.countries);
}

/** The most that rounding can have raised a score by. */
const ROUNDED = 0.000_5;

/** How far two agree; null if they cannot be the same. */
function agreement(
  { one, other, names }: LikelyPair,
  weights: WordWeights,
  options: ProposalOptions,
): Proposal | null {
  if (whyDifferent(one, other, options) !== null) return null;
  const isTurned = isBefore(other, one, options.first);
  const [left, right] = isTurned ? [other, one] : [one, other];
  const key = commonKey(one, other);
  if (key !== null) return { score: 1, left, right, why: [key] };
  const form = formFor(one, other);
  let best: Proposal | null = null;
  for (const pair of names) {
    const [a, b] = isTurned ? [pair[1], pair[0]] : pair;
    const score = scoreOf(a, b, form, one.kind, weights);
    if (best !== null && score <= best.score) continue;
    best = { score, left, right, why: [...new Set([a.text, b.text])] };
  }
  return best;
}

/** Countries in brackets count only where they tell something. */
function formFor(one: Candidate, other: Candidate): 'bare' | 'whole' {
  return areOfKnownCountries(one, other) ? 'bare' : 'whole';
}

function scoreOf(
  a: CandidateName,
  b: CandidateName,
  form: 'bare' | 'whole',
  kind: Kind,
  weights: WordWeights,
): number {
  const similar = nameScore(a[form], b[form], weights);
  if (kind !== 'ACTOR') return rounded(Math.max(similar, initialsScore(a[form], b[form])));
  if (similar === 1 && a.isOwn && b.isOwn) return 1;
  const least = Math.min(
    ...[a[form], b[form]]
      .filter((name) => !isUndivided(name))
      .map(({ words }) => informationIn(words, weights)),
  );
  return rounded(similar * Math.min(1, least / (NAMES_A_PERSON * weights.rarest)));
}

function rounded(score: number): number {
  return Math.round(1_000 * score) / 1_000;
}

/**
 * The information that names a person, in units of a word that only one entity has. One such word alone, as "Yusuf",
 * and common words, as "Abdul Aziz", fit too many persons.
 */
const NAMES_A_PERSON = 1.25;

function haveEqualNames(one: Candidate, other: Candidate): boolean {
  const form = formFor(one, other);
  const [own, others] = [one, other].map(({ kind, names }) =>
    names
      .filter(({ isOwn, whole }) => isOwn && (kind !== 'ACTOR' || !isOneWord(whole)))
      .map((name) => name[form].exact),
  );
  return own?.some((name) => others?.includes(name)) === true;
}

function areOfKnownCountries(one: Candidate, other: Candidate): boolean {
  return one.countries.size > 0 && other.countries.size > 0;
}

function commonKey(one: Candidate, other: Candidate): string | null {
  for (const [scheme, values] of one.keys)
    for (const value of values) if (other.keys.get(scheme)?.has(value)) return `${scheme}:${value}`;
  return null;
}

/**
 * A whole and its part often share their names, and so do two parts of one whole in one dataset. They are different
 * entities.
 */
function areParts(one: Candidate, other: Candidate): boolean {
  const isPart = !areDisjoint(one.ids, other.wholes) || !areDisjoint(other.ids, one.wholes);
  return isPart || (!areDisjoint(one.wholes, other.wholes) && !areDisjoint(one.datasets, other.datasets));
}

/** The keeper of the scheme gave them different keys. */
function schemeThatDistinguishes(one: Candidate, other: Candidate): string | undefined {
  return [...one.keys.keys()].find((scheme) => {
    const [values, others] = [one, other].map(({ keys }) => keys.get(scheme));
    return values !== undefined && others !== undefined && areDisjoint(values, others);
  });
}

function areDisjoint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return ![...a].some((each) => b.has(each));
}
