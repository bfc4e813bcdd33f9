import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import type { Connection } from '../connection.ts';
import type { Closeness } from '../../ontology/closeness.ts';
import { EVENT } from '../../record/event.ts';
import { attributeField } from '../attributeField.ts';
import { ClosenessEnum } from '../enums.ts';
import { closenessOf, dateKnown } from '../../answers/eventDetails.ts';
import { sourcesOf } from '../../answers/ids.ts';
import type { Reader } from '../../answers/reader.ts';
import { relatingSources, relationshipSupport } from '../../answers/support.ts';
import { EdtfDate } from '../edtfDate.ts';
import { KnownArguments } from '../knownArguments.ts';
import { COUNT_AS_ONE, INDEPENDENT_SOURCES } from '../sourceCount.ts';
import { Source, sourceFrom } from '../source/source.type.ts';
import { RelationshipConnection, relationshipConnection } from './relationship.connection.ts';
import { RelationshipListArguments } from './relationship.input.ts';
import { Relationship } from './relationship.type.ts';

@Resolver(() => Relationship)
export class RelationshipResolver {
  @Query(() => RelationshipConnection, {
    description:
      'Lists who designated, met or urged whom, in order of time: one row for each pair of entities in an event.',
  })
  async relationships(
    @Args(() => RelationshipListArguments) args: RelationshipListArguments,
    @Ctx() reader: Reader,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Relationship>> {
    return await relationshipConnection(reader, info, args);
  }

  @FieldResolver(() => EdtfDate, {
    nullable: true,
    description: 'The date of the event. Null if nothing was known about the event on `knownBy`.',
  })
  async date(
    @Root() { event }: Relationship,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() reader: Reader,
  ): Promise<EdtfDate | null> {
    return known.knownBy ? EdtfDate.of(await dateKnown(reader, event, known)) : event.date;
  }

  @FieldResolver(() => ClosenessEnum, attributeField(EVENT.attributes.closeness))
  async closeness(@Root() { event }: Relationship, @Ctx() reader: Reader): Promise<Closeness | null> {
    return await closenessOf(reader, event);
  }

  @FieldResolver(() => [Source], {
    description:
      'The sources that affirm the relationship, ordered by id. Empty if nothing was known about it on `knownBy`, or if nothing is known any more.',
  })
  async sources(
    @Root() relationship: Relationship,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() reader: Reader,
  ): Promise<Source[]> {
    const { sourceIds, event } = relationship;
    const sources = known.knownBy
      ? await relatingSources(reader, relationship, known)
      : await sourcesOf(reader, sourceIds, event.reportRows);
    return sources.map(sourceFrom);
  }

  @FieldResolver(() => Int, {
    description: `The number of independent sources that relate the two ends. ${COUNT_AS_ONE} Each source of an unknown publisher counts by itself.`,
  })
  async independentSourceCount(
    @Root() relationship: Relationship,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() reader: Reader,
  ): Promise<number> {
    return (await relationshipSupport(reader, relationship, known)).independentSourceCount;
  }

  @FieldResolver(() => Int, INDEPENDENT_SOURCES)
  async independentSources(
    @Root() relationship: Relationship,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() reader: Reader,
  ): Promise<number> {
    return await this.independentSourceCount(relationship, known, reader);
  }

  @FieldResolver(() => Source, {
    nullable: true,
    description:
      'The only independent source that relates the two ends. If several sources depend on each other, the first published. Null if several independent sources relate the two, or none does.',
  })
  async weakestLink(
    @Root() relationship: Relationship,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() reader: Reader,
  ): Promise<Source | null> {
    const { soleSource } = await relationshipSupport(reader, relationship, known);
    return soleSource && sourceFrom(soleSource);
  }
}
