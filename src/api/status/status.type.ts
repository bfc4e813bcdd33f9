import { Field, ObjectType } from 'type-graphql';
import type {
  AnnouncementAnswer,
  DisputeAnswer,
  EvidenceAnswer,
  StatusAnswer,
  StatusPartAnswer,
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
    'The state of a regime between an authority and a subject on a day. Derived from what sources say, never stored.',
})
export class Status {
  @Field(() => Entity, { description: 'The entity that acts: who designates, recognizes or accredits.' })
  declare authority: Entity;

  @Field(() => Entity, { description: 'The entity that is designated, recognized or accredited.' })
  declare subject: Entity;

  @Field(() => RegimeEnum, { description: 'The regime: what may be in force between authority and subject.' })
  declare regime: Regime;

  @Field(() => Entity, {
    nullable: true,
    description: 'The list that the question named. Null if it named none.',
  })
  declare list: Entity | null;

  @Field(() => DateScalar, { description: 'The day (UTC) at whose end the state holds.' })
  declare on: Day;

  @Field(() => StatusStateEnum, { description: 'The state on that day.' })
  declare state: StatusState;

  @Field(() => EdtfDate, {
    nullable: true,
    description:
      'The date on which the state began, as precise as the evidence. Null if that does not follow from the evidence.',
  })
  declare since: EdtfDate | null;

  @Field(() => EdtfDate, {
    nullable: true,
    description:
      'The date of the last evidence by that day: of what goes on, the day to which it is known. Null if there is none.',
  })
  declare lastEvidence: EdtfDate | null;

  @Field(() => Boolean, {
    description:
      'Whether the state is carried forward: the day lies beyond the last evidence, and no later evidence shows that the state was the same.',
  })
  declare carriedForward: boolean;

  @Field(() => [StatusPart], {
    description:
      'The status of each list, or of each post, by itself: ending one ends no other. One part without a name if no source names any.',
  })
  declare parts: StatusPart[];

  @Field(() => [StatusEvidence], {
    description: 'The events from which the state follows, in order of time.',
  })
  declare evidence: StatusEvidence[];

  @Field(() => [StatusAnnouncement], {
    description:
      'Acts that were announced, decided or legislated by that day and are not known to be done, in order of time.',
  })
  declare announced: StatusAnnouncement[];

  @Field(() => [StatusDispute], { description: 'The points on which the sources differ.' })
  declare disputes: StatusDispute[];

  /** For fields that are computed only if they are selected. */
  declare answer: StatusAnswer;
}

@ObjectType({ description: 'The status of one list of the authority, or of one post in it.' })
class StatusPart {
  @Field(() => Entity, { nullable: true, description: 'The list. Null if no source names one.' })
  declare list: Entity | null;

  @Field(() => String, { nullable: true, description: 'The post. Null if no source names one.' })
  declare post: string | null;

  @Field(() => StatusStateEnum, { description: 'The state on that day.' })
  declare state: StatusState;

  @Field(() => EdtfDate, {
    nullable: true,
    description: 'The date on which the state began. Null if that does not follow from the evidence.',
  })
  declare since: EdtfDate | null;

  @Field(() => EdtfDate, {
    nullable: true,
    description: 'The date of the last evidence by that day. Null if there is none.',
  })
  declare lastEvidence: EdtfDate | null;

  @Field(() => Boolean, { description: 'Whether the state is carried forward beyond the last evidence.' })
  declare carriedForward: boolean;
}

@ObjectType({ description: 'An event that speaks for or against a regime being in force.' })
export class StatusEvidence {
  @Field(() => Event, { description: 'The event, with all its reports.' })
  declare event: Event;

  @Field(() => EffectEnum, {
    description: 'The effect of the event on the regime, or what the event observes about it.',
  })
  declare effect: Effect;

  @Field(() => BearingEnum, {
    description: 'Whether the event speaks for or against the regime being in force.',
  })
  declare bearing: 'FOR' | 'AGAINST';

  @Field(() => Boolean, {
    description: 'Whether the event names no authority in particular ("no country has").',
  })
  declare general: boolean;

  @Field(() => EdtfDate, { description: 'The date of the event, as known on `knownBy`.' })
  declare date: EdtfDate;

  @Field(() => [Source], {
    description:
      'The sources that affirm the event, as known on `knownBy`. For an end that was expected by a day that has passed, those that expect it.',
  })
  declare sources: Source[];
}

@ObjectType({ description: 'An announcement of an act that is still to come.' })
export class StatusAnnouncement {
  @Field(() => Event, { description: 'The announcement, which is not the act.' })
  declare event: Event;

  @Field(() => EventTypeEnum, { description: 'The act that is still to come.' })
  declare intends: EventType;

  @Field(() => EdtfDate, { description: 'The date of the announcement, as known on `knownBy`.' })
  declare date: EdtfDate;

  @Field(() => Boolean, {
    description: 'Whether the act had certainly been announced by that day. If false, it may have been.',
  })
  declare certain: boolean;

  @Field(() => [Source], { description: 'The sources that affirm the event, as known on `knownBy`.' })
  declare sources: Source[];
}

@ObjectType({ description: 'A point on which the sources of a status differ.' })
export class StatusDispute {
  @Field(() => DisputeSubjectEnum, { description: 'The point on which the sources differ.' })
  declare about: 'DATE' | 'HAPPENING' | 'CONTRADICTION';

  @Field(() => [Event], { description: 'The disputed event, or the two events that cannot both be true.' })
  declare events: Event[];

  @Field(() => [EdtfDate], {
    description: 'The date according to each reading, if the sources differ on the date.',
  })
  declare dates: EdtfDate[];

  @Field(() => [Source], {
    description: 'The sources of the events. If some sources deny an event, only those.',
  })
  declare sources: Source[];
}

@ObjectType({ description: 'The statuses of all authorities toward one subject.' })
export class Positions {
  @Field(() => [Status], {
    description:
      'The status of each authority that a report names, ordered by the id of the authority. Collectives such as "other nations" are no authorities.',
  })
  declare rows: Status[];

  @Field(() => [Event], {
    description: 'Events that name no authority in particular ("no country has"), in order of time.',
  })
  declare general: Event[];
}

export function statusFrom(answer: StatusAnswer): Status {
  const { authority, subject, list, regime, on, state, evidence, announced, disputes } = answer;
  return {
    ...{ regime, on, state, carriedForward: answer.carriedForward, answer },
    authority: entityFrom(authority),
    subject: entityFrom(subject),
    list: list && entityFrom(list),
    since: EdtfDate.of(answer.since),
    lastEvidence: EdtfDate.of(answer.lastEvidence),
    parts: answer.parts.map(partFrom),
    evidence: evidence.map(evidenceFrom),
    announced: announced.map(announcementFrom),
    disputes: disputes.map(disputeFrom),
  };
}

function partFrom({ list, post, state, since, lastEvidence, carriedForward }: StatusPartAnswer): StatusPart {
  return {
    ...{ post, state, carriedForward },
    list: list && entityFrom(list),
    since: EdtfDate.of(since),
    lastEvidence: EdtfDate.of(lastEvidence),
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
