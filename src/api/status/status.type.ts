import { Field, ObjectType } from 'type-graphql';
import type {
  AnnouncementAnswer,
  DisputeAnswer,
  EvidenceAnswer,
  StatusAnswer,
} from '../../answers/status.ts';
import type { EventType } from '../../ontology/lookups.ts';
import type { Effect, Regime } from '../../ontology/regimes.ts';
import type { StatusState } from '../../reasoning/status/statusState.ts';
import type { Day } from '../../time/day.ts';
import { EdtfDate } from '../edtfDate.ts';
import { Entity, entityFrom } from '../entity/entity.type.ts';
import {
  BearingEnum,
  DisputeSubjectEnum,
  EffectEnum,
  EventTypeEnum,
  RegimeEnum,
  StatusStateEnum,
} from '../enums.ts';
import { Event, eventFrom } from '../event/event.type.ts';
import { DateScalar } from '../scalars.ts';
import { Source, sourceFrom } from '../source/source.type.ts';

@ObjectType({
  description:
    'What follows for an authority and a subject on a day. Derived from what sources say, never stored.',
})
export class Status {
  @Field(() => Entity, { description: 'Whose act it is: who designates, recognizes, accredits.' })
  declare authority: Entity;

  @Field(() => Entity, { description: 'Whom it concerns.' })
  declare subject: Entity;

  @Field(() => RegimeEnum, { description: 'What may be in force between them.' })
  declare regime: Regime;

  @Field(() => Entity, { nullable: true, description: 'The list asked for, where one was.' })
  declare list: Entity | null;

  @Field(() => DateScalar, { description: 'The day, at whose end it is so (UTC).' })
  declare on: Day;

  @Field(() => StatusStateEnum, { description: 'What follows.' })
  declare state: StatusState;

  @Field(() => EdtfDate, {
    nullable: true,
    description: 'Since when it is so, as precise as the evidence; null where that does not follow.',
  })
  declare since: EdtfDate | null;

  @Field(() => [StatusEvidence], { description: 'What it follows from, in order of time.' })
  declare evidence: StatusEvidence[];

  @Field(() => [StatusAnnouncement], {
    description: 'What was announced, decided or legislated by then and is not known to be done.',
  })
  declare announced: StatusAnnouncement[];

  @Field(() => [StatusDispute], { description: 'What its sources do not agree on.' })
  declare disputes: StatusDispute[];

  /** For what follows only if it is asked for. */
  declare answer: StatusAnswer;
}

@ObjectType({ description: 'An event that speaks for or against something being in force.' })
export class StatusEvidence {
  @Field(() => Event, { description: 'The event, with all its reports.' })
  declare event: Event;

  @Field(() => EffectEnum, { description: 'What it does to the regime, or observes of it.' })
  declare effect: Effect;

  @Field(() => BearingEnum, { description: 'Whether it speaks for the regime being in force, or against.' })
  declare bearing: 'FOR' | 'AGAINST';

  @Field(() => Boolean, { description: 'It is said of nobody in particular ("no country has").' })
  declare general: boolean;

  @Field(() => EdtfDate, { description: 'When, by the sources that count.' })
  declare date: EdtfDate;

  @Field(() => [Source], { description: 'The sources that count and affirm it.' })
  declare sources: Source[];
}

@ObjectType({ description: 'An announcement of an act that is still to come.' })
export class StatusAnnouncement {
  @Field(() => Event, { description: 'The announcement, which is not the act.' })
  declare event: Event;

  @Field(() => EventTypeEnum, { description: 'The act that is still to come.' })
  declare intends: EventType;

  @Field(() => EdtfDate, { description: 'When it was announced, by the sources that count.' })
  declare date: EdtfDate;

  @Field(() => Boolean, {
    description: 'Whether it had certainly been announced by the day; else it may have been.',
  })
  declare certain: boolean;

  @Field(() => [Source], { description: 'The sources that count and affirm it.' })
  declare sources: Source[];
}

@ObjectType({ description: 'Something that the sources of a status do not agree on.' })
export class StatusDispute {
  @Field(() => DisputeSubjectEnum, { description: 'What they do not agree on.' })
  declare about: 'DATE' | 'HAPPENING' | 'CONTRADICTION';

  @Field(() => [Event], { description: 'The event, or the two that cannot both be true.' })
  declare events: Event[];

  @Field(() => [EdtfDate], { description: 'The date by each reading, where they differ on it.' })
  declare dates: EdtfDate[];

  @Field(() => [Source], { description: 'Who says so; of an event that some deny, those who deny it.' })
  declare sources: Source[];
}

@ObjectType({ description: 'Where authorities stand towards one subject.' })
export class Positions {
  @Field(() => [Status], {
    description: 'Every authority of whom something follows or is said, in the order of their ids.',
  })
  declare rows: Status[];

  @Field(() => [Event], {
    description: 'What is said of nobody in particular ("no country has"), in order of time.',
  })
  declare general: Event[];
}

export function statusFrom(answer: StatusAnswer): Status {
  const { authority, subject, list, regime, on, state, since, evidence, announced, disputes } = answer;
  return {
    ...{ regime, on, state, answer },
    authority: entityFrom(authority),
    subject: entityFrom(subject),
    list: list && entityFrom(list),
    since: EdtfDate.of(since),
    evidence: evidence.map(evidenceFrom),
    announced: announced.map(announcementFrom),
    disputes: disputes.map(disputeFrom),
  };
}

export function evidenceFrom(answer: EvidenceAnswer): StatusEvidence {
  const { event, effect, bearing, isGeneral, date, sources } = answer;
  return {
    ...{ effect, bearing, general: isGeneral },
    event: eventFrom(event),
    date: EdtfDate.of(date),
    sources: sources.map(sourceFrom),
  };
}

function announcementFrom({
  event,
  intends,
  isCertain,
  date,
  sources,
}: AnnouncementAnswer): StatusAnnouncement {
  return {
    ...{ intends, certain: isCertain },
    event: eventFrom(event),
    date: EdtfDate.of(date),
    sources: sources.map(sourceFrom),
  };
}

function disputeFrom({ about, events, dates, sources }: DisputeAnswer): StatusDispute {
  return {
    about,
    events: events.map(eventFrom),
    dates: dates.map((date) => EdtfDate.of(date)),
    sources: sources.map(sourceFrom),
  };
}
