import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Connection } from '../connection.ts';
import type { Context } from '../context.ts';
import { EdtfDate } from '../edtfDate.ts';
import { dateKnown } from '../event/event.loader.ts';
import { KnownArguments } from '../knownArguments.ts';
import { sourcesOf } from '../source/source.loader.ts';
import { Source } from '../source/source.type.ts';
import { RelationshipConnection, relationshipConnection } from './relationship.connection.ts';
import { RelationshipListArguments } from './relationship.input.ts';
import { Relationship } from './relationship.type.ts';

@Resolver(() => Relationship)
export class RelationshipResolver {
  @Query(() => RelationshipConnection, {
    description:
      'Relationships in order of time: who designated, met, urged whom. An event projects one or several.',
  })
  async relationships(
    @Args(() => RelationshipListArguments) args: RelationshipListArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Relationship>> {
    return await relationshipConnection(context, info, args);
  }

  @FieldResolver(() => EdtfDate, {
    nullable: true,
    description: 'When: the date of its event. Null where nothing was known of it by `knownBy`.',
  })
  async date(
    @Root() { event }: Relationship,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() context: Context,
  ): Promise<EdtfDate | null> {
    return await dateKnown(context, event, known);
  }

  @FieldResolver(() => [Source], { description: 'The sources that affirm it, in the order of their ids.' })
  async sources(@Root() { sourceIds, event }: Relationship, @Ctx() context: Context): Promise<Source[]> {
    return await sourcesOf(context, sourceIds, event);
  }
}
