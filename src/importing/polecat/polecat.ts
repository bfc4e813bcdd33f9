import { isSymmetric } from '../../ontology/lookups.ts';
import type { EntityRecord } from '../../record/entity.ts';
import { EVENT, type EventRecord } from '../../record/event.ts';
import type { Participation } from '../../record/participation.ts';
import type { ReportRecord } from '../../record/report.ts';
import { isDay, type Day } from '../../time/day.ts';
import { rowReport } from '../coded/codedAct.ts';
import { datedSource, entityOfName } from '../coded/codedRow.ts';
import { summaryOf } from '../coded/summaryOf.ts';
import { typeOfCode, type CodedType } from '../coded/typeOfCode.ts';
import { countryOf } from '../countries/countries.ts';
import type { Importer, ImportInput, ImportPart } from '../importer.ts';
import type { RowFault, RowPlace } from '../rows/fault.ts';
import { distinctById, partOf, portions, resultOf, RowError, type RowResult } from '../rows/rowResult.ts';
import {
  inSmallLetters,
  isFault,
  refusesTable,
  rowsOfTables,
  type TableFormat,
  type TableRow,
} from '../rows/tableRows.ts';
import { isNoValue, slugOf } from '../texts.ts';
import { PLOVER_EVENTS, ploverCode, ploverWords } from './ploverEvents.ts';

/**
 * POLECAT, which followed ICEWS in 2023. A row is an event between all its actors and all its recipients, as one story
 * tells of it; no two rows are one event. A story is known from the day of its publication.
 */
export const polecat: Importer = {
  title: 'POLECAT events',
  description:
    'POLECAT events as published weekly (Harvard Dataverse, doi:10.7910/DVN/AJGVIT), tab-separated.',
  coding: 'MACHINE',
  terms: {
    license: 'Terms of use of the data set on the Harvard Dataverse',
    origin: 'https://doi.org/10.7910/DVN/AJGVIT',
  },
  files: 'ngecEvents.DV.2024.txt …',
  refuses: (head) => refusesTable(head, FORMAT),
  async *parts(input) {
    for await (const rows of portions(rowsOf(input), input.partRows)) yield partFrom(rows, input);
  },
};

const SCHEME = 'polecat';

const NEEDED = [
  'event_id',
  'event_date',
  'event_type',
  'event_mode',
  'actor_name',
  'recipient_name',
  'source',
  'publication_date',
] as const;

/** Some files lack some of these. */
const FURTHER = [
  'contexts',
  'actor_name_raw',
  'actor_country',
  'actor_cow',
  'recipient_name_raw',
  'recipient_country',
  'recipient_cow',
  'placename',
  'city',
  'country',
] as const;

/** The columns that are read, as their headings are written in small letters. */
export const POLECAT_COLUMNS = [...NEEDED, ...FURTHER] as const;

type Column = (typeof POLECAT_COLUMNS)[number];
type Cells = TableRow<Column>['cells'];

const FORMAT: TableFormat<Column> = {
  columns: POLECAT_COLUMNS,
  delimiter: '\t',
  columnOf: inSmallLetters,
  optional: FURTHER,
};

interface Row extends RowPlace {
  readonly read: TableRow<Column> | RowFault;
}

async function* rowsOf({ files, after }: ImportInput): AsyncGenerator<Row> {
  for await (const block of rowsOfTables(files, FORMAT, after))
    for (const read of block) {
      const { file, line } = isFault(read) ? read : read.place;
      yield { file, line, read };
    }
}

function partFrom(rows: readonly Row[], input: ImportInput): ImportPart {
  const results = rows.map(({ read, ...place }) =>
    isFault(read) ? { fault: read } : resultOf(place, () => readRow(read.cells, input)),
  );
  return partOf(rows, results);
}

function readRow(cells: Cells, input: ImportInput): RowResult {
  // Whoever joins files often leaves their headings in.
  if (cells.event_id === 'Event ID') return { skipped: 'header row' };
  const id = idIn(cells.event_id);
  const [story = '', number = ''] = id;
  const day = dayIn('Event Date', cells.event_date);
  const published = dayIn('Publication Date', cells.publication_date);
  const code = codeIn(cells);
  const agents = sideOf(cells.actor_name, cells.actor_name_raw, cells.actor_country, cells.actor_cow);
  const targets = sideOf(
    cells.recipient_name,
    cells.recipient_name_raw,
    cells.recipient_country,
    cells.recipient_cow,
  );
  if (agents.length === 0 && targets.length === 0) return { skipped: 'no actor and no recipient' };
  if (agents.length === 0) return { skipped: 'no actor' };
  if (targets.length === 0) return { skipped: 'no recipient' };
  const source = datedSource(`source:${SCHEME}-${story}`, {
    title: `POLECAT story ${story}`,
    publisher: textIn(cells.source) ?? 'unknown',
    day: published,
    basis: 'The day of publication of the story (Publication Date).',
  });
  const key = `${SCHEME}:${cells.event_id}`;
  const report = rowReport({ source: source.id, date: day, published, locator: number, key });
  const event = eventOf(cells, { id: id.join('-'), agents, targets, code, report }, input);
  if (event === null) return { skipped: 'an entity acts toward itself' };
  return { entities: distinctById([...agents, ...targets]), sources: [source], events: [event] };
}

interface Act {
  /** What ends the id of the event. */
  readonly id: string;
  readonly agents: readonly EntityRecord[];
  readonly targets: readonly EntityRecord[];
  readonly code: string;
  readonly report: ReportRecord;
}

/** Null if nobody else takes part. */
function eventOf(
  cells: Cells,
  { id, agents, targets, code, report }: Act,
  { dataset, asIs }: ImportInput,
): EventRecord | null {
  const kinds = (side: readonly EntityRecord[]) => side.map(({ kind }) => kind);
  const typed: CodedType = asIs
    ? { type: 'CODED' }
    : typeOfCode('plover', code, kinds(agents), kinds(targets));
  const participants = participantsOf(isSymmetric(typed.type), agents, targets);
  if (participants === null) return null;
  return {
    ...EVENT.empty,
    id: `event:${dataset}-${id}`,
    ...typed,
    summary: summaryOf({
      type: typed.type,
      code,
      text: ploverWords(code),
      agent: listed(agents),
      target: listed(targets),
    }),
    plover: code,
    topics: valuesIn(cells.contexts),
    places: placesIn(cells),
    participants,
    reports: [report],
  };
}

/** Whoever is on both sides of a directed act is an agent. */
function participantsOf(
  isOfAll: boolean,
  agents: readonly EntityRecord[],
  targets: readonly EntityRecord[],
): Participation[] | null {
  const others = targets.filter(({ id }) => !agents.some((agent) => agent.id === id));
  const inRole = (role: Participation['role'], side: readonly EntityRecord[]) =>
    side.map(({ id: entity }) => ({ role, entity, onBehalfOf: null }));
  if (isOfAll) {
    const parties = inRole('PARTY', [...agents, ...others]);
    return parties.length < 2 ? null : parties;
  }
  return others.length === 0 ? null : [...inRole('AGENT', agents), ...inRole('TARGET', others)];
}

/** The story, and the number of the event in it. */
function idIn(cell: string): string[] {
  const text = textIn(cell);
  if (text === null) throw new RowError('Event ID', 'is empty: it is the key of the row');
  const [, story, number] = /^([0-9a-z]+)_(\d+)$/i.exec(text) ?? [];
  return story === undefined || number === undefined ? [slugOf(text, '-')] : [story.toLowerCase(), number];
}

function dayIn(column: string, cell: string): Day {
  const day = cell.trim().replace(/[T ]\d\d:\d\d.*$/, '');
  if (!isDay(day)) throw new RowError(column, `is \`${cell}\`, which is not a day such as 2023-01-31`);
  return day;
}

function codeIn(cells: Cells): string {
  const event = cells.event_type.trim().toUpperCase();
  if (!PLOVER_EVENTS.includes(event)) {
    const known = PLOVER_EVENTS.join(', ');
    throw new RowError('Event Type', `is \`${cells.event_type}\`, which is no event of PLOVER: ${known}`);
  }
  const mode = textIn(cells.event_mode)?.toLowerCase() ?? null;
  if (mode !== null && !/^[a-z][a-z_-]*$/.test(mode))
    throw new RowError('Event Mode', `is \`${cells.event_mode}\`, which is not one word`);
  return ploverCode(event, mode);
}

/**
 * Those on one side of a row. Who has no name in Wikipedia is called as the story calls them, with their country: many
 * are "the police".
 */
function sideOf(names: string, rawNames: string, codes: string, cowNumbers: string): EntityRecord[] {
  const named = valuesIn(names);
  const all = named.length > 0 ? named : valuesIn(rawNames);
  const countries = countriesIn(codes, cowNumbers, all.length);
  return distinctById(
    all.map((name, i) => {
      const country = countries[i] ?? null;
      const isOfMany = named.length === 0 && country !== null && countryOfName(name) === null;
      return entityOfName(SCHEME, isOfMany ? `${name} (${country.name})` : name, country);
    }),
  );
}

function countryOfName(name: string): EntityRecord | null {
  const entity = entityOfName(SCHEME, name, null);
  return entity.kind === 'COUNTRY' ? entity : null;
}

/** The country of each name, as far as the cells tell: one for each, or one for all. */
function countriesIn(codes: string, cowNumbers: string, count: number): (EntityRecord | null)[] {
  const iso = splitIn(codes).map((code) => countryOf('iso3', code.toUpperCase()));
  const cow = splitIn(cowNumbers).map((number) => countryOf('cowNumber', number.replace(/\.0$/, '')));
  const found = iso.some((country) => country !== null) ? iso : cow;
  if (found.length === count) return found;
  const distinct = new Set(found.map((country) => country?.id ?? null));
  return distinct.size === 1 ? Array.from({ length: count }, () => found[0] ?? null) : [];
}

function placesIn(cells: Cells): string[] {
  const place = textIn(cells.placename) ?? textIn(cells.city);
  const code = textIn(cells.country);
  const country = code === null ? null : (countryOf('iso3', code.toUpperCase())?.name ?? code);
  return [...new Set([place, country].flatMap((name) => name ?? []))];
}

/** The values of a cell, each once, without those that stand for nothing. */
function valuesIn(cell: string): string[] {
  return [...new Set(splitIn(cell).flatMap((value) => textIn(value) ?? []))];
}

function splitIn(cell: string): string[] {
  return cell.split(/[;|]/).flatMap((value) => value.trim() || []);
}

function textIn(cell: string): string | null {
  const text = cell.trim();
  return isNoValue(text) || /^none$/i.test(text) ? null : text;
}

/** `A`, `A and B`, `A, B and C`. */
function listed(side: readonly EntityRecord[]): string {
  const names = side.map(({ name }) => name);
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}
