import { type EventType, GENERAL_TYPES, regimeTypes, STATUS_TYPES } from '../../ontology/lookups.ts';
import {
  type ChangedEventRow,
  changedEvents,
  type ChangedEventsQuestion,
} from '../../queries/changedEvents.ts';
import type { EventRow } from '../../queries/parts/columns.ts';
import { statusBasis } from '../../queries/statusBasis.ts';
import { eventsBecameKnown, KnownPeriod, statusesBecameKnown } from '../../reasoning/changes/becameKnown.ts';
import { eventsHappened, statusesHappened } from '../../reasoning/changes/happened.ts';
import { changesInOrder } from '../../reasoning/changes/order.ts';
import { statusHistories } from '../../reasoning/changes/histories.ts';
import type { Reader } from '../../answers/reader.ts';
import { KnownEvents } from '../../answers/knownEvents.ts';
import { entityColumns } from '../../queries/parts/columns.ts';
import type { ChangeQuestion } from './change.input.ts';
import type { Changes } from './change.type.ts';
import { ChangeBuilder, type PositionedChange } from './changeBuilder.ts';

/** More events of which something may have changed than one answer tells of. */
const MAX_CHANGED_EVENTS = 2_000;
/** More events than statuses of a few entities follow from. */
const MAX_STATUS_EVENTS = 10_000;

/** What changed, by at most two statements. */
export async function changesOf(context: Reader, asked: ChangeQuestion): Promise<Changes> {
  const { kinds, limit } = asked;
  const withStatuses = kinds?.includes('STATUS') ?? true;
  const withEvents = kinds?.some((kind) => kind !== 'STATUS') ?? true;
  const [events, bases] = await Promise.all([
    withEvents ? context.read(changedEvents(questionOf(asked))) : [],
    withStatuses ? context.read(statusBasisOf(asked)) : [],
  ]);
  const kept = events.slice(0, MAX_CHANGED_EVENTS);
  // Statuses that rest on some of their events alone would be wrong.
  const basis = bases.length > MAX_STATUS_EVENTS ? [] : bases;
  const changes = await context.exclusive(() => itemsOf(asked, kept, basis));
  const items = changes.filter(({ change }) => kinds?.includes(change.kind) ?? true);
  return {
    items: changesInOrder(items)
      .slice(0, limit)
      .map(({ change }) => change),
    truncated: items.length > limit || events.length > kept.length || bases.length > basis.length,
  };
}

function questionOf(asked: ChangeQuestion): ChangedEventsQuestion {
  const { entities, between, types, period, axis, certainty } = asked;
  return { entities, between, types, period, axis, certainty, limit: MAX_CHANGED_EVENTS + 1 };
}

function statusBasisOf({ entities, between, regimes }: ChangeQuestion) {
  const asked = (type: EventType) => regimes?.some((regime) => regimeTypes(regime).includes(type)) ?? true;
  const types = { types: STATUS_TYPES.filter(asked), generalTypes: GENERAL_TYPES.filter(asked) };
  return statusBasis(between ?? entities ?? [], types, MAX_STATUS_EVENTS + 1);
}

function itemsOf(
  asked: ChangeQuestion,
  events: readonly ChangedEventRow[],
  basis: readonly EventRow[],
): PositionedChange[] {
  const { concern, period, regimes, axis, certainty, knownBy } = asked;
  const read = new KnownEvents([...events, ...basis]);
  const full = events.map(({ id }) => read.full(id));
  const histories = statusHistories(
    basis.map(({ id }) => read.full(id)),
    concern,
    regimes,
    (id) => entityColumns(read.entity(id)).kind,
  );
  const builder = new ChangeBuilder(read, events);
  if (axis === 'KNOWN') {
    const known = new KnownPeriod(period, certainty);
    return [
      ...eventsBecameKnown(full, concern, known).map((news) => builder.eventRevision(news)),
      ...statusesBecameKnown(histories, known).map((news) => builder.statusRevision(news)),
    ];
  }
  const knowledge = { knownBy, certainty };
  return [
    ...eventsHappened(full, concern, period, knowledge).map((event) => builder.event(event)),
    ...statusesHappened(histories, period, knowledge).map((change) => builder.status(change)),
  ];
}
