import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { PATH_TYPES } from '../../ontology/lookups.ts';
import type { Reader } from '../../answers/reader.ts';
import { checkIds } from '../../answers/ids.ts';
import { selectedBlocks } from '../preparedOperation.ts';
import { checkEnds } from './checkEnds.ts';
import { findPaths } from './findPaths.ts';
import { pathQuestionFrom, PathArguments } from './path.input.ts';
import { pathFrom, Paths } from './path.type.ts';

@Resolver()
export class PathResolver {
  @Query(() => Paths, {
    description:
      'Finds how two entities are connected: chains of dated relationships, each hop with its event and sources.',
  })
  async paths(
    @Args(() => PathArguments) args: PathArguments,
    @Ctx() context: Reader,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Paths> {
    const asked = pathQuestionFrom(args);
    const types = asked.filter.types ?? PATH_TYPES;
    const blocks = selectedBlocks(info, ...SUPPORT, ...EVENTS);
    if (asked.avoid.length > 0)
      await checkIds(context, { entities: { avoid: asked.avoid }, sources: undefined });
    if (asked.from === asked.to) {
      await checkEnds(context, asked);
      return { items: [pathFrom(asked, [])], truncated: false, types };
    }
    return { ...(await findPaths(context, asked, blocks)), types };
  }
}

/** Where an operation can select what follows from the reports, and the lists of an event. */
const SUPPORT = [['items'], ['items', 'hops', 'relationship'], ['items', 'weakestLink', 'relationship']];
const EVENTS = ['hops', 'weakestLink'].map((hop) => ['items', hop, 'relationship', 'event']);
