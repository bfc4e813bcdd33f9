import { cypher } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import type { Graph } from '../graph/graph.ts';
import { batches } from '../loading/batches.ts';
import { readDecisions } from '../queries/allDecisions.ts';
import { canonicalIds, type DatedDecision, pairKey } from '../reasoning/decisions.ts';
import { candidatesFrom, readCandidates } from './candidates.ts';
import { exactAmong, type Group, groupsOf } from './groups.ts';
import { type ProposalOptions, proposalsAmong } from './proposals.ts';

/** What a reviewer is to decide about. */
export interface ProposedReview {
  readonly groups: readonly Group[];
  /** The number of groups of equal names that could not be accepted at once; `null` if none was to be. */
  readonly contradicting: number | null;
  /** The number of events that each of the entities takes part in, by id. */
  readonly events: ReadonlyMap<string, number>;
}

export interface ReviewOptions extends Pick<ProposalOptions, 'minimumScore' | 'dataset' | 'first'> {
  /** Whether exact names of one kind and country are accepted at once. */
  readonly acceptsExact: boolean;
  readonly onProgress?: (compared: number, of: number) => void;
}

/** Proposes entities that may be the same and about which nothing has been decided. Reads all entities. */
export async function proposeReview(graph: Graph, options: ReviewOptions): Promise<ProposedReview> {
  const rules = { ...options, isDecided: decidedBy(await graph.read(readDecisions())) };
  const candidates = candidatesFrom(await graph.read(readCandidates(), { timeoutMs: TIMEOUT_MS }));
  const proposals = proposalsAmong(candidates, {
    ...rules,
    onProgress: (compared) => options.onProgress?.(compared, candidates.length),
  });
  const exact = options.acceptsExact ? exactAmong(proposals, rules) : null;
  const groups = groupsOf(proposals, exact?.accepted ?? new Set(), rules);
  return { groups, contradicting: exact?.contradicting ?? null, events: await eventsOf(graph, groups) };
}

const TIMEOUT_MS = 600_000;

async function eventsOf(graph: Graph, groups: readonly Group[]): Promise<Map<string, number>> {
  const sides = groups.flatMap(({ proposals }) =>
    proposals.flatMap(({ left, right }) => [left.id, right.id]),
  );
  const events = new Map<string, number>();
  for (const ids of batches([...new Set(sides)])) {
    const rows = await graph.read(countEvents(ids), { timeoutMs: TIMEOUT_MS });
    for (const { id, count } of rows) events.set(id, count);
  }
  return events;
}

function countEvents(ids: readonly string[]): Statement<{ id: string; count: number }> {
  return statement(
    cypher`
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN id, COUNT { MATCH (n)-[:TOOK_PART]->(e:Event) RETURN DISTINCT e } AS count`,
    { ids },
  );
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
