import type { EventRow, ParticipantRow, ReportRow } from '../../queries/columns.ts';
import { eventsByIds } from '../../queries/events.ts';
import { eventDate } from '../../reasoning/eventDate.ts';
import type { Context } from '../context.ts';
import { EdtfDate } from '../edtfDate.ts';
import { type KnownArguments, sourceCounts } from '../knownArguments.ts';
import type { Event } from './event.type.ts';

/** When the event was, as was known then; `null` where nothing was. */
export async function dateKnown(
  context: Context,
  event: Event,
  known: KnownArguments,
): Promise<EdtfDate | null> {
  if (!known.knownBy) return event.date;
  const rows = await reportRows(context, event, known);
  const date = eventDate(rows.map(([, stance, edtf]) => ({ stance, date: edtf })));
  return date === null ? null : new EdtfDate(date.edtf, date.disputed, date.qualified);
}

/** The event's reports: all of them, or those that counted by what was known. */
export async function reportRows(
  context: Context,
  event: Event,
  known: KnownArguments,
): Promise<readonly ReportRow[]> {
  const rows = event.reportRows ?? (await wholeEvent(context, event.id))?.reports ?? [];
  return known.knownBy ? rows.filter(([source]) => sourceCounts(source, known)) : rows;
}

export async function participantRows(context: Context, event: Event): Promise<readonly ParticipantRow[]> {
  return event.participantRows ?? (await wholeEvent(context, event.id))?.participants ?? [];
}

/** For events that another statement brought without these lists. */
async function wholeEvent(context: Context, id: string): Promise<EventRow | undefined> {
  const statement = (ids: readonly string[]) => eventsByIds(ids, { participants: true, reports: true });
  const [row] = await context.readFor(['wholeEvent'], id, statement, (event) => event.id);
  return row;
}
