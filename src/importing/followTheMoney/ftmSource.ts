import { REPORT, type ReportRecord } from '../../record/report.ts';
import { SOURCE, type SourceRecord } from '../../record/source.ts';
import type { Stance } from '../../ontology/stances.ts';
import { type Day, earliestOf, LAST_DAY, latestOf } from '../../time/day.ts';
import { parseEdtf } from '../../time/parseEdtf.ts';
import type { FtmReferences } from './ftmReferences.ts';
import type { FtmDate, FtmRow } from './ftmRow.ts';
import { isAddress, truncateText, slugOf } from '../texts.ts';

/** A statement's row, and the period in which a collection had it. */
export interface FtmStatement {
  readonly row: FtmRow;
  /** The day on which the file was written, if the row does not say when the collection saw it. */
  readonly fileDay: Day;
}

export function firstSeen({ row, fileDay }: FtmStatement): Day {
  return row.firstSeen ?? fileDay;
}

export function lastSeen({ row, fileDay }: FtmStatement): Day {
  return row.lastSeen ?? row.firstSeen ?? fileDay;
}

/**
 * The statement as a document, published on the day on which a collection first had it, or before. If it affirms a later
 * date, which the collection then added, it was published by that date.
 */
export function openingSource(
  statement: FtmStatement,
  { date, title, publisher }: Record<'date' | 'title' | 'publisher', string>,
): SourceRecord {
  const first = firstSeen(statement);
  const seen = isToCome(date, statement) ? first : latestOf(first, knownBy(date, statement));
  const basis = 'The collection that the file is from held the statement from that day on; it may be older.';
  return sourceOf(statement.row, { id: '', title, publisher, seen, basis });
}

/**
 * The statement since it names an end, which it may have done later than the rest. It was published on the day of its
 * last change or before, but, if the collection had it long enough, not before the end.
 */
export function endingSource(
  statement: FtmStatement,
  { end, title, publisher, isOver }: Record<'end' | 'title' | 'publisher', string> & { isOver: boolean },
): SourceRecord {
  const { row } = statement;
  const changed = row.lastChange ?? firstSeen(statement);
  const seen = isOver ? latestOf(changed, knownBy(end, statement)) : changed;
  const basis = 'The day on which the statement last changed, or that on which the end came, is the latest.';
  return sourceOf(row, { id: END, title, publisher, seen, basis });
}

/**
 * The statement as the collection last had it. What it says to go on is known up to that day. Null if the row does not
 * name the day, or if what it states had not begun before.
 * @param opening the same statement as the collection first had it
 */
export function lastSource(
  { row }: FtmStatement,
  { id, title, publisher }: SourceRecord,
  date: string,
): SourceRecord | null {
  const seen = row.lastSeen;
  if (seen === null || seen <= parseEdtf(date).earliest) return null;
  const basis = 'The collection that the file is from last had the statement on that day.';
  return {
    ...sourceOf(row, { id: LAST_SEEN, title, publisher, seen, basis }),
    published: seen,
    basedOn: [id],
  };
}

/** What ends the ids of records of the end of a statement, and of the day on which the collection last had it. */
export const END = '-end';
export const LAST_SEEN = '-last-seen';

/** Whether it begins later than the day on which the collection last had the statement. */
export function isToCome(date: string, statement: FtmStatement): boolean {
  return parseEdtf(date).earliest > lastSeen(statement);
}

/** The words for a status of what is over. A source's own words stand there, so others mean nothing. */
const OVER: readonly string[] = ['ended', 'inactive', 'revoked', 'expired', 'delisted', 'lifted'];

/** Beside these words, those of another source mean nothing. */
const GOING_ON: readonly string[] = ['active', 'current'];

/** Whether the statement says of itself that it no longer holds. */
export function saysOver({ row }: FtmStatement): boolean {
  const words = row.all('status').map((word) => word.trim().toLowerCase());
  return words.some((word) => OVER.includes(word)) && !words.some((word) => GOING_ON.includes(word));
}

/**
 * When it ended, if the statement only says that it is over: on some day from its start to that on which the collection
 * last had it.
 */
export function endBySaying(
  statement: FtmStatement,
  start: string | null,
): { date: string; wording: string } {
  const seen = lastSeen(statement);
  const from = start === null || isToCome(start, statement) ? '' : parseEdtf(start).earliest;
  return {
    date: from === seen ? seen : `[${from}..${seen}]`,
    wording: statement.row.all('status').join(', '),
  };
}

/** Why an id of a statement stands for no entity here. */
export function whyNo(id: string | null, { others, entities }: FtmReferences): string {
  if (id === null) return 'nobody';
  const schema = others.get(id);
  if (schema !== undefined) return `an object of the schema ${schema}, which is no person or organization`;
  return entities.has(id) ? 'what is no body' : 'what is not in the files';
}

/** All values of some properties, if one of these has several; null for single values, which are the dates themselves. */
export function wordingOf(...properties: (readonly FtmDate[])[]): string | null {
  const texts = properties.map((dates) => [...new Set(dates.flatMap((date) => date.texts))].sort());
  return texts.every(({ length }) => length < 2) ? null : texts.flat().join(', ');
}

/** The day by which the collection can have known the whole date. */
function knownBy(date: string, statement: FtmStatement): Day {
  const { beginLatest, latest } = parseEdtf(date);
  return earliestOf(latest === LAST_DAY ? beginLatest : latest, lastSeen(statement));
}

export function reportOf(
  row: FtmRow,
  source: SourceRecord,
  date: string,
  wording: string | null,
  stance: Stance,
): ReportRecord {
  return {
    ...REPORT.empty,
    ...{ source: source.id, stance, date, wording, locator: row.id, key: `ftm:${row.id}` },
  };
}

function sourceOf(
  row: FtmRow,
  {
    id,
    title,
    publisher,
    seen,
    basis,
  }: Record<'id' | 'title' | 'publisher' | 'basis', string> & { seen: Day },
): SourceRecord {
  return {
    ...SOURCE.empty,
    id: `source:ftm-${slugOf(row.id, '-')}${id}`,
    title: truncateText(title, 200),
    publisher,
    url: row.all('sourceUrl').find(isAddress) ?? null,
    published: `[..${seen}]`,
    publishedBasis: basis,
    read: seen,
  };
}
