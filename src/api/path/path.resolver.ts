import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { entitiesByIds } from '../../queries/entities.ts';
import { GraphError } from '../../graph/graphError.ts';
import { type HopRow, isMixed, pathHops, type PathQuestion } from '../../queries/paths.ts';
import type { Context } from '../context.ts';
import { badInput } from '../errors.ts';
import { selectedBlocks } from '../selection.ts';
import { PathArguments, pathQuestionFrom } from './path.input.ts';
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
    const blocks = selectedBlocks(info, ['items', 'hops', 'relationship', 'event']);
    const question: PathQuestion = { ...pathQuestionFrom(args), blocks };
    if (question.from === question.to) {
      await checkEnds(context, question);
      return { items: [pathFrom([])], truncated: false };
    }
    const rows = await hopsOf(context, question);
    if (rows === 'GIVEN_UP') return { items: [], truncated: true };
    if (rows.length === 0) await checkEnds(context, question);
    return pathsFrom(rows, question);
  }
}

/** Long enough wherever a longer way round is likely to be there, short enough to wait for. */
const LONGEST_SEARCH_MS = 2_000;

/**
 * Nearly always a shortest chain of relationships uses no event twice; only where none does is there more to search.
 * A search whose cost only time bounds is given up rather than failed: it may have missed paths, and the answer says so.
 */
async function hopsOf(context: Context, question: PathQuestion): Promise<HopRow[] | 'GIVEN_UP'> {
  try {
    const rows = await context.read(
      pathHops(question, 'QUICK'),
      isMixed(question) ? LONGEST_SEARCH_MS : undefined,
    );
    return rows.length > 0 ? rows : await context.read(pathHops(question, 'THOROUGH'), LONGEST_SEARCH_MS);
  } catch (error) {
    if (error instanceof GraphError && ['TIMEOUT', 'TOO_MUCH_MEMORY'].includes(error.reason))
      return 'GIVEN_UP';
    throw error;
  }
}

function pathsFrom(rows: readonly HopRow[], { mode, limit }: PathQuestion): Paths {
  const paths: HopRow[][] = [];
  for (const row of rows) (paths[row.path] ??= []).push(row);
  return {
    items: paths.slice(0, limit).map(pathFrom),
    truncated: mode !== 'SHORTEST' && (paths.length > limit || rows.some(({ cutShort }) => cutShort)),
  };
}

/** An empty answer means "no path" only if both ends exist. */
async function checkEnds(context: Context, { from, to }: PathQuestion): Promise<void> {
  const known = new Set((await context.read(entitiesByIds([from, to]))).map(({ entity }) => entity[0]));
  for (const [argument, id] of Object.entries({ from, to })) {
    if (!known.has(id))
      throw badInput(
        argument,
        `no entity has the id "${id}"; find it by its name with "entities(search: …)".`,
      );
  }
}
