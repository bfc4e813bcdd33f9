import type { SourceValidity } from '../reasoning/countsBy.ts';
import { canonicalRecord, type CanonicalIds } from '../reasoning/canonicalRecord.ts';
import { eventVersions } from '../reasoning/eventVersions.ts';
import { publicationOf } from '../reasoning/publication.ts';
import type { Transaction } from '../graph/graph.ts';
import { batches } from './batches.ts';
import { writeResolvedReports, readCanonicalIds } from './statements/canonicalStatements.ts';
import { clearViewsOf } from './statements/clearViews.ts';
import { readRecords, recordOf, type RecordRow } from './statements/recordStatements.ts';
import {
  readPublications,
  readValidities,
  type ValidityRow,
  writePublications,
} from './statements/sourceStatements.ts';
import { writeViews } from './statements/writeViews.ts';

/** Works out what follows from the events and writes it over what followed before. */
export async function projectEvents(transaction: Transaction, ids: readonly string[]): Promise<void> {
  for (const batch of batches(ids)) {
    await unprojectEvents(transaction, batch);
    await projectRows(transaction, await transaction.run(readRecords(batch)));
  }
}

/** Takes away what follows from the events, as long as they still have the type that they were projected with. */
export async function unprojectEvents(transaction: Transaction, ids: readonly string[]): Promise<void> {
  for (const batch of batches(ids)) {
    for (const statement of clearViewsOf(batch)) await transaction.run(statement);
  }
}

/** As `projectEvents`, for events that have no view yet. When their sources were published must have been worked out. */
export async function projectRows(transaction: Transaction, rows: readonly RecordRow[]): Promise<void> {
  const sources = [...new Set(rows.flatMap(({ reports }) => reports.map(([source]) => source)))];
  const standings = validitiesIn(await transaction.run(readValidities(sources)));
  const canonical = await canonicalIdsIn(transaction);
  const records = rows.map(recordOf);
  const views = new Map(
    records.map((record) => [record, eventVersions(canonicalRecord(record, canonical), standings)]),
  );
  for (const statement of [...writeViews(views), ...writeResolvedReports(records, canonical)])
    await transaction.run(statement);
}

/** By the ids of the sources. */
export function validitiesIn(rows: readonly ValidityRow[]): Map<string, SourceValidity> {
  return new Map(
    rows.map(({ id, earliest, latest, retracted }) => [id, { published: { earliest, latest }, retracted }]),
  );
}

/** Works out when sources were published, all where no ids are given, and returns those for which it is another time now. */
export async function projectSources(
  transaction: Transaction,
  ids: readonly string[] | null,
): Promise<string[]> {
  if (ids?.length === 0) return [];
  const rows = await transaction.run(readPublications(ids));
  const publications = new Map(
    rows.flatMap((row) => {
      const publication = publicationOf(row, row.affirmed);
      const isAsBefore = publication.earliest === row.earliest && publication.latest === row.latest;
      return isAsBefore ? [] : [[row.id, publication] as const];
    }),
  );
  await transaction.run(writePublications(publications));
  return [...publications.keys()];
}

/** The ids that joined entities are known by, as the graph has them; few, so that all are read at once. */
export async function canonicalIdsIn(transaction: Transaction): Promise<CanonicalIds> {
  const rows = await transaction.run(readCanonicalIds());
  return new Map(rows.map(({ id, canonical }) => [id, canonical]));
}
