import { eventView } from '../reasoning/eventView.ts';
import { publicationOf, type Publication } from '../reasoning/publication.ts';
import type { Transaction } from '../graph/graph.ts';
import { readPublications, writePublications } from './statements/sources.ts';
import { readRecords, recordOf, writeViews, type RecordRow } from './statements/views.ts';

export const BATCH = 1_000;

/** Works out what follows from the events and writes it; the relationships they projected before must be gone. */
export async function projectEvents(transaction: Transaction, ids: readonly string[]): Promise<void> {
  for (const batch of batches(ids)) await projectRows(transaction, await transaction.run(readRecords(batch)));
}

export async function projectRows(transaction: Transaction, rows: readonly RecordRow[]): Promise<void> {
  const sources = [...new Set(rows.flatMap(({ reports }) => reports.map(([source]) => source)))];
  const publications = await publishedWhen(transaction, sources);
  const views = new Map(rows.map(recordOf).map((record) => [record, eventView(record, publications)]));
  for (const statement of writeViews(views)) await transaction.run(statement);
}

/** Works out when sources were published and writes it. */
export async function projectSources(transaction: Transaction, ids: readonly string[]): Promise<void> {
  await transaction.run(writePublications(await publishedWhen(transaction, ids, true)));
}

export function* batches<T>(items: readonly T[], size = BATCH): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** When the sources were published; those retracted count no more, unless asked for. */
async function publishedWhen(
  transaction: Transaction,
  ids: readonly string[],
  withRetracted = false,
): Promise<Map<string, Publication>> {
  const rows = await transaction.run(readPublications(ids));
  return new Map(
    rows
      .filter(({ retracted }) => withRetracted || !retracted)
      .map((row) => [row.id, publicationOf(row, row.affirmed)]),
  );
}
