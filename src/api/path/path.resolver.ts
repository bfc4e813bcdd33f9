import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import type { EventBlocks } from '../../queries/columns.ts';
import { GraphError } from '../../graph/graphError.ts';
import { type HopRow, pathHops, type PathQuestion } from '../../queries/paths.ts';
import type { Context } from '../context.ts';
import { checkIds } from '../checkIds.ts';
import { selectedBlocks } from '../selection.ts';
import { answerFromCopy, type CopyAnswer } from './answerFromCopy.ts';
import { type AskedPaths, askedPathsFrom, PathArguments } from './path.input.ts';
import { pathFrom, Paths } from './path.type.ts';

@Resolver()
export class PathResolver {
  @Query(() => Paths, {
    description:
      'How two entities are connected: chains of dated relationships, each hop with its event and sources.',
  })
  async paths(
    @Args(() => PathArguments) args: PathArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Paths> {
    const asked = askedPathsFrom(args);
    const blocks = selectedBlocks(info, ...SUPPORT, ...EVENTS);
    if (asked.avoid.length > 0)
      await checkIds(context, { entities: { avoid: asked.avoid }, sources: undefined });
    if (asked.from === asked.to) {
      await checkEnds(context, asked);
      return { items: [pathFrom(asked, [])], truncated: false };
    }
    const { mode, direction, filter } = asked;
    const isOfNow = filter.knownBy === undefined;
    return isOfNow && direction === 'EITHER' && (mode === 'SHORTEST' || mode === 'ALL_SHORTEST')
      ? await pathsOfGraph(context, asked, { ...asked, mode, blocks })
      : await pathsOfCopy(context, asked, blocks);
  }
}

/** Where an operation can select what follows from the reports, and the lists of an event. */
const SUPPORT = [['items'], ['items', 'hops', 'relationship'], ['items', 'weakestLink', 'relationship']];
const EVENTS = ['hops', 'weakestLink'].map((hop) => ['items', hop, 'relationship', 'event']);

/** What no statement answers in time: hops in the order of time, crossed one way only, or as known by a day. */
async function pathsOfCopy(context: Context, asked: AskedPaths, blocks: EventBlocks): Promise<Paths> {
  const answer = await answerFromCopy(context, asked, blocks);
  // The graph changes faster than it can be read.
  if (answer === null) return NOT_KNOWN;
  if (![asked.from, asked.to].every((end) => answer.present.includes(end))) await checkEnds(context, asked);
  return {
    items: answer.chains.map((chain) => pathFrom(asked, crossingsOf(chain, answer), chain)),
    truncated: answer.truncated,
  };
}

function crossingsOf({ hops }: CopyAnswer['chains'][number], { evidence }: CopyAnswer) {
  return hops.flatMap(({ edge, forward, parallelCount, day = null }) => {
    const row = evidence.get(edge);
    return row === undefined ? [] : [{ ...row, forward, parallelCount, day }];
  });
}

async function pathsOfGraph(context: Context, asked: AskedPaths, question: PathQuestion): Promise<Paths> {
  const rows = await hopsOf(context, question);
  if (rows === 'GIVEN_UP') return NOT_KNOWN;
  return pathsFrom(rows, asked);
}

const NOT_KNOWN: Paths = { items: [], truncated: true };

/** Long enough wherever a longer way round is likely to be there, short enough to wait for. */
const LONGEST_SEARCH_MS = 2_000;

/**
 * Nearly always a shortest chain of relationships uses no event twice; only where none does is there more to search.
 * A search whose cost only time bounds is given up rather than failed: it may have missed paths, and the answer says so.
 */
async function hopsOf(context: Context, question: PathQuestion): Promise<HopRow[] | 'GIVEN_UP'> {
  try {
    const rows = await context.read(pathHops(question, 'QUICK'));
    if (rows.length > 0) return rows;
    await checkEnds(context, question);
    return await context.read(pathHops(question, 'THOROUGH'), LONGEST_SEARCH_MS);
  } catch (error) {
    if (error instanceof GraphError && ['TIMEOUT', 'TOO_MUCH_MEMORY'].includes(error.reason))
      return 'GIVEN_UP';
    throw error;
  }
}

function pathsFrom(rows: readonly HopRow[], asked: AskedPaths): Paths {
  const { mode, limit } = asked;
  const paths: HopRow[][] = [];
  for (const row of rows) (paths[row.path] ??= []).push(row);
  return {
    items: paths.slice(0, limit).map((hops) => pathFrom(asked, hops)),
    truncated: mode !== 'SHORTEST' && (paths.length > limit || rows.some(({ cutShort }) => cutShort)),
  };
}

/** An empty answer means "no path" only if both ends exist. */
async function checkEnds(context: Context, { from, to }: Pick<AskedPaths, 'from' | 'to'>): Promise<void> {
  await checkIds(context, { entities: { from: [from], to: [to] }, sources: undefined });
}
