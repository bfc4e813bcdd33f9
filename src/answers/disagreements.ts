import { entityWholes } from '../queries/entities.ts';
import type { ReportRow } from '../queries/parts/columns.ts';
import type { Knowledge } from '../reasoning/countsBy.ts';
import {
  type BelongsTo,
  disagreementsAmong,
  openComparisons,
  type ReportDisagreement,
  type Saying,
} from '../reasoning/disagreements.ts';
import { distinct } from '../ontology/compareTexts.ts';
import { countingReports, type LoadedEvent } from './eventDetails.ts';
import { countingReport } from './knownEvents.ts';
import type { Reader } from './reader.ts';

/** A report that counts, with its row. */
export type Counted = ReturnType<typeof countingReport> & { readonly row: ReportRow };

/** On what the reports that count differ, by what was known. */
export async function disagreementsKnown(
  reader: Reader,
  event: LoadedEvent,
  known: Knowledge,
): Promise<ReportDisagreement<Counted>[]> {
  const rows = await countingReports(reader, event, known);
  const sayings = rows.map((row) => ({ ...countingReport(row, known), row }));
  return disagreementsAmong(sayings, await belongingAmong(reader, sayings, known));
}

/** What belongs to what among those on whom it depends whether the reports differ. */
async function belongingAmong(
  reader: Reader,
  reports: readonly Saying[],
  { knownBy, certainty }: Knowledge,
): Promise<BelongsTo> {
  const known = knownBy ? { knownBy, certainty } : {};
  const statement = (ids: readonly string[]) => entityWholes(ids, known);
  const rows = await Promise.all(
    distinct(openComparisons(reports).flat(3)).map((id) =>
      reader.readFor(['entityWholes', known], id, statement, (row) => row.id),
    ),
  );
  const wholes = new Map(rows.flat().map((row) => [row.id, new Set(row.wholes)]));
  return (part, whole) => wholes.get(part)?.has(whole) === true;
}
