import { compareTexts } from '../ontology/compareTexts.ts';
import type { Candidate, CandidateName } from './candidates.ts';
import { likelyPairs, wordWeights } from './likelyPairs.ts';
import { leastShare, nameScore, informationIn, type WordWeights } from './nameScore.ts';

/** Two entities that may be one. */
export interface Proposal {
  /** From 0 to 1, in thousandths: 1 for a common key, or a name with the same words. */
  readonly score: number;
  readonly left: Candidate;
  readonly right: Candidate;
  /** The key that both have, or the two names that are alike. */
  readonly why: string;
}

export interface ProposalOptions {
  readonly minimumScore: number;
  /** Only pairs of which one belongs to this dataset; all where it is absent. */
  readonly dataset?: string;
  /** Its entities stand on the left, and so keep their ids. */
  readonly first: string;
  /** Whether it has been decided already that the two differ. */
  readonly isDecided: (one: string, other: string) => boolean;
}

/** Best first; of equals in the order of their ids. */
export function proposalsAmong(candidates: readonly Candidate[], options: ProposalOptions): Proposal[] {
  const { minimumScore, dataset, isDecided } = options;
  const weights = wordWeights(candidates);
  const proposals: Proposal[] = [];
  for (const [one, other] of likelyPairs(candidates, weights, leastShare(minimumScore - ROUNDED))) {
    if (dataset !== undefined && !one.datasets.has(dataset) && !other.datasets.has(dataset)) continue;
    if (isDecided(one.id, other.id)) continue;
    const [left, right] = inOrder(one, other, options.first);
    const { score, why } = agreement(left, right, weights);
    if (score >= minimumScore) proposals.push({ score, left, right, why });
  }
  return proposals.sort(
    (a, b) => b.score - a.score || compareTexts(a.left.id, b.left.id) || compareTexts(a.right.id, b.right.id),
  );
}

/** By how much rounding may have raised a score. */
const ROUNDED = 0.000_5;

type Agreement = Pick<Proposal, 'score' | 'why'>;

const NONE: Agreement = { score: 0, why: '' };

function agreement(one: Candidate, other: Candidate, weights: WordWeights): Agreement {
  const key = commonKey(one, other);
  if (key !== null) return { score: 1, why: key };
  if (one.kind !== other.kind || keysContradict(one, other) || areParts(one, other)) return NONE;
  const isKnown = one.countries.size > 0 && other.countries.size > 0;
  if (isKnown && areDisjoint(one.countries, other.countries)) return NONE;
  const wordsIn = ({ words, bare }: CandidateName): readonly string[] => (isKnown ? bare : words);
  let best = NONE;
  for (const a of one.names) {
    for (const b of other.names) {
      const score = scoreOf(wordsIn(a), wordsIn(b), one, weights);
      if (score > best.score) best = { score, why: a.text === b.text ? a.text : `${a.text} ~ ${b.text}` };
    }
  }
  return best;
}

function scoreOf(
  a: readonly string[],
  b: readonly string[],
  { kind }: Candidate,
  weights: WordWeights,
): number {
  if (a.length === 0 || b.length === 0) return 0;
  const score = nameScore(a, b, weights);
  const information =
    Math.min(informationIn(a, weights), informationIn(b, weights)) / (NAMES_A_PERSON * weights.most);
  return Math.round(1_000 * score * (kind === 'ACTOR' ? Math.min(1, information) : 1)) / 1_000;
}

/** In words that nobody else has; by one alone, as "Yusuf", and by common ones, as "Abdul Aziz", too many are called. */
const NAMES_A_PERSON = 1.25;

function commonKey(one: Candidate, other: Candidate): string | null {
  for (const [scheme, values] of one.keys)
    for (const value of values) if (other.keys.get(scheme)?.has(value)) return `${scheme}:${value}`;
  return null;
}

/** A whole and its part often share their names, as do the parts that one dataset has of a whole; they are two. */
function areParts(one: Candidate, other: Candidate): boolean {
  const isPart = !areDisjoint(one.ids, other.wholes) || !areDisjoint(other.ids, one.wholes);
  return isPart || (!areDisjoint(one.wholes, other.wholes) && !areDisjoint(one.datasets, other.datasets));
}

/** Whoever keeps the keys of a scheme gave them different ones. */
function keysContradict(one: Candidate, other: Candidate): boolean {
  return [...one.keys].some(([scheme, values]) => {
    const others = other.keys.get(scheme);
    return others !== undefined && areDisjoint(values, others);
  });
}

function areDisjoint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return ![...a].some((each) => b.has(each));
}

function inOrder(one: Candidate, other: Candidate, first: string): readonly [Candidate, Candidate] {
  const ranked = [one, other].sort(
    (a, b) => Number(b.datasets.has(first)) - Number(a.datasets.has(first)) || compareTexts(a.id, b.id),
  );
  return ranked as unknown as readonly [Candidate, Candidate];
}
