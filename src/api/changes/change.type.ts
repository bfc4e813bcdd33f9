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

@InterfaceType({ description: 'A change that happened, or became known, in a period.' })
export abstract class Change {
  @Field(() => ChangeKindEnum, { description: 'The kind of change.' })
  declare kind: ChangeKind;

  @Field(() => String, {
    description:
      'A sentence on what changed. For an event, its summary. For a status: authority and subject, regime, the state before and the state after.',
  })
  declare summary: string;

  @Field(() => EdtfDate, {
    nullable: true,
    description:
      'The date of the change, as precise as known. With axis KNOWN, the date of the event as known after the change, or before it if the event was withdrawn. Null for a status with axis KNOWN.',
  })
  declare date: EdtfDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day (UTC) on which the change became known (axis KNOWN). Null with axis HAPPENED, or if that day is unknown.',
  })
  declare knownOn: Day | null;

  @Field(() => Boolean, {
    description:
      'Whether CERTAIN would list the change too: it falls in the period whatever its imprecise date, or with axis KNOWN the publication dates of its sources, turn out to be.',
  })
  declare certain: boolean;

  @Field(() => [Source], {
    description:
      'The sources of the change. With axis HAPPENED, those that affirm the event or, for a change of status, its causes. With axis KNOWN, those that were published or retracted.',
  })
  declare sources: Source[];
}

@ObjectType({ description: 'A change of one event, or of what is known about it.', implements: Change })
class EventChange extends Change {
  @Field(() => Event, { description: 'The event.' })
  declare event: Event;

  @Field(() => KnownOfEvent, {
    nullable: true,
    description:
      'The event as known on the day before the change (axis KNOWN). Null if nothing was known, and with axis HAPPENED.',
  })
  declare before: KnownOfEvent | null;

  @Field(() => KnownOfEvent, {
    nullable: true,
    description:
      'The event as known after the change. With axis KNOWN, as known on the day of the change. Null if nothing is known.',
  })
  declare after: KnownOfEvent | null;
}

@ObjectType({ description: 'The knowledge about an event on one day: its date, stances and participants.' })
class KnownOfEvent {
  @Field(() => EdtfDate, { description: 'The date, according to the sources that counted on that day.' })
  declare date: EdtfDate;

  @Field(() => [StanceEnum], {
    description: 'The stances of the sources that counted on that day, each once.',
  })
  declare stances: readonly Stance[];

  @Field(() => [Participant], {
    description: 'The participants named by the sources that counted on that day.',
  })
  declare participants: readonly Participant[];
}

@ObjectType({
  description:
    'A change of the status between an authority and a subject that at least one report names together. The first observation of a pair is not counted as a change. With axis KNOWN, a change of what was known about the status on the last day of the period.',
  implements: Change,
})
class StatusChange extends Change {
  @Field(() => Entity, { description: 'The entity that acts: who designates, recognizes or accredits.' })
  declare authority: Entity;

  @Field(() => Entity, { description: 'The entity that is designated, recognized or accredited.' })
  declare subject: Entity;

  @Field(() => RegimeEnum, { description: 'The regime: what may be in force between authority and subject.' })
  declare regime: Regime;

  @Field(() => StatusStateEnum, { description: 'The state before the change.' })
  declare from: StatusState;

  @Field(() => StatusStateEnum, { description: 'The state after the change.' })
  declare to: StatusState;

  @Field(() => [Event], {
    description:
      'The events that caused the change, or may have. With axis KNOWN, the events about which something became known. Ordered by id.',
  })
  declare causes: Event[];
}

@ObjectType({ description: 'The changes found in a period.' })
export class Changes {
  @Field(() => [Change], {
    description:
      'The changes in order of time; a change of status follows the event that caused it. With axis KNOWN, in the order in which they became known.',
  })
  declare items: Change[];

  @Field(() => Boolean, {
    description:
      'Whether the list is incomplete. There are more changes than `limit`, or the entities have more events than one answer reads: 2,000 for changes of events. If statuses rest on more than 10,000 events, no change of status is listed.',
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
    ...{ kind, summary, knownOn, certain: answer.isCertain },
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
    ...{ kind, summary, knownOn, regime, from, to, certain: answer.isCertain },
    date: EdtfDate.of(date),
    sources: sources.map(sourceFrom),
    authority: entityFrom(authority),
    subject: entityFrom(subject),
    causes: causes.map(eventFrom),
  });
}
