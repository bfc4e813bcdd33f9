import type { Stance } from '../../ontology/stances.ts';
import {
  type EventRow,
  type ParticipantRow,
  reportColumns,
  type ReportRow,
} from '../../queries/parts/columns.ts';
import { eventsByIds } from '../../queries/events.ts';
import { decisive, eventDate } from '../../reasoning/eventDate.ts';
import { participationKey } from '../../record/participation.ts';
import type { Reader } from '../../answers/reader.ts';
import { EdtfDate } from '../edtfDate.ts';
import { type KnownArguments, sourceCounts } from '../knownArguments.ts';
import type { Event } from './event.type.ts';

/** When the event was, as was known then; `null` where nothing was. */
export async function dateKnown(
  context: Reader,
  event: Event,
  known: KnownArguments,
): Promise<EdtfDate | null> {
  if (!known.knownBy) return event.date;
  const rows = await countingReports(context, event, known);
  const date = eventDate(rows.map(reportColumns));
  return date === null ? null : EdtfDate.of(date);
}

/** All reports of the event, whether they count or not. */
export async function allReports(context: Reader, event: Event): Promise<readonly ReportRow[]> {
  return event.reportRows ?? (await wholeEvent(context, event.id))?.reports ?? [];
}

/** Those of its reports that count: by what was known, else of sources that are not retracted. */
export async function countingReports(
  context: Reader,
  event: Event,
  known: KnownArguments,
): Promise<readonly ReportRow[]> {
  return (await allReports(context, event)).filter(([source]) => sourceCounts(source, known));
}

/** Who took part, as the reports have it that count by what was known and decide what is told of the event. */
export async function participantRows(
  context: Reader,
  event: Event,
  known: KnownArguments,
): Promise<readonly ParticipantRow[]> {
  if (!known.knownBy && event.stances.length === 0) return [];
  if (!known.knownBy) return (await everyParticipant(context, event)).filter(([, , , named]) => named);
  const reports = (await countingReports(context, event, known)).map(reportColumns);
  return await statedIn(context, event, decisive(reports));
}

/** Who took part by any of these reports. */
export async function statedIn(
  context: Reader,
  event: Event,
  reports: readonly { readonly participants: readonly string[] }[],
): Promise<readonly ParticipantRow[]> {
  const stated = new Set(reports.flatMap(({ participants }) => participants));
  return (await everyParticipant(context, event)).filter(([role, [entity], onBehalfOf]) =>
    stated.has(participationKey({ role, entity, onBehalfOf: onBehalfOf?.[0] ?? null })),
  );
}

async function everyParticipant(context: Reader, event: Event): Promise<readonly ParticipantRow[]> {
  return event.participantRows ?? (await wholeEvent(context, event.id))?.participants ?? [];
}

/** What its sources say of it, each stance once. */
export async function stancesKnown(
  context: Reader,
  event: Event,
  known: KnownArguments,
): Promise<readonly Stance[]> {
  if (!known.knownBy) return event.stances;
  const reports = (await countingReports(context, event, known)).map(reportColumns);
  return [...new Set(reports.map(({ stance }) => stance))].sort();
}

/** For events that another statement brought without these lists. */
async function wholeEvent(context: Reader, id: string): Promise<EventRow | undefined> {
  const statement = (ids: readonly string[]) => eventsByIds(ids, { participants: true, reports: true });
  const [row] = await context.readFor(['wholeEvent'], id, statement, (event) => event.id);
  return row;
}
