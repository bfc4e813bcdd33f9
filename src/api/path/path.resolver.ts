import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { PATH_TYPES } from '../../ontology/lookups.ts';
import { findPaths } from '../../answers/paths/findPaths.ts';
import type { Reader } from '../../answers/reader.ts';
import { selectedBlocks } from '../preparedOperation.ts';
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
    @Ctx() reader: Reader,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Paths> {
    const question = pathQuestionFrom(args);
    const { items, truncated } = await findPaths(
      reader,
      question,
      selectedBlocks(info, ...SUPPORT, ...EVENTS),
    );
    return {
      items: items.map((path) => pathFrom(question, path)),
      truncated,
      types: question.filter.types ?? PATH_TYPES,
    };
  }
}

/** Where an operation can select what follows from the reports, and the lists of an event. */
const SUPPORT = [['items'], ['items', 'hops', 'relationship'], ['items', 'weakestLink', 'relationship']];
const EVENTS = ['hops', 'weakestLink'].map((hop) => ['items', hop, 'relationship', 'event']);
