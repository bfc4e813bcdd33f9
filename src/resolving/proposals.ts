import { compareTexts } from '../ontology/compareTexts.ts';
import type { Candidate, CandidateName } from './candidates.ts';
import { likelyPairs, wordWeights } from './likelyPairs.ts';
import { minimumShare, nameScore, informationIn, type WordWeights } from './nameScore.ts';

/** Two entities that may be the same. */
export interface Proposal {
  /** From 0 to 1, in thousandths. It is 1 for a common key or for names with the same words. */
  readonly score: number;
  readonly left: Candidate;
  readonly right: Candidate;
  /** The common key, or the two similar names. */
  readonly why: string;
}

export interface ProposalOptions {
  readonly minimumScore: number;
  /** Only pairs with an entity of this dataset; all pairs by default. */
  readonly dataset?: string;
  /** The dataset whose entities are on the left, and so keep their ids. */
  readonly first: string;
  /** Whether an earlier decision says that the two differ. */
  readonly isDecided: (one: string, other: string) => boolean;
}

/** Best first; equal scores in the order of their ids. */
export function proposalsAmong(candidates: readonly Candidate[], options: ProposalOptions): Proposal[] {
  const { minimumScore, dataset, isDecided } = options;
  const weights = wordWeights(candidates);
  const proposals: Proposal[] = [];
  for (const [one, other] of likelyPairs(candidates, weights, minimumShare(minimumScore - ROUNDED))) {
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

/** The most that rounding can have raised a score by. */
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
    Math.min(informationIn(a, weights), informationIn(b, weights)) / (NAMES_A_PERSON * weights.rarest);
  return Math.round(1_000 * score * (kind === 'ACTOR' ? Math.min(1, information) : 1)) / 1_000;
}

/**
 * The information that names a person, in units of a word that only one entity has. One such word alone, as "Yusuf",
 * and common words, as "Abdul Aziz", fit too many persons.
 */
const NAMES_A_PERSON = 1.25;

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

/** The keeper of a scheme gave them different keys. */
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
