import { candidatesFrom, type CandidateRow } from '../../src/resolving/candidates.ts';
import { exactAmong, type Group, groupsOf } from '../../src/resolving/groups.ts';
import { type Proposal, type ProposalOptions, proposalsAmong } from '../../src/resolving/proposals.ts';

/** An entity of the dataset that its id begins with: `un-1`. */
export function row(id: string, name: string, changes: Partial<CandidateRow> = {}): CandidateRow {
  return {
    ...{ id, name, kind: 'ACTOR', aliases: [], canonical: null },
    datasets: [id.replace(/-.*/, '')],
    ...{ identifiers: [], wholes: [], countries: [] },
    ...changes,
  };
}

/** Entities that are like no other; among so many, a word that two have tells something. */
export const OTHERS = Array.from({ length: 20 }, (_, i) => row(`other-${i}`, `${i}st ${i}nd`));

const RULES = { minimumScore: 0.85, first: 'corpus', isDecided: () => false };

export function propose(rows: readonly CandidateRow[], options: Partial<ProposalOptions> = {}): Proposal[] {
  return proposalsAmong(candidatesFrom([...rows, ...OTHERS]), { ...RULES, ...options });
}

/** The groups, with what is exact accepted. */
export function group(rows: readonly CandidateRow[], options: Partial<ProposalOptions> = {}) {
  const proposals = propose(rows, options);
  const { accepted, contradicting } = exactAmong(proposals, { ...RULES, ...options });
  return { groups: groupsOf(proposals, accepted, { ...RULES, ...options }), contradicting };
}

/** The pairs that are accepted, each as its two ids. */
export function acceptedIn(groups: readonly Group[]): string[] {
  return pairs(groups.flatMap(({ proposals }) => proposals).filter(({ isAccepted }) => isAccepted));
}

/** Each as its two ids. */
export function pairs(proposals: readonly Proposal[]): string[] {
  return proposals.map(({ left, right }) => `${left.id} ${right.id}`);
}
