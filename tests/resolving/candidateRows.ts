import { candidatesFrom, type CandidateRow } from '../../src/resolving/candidates.ts';
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

export function propose(rows: readonly CandidateRow[], options: Partial<ProposalOptions> = {}): Proposal[] {
  return proposalsAmong(candidatesFrom([...rows, ...OTHERS]), {
    ...{ minimumScore: 0.85, first: 'corpus', isDecided: () => false },
    ...options,
  });
}

/** Each as its two ids. */
export function pairs(proposals: readonly Proposal[]): string[] {
  return proposals.map(({ left, right }) => `${left.id} ${right.id}`);
}
