import type { Certainty } from '../../time/period.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { counterpartCounts, counterparts, type CounterpartCursor } from '../../queries/counterparts.ts';
import type { Coding } from '../../ontology/codings.ts';
import { postsOf } from '../../answers/posts.ts';
import type { Day } from '../../time/day.ts';
import { type Connection, connectionFrom, connectionTypes, pageOf, PageArguments } from '../connection.ts';
import type { Reader } from '../../answers/reader.ts';
import { EventConnection, eventConnection } from '../event/event.connection.ts';
import { EventListArguments } from '../event/event.input.ts';
import type { Event } from '../event/event.type.ts';
import { checkList } from '../argumentChecks.ts';
import { CertaintyEnum, CodingEnum } from '../enums.ts';
import { KnownArguments } from '../knownArguments.ts';
import { RelationshipConnection, relationshipConnection } from '../relationship/relationship.connection.ts';
import { RelationshipListArguments } from '../relationship/relationship.input.ts';
import type { Relationship } from '../relationship/relationship.type.ts';
import { DateScalar } from '../scalars.ts';
import { Counterpart, counterpartFrom } from './counterpart.type.ts';
import { CounterpartFilter, counterpartFilterFrom } from './entity.input.ts';
import { Entity } from './entity.type.ts';
import { Post, postFrom } from './post.type.ts';

const CounterpartConnection = connectionTypes(Counterpart, 'Counterpart', 'counterparts');

@ArgsType()
class PostArguments extends KnownArguments {
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Only posts that may be held on this day (UTC), as `status` with regime POST says, or with `certainty: CERTAIN` those that must be. By default, all that were ever held.',
  })
  declare on?: Day | null;

  @Field(() => CertaintyEnum, {
    defaultValue: 'POSSIBLE',
    description: 'Whether posts count that may be held on `on`, or only those that must be.',
  })
  declare certainty: Certainty;

  @Field(() => [CodingEnum], {
    nullable: true,
    description:
      'Only reports whose source was read so. By default HUMAN and REGISTER: what a program read sets no status.',
  })
  declare coding?: Coding[] | null;
}

/** The events, relationships and posts of an entity. */
@Resolver(() => Entity)
export class EntityRelationsResolver {
  @FieldResolver(() => EventConnection, {
    description:
      'Lists events in which the entity takes part, or in which others act for it, in order of time.',
  })
  async events(
    @Root() { id }: Entity,
    @Args(() => EventListArguments) args: EventListArguments,
    @Ctx() reader: Reader,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Event>> {
    return await eventConnection(reader, info, args, { owned: 'ENTITY', id });
  }

  @FieldResolver(() => RelationshipConnection, {
    description: 'Lists relationships from or to the entity, in order of time.',
  })
  async relationships(
    @Root() { id }: Entity,
    @Args(() => RelationshipListArguments) args: RelationshipListArguments,
    @Ctx() reader: Reader,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Relationship>> {
    return await relationshipConnection(reader, info, args, id);
  }

  @FieldResolver(() => CounterpartConnection, {
    description:
      'Lists the entities with which this one has relationships, those with the most events first. Reads every relationship of the entity.',
  })
  async counterparts(
    @Root() { id }: Entity,
    @Args(() => PageArguments) args: PageArguments,
    @Arg('where', () => CounterpartFilter, {
      nullable: true,
      description: 'Conditions on the relationships that count.',
    })
    where: CounterpartFilter | null,
    @Ctx() reader: Reader,
  ): Promise<Connection<Counterpart>> {
    const filter = counterpartFilterFrom(where);
    const page = pageOf(args, isCounterpartCursor);
    const statement = (owners: readonly string[]) => counterparts(owners, filter, page);
    const rows = await reader.readFor(['counterparts', filter, page], id, statement, ({ owner }) => owner);
    const count = async (): Promise<number> => {
      const counts = (owners: readonly string[]) => counterpartCounts(owners, filter);
      return (
        (await reader.readFor(['counterpartCount', filter], id, counts, ({ owner }) => owner))[0]?.count ?? 0
      );
    };
    const cursorOf = ({ events, id: other }: CounterpartCursor): CounterpartCursor => ({ events, id: other });
    return connectionFrom(args, page, rows, cursorOf, counterpartFrom, count);
  }

  @FieldResolver(() => [Post], {
    description:
      'Lists posts that the entity holds, or that others hold in it, each once, in order of time. At most 200.',
  })
  async posts(
    @Root() { id }: Entity,
    @Args(() => PostArguments) args: PostArguments,
    @Ctx() reader: Reader,
  ): Promise<Post[]> {
    checkList('coding', args.coding);
    return (await postsOf(reader, id, args)).map(postFrom);
  }
}

function isCounterpartCursor(value: unknown): value is CounterpartCursor {
  if (typeof value !== 'object' || value === null) return false;
  const { events, id } = value as Partial<Record<keyof CounterpartCursor, unknown>>;
  return typeof events === 'number' && typeof id === 'string';
}
