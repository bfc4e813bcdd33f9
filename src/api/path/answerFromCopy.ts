import { chainEvidence, type EvidenceRow } from '../../queries/chainEvidence.ts';
import type { EventBlocks } from '../../queries/columns.ts';
import { versionText } from '../../queries/graphVersion.ts';
import type { RelationshipRow } from '../../queries/relationshipPage.ts';
import type { TemporalEdges } from '../../reasoning/temporal/temporalEdges.ts';
import type { Context } from '../context.ts';
import { type Chain, findChains } from './findChains.ts';
import type { AskedPaths } from './path.input.ts';
import type { RelationshipsAt } from './relationshipCopy.ts';

/** Chains found in the copy, with what the graph holds of their relationships. */
export interface CopyAnswer {
  readonly chains: readonly Chain[];
  readonly truncated: boolean;
  /** By the index of the relationship. */
  readonly evidence: ReadonlyMap<number, FoundRow>;
  /** Those of the two ends that exist. */
  readonly present: readonly string[];
}

/**
 * The paths, from the copy of all relationships. What they rest on is read from the graph in one statement, which also
 * tells the graph's version: a copy of another version is read again, once. @returns null if that one is stale too: the graph changes faster than
 * it can be read
 */
export async function answerFromCopy(
  context: Context,
  asked: AskedPaths,
  blocks: EventBlocks,
): Promise<CopyAnswer | null> {
  const copy = await context.relationships.get();
  const answer = await answerFrom(copy, context, asked, blocks);
  if (answer !== null) return answer;
  return await answerFrom(await context.relationships.insteadOf(copy), context, asked, blocks);
}

async function answerFrom(
  { edges, version }: RelationshipsAt,
  context: Context,
  asked: AskedPaths,
  blocks: EventBlocks,
): Promise<CopyAnswer | null> {
  if (version === null) return null;
  const { chains, truncated } = findChains(edges, asked);
  const crossed = [...new Set(chains.flatMap(({ hops }) => hops.map(({ edge }) => edge)))];
  const keys = crossed.map((edge) => keyOf(edges, edge));
  const rows = await context.read(chainEvidence(keys, [asked.from, asked.to], asked.filter, blocks));
  const found = rows.filter(isFound);
  const [first] = rows;
  const isStale =
    first === undefined || versionText(first.version) !== version || found.length !== crossed.length;
  if (isStale) return null;
  const evidence = new Map(found.map((row, index) => [crossed[index] ?? -1, row]));
  return { chains, truncated, evidence, present: first.present };
}

type FoundRow = EvidenceRow & RelationshipRow;

function isFound(row: EvidenceRow): row is FoundRow {
  return row.relationshipType !== null;
}

function keyOf({ entities, events, from, to, event }: TemporalEdges, edge: number) {
  const text = (texts: readonly string[], index: number | undefined) => texts[index ?? -1] ?? '';
  return { from: text(entities, from[edge]), to: text(entities, to[edge]), event: text(events, event[edge]) };
}
