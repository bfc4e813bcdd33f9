import type { EventType } from '../ontology/lookups.ts';
import { REPORT, type ReportRecord } from '../record/report.ts';
import type { ProjectedRecord } from './eventView.ts';
import { participationOf } from '../record/participation.ts';

/** A report as the graph holds it, with its participants, each as the key of a participation. */
export interface StoredReport extends Pick<ReportRecord, 'source' | 'locator' | 'stance' | 'date'> {
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
    reports: reports.map(({ source, locator, stance, date, participants }) => ({
      ...REPORT.empty,
      ...{ source, locator, stance, date },
      participants: participants.map(participationOf),
    })),
  };
}
