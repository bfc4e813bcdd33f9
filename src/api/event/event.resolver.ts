import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { type EventLinkRow, eventByIdentifier, eventLinks, eventsByIds } from '../../queries/events.ts';
import type { Stance } from '../../ontology/stances.ts';
import type { Connection } from '../connection.ts';
import {
  allReports,
  countingReports,
  dateKnown,
  participantsKnown,
  stancesKnown,
} from '../../answers/eventDetails.ts';
import type { Reader } from '../../answers/reader.ts';
import { eventSupport } from '../../answers/support.ts';
import { EdtfDate } from '../edtfDate.ts';
import { StanceEnum } from '../enums.ts';
import { IdentifierInput, oneOf } from '../identifierInput.ts';
import { KnownArguments } from '../knownArguments.ts';
import { selectedColumns } from '../selection.ts';
import { Source, sourceFrom } from '../source/source.type.ts';
import { EventConnection, eventConnection } from './event.connection.ts';
import { EventListArguments } from './event.input.ts';
import { Event, eventFrom, Participant, participantFrom, Report, reportFrom } from './event.type.ts';

const EXAMPLES = {
  id: 'event:taliban-designated-by-russia',
  identifier: '{ scheme: "icews", value: "20718170" }',
};

@Resolver(() => Event)
export class EventResolver {
  @Query(() => Event, {
    nullable: true,
    description: 'The event with this id, or of the row with this identifier; null where there is none.',
  })
  async event(
    @Arg('id', () => ID, {
      nullable: true,
      description: 'Such as `event:taliban-designated-by-russia`.',
    })
    id: string | null,
    @Arg('identifier', () => IdentifierInput, {
      nullable: true,
      description: 'The key that its source gives the row that tells of it.',
    })
    identifier: IdentifierInput | null,
    @Ctx() context: Reader,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Event | null> {
    const asked = oneOf(id, identifier, EXAMPLES);
    const blocks = selectedColumns(info, []);
    const [row] = await context.read(
      typeof asked === 'string'
        ? eventsByIds([asked], blocks)
        : eventByIdentifier(asked.scheme, asked.value, blocks),
    );
    return row === undefined ? null : eventFrom(row);
  }

  @Query(() => EventConnection, {
    description: 'Events in order of time. Without `stances`, only those that some source affirms.',
  })
  async events(
    @Args(() => EventListArguments) args: EventListArguments,
    @Ctx() context: Reader,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Event>> {
    return await eventConnection(context, info, args);
  }

  @FieldResolver(() => [Participant], {
    description:
      'Who took part, as the sources name them, each in its role. Nobody where nothing was known of it by `knownBy`.',
  })
  async participants(
    @Root() event: Event,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() context: Reader,
  ): Promise<Participant[]> {
    return (await participantsKnown(context, event, known)).map(participantFrom);
  }

  @FieldResolver(() => Int, { description: 'How many reports that count speak of it.' })
  async reportCount(
    @Root() event: Event,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() context: Reader,
  ): Promise<number> {
    return known.knownBy ? (await countingReports(context, event, known)).length : event.reportCount;
  }

  @FieldResolver(() => [StanceEnum], { description: 'What its sources say of it, each stance once.' })
  async stances(
    @Root() event: Event,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() context: Reader,
  ): Promise<readonly Stance[]> {
    return await stancesKnown(context, event, known);
  }

  @FieldResolver(() => EdtfDate, {
    nullable: true,
    description:
      'When, as far as its affirming reports together tell; `disputed` where they cannot all be true. Null where nothing was known of it by `knownBy`.',
  })
  async date(
    @Root() event: Event,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() context: Reader,
  ): Promise<EdtfDate | null> {
    return known.knownBy ? EdtfDate.of(await dateKnown(context, event, known)) : event.date;
  }

  @FieldResolver(() => [Report], {
    description:
      'What each source says of it, in the order of the dates that they give; of retracted sources too, unless `knownBy` is given.',
  })
  async reports(
    @Root() event: Event,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() context: Reader,
  ): Promise<Report[]> {
    const rows = known.knownBy
      ? await countingReports(context, event, known)
      : await allReports(context, event);
    return rows.map((row) => reportFrom(event.id, row));
  }

  @FieldResolver(() => Int, {
    description:
      'How many independent sources affirm it: pages of one publisher, and reprints of one agency, count as one; those of an unknown publisher each by itself. 0 where it is only expected or denied.',
  })
  async independentSources(
    @Root() event: Event,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() context: Reader,
  ): Promise<number> {
    return (await eventSupport(context, event, known)).independentSources;
  }

  @FieldResolver(() => Source, {
    nullable: true,
    description:
      'The source on which it rests alone: of several that are not independent, the first published. Null where several independent ones affirm it, or none does.',
  })
  async weakestLink(
    @Root() event: Event,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() context: Reader,
  ): Promise<Source | null> {
    const { soleSource } = await eventSupport(context, event, known);
    return soleSource && sourceFrom(soleSource);
  }

  @FieldResolver(() => [Event], { description: 'What it is a part of.' })
  async partOf(
    @Root() event: Event,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() context: Reader,
  ): Promise<Event[]> {
    return await linked(context, event.id, known, { link: 'PART_OF', forward: true });
  }

  @FieldResolver(() => [Event], { description: 'What it has as parts, in order of time.' })
  async parts(
    @Root() event: Event,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() context: Reader,
  ): Promise<Event[]> {
    return await linked(context, event.id, known, { link: 'PART_OF', forward: false });
  }

  @FieldResolver(() => [Event], { description: 'What it follows from or answers.' })
  async follows(
    @Root() event: Event,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() context: Reader,
  ): Promise<Event[]> {
    return await linked(context, event.id, known, { link: 'FOLLOWS', forward: true });
  }

  @FieldResolver(() => [Event], { description: 'What follows from it or answers it.' })
  async followedBy(
    @Root() event: Event,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() context: Reader,
  ): Promise<Event[]> {
    return await linked(context, event.id, known, { link: 'FOLLOWS', forward: false });
  }
}

/** The events so linked; by a day, those of which something was known. */
async function linked(
  context: Reader,
  id: string,
  known: KnownArguments,
  { link, forward }: Pick<EventLinkRow, 'link' | 'forward'>,
): Promise<Event[]> {
  const rows = await context.readFor(['eventLinks'], id, eventLinks, ({ owner }) => owner);
  const events = rows.filter((row) => row.link === link && row.forward === forward).map(eventFrom);
  if (!known.knownBy) return events;
  const reports = await Promise.all(events.map((event) => countingReports(context, event, known)));
  return events.filter((_, index) => reports[index]?.length !== 0);
}
