import type { EventBlocks } from '../../queries/parts/columns.ts';
import type { HopsQuestion } from '../../queries/paths.ts';
import type { Reader } from '../../answers/reader.ts';
import { pathsFromSnapshot, type SnapshotPaths } from './pathsFromSnapshot.ts';
import { checkEnds } from './checkEnds.ts';
import { pathsOfGraph } from './pathsOfGraph.ts';
import type { PathQuestion } from './path.input.ts';
import { type FoundPaths, pathFrom } from './path.type.ts';

/**
 * The paths between two entities, from the copy of all relationships where there is one of the graph's version. Else
 * the shortest paths are found by a statement, in the same order, while the copy is read; for other modes it is waited.
 */
export async function findPaths(
  context: Reader,
  asked: PathQuestion,
  blocks: EventBlocks,
): Promise<FoundPaths> {
  const question = statementFor(asked, blocks);
  const answer =
    question === null ? await awaitCopy(context, asked, blocks) : await tryCopy(context, asked, blocks);
  if (answer !== null) return await pathsOfCopy(context, asked, answer);
  if (question !== null) return await pathsOfGraph(context, asked, question);
  // The graph changes faster than it can be read.
  return { items: [], truncated: true };
}

/** `null` for what no statement answers in time: hops in the order of time, crossed one way only, or as known by a day. */
function statementFor(asked: PathQuestion, blocks: EventBlocks): HopsQuestion | null {
  const { mode, direction, filter } = asked;
  if (direction !== 'EITHER' || filter.knownBy !== undefined) return null;
  return mode === 'SHORTEST' || mode === 'ALL_SHORTEST' ? { ...asked, mode, blocks } : null;
}

async function tryCopy(
  context: Reader,
  asked: PathQuestion,
  blocks: EventBlocks,
): Promise<SnapshotPaths | null> {
  const copy = context.relationships.peek();
  return copy && (await pathsFromSnapshot(copy, context, asked, blocks));
}

/** From a copy that is read first, or again, where it must be. */
async function awaitCopy(
  context: Reader,
  asked: PathQuestion,
  blocks: EventBlocks,
): Promise<SnapshotPaths | null> {
  const { relationships } = context;
  return (
    (await pathsFromSnapshot(await relationships.get(), context, asked, blocks)) ??
    (await pathsFromSnapshot(await relationships.get(), context, asked, blocks))
  );
}

async function pathsOfCopy(context: Reader, asked: PathQuestion, answer: SnapshotPaths): Promise<FoundPaths> {
  if (![asked.from, asked.to].every((end) => answer.present.includes(end))) await checkEnds(context, asked);
  return {
    items: answer.chains.map((chain) => pathFrom(asked, hopRowsOf(chain, answer), chain)),
    truncated: answer.truncated,
  };
}

function hopRowsOf({ hops }: SnapshotPaths['chains'][number], { evidence }: SnapshotPaths) {
  return hops.flatMap(({ edge, forward, parallelCount, day = null }) => {
    const row = evidence.get(edge);
    return row === undefined ? [] : [{ ...row, forward, parallelCount, day }];
  });
}
