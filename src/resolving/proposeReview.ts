import type { Graph } from '../graph/graph.ts';
import { readDecisions } from '../queries/allDecisions.ts';
import { canonicalIds, type DatedDecision, pairKey } from '../reasoning/decisions.ts';
import { candidatesFrom } from './candidates.ts';
import { type Proposal, type ProposalOptions, proposalsAmong } from './proposals.ts';
import { readCandidates } from './statements/candidateStatements.ts';

/** Which entities of the graph may be one, of those about which nothing has been decided. Reads all entities. */
export async function proposeReview(
  graph: Graph,
  options: Omit<ProposalOptions, 'isDecided'>,
): Promise<Proposal[]> {
  const decisions = await graph.read(readDecisions());
  const rows = await graph.read(readCandidates(), { timeoutMs: 600_000 });
  return proposalsAmong(candidatesFrom(rows), { ...options, isDecided: decidedBy(decisions) });
}

/** A decision that two differ holds for all that have been joined with either. */
function decidedBy(decisions: readonly DatedDecision[]): ProposalOptions['isDecided'] {
  const ids = canonicalIds(decisions);
  const known = (id: string): string => ids.get(id) ?? id;
  const different = new Set(
    decisions
      .filter(({ verdict }) => verdict === 'different')
      .map(({ left, right }) => pairKey({ left: known(left), right: known(right) })),
  );
  return (left, right) => different.has(pairKey({ left, right }));
}
