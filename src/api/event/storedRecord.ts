import { reportColumns, type ReportRow } from '../../queries/parts/columns.ts';
import { validityOf } from '../../queries/parts/fullEvent.ts';
import type { ProjectedRecord } from '../../reasoning/eventView.ts';
import { projectedRecord } from '../../reasoning/projectedRecord.ts';
import type { Publication } from '../../reasoning/publication.ts';
import { type KnownArguments, sourceCounts } from '../knownArguments.ts';
import type { Event } from './event.type.ts';

/** The event's record, from which its view follows. @param rows all its reports */
export function storedRecord(event: Event, rows: readonly ReportRow[]): ProjectedRecord {
  return projectedRecord(event, rows.map(reportColumns));
}

/** When each source of the reports was published that counts by what was known. */
export function countingPublications(
  rows: readonly ReportRow[],
  known: KnownArguments,
): Map<string, Publication> {
  const counting = rows.map(([card]) => card).filter((card) => sourceCounts(card, known));
  return new Map(counting.map((card) => [card[0], validityOf(card).published]));
}
