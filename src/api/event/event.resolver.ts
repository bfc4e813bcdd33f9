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
import { COUNT_AS_ONE, INDEPENDENT_SOURCES } from '../sourceCount.ts';
import { selectedColumns } from '../preparedOperation.ts';
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
    description:
      'Finds one event by its id, or by the key of an imported row, such as scheme `icews` and value `20718170`. Null if no event has it.',
  })
  async event(
    @Arg('id', () => ID, {
      nullable: true,
      description:
        'The id of the event, such as `event:taliban-designated-by-russia`. Give this or `identifier`.',
    })
    id: string | null,
    @Arg('identifier', () => IdentifierInput, {
      nullable: true,
      description:
        'The key that an imported source gives to the row that reports the event. Give this or `id`.',
    })
    identifier: IdentifierInput | null,
    @Ctx() reader: Reader,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Event | null> {
    const key = oneOf(id, identifier, EXAMPLES);
    const blocks = selectedColumns(info, []);
    const [row] = await reader.read(
      typeof key === 'string' ? eventsByIds([key], blocks) : eventByIdentifier(key.scheme, key.value, blocks),
    );
    return row === undefined ? null : eventFrom(row);
  }

  @Query(() => EventConnection, {
    description:
      'Lists what happened or was observed, in order of time, with the report of each source. By default, only events that at least one source affirms.',
  })
  async events(
    @Args(() => EventListArguments) args: EventListArguments,
    @Ctx() reader: Reader,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Event>> {
    return await eventConnection(reader, info, args);
  }

  @FieldResolver(() => [Participant], {
    description:
      'The participants as the sources name them, each with its role. If one source names a state, and another who acts for it, only the latter is listed. Empty if nothing was known about the event on `knownBy`.',
  })
  async participants(
    @Root() event: Event,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() reader: Reader,
  ): Promise<Participant[]> {
    return (await participantsKnown(reader, event, known)).map(participantFrom);
  }

  @FieldResolver(() => Int, {
    description:
      'The number of reports that count: their sources were published, and not retracted, by `knownBy`.',
  })
  async reportCount(
    @Root() event: Event,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() reader: Reader,
  ): Promise<number> {
    return known.knownBy ? (await countingReports(reader, event, known)).length : event.reportCount;
  }

  @FieldResolver(() => [StanceEnum], { description: 'The stances of the reports that count, each once.' })
  async stances(
    @Root() event: Event,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() reader: Reader,
  ): Promise<readonly Stance[]> {
    return await stancesKnown(reader, event, known);
  }

  @FieldResolver(() => EdtfDate, {
    nullable: true,
    description:
      'The date of the event, combined from the reports that affirm it. `disputed` if they cannot all be true. Null if nothing was known about the event on `knownBy`.',
  })
  async date(
    @Root() event: Event,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() reader: Reader,
  ): Promise<EdtfDate | null> {
    return known.knownBy ? EdtfDate.of(await dateKnown(reader, event, known)) : event.date;
  }

  @FieldResolver(() => [Report], {
    description:
      'The reports of the event, ordered by the dates that they give. Reports of retracted sources are listed too, unless you give `knownBy`.',
  })
  async reports(
    @Root() event: Event,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() reader: Reader,
  ): Promise<Report[]> {
    const rows = known.knownBy
      ? await countingReports(reader, event, known)
      : await allReports(reader, event);
    return rows.map((row) => reportFrom(event.id, row));
  }

  @FieldResolver(() => Int, {
    description: `The number of independent sources that affirm the event. ${COUNT_AS_ONE} Each source of an unknown publisher counts by itself. 0 if the event is only expected or denied.`,
  })
  async independentSourceCount(
    @Root() event: Event,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() reader: Reader,
  ): Promise<number> {
    return (await eventSupport(reader, event, known)).independentSourceCount;
  }

  @FieldResolver(() => Int, INDEPENDENT_SOURCES)
  async independentSources(
    @Root() event: Event,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() reader: Reader,
  ): Promise<number> {
    return await this.independentSourceCount(event, known, reader);
  }

  @FieldResolver(() => Source, {
    nullable: true,
    description:
      'The only independent source that affirms the event. If several sources depend on each other, the first published. Null if several independent sources affirm the event, or none does.',
  })
  async weakestLink(
    @Root() event: Event,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() reader: Reader,
  ): Promise<Source | null> {
    const { soleSource } = await eventSupport(reader, event, known);
    return soleSource && sourceFrom(soleSource);
  }

  @FieldResolver(() => [Event], { description: 'The events that this event is a part of.' })
  async partOf(
    @Root() event: Event,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() reader: Reader,
  ): Promise<Event[]> {
    return await linked(reader, event.id, known, { link: 'PART_OF', forward: true });
  }

  @FieldResolver(() => [Event], { description: 'The parts of the event, in order of time.' })
  async parts(
    @Root() event: Event,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() reader: Reader,
  ): Promise<Event[]> {
    return await linked(reader, event.id, known, { link: 'PART_OF', forward: false });
  }

  @FieldResolver(() => [Event], { description: 'The events that this event follows from or answers.' })
  async follows(
    @Root() event: Event,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() reader: Reader,
  ): Promise<Event[]> {
    return await linked(reader, event.id, known, { link: 'FOLLOWS', forward: true });
  }

  @FieldResolver(() => [Event], { description: 'The events that follow from this event or answer it.' })
  async followedBy(
    @Root() event: Event,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() reader: Reader,
  ): Promise<Event[]> {
    return await linked(reader, event.id, known, { link: 'FOLLOWS', forward: false });
  }
}

/** The linked events; with `knownBy`, those that were known by that day. */
async function linked(
  reader: Reader,
  id: string,
  known: KnownArguments,
  { link, forward }: Pick<EventLinkRow, 'link' | 'forward'>,
): Promise<Event[]> {
  const rows = await reader.readFor(['eventLinks'], id, eventLinks, ({ owner }) => owner);
  const events = rows.filter((row) => row.link === link && row.forward === forward).map(eventFrom);
  if (!known.knownBy) return events;
  const reports = await Promise.all(events.map((event) => countingReports(reader, event, known)));
  return events.filter((_, index) => reports[index]?.length !== 0);
}
