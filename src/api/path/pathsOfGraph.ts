import { GraphError } from '../../graph/graphError.ts';
import { type HopRow, pathHops, type HopsQuestion } from '../../queries/paths.ts';
import type { Reader } from '../../answers/reader.ts';
import { checkEnds } from './checkEnds.ts';
import type { PathQuestion } from './path.input.ts';
import { type FoundPaths, pathFrom } from './path.type.ts';

/** The shortest paths, by a statement that searches in the graph itself. */
export async function pathsOfGraph(
  context: Reader,
  asked: PathQuestion,
  question: HopsQuestion,
): Promise<FoundPaths> {
  const rows = await hopsOf(context, question);
  if (rows === 'GIVEN_UP') return { items: [], truncated: true };
  return pathsFrom(rows, asked);
}

/** Long enough wherever a longer way round is likely to be there, short enough to wait for. */
const GRAPH_SEARCH_TIMEOUT_MS = 2_000;

/**
 * Nearly always a shortest chain of relationships uses no event twice; only where none does is there more to search.
 * A search whose cost only time bounds is given up rather than failed: it may have missed paths, and the answer says so.
 */
async function hopsOf(context: Reader, question: HopsQuestion): Promise<HopRow[] | 'GIVEN_UP'> {
  try {
    const rows = await context.read(pathHops(question, 'QUICK'));
    if (rows.length > 0) return rows;
    await checkEnds(context, question);
    // One hop uses no event twice; and Neo4j refuses the pattern.
    if (question.maxHops === 1) return [];
    return await context.read(pathHops(question, 'THOROUGH'), GRAPH_SEARCH_TIMEOUT_MS);
  } catch (error) {
    if (error instanceof GraphError && ['TIMEOUT', 'TOO_MUCH_MEMORY'].includes(error.reason))
      return 'GIVEN_UP';
    throw error;
  }
}

function pathsFrom(rows: readonly HopRow[], asked: PathQuestion): FoundPaths {
  const { mode, limit } = asked;
  const paths: HopRow[][] = [];
  for (const row of rows) (paths[row.path] ??= []).push(row);
  return {
    items: paths.slice(0, limit).map((hops) => pathFrom(asked, hops)),
    truncated: mode !== 'SHORTEST' && (paths.length > limit || rows.some(({ cutShort }) => cutShort)),
  };
}
