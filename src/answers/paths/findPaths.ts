import { checkIds } from '../ids.ts';
import { GraphError } from '../../graph/graphError.ts';
import { PATH_TYPES } from '../../ontology/lookups.ts';
import { type Direction, DIRECTIONS, type PathSearch } from '../../paths/edgeRules.ts';
import { findPaths as findInMemory, PATH_MODES, type PathMode } from '../../paths/pathModes.ts';
import type { FoundPath, FoundPaths, PathHop } from '../../paths/pathHop.ts';
import { PRINCIPAL, type TemporalEdges } from '../../paths/temporalEdges.ts';
import { chainEvidence, type EvidenceRow } from '../../queries/chainEvidence.ts';
import { versionText } from '../../queries/contentVersion.ts';
import type { EventBlocks } from '../../queries/parts/columns.ts';
import type { EdgeCriteria } from '../../queries/parts/edgeCriteria.ts';
import { type HopRow, pathHops, type HopsQuestion } from '../../queries/paths.ts';
import type { RelationshipRow } from '../../queries/relationshipPage.ts';
import type { Reader } from '../reader.ts';
import type { Snapshot } from '../snapshot.ts';

/** A question about paths, whose arguments were checked. */
export interface PathQuestion {
  readonly from: string;
  readonly to: string;
  readonly mode: PathMode;
  readonly filter: Omit<EdgeCriteria, 'kinds'>;
  readonly direction: Direction;
  readonly strict: boolean;
  readonly maxHops: number;
  readonly limit: number;
  /** Entities that no path may touch. */
  readonly avoid: readonly string[];
}

export interface PathAnswer extends Pick<FoundPaths, 'truncated'> {
  readonly items: readonly AnsweredPath[];
}

/** A path with the relationships that its hops cross. */
export interface AnsweredPath extends Pick<FoundPath, 'departs' | 'arrives'> {
  readonly hops: readonly CrossedRow[];
}

/** A relationship as it is crossed. */
export interface CrossedRow extends RelationshipRow, Pick<PathHop, 'forward' | 'parallelCount' | 'day'> {
  /** Its date as it was known, if the question asks for that. */
  readonly crossedEdtf?: string;
  readonly crossedQualified?: boolean;
  readonly crossedDisputed?: boolean;
}

/**
 * The paths between two entities, from the snapshot of all relationships if there is one of the graph's version. Else
 * a statement finds the same paths in the same order while the snapshot is read. A question that no statement answers
 * waits for the snapshot.
 */
export async function findPaths(
  reader: Reader,
  question: PathQuestion,
  blocks: EventBlocks,
): Promise<PathAnswer> {
  const { from, to, avoid } = question;
  if (avoid.length > 0) await checkIds(reader, { entities: { avoid }, sources: undefined });
  if (from === to) {
    await checkEnds(reader, question);
    return { items: [{ hops: [], departs: null, arrives: null }], truncated: false };
  }
  const canStatement = hasStatement(question);
  const answer = canStatement
    ? await fromSnapshotAtHand(reader, question, blocks)
    : await fromSnapshotRead(reader, question, blocks);
  if (answer !== null) return answer;
  if (canStatement) return await fromGraph(reader, question, blocks);
  // The graph changes faster than it can be read.
  return { items: [], truncated: true };
}

/** Conditions of a question that the search in memory does not know. There must be none: it would drop them. */
type Unsearched = Exclude<keyof PathQuestion['filter'], keyof PathSearch>;

/** What each hop must fulfil by itself, and in modes of time their order. */
export function searchOf({ filter, ...search }: PathQuestion & Record<Unsearched, never>): PathSearch {
  return { ...search, ...filter, types: filter.types ?? PATH_TYPES };
}

/** No statement answers in time for hops in the order of time, crossed one way only, or as known by a day. */
function hasStatement({ mode, direction, filter }: PathQuestion): boolean {
  const { along, against } = DIRECTIONS[direction];
  return PATH_MODES[mode].byStatement && along && against && filter.knownBy === undefined;
}

async function fromSnapshotAtHand(
  reader: Reader,
  question: PathQuestion,
  blocks: EventBlocks,
): Promise<PathAnswer | null> {
  const snapshot = reader.relationships.peek();
  return snapshot && (await fromSnapshot(snapshot, reader, question, blocks));
}

/** From a snapshot that is read first, or again, if it must be. */
async function fromSnapshotRead(
  reader: Reader,
  question: PathQuestion,
  blocks: EventBlocks,
): Promise<PathAnswer | null> {
  const { relationships } = reader;
  return (
    (await fromSnapshot(await relationships.get(), reader, question, blocks)) ??
    (await fromSnapshot(await relationships.get(), reader, question, blocks))
  );
}

/**
 * The paths in this snapshot. What they rest on is read from the graph in one statement, which also gives the graph's
 * version. @returns null if the snapshot is of another version; it is then invalidated
 */
async function fromSnapshot(
  snapshot: Snapshot,
  reader: Reader,
  question: PathQuestion,
  blocks: EventBlocks,
): Promise<PathAnswer | null> {
  const { edges, version } = snapshot;
  if (version === null) return null;
  const ends = [question.from, question.to];
  const search = searchOf(question);
  const { paths, truncated } = await reader.exclusive(() => findInMemory(edges, question.mode, search));
  const crossed = [...new Set(paths.flatMap(({ hops }) => hops.map(({ edge }) => edge)))];
  const keys = crossed.map((edge) => keyOf(edges, edge));
  const rows = await reader.read(chainEvidence(keys, ends, question.filter, blocks));
  const found = rows.filter((row) => row.id !== null);
  const [first] = rows;
  if (first === undefined || versionText(first.version) !== version || found.length !== crossed.length) {
    reader.relationships.invalidate(snapshot);
    return null;
  }
  if (!ends.every((end) => first.present.includes(end))) await checkEnds(reader, question);
  const evidence = new Map(crossed.map((edge, index) => [edge, rowOf(edges, edge, found[index])]));
  return { items: paths.map((path) => answeredPath(path, evidence)), truncated };
}

/** @param evidence by the index of the relationship */
function answeredPath(
  { hops, departs, arrives }: FoundPath,
  evidence: ReadonlyMap<number, RelationshipRow>,
): AnsweredPath {
  const rows = hops.flatMap(({ edge, forward, parallelCount, day }) => {
    const row = evidence.get(edge);
    return row === undefined ? [] : [{ ...row, forward, parallelCount, day }];
  });
  return { hops: rows, departs, arrives };
}

/** What was read of the relationship, and from the snapshot what was not. */
function rowOf(
  { flags, sourceLists, sources, origins, origin }: TemporalEdges,
  edge: number,
  row?: EvidenceRow,
) {
  return {
    relationshipType: row?.type,
    level: ((flags[edge] ?? 0) & PRINCIPAL) === 0 ? 'NAMED' : 'PRINCIPAL',
    relationshipSources: sourceLists[sources[edge] ?? -1] ?? [],
    relationshipDatasets: origins[origin[edge] ?? -1]?.datasets ?? [],
    ...row,
  } as RelationshipRow;
}

function keyOf({ entities, events, from, to, event }: TemporalEdges, edge: number) {
  const text = (texts: readonly string[], index: number | undefined) => texts[index ?? -1] ?? '';
  return { from: text(entities, from[edge]), to: text(entities, to[edge]), event: text(events, event[edge]) };
}

/** The paths that a statement finds in the graph itself. */
async function fromGraph(reader: Reader, question: PathQuestion, blocks: EventBlocks): Promise<PathAnswer> {
  const { takes } = PATH_MODES[question.mode];
  const most = takes.limit ? question.limit : 1;
  // One path more is read, to know whether there are more.
  const rows = await hopsInGraph(reader, { ...question, limit: takes.limit ? most + 1 : most, blocks });
  if (rows === 'GIVEN_UP') return { items: [], truncated: true };
  const paths: CrossedRow[][] = [];
  for (const row of rows) (paths[row.path] ??= []).push({ ...row, day: null });
  return {
    items: paths.slice(0, most).map((hops) => ({ hops, departs: null, arrives: null })),
    truncated: takes.limit && (paths.length > most || rows.some(({ cutShort }) => cutShort)),
  };
}

/** Long enough wherever a longer way round is likely to be there, short enough to wait for. */
const GRAPH_SEARCH_TIMEOUT_MS = 2_000;

/**
 * Nearly always a shortest path uses no event twice; only if none does is there more to search. A search whose cost
 * only time bounds is given up rather than failed: it may have missed paths, and the answer says so.
 */
async function hopsInGraph(reader: Reader, question: HopsQuestion): Promise<HopRow[] | 'GIVEN_UP'> {
  try {
    const rows = await reader.read(pathHops(question, 'QUICK'));
    if (rows.length > 0) return rows;
    await checkEnds(reader, question);
    // One hop uses no event twice; and Neo4j refuses the pattern.
    if (question.maxHops === 1) return [];
    return await reader.read(pathHops(question, 'THOROUGH'), GRAPH_SEARCH_TIMEOUT_MS);
  } catch (error) {
    if (error instanceof GraphError && ['TIMEOUT', 'TOO_MUCH_MEMORY'].includes(error.reason))
      return 'GIVEN_UP';
    throw error;
  }
}

/** An empty answer means "no path" only if both ends exist. */
async function checkEnds(reader: Reader, { from, to }: Pick<PathQuestion, 'from' | 'to'>): Promise<void> {
  await checkIds(reader, { entities: { from: [from], to: [to] }, sources: undefined });
}
