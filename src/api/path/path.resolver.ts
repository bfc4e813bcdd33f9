import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { entitiesByIds } from '../../queries/entities.ts';
import { type HopRow, pathHops, type PathQuestion } from '../../queries/paths.ts';
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
    // shortestPath refuses to look for a way from a node to itself.
    const rows = question.from === question.to ? [] : await context.read(pathHops(question));
    if (rows.length === 0) await checkEnds(context, question);
    if (question.from === question.to) return { items: [pathFrom([])], truncated: false };
    return pathsFrom(rows, question.limit);
  }
}

function pathsFrom(rows: readonly HopRow[], limit: number): Paths {
  const paths: HopRow[][] = [];
  for (const row of rows) (paths[row.path] ??= []).push(row);
  return {
    items: paths.slice(0, limit).map(pathFrom),
    truncated: paths.length > limit || rows.some(({ cutShort }) => cutShort),
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
