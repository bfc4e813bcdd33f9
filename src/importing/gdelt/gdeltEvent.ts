import type { DatasetTerms } from '../../record/datasetIdentity.ts';
import type { EntityRecord } from '../../record/entity.ts';
import { EVENT, type EventRecord } from '../../record/event.ts';
import type { ReportRecord } from '../../record/report.ts';
import { intendedBy, participantsOf, rowReport } from '../coded/codedAct.ts';
import { summaryOf } from '../coded/summaryOf.ts';
import { typeOfCode, type CodedType } from '../coded/typeOfCode.ts';
import type { ImportInput } from '../importer.ts';
import type { RowResult } from '../rows/rowResult.ts';
import { gdeltActorOf } from './gdeltActor.ts';
import { gdeltRowOf, type GdeltRow, type GdeltVersion } from './gdeltRow.ts';
import { gdeltSourceOf } from './gdeltSource.ts';

export const GDELT_TERMS: DatasetTerms = {
  license: 'Open for any use, with a citation of the GDELT Project',
  origin: 'https://www.gdeltproject.org',
};

/** What the reports of a version's rows have in common. */
export interface GdeltReports extends GdeltVersion {
  /** The scheme of the report's key. */
  readonly scheme: string;
  /** Where in its source a row is from; empty if the source may say so itself. */
  readonly locator: (row: GdeltRow) => string;
}

/** The event of a row, with its actors and the report of its source. @throws RowError */
export function gdeltEventOf(
  cells: readonly string[],
  version: GdeltReports,
  input: Pick<ImportInput, 'dataset' | 'asIs'>,
): RowResult {
  const row = gdeltRowOf(cells, version);
  const from = gdeltActorOf(row.actors[0]);
  const to = gdeltActorOf(row.actors[1]);
  if (!from && !to) return { skipped: 'no actor' };
  if (!from || !to) return { skipped: 'only one actor' };
  if (from.id === to.id) return { skipped: 'both actors are the same' };
  const source = gdeltSourceOf(row.url, row.added);
  const report = rowReport({
    ...{ source: source.id, date: row.day, published: row.added },
    ...{ locator: version.locator(row), key: `${version.scheme}:${row.id}` },
  });
  return { entities: [from, to], sources: [source], events: [eventOf(row, [from, to], report, input)] };
}

export function eventIdOf(dataset: string, id: string): string {
  return `event:${dataset}-${id}`;
}

function eventOf(
  row: GdeltRow,
  [from, to]: readonly [EntityRecord, EntityRecord],
  report: ReportRecord,
  { dataset, asIs }: Pick<ImportInput, 'dataset' | 'asIs'>,
): EventRecord {
  const { id, code } = row;
  const [one, other] = row.actors;
  const typed: CodedType = asIs ? { type: 'CODED' } : typeOfCode('cameo', code, [from.kind], [to.kind]);
  const { type } = typed;
  const sentence = {
    agent: one.name || one.code,
    target: other.name || other.code,
    text: `code ${code} of CAMEO`,
  };
  return {
    ...EVENT.empty,
    id: eventIdOf(dataset, id),
    ...typed,
    summary: summaryOf({ type, code, ...sentence }),
    intends: intendedBy(type, code),
    cameo: code,
    places: row.place === '' ? [] : [row.place],
    figures: [
      { what: 'mentions', value: row.mentions },
      { what: 'sources', value: row.sources },
      { what: 'articles', value: row.articles },
    ],
    participants: participantsOf(type, from.id, to.id),
    reports: [report],
  };
}
