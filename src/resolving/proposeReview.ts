import type { Graph } from '../graph/graph.ts';
import { readDecisions } from '../queries/allDecisions.ts';
import { canonicalIds, type DatedDecision, pairKey } from '../reasoning/decisions.ts';
import { candidatesFrom, readCandidates } from './candidates.ts';
import { type Proposal, type ProposalOptions, proposalsAmong } from './proposals.ts';

/** Proposes pairs of entities that may be the same and about which nothing has been decided. Reads all entities. */
export async function proposeReview(
  graph: Graph,
  options: Omit<ProposalOptions, 'isDecided'>,
): Promise<Proposal[]> {
  const decisions = await graph.read(readDecisions());
  const rows = await graph.read(readCandidates(), { timeoutMs: 600_000 });
  return proposalsAmong(candidatesFrom(rows), { ...options, isDecided: decidedBy(decisions) });
}

/** A decision that two entities differ holds for all that were joined with either. */
function decidedBy(decisions: readonly DatedDecision[]): ProposalOptions['isDecided'] {
  const ids = canonicalIds(decisions);
  const canonical = (id: string): string => ids.get(id) ?? id;
  const different = new Set(
    decisions
      .filter(({ verdict }) => verdict === 'different')
      .map(({ left, right }) => pairKey({ left: canonical(left), right: canonical(right) })),
  );
  return (left, right) => different.has(pairKey({ left, right }));
}
