import { isDay, type Day } from '../../time/day.ts';
import { CODE_FAULT, isCode } from '../coded/codedRow.ts';
import { RowError } from '../rows/rowResult.ts';
import { memoize } from '../texts.ts';

/** What a row of events says, in either version of GDELT. */
export interface GdeltRow {
  /** GLOBALEVENTID. */
  readonly id: string;
  /** SQLDATE: the day of the event. */
  readonly day: Day;
  readonly actors: readonly [GdeltSide, GdeltSide];
  /** EventCode: a CAMEO code with its leading zeros. */
  readonly code: string;
  readonly mentions: number;
  readonly sources: number;
  readonly articles: number;
  /** ActionGeo_FullName; empty if GDELT found no place. */
  readonly place: string;
  /** DATEADDED: the day (UTC) on which GDELT recorded the event. */
  readonly added: Day;
  /** SOURCEURL; empty if the row has none. */
  readonly url: string;
}

/** An actor of a row; any of the texts may be empty. `types` are the codes of its roles, separated by spaces. */
export interface GdeltSide {
  readonly code: string;
  readonly name: string;
  readonly group: string;
  readonly types: string;
}

/** How a version of GDELT writes its events. */
export interface GdeltVersion {
  /** The columns of a row, in their order. */
  readonly columns: readonly string[];
  readonly read: CellReader;
  /** The possible numbers of columns. */
  readonly widths: readonly number[];
  /** The day in DATEADDED. @throws RowError */
  readonly addedOn: (text: string) => Day;
}

/** Of a row, the cell in a column; empty if the row ends before it. */
type CellReader = (cells: readonly string[]) => (column: string) => string;

/** Rows of the first years end before SOURCEURL. */
export const GDELT_1: GdeltVersion = {
  ...readable(columnsOf('Type FullName CountryCode ADM1Code Lat Long FeatureID')),
  widths: [57, 58],
  addedOn: (text) => dayIn('DATEADDED', text),
};

export const GDELT_2: GdeltVersion = {
  ...readable(columnsOf('Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID')),
  widths: [61],
  addedOn: (text) => dayOfTime('DATEADDED', text),
};

/** @throws RowError if a used column has an invalid value */
export function gdeltRowOf(cells: readonly string[], { read, addedOn }: GdeltVersion): GdeltRow {
  const at = read(cells);
  return {
    id: eventIdIn('GLOBALEVENTID', at('GLOBALEVENTID')),
    day: dayIn('SQLDATE', at('SQLDATE')),
    actors: [sideOf('Actor1', at), sideOf('Actor2', at)],
    code: codeIn(at('EventCode'), at('EventRootCode')),
    mentions: countIn('NumMentions', at('NumMentions')),
    sources: countIn('NumSources', at('NumSources')),
    articles: countIn('NumArticles', at('NumArticles')),
    place: at('ActionGeo_FullName'),
    added: addedOn(at('DATEADDED')),
    url: at('SOURCEURL'),
  };
}

/** The columns, with what reads a row by their names. */
export function readable(columns: readonly string[]): Pick<GdeltVersion, 'columns' | 'read'> {
  const places = new Map(columns.map((column, place) => [column, place]));
  return { columns, read: (cells) => (column) => cells[places.get(column) ?? -1] ?? '' };
}

export function eventIdIn(column: string, text: string): string {
  return matching(column, text, /^\d+$/, 'a number');
}

/** The day (UTC) of a time to the second. @throws RowError */
export function dayOfTime(column: string, text: string): Day {
  const [, day, hour = '', minute = '', second = ''] = /^(\d{8})(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  const isTime = hour < '24' && minute < '60' && second < '60';
  const found = day === undefined || !isTime ? '' : dayOf(day);
  if (found === '')
    throw new RowError(column, `is \`${text}\`, which is not a time written as YYYYMMDDHHMMSS`);
  return found;
}

export function matching(column: string, text: string, pattern: RegExp, what: string): string {
  if (!pattern.test(text)) throw new RowError(column, `is \`${text}\`, which is not ${what}`);
  return text;
}

/** @param geography the columns of each of the three places */
function columnsOf(geography: string): string[] {
  const under = (prefix: string, names: string) => names.split(' ').map((name) => `${prefix}${name}`);
  const actor =
    'Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code';
  return [
    ...'GLOBALEVENTID SQLDATE MonthYear Year FractionDate'.split(' '),
    ...['Actor1', 'Actor2'].flatMap((prefix) => under(prefix, actor)),
    ...'IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale'.split(' '),
    ...'NumMentions NumSources NumArticles AvgTone'.split(' '),
    ...['Actor1Geo_', 'Actor2Geo_', 'ActionGeo_'].flatMap((prefix) => under(prefix, geography)),
    ...['DATEADDED', 'SOURCEURL'],
  ];
}

function sideOf(actor: string, at: (column: string) => string): GdeltSide {
  const types = [1, 2, 3].map((place) => at(`${actor}Type${place}Code`)).join(' ');
  return {
    code: at(`${actor}Code`),
    name: at(`${actor}Name`),
    group: at(`${actor}KnownGroupCode`),
    types,
  };
}

function dayIn(column: string, text: string): Day {
  const day = dayOf(text);
  if (day === '') throw new RowError(column, `is \`${text}\`, which is not a day written as YYYYMMDD`);
  return day;
}

/** Empty if the text is not a day. */
const dayOf = memoize((text): Day => {
  const day = text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  return isDay(day) ? day : '';
});

/** A code that lost its leading zero is another code or none: `40` is not `040`. Its root, 01 to 20, shows which. */
function codeIn(code: string, root: string): string {
  if (!isCode(code)) throw new RowError('EventCode', `"${code}" ${CODE_FAULT}`);
  if (!code.startsWith(root) || root.length !== 2) {
    const message = `is \`${code}\`, but EventRootCode is \`${root}\`: a CAMEO code begins with its root, 01 to 20; a leading zero may have been lost`;
    throw new RowError('EventCode', message);
  }
  return code;
}

function countIn(column: string, text: string): number {
  return Number(matching(column, text, /^\d{1,15}$/, 'a count'));
}
