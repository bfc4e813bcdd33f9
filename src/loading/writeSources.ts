import { type RowOf, rowOf, type Shape } from '../record/attribute.ts';
import { SOURCE, type SourceRecord, STORED_SOURCE } from '../record/source.ts';
import { cypher, when } from '../cypher/cypher.ts';
import { columnsOf, propertiesOf, WITH_DAYS } from '../cypher/shape.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import type { Transaction } from '../graph/graph.ts';
import type { SourceValidity } from '../reasoning/countsBy.ts';
import { type Publication, publicationOf, statesPublication } from '../reasoning/publication.ts';
import type { Day } from '../time/day.ts';
import { batches } from './batches.ts';
import { CLAIM, claim, claimRow, IS_FIRST } from './claims.ts';
import type { Diff } from './planLoad.ts';

/**
 * Writes the sources that are new or changed, and when they were published. If that depends on what they report, it
 * is worked out again once the reports are written.
 * @returns the existing sources whose validity changed; the events that they report are to be projected again
 */
export async function writeSources(
  transaction: Transaction,
  dataset: string,
  { created, joined, changed }: Diff<SourceRecord>,
): Promise<string[]> {
  for (const batch of batches(created)) await transaction.run(createSources(dataset, batch));
  const undated = created.filter((source) => !statesPublication(source));
  await projectSources(transaction, idsOf(undated));
  const existing = [...joined, ...changed];
  if (existing.length === 0) return [];
  const ids = idsOf(existing);
  const before = new Map((await transaction.run(readValidities(ids))).map((row) => [row.id, daysOf(row)]));
  await claim(transaction, 'Source', dataset, existing);
  for (const batch of batches(existing)) await transaction.run(setSources(dataset, batch));
  await projectSources(transaction, ids);
  const after = await transaction.run(readValidities(ids));
  return idsOf(after.filter((row) => daysOf(row) !== before.get(row.id)));
}

/** The columns of a new source, which one dataset alone declares. */
export const NEW_SOURCE = { ...STORED_SOURCE.columns, ...CLAIM.columns } as const satisfies Shape;

/** @param publication `null` if it depends on reports that are not written yet */
export function newSourceRow(
  dataset: string,
  source: SourceRecord,
  publication: Publication | null,
): RowOf<typeof NEW_SOURCE> {
  return {
    ...rowOf(SOURCE, source),
    ...claimRow(dataset, source),
    publishedEarliest: publication?.earliest ?? null,
    publishedLatest: publication?.latest ?? null,
  };
}

function createSources(dataset: string, sources: readonly SourceRecord[]): Statement<never> {
  const rows = sources.map((source) =>
    newSourceRow(dataset, source, statesPublication(source) ? publicationOf(source, []) : null),
  );
  return statement(
    cypher`${WITH_DAYS} CREATE (:Source ${propertiesOf(NEW_SOURCE)})`,
    columnsOf(NEW_SOURCE, rows),
  );
}

/** Writes the attributes of existing sources. */
function setSources(dataset: string, sources: readonly SourceRecord[]): Statement<never> {
  const rows = sources.map((source) => rowOf(SOURCE, source));
  return statement(
    cypher`${WITH_DAYS} MATCH (n:Source {id: $id[i]}) WHERE ${IS_FIRST} SET n += ${propertiesOf(SOURCE.columns)}`,
    { dataset, ...columnsOf(SOURCE.columns, rows) },
  );
}

/**
 * Works out between which days sources were published.
 * @param ids `null` for all sources
 * @returns those whose days changed
 */
export async function projectSources(
  transaction: Transaction,
  ids: readonly string[] | null,
): Promise<string[]> {
  if (ids === null) return await projectSome(transaction, null);
  const changed: string[] = [];
  for (const batch of batches(ids, PROJECTED)) changed.push(...(await projectSome(transaction, batch)));
  return changed;
}

/** What sources report is collected, so few are read at once. */
const PROJECTED = 500;

async function projectSome(transaction: Transaction, ids: readonly string[] | null): Promise<string[]> {
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

/** What the publication days of a source follow from, and those days as they are in the graph. */
interface PublicationRow {
  readonly id: string;
  readonly published: string | null;
  readonly read: string;
  readonly affirmed: readonly string[];
  readonly earliest: Day | null;
  readonly latest: Day | null;
}

function readPublications(ids: readonly string[] | null): Statement<PublicationRow> {
  return statement(
    cypher`
MATCH (s:Source) ${when(ids !== null, cypher`WHERE s.id IN $ids`)}
RETURN s.id AS id, s.published AS published, toString(s.read) AS read,
       COLLECT { MATCH (s)-[r:REPORTS {stance: 'AFFIRMS'}]->(:Event) RETURN DISTINCT r.edtf } AS affirmed,
       toString(s.publishedEarliest) AS earliest, toString(s.publishedLatest) AS latest`,
    { ids },
  );
}

function writePublications(publications: ReadonlyMap<string, Publication>): Statement<never> {
  return statement(
    cypher`
UNWIND $rows AS row
MATCH (s:Source {id: row.id})
SET s.publishedEarliest = date(row.earliest), s.publishedLatest = date(row.latest)`,
    { rows: [...publications].map(([id, { earliest, latest }]) => ({ id, earliest, latest })) },
  );
}

/** Between which days a source was published, and from which day on it no longer counts. */
export interface ValidityRow extends Publication {
  readonly id: string;
  readonly retracted: Day | null;
  /** The date of publication that the source states. */
  readonly published: string | null;
}

export function readValidities(ids: readonly string[]): Statement<ValidityRow> {
  return statement(
    cypher`
MATCH (s:Source) WHERE s.id IN $ids
RETURN s.id AS id, toString(s.publishedEarliest) AS earliest, toString(s.publishedLatest) AS latest,
       toString(s.retracted) AS retracted, s.published AS published`,
    { ids },
  );
}

/** By the ids of the sources. */
export function validitiesIn(rows: readonly ValidityRow[]): Map<string, SourceValidity> {
  return new Map(
    rows.map(({ id, earliest, latest, retracted }) => [id, { published: { earliest, latest }, retracted }]),
  );
}

function daysOf({ earliest, latest, retracted }: ValidityRow): string {
  return [earliest, latest, retracted].join();
}

function idsOf(items: readonly { readonly id: string }[]): string[] {
  return items.map(({ id }) => id);
}
