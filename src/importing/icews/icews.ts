import type { EntityRecord } from '../../record/entity.ts';
import { isDay } from '../../time/day.ts';
import { CODE_FAULT, datedSource, isCode, isKey, namedEntity, type CodedRow } from '../coded/codedRow.ts';
import { dayParts } from './dayParts.ts';
import { ImportError, type Importer, type ImportInput, type RowFault, type RowPlace } from '../importer.ts';
import { hashOf, plainSlug } from '../texts.ts';
import { isFault, tableRows, type TableRow } from '../rows/tableRows.ts';

/**
 * ICEWS coded events as published: comma-separated, with a header, in order of days.
 * A row becomes a report, by the story that it was coded from, of an event between its source (the agent) and its
 * target, on its day. `codedEvents` decides which rows are one event, and `typeOfCode` its type. Kept: the key, day,
 * names, code, publisher, story, sentence, city and country. Dropped: sectors and countries of the entities (they
 * change, and belong to an entity on a day), intensity, district, province and coordinates, and columns that repeat the
 * day.
 * An entity is identified by its name, letter by letter, in every file. A source is a story. ICEWS dates events by the
 * story, so the story was published on their day.
 */
export const icews: Importer = {
  description:
    'ICEWS coded event data, rows as published (Harvard Dataverse, doi:10.7910/DVN/28075), as CSV.',
  coding: 'MACHINE',
  terms: {
    license: 'Terms of use of the data set on the Harvard Dataverse',
    origin: 'https://doi.org/10.7910/DVN/28075',
  },
  files: 'EVENTS.csv…',
  async *parts({ files, dataset, asIs, after, partRows }) {
    for (const [file, line] of filesAfter(files, after)) {
      yield* dayParts(rowsOf(file, line), { dataset, asIs, scheme: SCHEME }, partRows);
    }
  },
};

const SCHEME = 'icews';

const COLUMNS = [
  'event_id',
  'event_date',
  'source_name',
  'event_text',
  'cameo_code',
  'target_name',
  'story_id',
  'sentence_number',
  'publisher',
  'city',
  'country',
] as const;

type Column = (typeof COLUMNS)[number];
type Cells = TableRow<Column>['cells'];

/** The coded row, or the fault with its column. It depends on the row alone. */
export function icewsRow({ place, cells }: TableRow<Column>): CodedRow | RowFault {
  const fault = faultIn(cells);
  if (fault !== null) return { ...place, ...fault };
  return {
    place,
    key: cells.event_id,
    day: cells.event_date,
    agent: icewsEntity(cells.source_name),
    target: icewsEntity(cells.target_name),
    code: cells.cameo_code,
    text: cells.event_text,
    source: datedSource(`source:icews-${cells.story_id}`, {
      title: `ICEWS story ${cells.story_id}`,
      publisher: cells.publisher,
      day: cells.event_date,
      basis: 'the day of its events: ICEWS dates an event by the story that tells of it',
    }),
    locator: `s${cells.sentence_number}/${cells.event_id}`,
    places: [cells.city, cells.country].filter((name) => !isBlank(name)),
  };
}

/** An entity by its name. The hash in its id separates names with the same letters a to z. */
export function icewsEntity(name: string): EntityRecord {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return namedEntity(
    [SCHEME, plainSlug(letters), hashOf(name).slice(0, 8)].filter((part) => part !== '').join('-'),
    name,
    SCHEME,
    name,
  );
}

async function* rowsOf(file: string, after: number) {
  for await (const block of tableRows(file, { delimiter: ',', columns: COLUMNS }, after)) {
    yield block.map((row) => (isFault(row) ? row : icewsRow(row)));
  }
}

function faultIn(cells: Cells): Pick<RowFault, 'column' | 'message'> | null {
  const empty = REQUIRED.find((column) => isBlank(cells[column]));
  if (empty !== undefined) return { column: empty, message: 'is empty' };
  for (const [column, isGood, message] of CHECKS) {
    if (!isGood(cells[column])) return { column, message: `"${cells[column]}" ${message}` };
  }
  return null;
}

const REQUIRED: readonly Column[] = COLUMNS.filter((column) => column !== 'city' && column !== 'country');

const CHECKS: readonly (readonly [Column, (cell: string) => boolean, string])[] = [
  ['event_id', isKey, 'is not a number'],
  ['event_date', isDay, 'is not a day such as 2018-06-01'],
  ['cameo_code', isCode, CODE_FAULT],
  ['story_id', isKey, 'is not a number'],
  ['sentence_number', isKey, 'is not a number'],
];

function isBlank(cell: string): boolean {
  return cell.trim() === '';
}

/** The remaining files, each with the line after which to go on. */
function filesAfter(
  files: ImportInput['files'],
  after: RowPlace | null,
): (readonly [file: string, line: number])[] {
  if (files.length === 0)
    throw new ImportError('Name one file of ICEWS events, or several in the order of their days.');
  if (after === null) return files.map((file) => [file, 1]);
  const from = files.indexOf(after.file);
  if (from === -1) throw new ImportError(`To continue after "${after.file}", name it again among the files.`);
  return files.slice(from).map((file) => [file, file === after.file ? after.line : 1]);
}
