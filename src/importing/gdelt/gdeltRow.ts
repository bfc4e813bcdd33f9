import { isDay, type Day } from '../../time/day.ts';
import { CODE_FAULT, isCode } from '../coded/codedRow.ts';
import { RowError } from '../rows/rowResult.ts';
import { memoize } from '../texts.ts';

/** The columns of a row of GDELT 1.0 that are used. */
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
  /** DATEADDED: the day on which GDELT recorded the event. */
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

/** The possible numbers of columns: rows of the first years end before SOURCEURL. */
export const GDELT_COLUMNS = [57, 58];

/** @throws RowError if a used column has an invalid value */
export function gdeltRowOf(text: string): GdeltRow {
  const columns = text.split('\t');
  if (!GDELT_COLUMNS.includes(columns.length)) {
    throw new RowError(null, `has ${columns.length} columns instead of ${GDELT_COLUMNS.join(' or ')}`);
  }
  const at = (index: number) => columns[index] ?? '';
  return {
    id: matching('GLOBALEVENTID', at(0), /^\d+$/, 'a number'),
    day: dayIn('SQLDATE', at(1)),
    actors: [sideAt(5, at), sideAt(15, at)],
    code: codeIn(at(26), at(28)),
    mentions: countIn('NumMentions', at(31)),
    sources: countIn('NumSources', at(32)),
    articles: countIn('NumArticles', at(33)),
    place: at(50),
    added: dayIn('DATEADDED', at(56)),
    url: at(57),
  };
}

/** The ten columns of an actor begin with its code. */
function sideAt(index: number, at: (index: number) => string): GdeltSide {
  const types = `${at(index + 7)} ${at(index + 8)} ${at(index + 9)}`;
  return { code: at(index), name: at(index + 1), group: at(index + 3), types };
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

function matching(column: string, text: string, pattern: RegExp, what: string): string {
  if (!pattern.test(text)) throw new RowError(column, `is \`${text}\`, which is not ${what}`);
  return text;
}
