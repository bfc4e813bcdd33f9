import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import type { Connection } from '../connection.ts';
import { dateKnown } from '../../answers/eventDetails.ts';
import { sourcesOf } from '../../answers/ids.ts';
import type { Reader } from '../../answers/reader.ts';
import { relatingSources, relationshipSupport } from '../../answers/support.ts';
import { EdtfDate } from '../edtfDate.ts';
import { KnownArguments } from '../knownArguments.ts';
import { Source, sourceFrom } from '../source/source.type.ts';
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
    @Ctx() context: Reader,
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
    @Ctx() context: Reader,
  ): Promise<EdtfDate | null> {
    return known.knownBy ? EdtfDate.of(await dateKnown(context, event, known)) : event.date;
  }

  @FieldResolver(() => [Source], {
    description:
      'The sources that affirm it, in the order of their ids. None where nothing was known of it by `knownBy`, or is no more.',
  })
  async sources(
    @Root() relationship: Relationship,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() context: Reader,
  ): Promise<Source[]> {
    const { sourceIds, event } = relationship;
    const sources = known.knownBy
      ? await relatingSources(context, relationship, known)
      : await sourcesOf(context, sourceIds, event.reportRows);
    return sources.map(sourceFrom);
  }

  @FieldResolver(() => Int, {
    description:
      'How many independent sources relate its two ends: pages of one publisher, and reprints of one agency, count as one; those of an unknown publisher each by itself.',
  })
  async independentSources(
    @Root() relationship: Relationship,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() context: Reader,
  ): Promise<number> {
    return (await relationshipSupport(context, relationship, known)).independentSources;
  }

  @FieldResolver(() => Source, {
    nullable: true,
    description:
      'The source on which it rests alone: of several that are not independent, the first published. Null where several independent ones relate the two, or none does.',
  })
  async weakestLink(
    @Root() relationship: Relationship,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() context: Reader,
  ): Promise<Source | null> {
    const { soleSource } = await relationshipSupport(context, relationship, known);
    return soleSource && sourceFrom(soleSource);
  }
}
