import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { sourceCount, sourcePage, sourcesByIds } from '../../queries/sources.ts';
import { STORED_SOURCE } from '../../record/source.ts';
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
  @Query(() => Source, {
    nullable: true,
    description:
      'Finds one source, such as a news report or an official document, by its id. Null if no source has this id.',
  })
  async source(
    @Arg('id', () => ID, { description: 'The id of the source, such as `source:moscow-format-2021`.' })
    id: string,
    @Ctx() reader: Reader,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Source | null> {
    const [row] = await reader.read(sourcesByIds([id], selectedFields(info)));
    return row === undefined ? null : sourceFrom(row.source);
  }

  @Query(() => SourceConnection, {
    description: 'Lists all documents and datasets that report events, ordered by id.',
  })
  async sources(
    @Args(() => PageArguments) args: PageArguments,
    @Ctx() reader: Reader,
  ): Promise<Connection<Source>> {
    const page = pageOf(args, (value) => typeof value === 'string');
    const rows = await reader.read(sourcePage(page));
    const count = async (): Promise<number> => (await reader.read(sourceCount()))[0]?.count ?? 0;
    return connectionFrom(
      args,
      page,
      rows,
      ({ source }) => source[STORED_SOURCE.place.id],
      ({ source }) => sourceFrom(source),
      count,
    );
  }

  @FieldResolver(() => EventConnection, {
    description:
      'Lists the events that the source reports, in order of time. By default, only events that at least one source affirms.',
  })
  async events(
    @Root() { id }: Source,
    @Args(() => EventListArguments) args: EventListArguments,
    @Ctx() reader: Reader,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Event>> {
    return await eventConnection(reader, info, args, { owned: 'SOURCE', id });
  }
}
