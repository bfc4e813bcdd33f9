import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { TimeOrder } from '../../queries/page.ts';
import { sourceCount, sourcePage } from '../../queries/sources.ts';
import { type Connection, connectionFrom, connectionTypes, pageOf } from '../connection.ts';
import type { Context } from '../context.ts';
import { TimeOrderEnum } from '../enums.ts';
import { EventConnection, eventConnection } from '../event/event.connection.ts';
import { EventFilter, eventFilterFrom } from '../event/event.input.ts';
import type { Event } from '../event/event.type.ts';
import { PageArguments } from '../pageArguments.ts';
import { selectedBlocks } from '../selection.ts';
import { sourcesOf } from './source.loader.ts';
import { Source, sourceFrom } from './source.type.ts';

const SourceConnection = connectionTypes(Source, 'Source', 'sources');

@Resolver(() => Source)
export class SourceResolver {
  @Query(() => Source, { nullable: true, description: 'The source with this id; null where there is none.' })
  async source(
    @Arg('id', () => ID, { description: 'Such as `source:moscow-talks-text`.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Source | null> {
    return (await sourcesOf(context, [id]))[0] ?? null;
  }

  @Query(() => SourceConnection, { description: 'All sources, in the order of their ids.' })
  async sources(
    @Args(() => PageArguments) args: PageArguments,
    @Ctx() context: Context,
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

  @FieldResolver(() => EventConnection, { description: 'The events that it reports, in order of time.' })
  async events(
    @Root() { id }: Source,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('where', () => EventFilter, { nullable: true, description: 'What they must have.' })
    where: EventFilter | null,
    @Arg('orderBy', () => TimeOrderEnum, { defaultValue: 'DATE_ASC', description: 'Their order.' })
    order: TimeOrder,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Event>> {
    const blocks = selectedBlocks(info, ['edges', 'node']);
    return await eventConnection(
      context,
      page,
      { filter: eventFilterFrom(where), order, blocks },
      { owned: 'SOURCE', id },
    );
  }
}
