import type { EventType } from '../ontology/lookups.ts';
import type { Regime } from '../ontology/regimes.ts';
import type { Stance } from '../ontology/stances.ts';
import { type ChangedEventRow, changedEvents } from '../queries/changedEvents.ts';
import {
  type EntityCells,
  type EventRow,
  type ParticipantRow,
  type SourceCells,
} from '../queries/parts/columns.ts';
import { ENTITY } from '../record/entity.ts';
import {
  eventsBecameKnown,
  type EventRevision,
  KnownPeriod,
  marked,
  type Marked,
  statusesBecameKnown,
  type StatusRevision,
} from '../reasoning/changes/becameKnown.ts';
import {
  eventsHappened,
  type HappenedEvent,
  type HappenedStatus,
  statusesHappened,
} from '../reasoning/changes/happened.ts';
import type { Concern } from '../reasoning/changes/histories.ts';
import {
  type ChangeAxis,
  type ChangeKind,
  changesInOrder,
  type Positioned,
} from '../reasoning/changes/order.ts';
import { forStatuses, type Knowledge } from '../reasoning/countsBy.ts';
import type { EventView } from '../reasoning/eventView.ts';
import type { StatusState } from '../reasoning/status/statusState.ts';
import { participationKey } from '../record/participation.ts';
import { orderKey } from '../time/bounds.ts';
import type { CombinedDate } from '../time/combineDates.ts';
import { type Day, FIRST_DAY } from '../time/day.ts';
import type { Period } from '../time/period.ts';
import { KnownEvents, MAX_STATUS_EVENTS, readStatusBasis } from './knownEvents.ts';
import type { Reader } from './reader.ts';

/** A question about changes: their kinds, their period, and the entities that they concern. */
export interface ChangeQuestion extends Knowledge {
  readonly period: Period;
  /** One of these takes part, or two of these; one of both is given. */
  readonly entities: readonly string[] | null;
  readonly between: readonly string[] | null;
  /** Of events. */
  readonly types: readonly EventType[] | null;
  /** Of statuses. */
  readonly regimes: readonly Regime[] | null;
  readonly kinds: readonly ChangeKind[] | null;
  readonly axis: ChangeAxis;
  readonly limit: number;
}

export interface ChangesAnswer {
  /** In order of time, a change of status right after the event that brought it about. */
  readonly items: readonly ChangeAnswer[];
  /** There are more changes than the limit, or more events than are read for one answer. */
  readonly truncated: boolean;
}

export type ChangeAnswer = EventChangeAnswer | StatusChangeAnswer;

interface AnyChange {
  readonly summary: string;
  /** When it happened; `null` for a status with axis KNOWN. */
  readonly date: CombinedDate | null;
  /** With axis KNOWN, the first day on which something else was known; `null` if it always was. */
  readonly knownOn: Day | null;
  readonly sources: readonly SourceCells[];
  /** Whether it must fall in the period, however imprecise its date, or that of its sources, is. */
  readonly isCertain: boolean;
}

export interface EventChangeAnswer extends AnyChange {
  readonly kind: Exclude<ChangeKind, 'STATUS'>;
  readonly event: EventRow;
  readonly before: KnownOfEventAnswer | null;
  readonly after: KnownOfEventAnswer | null;
}

export interface KnownOfEventAnswer {
  readonly date: CombinedDate;
  readonly stances: readonly Stance[];
  readonly participants: readonly ParticipantRow[];
}

export interface StatusChangeAnswer extends AnyChange {
  readonly kind: 'STATUS';
  readonly authority: EntityCells;
  readonly subject: EntityCells;
  readonly regime: Regime;
  readonly from: StatusState;
  readonly to: StatusState;
  readonly causes: readonly EventRow[];
}

/** The maximum number of events that one answer examines for changes. */
const MAX_CHANGED_EVENTS = 2_000;

/** What changed, by at most two statements. */
export async function changesOf(reader: Reader, question: ChangeQuestion): Promise<ChangesAnswer> {
  const { kinds, regimes, limit } = question;
  const concern = { entities: setOf(question.entities), between: setOf(question.between) };
  const withStatuses = kinds?.includes('STATUS') ?? true;
  const withEvents = kinds?.some((kind) => kind !== 'STATUS') ?? true;
  // Whether an observation repeats what was so before is a question of statuses.
  const needsStatuses = withStatuses || question.axis === 'HAPPENED';
  const [events, basis] = await Promise.all([
    withEvents ? reader.read(changedEvents({ ...question, limit: MAX_CHANGED_EVENTS + 1 })) : [],
    needsStatuses
      ? readStatusBasis(
          reader,
          question.between ?? question.entities ?? [],
          withEvents ? null : regimes,
          MAX_STATUS_EVENTS.ofRequest,
        )
      : [],
  ]);
  const kept = events.slice(0, MAX_CHANGED_EVENTS);
  const changes = await reader.exclusive(() => changesAmong(kept, basis ?? [], concern, question));
  const asked = changes.filter(({ change }) => kinds?.includes(change.kind) ?? true);
  return {
    items: inOrder(asked, question)
      .slice(0, limit)
      .map(({ change }) => change),
    truncated: asked.length > limit || events.length > kept.length || basis === null,
  };
}

/** Of what happened, first what must have happened in the period. */
function inOrder(changes: readonly PositionedChange[], { axis }: ChangeQuestion): PositionedChange[] {
  if (axis === 'KNOWN') return changesInOrder(changes);
  const [certain, possible] = [true, false].map((isCertain) =>
    changesInOrder(changes.filter(({ change }) => change.isCertain === isCertain)),
  );
  return [...(certain ?? []), ...(possible ?? [])];
}

function setOf(ids: readonly string[] | null): ReadonlySet<string> | null {
  return ids && new Set(ids);
}

function changesAmong(
  changed: readonly ChangedEventRow[],
  basis: readonly EventRow[],
  concern: Concern,
  { period, regimes, axis, ...knowledge }: ChangeQuestion,
): PositionedChange[] {
  const events = new KnownEvents([...changed, ...basis]);
  const full = changed.map(({ id }) => events.full(id));
  const histories = events.statusHistories(basis, concern, null);
  const asked = histories.filter(({ status }) => regimes?.includes(status.regime) ?? true);
  const builder = new ChangeBuilder(events, changed);
  const ofStatus = forStatuses(knowledge);
  if (axis === 'KNOWN') {
    const known = new KnownPeriod(period, knowledge);
    const events = marked(known, (part) => eventsBecameKnown(full, concern, part));
    const statuses = marked(new KnownPeriod(period, ofStatus), (part) => statusesBecameKnown(asked, part));
    return [
      ...events.map((revision) => builder.eventRevision(revision)),
      ...statuses.map((revision) => builder.statusRevision(revision)),
    ];
  }
  return [
    ...eventsHappened(full, histories, concern, period, knowledge).map((event) => builder.event(event)),
    ...statusesHappened(asked, period, ofStatus).map((change) => builder.status(change)),
  ];
}

/** A change, and its place among others. */
interface PositionedChange extends Positioned {
  readonly change: ChangeAnswer;
}

/** Makes changes of what follows, with the events and sources that were read. */
class ChangeBuilder {
  readonly #events: KnownEvents;
  readonly #after: ReadonlyMap<string, readonly string[]>;

  /** @param changed with what they follow */
  constructor(events: KnownEvents, changed: readonly ChangedEventRow[]) {
    this.#events = events;
    this.#after = new Map(changed.map(({ id, after }) => [id, after]));
  }

  event({ id, view, ...turned }: HappenedEvent): PositionedChange {
    const change = this.#eventChange(id, turned, { before: null, after: view });
    return this.#positioned(orderKey(view.date), { ...change, kind: 'HAPPENED', knownOn: null });
  }

  eventRevision({ id, before, after, day, ...turned }: Marked<EventRevision>): PositionedChange {
    const kind = before === null ? 'BECAME_KNOWN' : after === null ? 'WITHDRAWN' : 'REVISED';
    const change = this.#eventChange(id, turned, { before, after });
    return this.#positioned(day, { ...change, kind, knownOn: knownOn(day) });
  }

  status({ date, ...change }: HappenedStatus): PositionedChange {
    return this.#positionedStatus(orderKey(date), change, { date, knownOn: null });
  }

  statusRevision({ day, ...change }: Marked<StatusRevision>): PositionedChange {
    return this.#positionedStatus(day, change, { date: null, knownOn: knownOn(day) });
  }

  #eventChange(
    id: string,
    { sources, isCertain }: Pick<HappenedEvent, 'sources' | 'isCertain'>,
    { before, after }: BeforeAndAfter,
  ) {
    const event = this.#events.event(id);
    return {
      event,
      summary: event.summary,
      date: (after ?? before)?.date ?? null,
      before: before && this.#known(id, before),
      after: after && this.#known(id, after),
      sources: this.#events.sources([id], sources),
      isCertain,
    };
  }

  #known(id: string, { date, stances, participations }: EventView): KnownOfEventAnswer {
    const keys = new Set(participations.filter(({ named }) => named).map(participationKey));
    return { date, stances, participants: this.#events.participants(id, keys) };
  }

  #positioned(day: string, change: EventChangeAnswer): PositionedChange {
    const { id } = change.event;
    return { day, event: id, after: this.#after.get(id) ?? [], name: id, change };
  }

  #positionedStatus(
    day: string,
    { status, from, to, causes, sources, isCertain }: Omit<Marked<StatusRevision>, 'day'>,
    dates: Pick<AnyChange, 'date' | 'knownOn'>,
  ): PositionedChange {
    const { regime } = status;
    const [authority, subject] = [this.#events.entity(status.authority), this.#events.entity(status.subject)];
    const names = [authority, subject].map((cells) => cells[ENTITY.place.name]).join(' and ');
    const change: StatusChangeAnswer = {
      ...{ kind: 'STATUS', authority, subject, regime, from, to, isCertain, ...dates },
      summary: `${names}, ${words(regime)}: ${words(from)} → ${words(to)}`,
      causes: causes.map((id) => this.#events.event(id)),
      sources: this.#events.sources(causes, sources),
    };
    const name = `${status.authority} ${status.subject} ${regime}`;
    return { day, event: null, after: causes, name, change };
  }
}

interface BeforeAndAfter {
  readonly before: EventView | null;
  readonly after: EventView | null;
}

/** What is known since the first day of all was never unknown. */
function knownOn(day: Day): Day | null {
  return day === FIRST_DAY ? null : day;
}

/** `NOT_IN_FORCE` as "not in force". */
function words(name: string): string {
  return name.toLowerCase().replaceAll('_', ' ');
}
