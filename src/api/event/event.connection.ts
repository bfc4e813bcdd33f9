import type { GraphQLResolveInfo } from 'graphql';
import {
  eventPage,
  eventPages,
  eventCount,
  eventCounts,
  type EventQuestion,
} from '../../queries/eventPage.ts';
import type { EventRow } from '../../queries/parts/columns.ts';
import type { OwnedBy } from '../../queries/parts/eventAnchor.ts';
import type { EventCriteria } from '../../queries/parts/eventCriteria.ts';
import type { TimeCursor } from '../../queries/parts/page.ts';
import { checkIds, type NamedIds } from '../../answers/ids.ts';
import { type Connection, connectionFrom, connectionTypes, pageOf } from '../connection.ts';
import type { Reader } from '../../answers/reader.ts';
import { selectedColumns } from '../preparedOperation.ts';
import { isDay } from '../../time/day.ts';
import { eventFilterFrom, type EventListArguments } from './event.input.ts';
import { Event, eventFrom } from './event.type.ts';

export const EventConnection = connectionTypes(Event, 'Event', 'events');

/** A page of events as the field asks for it; those of one owner, where one is given. */
export async function eventConnection(
  context: Reader,
  info: GraphQLResolveInfo,
  args: EventListArguments,
  owner?: { readonly owned: OwnedBy; readonly id: string },
): Promise<Connection<Event>> {
  const page = pageOf(args, isTimeCursor);
  const filter = eventFilterFrom(args.where);
  const blocks = selectedColumns(info, ['edges', 'node']);
  const whole: EventQuestion = { filter, order: args.orderBy, page, blocks };
  const rows =
    owner === undefined ? await context.read(eventPage(whole)) : await ownedRows(context, whole, owner);
  if (rows.length === 0) await checkIds(context, idArguments(filter));
  return connectionFrom(
    args,
    page,
    rows,
    ({ at, id }) => ({ at, id }),
    eventFrom,
    () => count(context, filter, owner),
  );
}

/** The ids that a filter names, under the arguments that name them. */
export function idArguments({
  from,
  to,
  between,
  allParticipants,
  anyParticipants,
  sources,
}: EventCriteria): NamedIds {
  return {
    entities: {
      'where.from': from,
      'where.to': to,
      'where.between': between,
      'where.participants.all': allParticipants,
      'where.participants.any': anyParticipants,
    },
    sources,
  };
}

function ownedRows(
  context: Reader,
  question: EventQuestion,
  { owned, id }: { owned: OwnedBy; id: string },
): Promise<EventRow[]> {
  return context.readFor(
    ['events', owned, question],
    id,
    (owners) => eventPages(owned, owners, question),
    ({ owner }) => owner,
  );
}

async function count(
  context: Reader,
  filter: EventCriteria,
  owner?: { owned: OwnedBy; id: string },
): Promise<number> {
  if (owner === undefined) return (await context.read(eventCount(filter)))[0]?.count ?? 0;
  const rows = await context.readFor(
    ['eventCount', owner.owned, filter],
    owner.id,
    (owners) => eventCounts(owner.owned, owners, filter),
    (row) => row.owner,
  );
  return rows[0]?.count ?? 0;
}

function isTimeCursor(value: unknown): value is TimeCursor {
  if (typeof value !== 'object' || value === null || !('at' in value) || !('id' in value)) return false;
  // A relationship's cursor has these too, and more.
  return (
    Object.keys(value).length === 2 &&
    typeof value.at === 'string' &&
    isDay(value.at) &&
    typeof value.id === 'string'
  );
}
