import { chainEvidence, type EvidenceRow } from '../../queries/chainEvidence.ts';
import type { EventBlocks } from '../../queries/parts/columns.ts';
import { versionText } from '../../queries/contentVersion.ts';
import type { RelationshipRow } from '../../queries/relationshipPage.ts';
import { PRINCIPAL, type TemporalEdges } from '../../paths/temporalEdges.ts';
import type { Reader } from '../../answers/reader.ts';
import { type FoundPath, findChains } from './findChains.ts';
import type { PathQuestion } from './path.input.ts';
import type { Snapshot } from '../../answers/snapshot.ts';

/** Chains found in the copy, with what the graph holds of their relationships. */
export interface SnapshotPaths {
  readonly chains: readonly FoundPath[];
  readonly truncated: boolean;
  /** By the index of the relationship. */
  readonly evidence: ReadonlyMap<number, RelationshipRow>;
  /** Those of the two ends that exist. */
  readonly present: readonly string[];
}

/**
 * The paths, from this copy of all relationships. What they rest on is read from the graph in one statement, which also
 * tells the graph's version.
 * @returns null if the copy is of another version; it is then dismissed
 */
export async function pathsFromSnapshot(
  copy: Snapshot,
  context: Reader,
  asked: PathQuestion,
  blocks: EventBlocks,
): Promise<SnapshotPaths | null> {
  const { edges, version } = copy;
  if (version === null) return null;
  const { chains, truncated } = await context.exclusive(() => findChains(edges, asked));
  const crossed = [...new Set(chains.flatMap(({ hops }) => hops.map(({ edge }) => edge)))];
  const keys = crossed.map((edge) => keyOf(edges, edge));
  const rows = await context.read(chainEvidence(keys, [asked.from, asked.to], asked.filter, blocks));
  const found = rows.filter((row) => row.id !== null);
  const [first] = rows;
  const isStale =
    first === undefined || versionText(first.version) !== version || found.length !== crossed.length;
  if (isStale) {
    context.relationships.invalidate(copy);
    return null;
  }
  const evidence = crossed.map((edge, index) => [edge, rowOf(edges, edge, found[index])] as const);
  return { chains, truncated, evidence: new Map(evidence), present: first.present };
}

/** What was read of the relationship, and from the copy what was not. */
function rowOf({ flags, sourceLists, sources }: TemporalEdges, edge: number, row?: EvidenceRow) {
  return {
    relationshipType: row?.type,
    level: ((flags[edge] ?? 0) & PRINCIPAL) === 0 ? 'NAMED' : 'PRINCIPAL',
    relationshipSources: sourceLists[sources[edge] ?? -1] ?? [],
    ...row,
  } as RelationshipRow;
}

function keyOf({ entities, events, from, to, event }: TemporalEdges, edge: number) {
  const text = (texts: readonly string[], index: number | undefined) => texts[index ?? -1] ?? '';
  return { from: text(entities, from[edge]), to: text(entities, to[edge]), event: text(events, event[edge]) };
}
