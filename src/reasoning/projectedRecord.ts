import type { Coding } from '../ontology/codings.ts';
import type { EventType } from '../ontology/lookups.ts';
import type { DatasetIdentity } from '../record/datasetIdentity.ts';
import type { EventRecord } from '../record/event.ts';
import { participationOf } from '../record/participation.ts';
import { REPORT, type ReportRecord } from '../record/report.ts';

/** The part of an event's record from which its view follows. */
export interface ProjectedRecord extends Pick<EventRecord, 'id' | 'type' | 'participants'> {
  readonly reports: readonly ProjectedReport[];
}

/** A report and whose it is; a person's if left out. */
export interface ProjectedReport extends ReportRecord {
  readonly dataset?: string;
  readonly coding?: Coding;
}

/** A report as the graph holds it, with its participants, each as the key of a participation. */
export interface StoredReport extends Pick<
  ProjectedReport,
  'source' | 'locator' | 'stance' | 'date' | 'dataset' | 'coding'
> {
  readonly participants: readonly string[];
}

/** An event's record, made of its reports in the graph. */
export function projectedRecord(
  { id, type }: { readonly id: string; readonly type: EventType },
  reports: readonly StoredReport[],
): ProjectedRecord {
  return {
    id,
    type,
    participants: [],
    reports: reports.map(({ source, locator, stance, date, dataset, coding, participants }) => ({
      ...REPORT.empty,
      ...{ source, locator, stance, date },
      ...(dataset === undefined ? {} : { dataset }),
      ...(coding === undefined ? {} : { coding }),
      participants: participants.map(participationOf),
    })),
  };
}

/** A dataset's record of an event that no other reports. */
export function declaredRecord(
  event: EventRecord,
  { id: dataset, coding = 'HUMAN' }: DatasetIdentity,
): ProjectedRecord {
  return { ...event, reports: event.reports.map((report) => ({ ...report, dataset, coding })) };
}
