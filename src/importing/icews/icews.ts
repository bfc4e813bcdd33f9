import type { EntityRecord } from '../../record/entity.ts';
import { isDay } from '../../time/day.ts';
import { CODE_FAULT, datedSource, entityOfName, isCode, isKey, type CodedRow } from '../coded/codedRow.ts';
import { countryNamed } from '../countries/countries.ts';
import { dayParts } from './dayParts.ts';
import type { Importer } from '../importer.ts';
import type { RowFault, RowPlace } from '../rows/fault.ts';
import { isNoValue } from '../texts.ts';
import { codeNamed } from '../coded/cameoNames.ts';
import type { InputFile } from '../rows/inputFile.ts';
import {
  inSmallLetters,
  isFault,
  refusesTable,
  rowsOfTables,
  type TableFormat,
  type TableRow,
} from '../rows/tableRows.ts';

/**
 * ICEWS coded events as published, in order of days: the files of the Dataverse (between tabs, headings such as
 * `Event ID`, days as 2018-06-01 or 6/1/2018, in some years without a CAMEO code) and the tables that R packages make
 * of them (between commas, headings such as `event_id`).
 * A row becomes a report, by the story that it was coded from, of an event between its source (the agent) and its
 * target, on its day. `codedEvents` decides which rows are one event, and `typeOfCode` its type. Kept: the key, day,
 * names, code, publisher, story, sentence, city and country. Dropped: sectors of the entities (they change, and belong
 * to an entity on a day), intensity, district, province and coordinates, and columns that repeat the day. An entity has
 * the country of its last row: a hint by which reviewers tell persons of one name apart.
 * The number of an event is unique within a day only, so the key of a row is both. An entity is identified by its name,
 * letter by letter, in every file. A source is a story on a day: ICEWS dates events by the story, so the story was
 * published on their day.
 */
export const icews: Importer = {
  title: 'ICEWS coded events',
  description: 'ICEWS coded event data as published (Harvard Dataverse, doi:10.7910/DVN/28075): .tab or CSV.',
  coding: 'MACHINE',
  terms: {
    license: 'Terms of use of the data set on the Harvard Dataverse',
    origin: 'https://doi.org/10.7910/DVN/28075',
  },
  files: 'events.2018.tab …',
  refuses: (head) => refusesTable(head, FORMAT),
  async *parts({ files, dataset, asIs, after, partRows }) {
    yield* dayParts(rowsOf(files, after), { dataset, asIs, scheme: SCHEME }, partRows);
  },
};

const SCHEME = 'icews';

const COLUMNS = [
  'event_id',
  'event_date',
  'source_name',
  'source_country',
  'event_text',
  'cameo_code',
  'target_name',
  'target_country',
  'story_id',
  'sentence_number',
  'publisher',
  'city',
  'country',
] as const;

type Column = (typeof COLUMNS)[number];
type Cells = TableRow<Column>['cells'];

/** The Dataverse's headings have capitals and blanks. Its file of 2017 had no codes. */
const FORMAT: TableFormat<Column> = {
  columns: COLUMNS,
  columnOf: inSmallLetters,
  optional: ['cameo_code', 'source_country', 'target_country'],
};

/** The coded row, or the fault with its column. It depends on the row alone. */
export function icewsRow({ place, cells }: TableRow<Column>): CodedRow | RowFault {
  const read = { ...cells, event_date: dayIn(cells.event_date), cameo_code: codeIn(cells) };
  const fault = faultIn(read, cells);
  if (fault !== null) return { ...place, ...fault };
  const { event_id: id, event_date: day, story_id: story } = read;
  return {
    place,
    key: `${id}-${day}`,
    day,
    agent: icewsEntity(cells.source_name, cells.source_country),
    target: icewsEntity(cells.target_name, cells.target_country),
    code: read.cameo_code,
    text: cells.event_text,
    source: datedSource(`source:icews-${story}-${day}`, {
      title: `ICEWS story ${story}`,
      publisher: cells.publisher,
      day,
      basis: 'the day of its events: ICEWS dates an event by the story that tells of it',
    }),
    locator: `s${cells.sentence_number}/${id}`,
    places: [cells.city, cells.country].filter((name) => !isNoValue(name)),
  };
}

/** An entity by its name, with its country. */
export function icewsEntity(name: string, countryName = ''): EntityRecord {
  return entityOfName(SCHEME, name, countryNamed(countryName));
}

/** The rows of all files, one file after the other, so that a day may go on in the next. */
async function* rowsOf(files: readonly InputFile[], after: RowPlace | null) {
  for await (const block of rowsOfTables(files, FORMAT, after))
    yield block.map((row) => (isFault(row) ? row : icewsRow(row)));
}

/** The month stands first, as in the United States. Anything else stays as it is. */
function dayIn(cell: string): string {
  const [, month = '', day = '', year = ''] = /^(\d\d?)\/(\d\d?)\/(\d{4})$/.exec(cell) ?? [];
  return year === '' ? cell : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The code of the row, or else the code with the name that the row has. */
function codeIn({ cameo_code: code, event_text: text }: Cells): string {
  return isNoValue(code) ? (codeNamed(text) ?? '') : code;
}

function faultIn(read: Cells, written: Cells): Pick<RowFault, 'column' | 'message'> | null {
  const empty = REQUIRED.find((column) => isNoValue(written[column]));
  if (empty !== undefined) {
    const word = written[empty].trim();
    return { column: empty, message: word === '' ? 'is empty' : `is ${word}, which stands for no value` };
  }
  if (read.cameo_code === '')
    return {
      column: 'event_text',
      message: `"${written.event_text}" is the name of no CAMEO code, and there is no code`,
    };
  for (const [column, isGood, message] of CHECKS) {
    if (!isGood(read[column])) return { column, message: `"${written[column]}" ${message}` };
  }
  return null;
}

const REQUIRED: readonly Column[] = COLUMNS.filter(
  (column) => !['city', 'country', 'cameo_code', 'source_country', 'target_country'].includes(column),
);

const CHECKS: readonly (readonly [Column, (cell: string) => boolean, string])[] = [
  ['event_id', isKey, 'is not a number'],
  ['event_date', isDay, 'is not a day such as 2018-06-01, or 6/1/2018 with the month first'],
  ['cameo_code', isCode, CODE_FAULT],
  ['story_id', isKey, 'is not a number'],
  ['sentence_number', isKey, 'is not a number'],
];
