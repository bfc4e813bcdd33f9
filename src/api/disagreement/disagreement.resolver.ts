import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { STANCES, type Stance } from '../../ontology/stances.ts';
import type { ParticipantRow } from '../../queries/parts/columns.ts';
import { DISAGREEMENT_SUBJECTS, type DisagreementSubject } from '../../reasoning/disagreements.ts';
import { eventDate } from '../../reasoning/eventDate.ts';
import type { Connection } from '../connection.ts';
import { type Counted, disagreementsKnown } from '../../answers/disagreements.ts';
import { participantsIn, stancesOf } from '../../answers/eventDetails.ts';
import type { Reader } from '../../answers/reader.ts';
import { EdtfDate } from '../edtfDate.ts';
import { DisagreementSubjectEnum } from '../enums.ts';
import { EventConnection, eventConnection } from '../event/event.connection.ts';
import { EventFilter, EventListArguments } from '../event/event.input.ts';
import { Event, participantFrom, reportFrom } from '../event/event.type.ts';
import { checkList } from '../argumentChecks.ts';
import { KnownArguments } from '../knownArguments.ts';
import { Disagreement, type Reading } from './disagreement.type.ts';

@Resolver()
export class DisagreementResolver {
  @Query(() => EventConnection, {
    description:
      'Lists events on which sources differ, in order of time. Here `where.stances` is all stances by default. The field `disagreements` of each event lists what the sources differ on.',
  })
  async disagreements(
    @Args(() => EventListArguments) args: EventListArguments,
    @Arg('about', () => [DisagreementSubjectEnum], {
      nullable: true,
      description: 'Only events whose reports differ in one of these. By default, in any.',
    })
    about: DisagreementSubject[] | null,
    @Ctx() reader: Reader,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Event>> {
    checkList('about', about);
    const { where } = args;
    const differing = Object.assign(new EventFilter(), where, {
      stances: where?.stances ?? EVERY_STANCE,
      disagreements: about ?? where?.disagreements ?? EVERY_SUBJECT,
    });
    const withDifferences = Object.assign(new EventListArguments(), args, { where: differing });
    return await eventConnection(reader, info, withDifferences);
  }
}

@Resolver(() => Event)
export class EventDisagreementResolver {
  @FieldResolver(() => [Disagreement], {
    description: 'The points on which the reports that count differ. Empty if all of them can be right.',
  })
  async disagreements(
    @Root() event: Event,
    @Args(() => KnownArguments) known: KnownArguments,
    @Ctx() reader: Reader,
  ): Promise<Disagreement[]> {
    const found = await disagreementsKnown(reader, event, known);
    return await Promise.all(
      found.map(async ({ about, readings }) => ({
        about,
        readings: await Promise.all(readings.map((reading) => readingOf(reader, event, reading))),
      })),
    );
  }
}

const EVERY_STANCE = Object.keys(STANCES) as Stance[];
const EVERY_SUBJECT = Object.keys(DISAGREEMENT_SUBJECTS) as DisagreementSubject[];

async function readingOf(reader: Reader, event: Event, reports: readonly Counted[]): Promise<Reading> {
  const date = eventDate(reports);
  if (date === null) throw new Error('A reading has reports.');
  const participants: readonly ParticipantRow[] = await participantsIn(reader, event, reports);
  return {
    date: EdtfDate.of(date),
    stances: stancesOf(reports),
    participants: participants.map(participantFrom),
    reports: reports.map(({ row }) => reportFrom(event.id, row)),
  };
}
