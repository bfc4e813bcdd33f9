import { reportColumns, type ReportRow } from '../../queries/columns.ts';
import type { ProjectedRecord } from '../../reasoning/eventView.ts';
import { projectedRecord } from '../../reasoning/projectedRecord.ts';
import type { Publication } from '../../reasoning/publication.ts';
import type { Context } from '../context.ts';
import { type KnownArguments, sourceCounts, standingOf } from '../knownArguments.ts';
import { reportRows } from './event.loader.ts';
import type { Event } from './event.type.ts';

/** All reports of the event, whether they count or not. */
export function heldReports(context: Context, event: Event): Promise<readonly ReportRow[]> {
  return reportRows(context, event, { certainty: 'POSSIBLE' });
}

/** The event's record, from which its view follows. @param rows all its reports */
export function heldRecord(event: Event, rows: readonly ReportRow[]): ProjectedRecord {
  return projectedRecord(event, rows.map(reportColumns));
}

/** When each source of the reports was published that counts by what was known. */
export function countingPublications(
  rows: readonly ReportRow[],
  known: KnownArguments,
): Map<string, Publication> {
  const counting = rows.map(([card]) => card).filter((card) => sourceCounts(card, known));
  return new Map(counting.map((card) => [card[0], standingOf(card).published]));
}
