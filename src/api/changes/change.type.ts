import { Field, InterfaceType, ObjectType } from 'type-graphql';
import type {
  ChangeAnswer,
  ChangesAnswer,
  EventChangeAnswer,
  KnownOfEventAnswer,
  StatusChangeAnswer,
} from '../../answers/changes.ts';
import type { Stance } from '../../ontology/stances.ts';
import type { Regime } from '../../ontology/regimes.ts';
import type { ChangeKind } from '../../reasoning/changes/order.ts';
import type { StatusState } from '../../reasoning/status/statusState.ts';
import type { Day } from '../../time/day.ts';
import { EdtfDate } from '../edtfDate.ts';
import { Entity, entityFrom } from '../entity/entity.type.ts';
import { ChangeKindEnum, RegimeEnum, StanceEnum, StatusStateEnum } from '../enums.ts';
import { Event, eventFrom, Participant, participantFrom } from '../event/event.type.ts';
import { DateScalar } from '../scalars.ts';
import { Source, sourceFrom } from '../source/source.type.ts';

@InterfaceType({ description: 'Something that happened, or became known, in a period.' })
export abstract class Change {
  @Field(() => ChangeKindEnum, { description: 'What kind of change it is.' })
  declare kind: ChangeKind;

  @Field(() => String, {
    description:
      'What changed: the summary of the event; of a status, between whom it stands, what it was and what it is.',
  })
  declare summary: string;

  @Field(() => EdtfDate, {
    nullable: true,
    description:
      'When it happened, as precise as it was known: of an event, with axis KNOWN, by what is known after, or was known before it was withdrawn. Null for a status with axis KNOWN.',
  })
  declare date: EdtfDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'With axis KNOWN, the first day of the period (UTC) on which what was known was another than before; null with axis HAPPENED.',
  })
  declare knownOn: Day | null;

  @Field(() => [Source], {
    description:
      'With axis HAPPENED, who affirms it, or the events that brought it about; with axis KNOWN, the sources published or retracted in the period that brought it.',
  })
  declare sources: Source[];
}

@ObjectType({ description: 'A change of one event, or of what is known of it.', implements: Change })
export class EventChange extends Change {
  @Field(() => Event, { description: 'The event.' })
  declare event: Event;

  @Field(() => KnownOfEvent, {
    nullable: true,
    description:
      'With axis KNOWN, what was known of it before the period. Null where nothing was, and with axis HAPPENED.',
  })
  declare before: KnownOfEvent | null;

  @Field(() => KnownOfEvent, {
    nullable: true,
    description: 'What is known of it: with axis KNOWN at the end of the period, or null where nothing is.',
  })
  declare after: KnownOfEvent | null;
}

@ObjectType({ description: 'What was known of an event by a day.' })
export class KnownOfEvent {
  @Field(() => EdtfDate, { description: 'When, as far as its sources then told.' })
  declare date: EdtfDate;

  @Field(() => [StanceEnum], { description: 'What its sources then said of it, each stance once.' })
  declare stances: readonly Stance[];

  @Field(() => [Participant], { description: 'Who took part, as its sources then named them.' })
  declare participants: readonly Participant[];
}

@ObjectType({
  description:
    'A change of what follows for an authority and a subject that some report names together; the first observation of them changes the record, not the status, and is none. With axis KNOWN: a change of what follows for the last day of the period.',
  implements: Change,
})
export class StatusChange extends Change {
  @Field(() => Entity, { description: 'Whose act it is: who designates, recognizes, accredits.' })
  declare authority: Entity;

  @Field(() => Entity, { description: 'Whom it concerns.' })
  declare subject: Entity;

  @Field(() => RegimeEnum, { description: 'What may be in force between them.' })
  declare regime: Regime;

  @Field(() => StatusStateEnum, { description: 'What followed before.' })
  declare from: StatusState;

  @Field(() => StatusStateEnum, { description: 'What follows since.' })
  declare to: StatusState;

  @Field(() => [Event], {
    description:
      'The events that brought it about, or may have; with axis KNOWN, those of which something became known. In the order of their ids.',
  })
  declare causes: Event[];
}

@ObjectType({ description: 'What changed in a period.' })
export class Changes {
  @Field(() => [Change], {
    description:
      'In order of time, a change of status right after the event that brought it about. With axis KNOWN, in the order of the days on which they became known.',
  })
  declare items: Change[];

  @Field(() => Boolean, {
    description:
      'There is more than is told: more changes than were asked for, or more events of the entities than are read for one answer (2,000; where statuses would rest on more than 10,000, none is told).',
  })
  declare truncated: boolean;
}

export function changesFrom({ items, truncated }: ChangesAnswer): Changes {
  return { items: items.map(changeFrom), truncated };
}

/** Its class tells GraphQL which type it has. */
function changeFrom(answer: ChangeAnswer): Change {
  return answer.kind === 'STATUS' ? statusChangeFrom(answer) : eventChangeFrom(answer);
}

function eventChangeFrom(answer: EventChangeAnswer): EventChange {
  const { kind, summary, date, knownOn, sources, event, before, after } = answer;
  return Object.assign(new EventChange(), {
    ...{ kind, summary, knownOn },
    date: EdtfDate.of(date),
    sources: sources.map(sourceFrom),
    event: eventFrom(event),
    before: before && knownFrom(before),
    after: after && knownFrom(after),
  });
}

function knownFrom({ date, stances, participants }: KnownOfEventAnswer): KnownOfEvent {
  return { date: EdtfDate.of(date), stances, participants: participants.map(participantFrom) };
}

function statusChangeFrom(answer: StatusChangeAnswer): StatusChange {
  const { kind, summary, date, knownOn, sources, authority, subject, regime, from, to, causes } = answer;
  return Object.assign(new StatusChange(), {
    ...{ kind, summary, knownOn, regime, from, to },
    date: EdtfDate.of(date),
    sources: sources.map(sourceFrom),
    authority: entityFrom(authority),
    subject: entityFrom(subject),
    causes: causes.map(eventFrom),
  });
}
