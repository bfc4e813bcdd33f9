import type { ChangedEventRow } from '../../queries/changedEvents.ts';
import type { EventRevision, StatusRevision } from '../../reasoning/changes/becameKnown.ts';
import type { HappenedEvent, HappenedStatus } from '../../reasoning/changes/happened.ts';
import type { Positioned } from '../../reasoning/changes/order.ts';
import type { EventView } from '../../reasoning/eventView.ts';
import { participationKey } from '../../record/participation.ts';
import { FIRST_DAY } from '../../time/day.ts';
import { orderDay } from '../../time/bounds.ts';
import { EdtfDate } from '../edtfDate.ts';
import type { KnownEvents } from '../../answers/knownEvents.ts';
import { type Entity, entityFrom } from '../entity/entity.type.ts';
import { eventFrom, participantFrom } from '../event/event.type.ts';
import { sourceFrom } from '../source/source.type.ts';
import { type Change, EventChange, type KnownOfEvent, StatusChange } from './change.type.ts';

/** A change, and its place among others. */
export interface PositionedChange extends Positioned {
  readonly change: Change;
}

/** Tells changes with the events and sources that were read. */
export class ChangeBuilder {
  readonly #read: KnownEvents;
  readonly #after: ReadonlyMap<string, readonly string[]>;

  /** @param events with what they follow */
  constructor(read: KnownEvents, events: readonly ChangedEventRow[]) {
    this.#read = read;
    this.#after = new Map(events.map(({ id, after }) => [id, after]));
  }

  event({ id, view, sources }: HappenedEvent): PositionedChange {
    const change = this.#eventChange(id, sources, { before: null, after: view });
    return this.#positioned(
      orderDay(view.date),
      id,
      Object.assign(change, { kind: 'HAPPENED', knownOn: null }),
    );
  }

  eventRevision({ id, before, after, day, sources }: EventRevision): PositionedChange {
    const kind = before === null ? 'BECAME_KNOWN' : after === null ? 'WITHDRAWN' : 'REVISED';
    const change = this.#eventChange(id, sources, { before, after });
    return this.#positioned(
      day,
      id,
      Object.assign(change, { kind, knownOn: day === FIRST_DAY ? null : day }),
    );
  }

  status({ date, ...change }: HappenedStatus): PositionedChange {
    const item = Object.assign(this.#statusChange(change), { date: EdtfDate.of(date), knownOn: null });
    return ofStatus(orderDay(date), change, item);
  }

  statusRevision({ day, ...change }: StatusRevision): PositionedChange {
    const knownOn = day === FIRST_DAY ? null : day;
    return ofStatus(day, change, Object.assign(this.#statusChange(change), { date: null, knownOn }));
  }

  #positioned(day: string, event: string, change: Change): PositionedChange {
    return { day, event, after: this.#after.get(event) ?? [], name: event, change };
  }

  #eventChange(id: string, sources: readonly string[], { before, after }: BeforeAndAfter): EventChange {
    const event = eventFrom(this.#read.event(id));
    const view = after ?? before;
    return Object.assign(new EventChange(), {
      event,
      summary: event.summary,
      date: view === null ? null : EdtfDate.of(view.date),
      before: before === null ? null : this.#known(id, before),
      after: after === null ? null : this.#known(id, after),
      sources: this.#read.sources([id], sources).map(sourceFrom),
    });
  }

  #known(id: string, { date, stances, participations }: EventView): KnownOfEvent {
    const keys = new Set(participations.filter(({ named }) => named).map(participationKey));
    return {
      date: EdtfDate.of(date),
      stances,
      participants: this.#read.participants(id, keys).map(participantFrom),
    };
  }

  #statusChange({ asked, from, to, causes, sources }: Omit<StatusRevision, 'day'>): StatusChange {
    const [authority, subject] = [asked.authority, asked.subject].map((id) =>
      entityFrom(this.#read.entity(id)),
    ) as [Entity, Entity];
    const { regime } = asked;
    return Object.assign(new StatusChange(), {
      kind: 'STATUS',
      summary: `${authority.name} and ${subject.name}, ${words(regime)}: ${words(from)} → ${words(to)}`,
      ...{ authority, subject, regime, from, to },
      causes: causes.map((id) => eventFrom(this.#read.event(id))),
      sources: this.#read.sources(causes, sources).map(sourceFrom),
    });
  }
}

interface BeforeAndAfter {
  readonly before: EventView | null;
  readonly after: EventView | null;
}

function ofStatus(
  day: string,
  { asked, causes }: Pick<StatusRevision, 'asked' | 'causes'>,
  change: Change,
): PositionedChange {
  const name = `${asked.authority} ${asked.subject} ${asked.regime}`;
  return { day, event: null, after: causes, name, change };
}

/** `NOT_IN_FORCE` as "not in force". */
function words(name: string): string {
  return name.toLowerCase().replaceAll('_', ' ');
}
