import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { sourceCount, sourcePage, sourcesByIds } from '../../queries/sources.ts';
import { type Connection, connectionFrom, connectionTypes, pageOf, PageArguments } from '../connection.ts';
import type { Reader } from '../../answers/reader.ts';
import { EventConnection, eventConnection } from '../event/event.connection.ts';
import { EventListArguments } from '../event/event.input.ts';
import type { Event } from '../event/event.type.ts';
import { selectedFields } from '../preparedOperation.ts';
import { Source, sourceFrom } from './source.type.ts';

const SourceConnection = connectionTypes(Source, 'Source', 'sources');

@Resolver(() => Source)
export class SourceResolver {
  @Query(() => Source, { nullable: true, description: 'The source with this id; null where there is none.' })
  async source(
    @Arg('id', () => ID, { description: 'Such as `source:moscow-format-2021`.' }) id: string,
    @Ctx() context: Reader,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Source | null> {
    const [row] = await context.read(sourcesByIds([id], selectedFields(info)));
    return row === undefined ? null : sourceFrom(row.source);
  }

  @Query(() => SourceConnection, { description: 'All sources, in the order of their ids.' })
  async sources(
    @Args(() => PageArguments) args: PageArguments,
    @Ctx() context: Reader,
  ): Promise<Connection<Source>> {
    const page = pageOf(args, (value) => typeof value === 'string');
    const rows = await context.read(sourcePage(page));
    const count = async (): Promise<number> => (await context.read(sourceCount()))[0]?.count ?? 0;
    return connectionFrom(
      args,
      page,
      rows,
      ({ source }) => source[0],
      ({ source }) => sourceFrom(source),
      count,
    );
  }

  @FieldResolver(() => EventConnection, {
    description:
      'Events that it reports, in order of time; without `stances`, only those that some source affirms.',
  })
  async events(
    @Root() { id }: Source,
    @Args(() => EventListArguments) args: EventListArguments,
    @Ctx() context: Reader,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Event>> {
    return await eventConnection(context, info, args, { owned: 'SOURCE', id });
  }
}
