import type { GraphQLResolveInfo } from 'graphql';
import {
  eventPage,
  eventPages,
  eventCount,
  eventCounts,
  type EventQuestion,
} from '../../queries/eventPage.ts';
import type { PlacedEventRow } from '../../queries/parts/columns.ts';
import type { OwnedBy } from '../../queries/parts/eventAnchor.ts';
import type { EventCriteria } from '../../queries/parts/eventCriteria.ts';
import type { TimeCursor } from '../../queries/parts/page.ts';
import { checkIds, type NamedIds } from '../../answers/ids.ts';
import { type Connection, connectionFrom, datedConnectionTypes, isTimePlace, pageOf } from '../connection.ts';
import type { Reader } from '../../answers/reader.ts';
import { selectedColumns } from '../preparedOperation.ts';
import { certaintyIn, withCertainty } from './certainRow.ts';
import { eventFilterFrom, type EventListArguments } from './event.input.ts';
import { Event, eventFrom } from './event.type.ts';

export const EventConnection = datedConnectionTypes(Event, 'Event', 'events');

/** The page of events that the field asks for; those of one owner, if one is given. */
export async function eventConnection(
  reader: Reader,
  info: GraphQLResolveInfo,
  args: EventListArguments,
  owner?: { readonly owned: OwnedBy; readonly id: string },
): Promise<Connection<Event>> {
  const page = pageOf(args, isTimeCursor);
  const filter = eventFilterFrom(args.where);
  const blocks = withCertainty(info, selectedColumns(info, ['edges', 'node']));
  const whole: EventQuestion = { filter, order: args.orderBy, page, blocks };
  const rows =
    owner === undefined ? await reader.read(eventPage(whole)) : await ownedRows(reader, whole, owner);
  if (rows.length === 0) await checkIds(reader, idArguments(filter));
  return connectionFrom(
    args,
    page,
    rows,
    ({ open, at, id }) => ({ open, at, id }),
    eventFrom,
    () => count(reader, filter, owner),
    certaintyIn(reader, filter),
  );
}

/** The ids in a filter, by argument. */
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
  reader: Reader,
  question: EventQuestion,
  { owned, id }: { owned: OwnedBy; id: string },
): Promise<PlacedEventRow[]> {
  return reader.readFor(
    ['events', owned, question],
    id,
    (owners) => eventPages(owned, owners, question),
    ({ owner }) => owner,
  );
}

async function count(
  reader: Reader,
  filter: EventCriteria,
  owner?: { owned: OwnedBy; id: string },
): Promise<number> {
  if (owner === undefined) return (await reader.read(eventCount(filter)))[0]?.count ?? 0;
  const rows = await reader.readFor(
    ['eventCount', owner.owned, filter],
    owner.id,
    (owners) => eventCounts(owner.owned, owners, filter),
    (row) => row.owner,
  );
  return rows[0]?.count ?? 0;
}

function isTimeCursor(value: unknown): value is TimeCursor {
  // The cursor of a relationship has these and more.
  return (
    isTimePlace(value) && Object.keys(value).length === 3 && 'id' in value && typeof value.id === 'string'
  );
}
