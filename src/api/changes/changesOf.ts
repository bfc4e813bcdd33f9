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
import type { Context } from '../../answers/reader.ts';
import { ReadEvents } from '../event/readEvents.ts';
import type { AskedChanges } from './change.input.ts';
import type { Changes } from './change.type.ts';
import { ChangeTeller, type ToldChange } from './changeTeller.ts';

/** More events of which something may have changed than one answer tells of. */
const MOST_EVENTS = 2_000;
/** More events than statuses of a few entities follow from. */
const MOST_IN_STATUSES = 10_000;

/** What changed, by at most two statements. */
export async function changesOf(context: Context, asked: AskedChanges): Promise<Changes> {
  const { kinds, limit } = asked;
  const withStatuses = kinds?.includes('STATUS') ?? true;
  const withEvents = kinds?.some((kind) => kind !== 'STATUS') ?? true;
  const [events, bases] = await Promise.all([
    withEvents ? context.read(changedEvents(questionOf(asked))) : [],
    withStatuses ? context.read(statusBasisOf(asked)) : [],
  ]);
  const told = events.slice(0, MOST_EVENTS);
  // Statuses that rest on some of their events alone would be wrong.
  const basis = bases.length > MOST_IN_STATUSES ? [] : bases;
  const changes = await context.work(() => itemsOf(asked, told, basis));
  const items = changes.filter(({ change }) => kinds?.includes(change.kind) ?? true);
  return {
    items: changesInOrder(items)
      .slice(0, limit)
      .map(({ change }) => change),
    truncated: items.length > limit || events.length > told.length || bases.length > basis.length,
  };
}

function questionOf(asked: AskedChanges): ChangedEventsQuestion {
  const { entities, between, types, period, axis, certainty } = asked;
  return { entities, between, types, period, axis, certainty, limit: MOST_EVENTS + 1 };
}

function statusBasisOf({ entities, between, regimes }: AskedChanges) {
  const asked = (type: EventType) => regimes?.some((regime) => regimeTypes(regime).includes(type)) ?? true;
  const types = { types: STATUS_TYPES.filter(asked), generalTypes: GENERAL_TYPES.filter(asked) };
  return statusBasis(between ?? entities ?? [], types, MOST_IN_STATUSES + 1);
}

function itemsOf(
  asked: AskedChanges,
  events: readonly ChangedEventRow[],
  basis: readonly EventRow[],
): ToldChange[] {
  const { concern, period, regimes, axis, certainty, knownBy } = asked;
  const read = new ReadEvents([...events, ...basis]);
  const told = events.map(({ id }) => read.told(id));
  const histories = statusHistories(
    basis.map(({ id }) => read.told(id)),
    concern,
    regimes,
    (id) => read.entity(id).kind,
  );
  const teller = new ChangeTeller(read, events);
  if (axis === 'KNOWN') {
    const known = new KnownPeriod(period, certainty);
    return [
      ...eventsBecameKnown(told, concern, known).map((news) => teller.eventNews(news)),
      ...statusesBecameKnown(histories, known).map((news) => teller.statusNews(news)),
    ];
  }
  const knowledge = { knownBy, certainty };
  return [
    ...eventsHappened(told, concern, period, knowledge).map((event) => teller.event(event)),
    ...statusesHappened(histories, period, knowledge).map((change) => teller.status(change)),
  ];
}
