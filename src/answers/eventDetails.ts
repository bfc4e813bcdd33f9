import type { EventType } from '../ontology/lookups.ts';
import type { Stance } from '../ontology/stances.ts';
import type { Closeness } from '../ontology/closeness.ts';
import { closenesses, eventsByIds } from '../queries/events.ts';
import {
  type EventRow,
  PARTICIPANT,
  type ParticipantRow,
  reportColumns,
  type ReportRow,
} from '../queries/parts/columns.ts';
import type { Knowledge } from '../reasoning/countsBy.ts';
import { decisive, eventDate } from '../reasoning/eventDate.ts';
import { finest, statedParticipations } from '../reasoning/participations.ts';
import { projectedRecord } from '../reasoning/projectedRecord.ts';
import { participationKey } from '../record/participation.ts';
import { REPORT } from '../record/report.ts';
import type { CombinedDate } from '../time/combineDates.ts';
import { countingReport, participantKey, sourceCounts } from './knownEvents.ts';
import type { Reader } from './reader.ts';

/** An event that was read, perhaps with its participants and reports; otherwise they are read when needed. */
export interface LoadedEvent {
  readonly id: string;
  readonly type: EventType;
  /** As known now. */
  readonly stances: readonly Stance[];
  readonly participantRows: readonly ParticipantRow[] | undefined;
  readonly reportRows: readonly ReportRow[] | undefined;
}

/** The date by the reports that count; `null` if none does. */
export async function dateKnown(
  reader: Reader,
  event: LoadedEvent,
  known: Knowledge,
): Promise<CombinedDate | null> {
  const rows = await countingReports(reader, event, known);
  return eventDate(rows.map((row) => countingReport(row, known)));
}

/** The stances of the reports that count, each once. */
export async function stancesKnown(
  reader: Reader,
  event: LoadedEvent,
  known: Knowledge,
): Promise<readonly Stance[]> {
  if (!known.knownBy) return event.stances;
  return stancesOf((await countingReports(reader, event, known)).map(reportColumns));
}

/** The stances of the reports, each once, in order. */
export function stancesOf(reports: readonly { readonly stance: Stance }[]): Stance[] {
  return [...new Set(reports.map(({ stance }) => stance))].sort();
}

/** The participants by the reports that count: by the affirming ones, if there are any. Each as named most finely. */
export async function participantsKnown(
  reader: Reader,
  event: LoadedEvent,
  known: Knowledge,
): Promise<readonly ParticipantRow[]> {
  if (!known.knownBy && event.stances.length === 0) return [];
  if (!known.knownBy)
    return (await allParticipants(reader, event)).filter((row) => row[PARTICIPANT.place.named]);
  const reports = (await countingReports(reader, event, known)).map(reportColumns);
  const stated = finest(statedParticipations(projectedRecord(event, decisive(reports))));
  return await participantsIn(reader, event, [{ participants: stated.map(participationKey) }]);
}

/** The participants by any of these reports. */
export async function participantsIn(
  reader: Reader,
  event: LoadedEvent,
  reports: readonly { readonly participants: readonly string[] }[],
): Promise<readonly ParticipantRow[]> {
  const stated = new Set(reports.flatMap(({ participants }) => participants));
  return (await allParticipants(reader, event)).filter((row) => stated.has(participantKey(row)));
}

/** The reports whose sources count by what was known. */
export async function countingReports(
  reader: Reader,
  event: LoadedEvent,
  known: Knowledge,
): Promise<readonly ReportRow[]> {
  return (await allReports(reader, event)).filter((row) => sourceCounts(row[REPORT.place.source], known));
}

/** All reports of the event, whether they count or not. */
export async function allReports(reader: Reader, event: LoadedEvent): Promise<readonly ReportRow[]> {
  return event.reportRows ?? (await wholeEvent(reader, event.id))?.reports ?? [];
}

async function allParticipants(reader: Reader, event: LoadedEvent): Promise<readonly ParticipantRow[]> {
  return event.participantRows ?? (await wholeEvent(reader, event.id))?.participants ?? [];
}

/** How closely its CAMEO code matches its type; `null` if it has none. */
export async function closenessOf(reader: Reader, { id }: LoadedEvent): Promise<Closeness | null> {
  const [row] = await reader.readFor(['closeness'], id, closenesses, (event) => event.id);
  return row?.closeness ?? null;
}

async function wholeEvent(reader: Reader, id: string): Promise<EventRow | undefined> {
  const statement = (ids: readonly string[]) => eventsByIds(ids, { participants: true, reports: true });
  const [row] = await reader.readFor(['wholeEvent'], id, statement, (event) => event.id);
  return row;
}
