import type { EntityRecord } from '../../record/entity.ts';
import type { EventRecord } from '../../record/event.ts';
import type { SourceRecord } from '../../record/source.ts';
import { faultsOfUnkept } from '../../record/structure/keptValues.ts';
import type { JoiningReport } from '../../loading/joinReports.ts';
import type { Replaced } from '../../loading/planLoad.ts';
import type { ImportPart, PlacedDecision, RecordClaim } from '../importer.ts';
import type { RowFault, RowPlace } from './fault.ts';
import { isObject } from '../texts.ts';

/** What one row gives: records, or the reason why it is left out, or its fault. */
export interface RowResult {
  readonly entities?: readonly EntityRecord[];
  readonly sources?: readonly SourceRecord[];
  readonly events?: readonly EventRecord[];
  readonly replaces?: Replaced;
  readonly joins?: JoiningReport;
  readonly claim?: RecordClaim;
  readonly decision?: PlacedDecision;
  /** What the row says beside that, and no record carries: the names of its properties. */
  readonly uncarried?: readonly string[];
  readonly skipped?: string;
  readonly fault?: RowFault;
}

/** A part of a row does not follow the format. */
export class RowError extends Error {
  readonly column: string | null;

  constructor(column: string | null, message: string) {
    super(message);
    this.column = column;
  }
}

/** The result of reading a row, or the fault if reading fails or the row is unsound. */
export function resultOf(
  { file, line, unsound }: RowPlace & { readonly unsound?: string },
  read: () => RowResult,
): RowResult {
  if (unsound !== undefined) return { fault: { file, line, column: null, message: unsound } };
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    return { fault: { file, line, column: error.column, message: error.message } };
  }
}

const PART_ROWS = 2_000;

/**
 * The rows in portions of about the given size. Rows of one line stay together, because an import goes on after a line.
 * A portion ends early if its next row begins something else.
 */
export async function* portions<R extends RowPlace>(
  rows: AsyncIterable<R>,
  size = PART_ROWS,
  begins: (row: R) => boolean = () => false,
): AsyncGenerator<R[]> {
  let portion: R[] = [];
  for await (const row of rows) {
    const last = portion.at(-1);
    const isOfLine = last?.line === row.line && last.file === row.file;
    if ((portion.length >= size && !isOfLine) || (portion.length > 0 && begins(row))) {
      yield portion;
      portion = [];
    }
    portion.push(row);
  }
  if (portion.length > 0) yield portion;
}

/** The part of an import that one or more rows give. It has each record once, as the last of its rows gives it. */
export function partOf(rows: readonly RowPlace[], results: readonly RowResult[]): ImportPart {
  const { file, line } = rows.at(-1) ?? { file: '', line: 0 };
  const events = results.flatMap((result) => result.events ?? []);
  const distinct = distinctById(events);
  const replaced = events.length - distinct.length;
  return {
    rows: rows.length,
    end: { file, line },
    entities: distinctById(results.flatMap(({ entities = [] }) => entities)),
    sources: distinctById(results.flatMap(({ sources = [] }) => sources)),
    events: distinct,
    replaces: {
      sources: results.flatMap(({ replaces }) => replaces?.sources ?? []),
      events: results.flatMap(({ replaces }) => replaces?.events ?? []),
    },
    claims: results.flatMap(({ claim }) => claim ?? []),
    decisions: results.flatMap(({ decision }) => decision ?? []),
    merged: results.filter(({ joins }) => joins !== undefined).length,
    skipped: sumOf([
      ...results.map(({ skipped }) => (skipped === undefined ? {} : { [skipped]: 1 })),
      replaced === 0 ? {} : { [REPLACED]: replaced },
    ]),
    uncarried: sumOf(results.flatMap(({ uncarried = [] }) => uncarried.map((name) => ({ [name]: 1 })))),
    faults: results.flatMap(({ fault }) => fault ?? []),
  };
}

const REPLACED = 'replaced by a later row with the same key';

/** The JSON object in a line. @throws RowError if the line is none */
export function objectIn(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RowError(null, `is not JSON: ${reason} — Write one JSON object on each line.`);
  }
  if (!isObject(value))
    throw new RowError(null, 'is JSON, but not an object — Write one JSON object on each line.');
  if (ESCAPED.test(text)) requireSound(value);
  return value;
}

/** Escapes that may stand for what is no character that can be kept. */
const ESCAPED = /\\(?:[bf]|u(?:00[0189]|007f|d[89a-f]|fff[ef]))/i;

/** @throws RowError for a value that must not be stored */
function requireSound(value: object): void {
  const [fault] = faultsOfUnkept(value);
  if (fault !== undefined) throw new RowError(fault.path.join('.'), `${fault.message} — ${fault.fix}`);
}

/** The last of several records with one id, in the place of the first. */
export function distinctById<T extends { readonly id: string }>(records: readonly T[]): T[] {
  return [...new Map(records.map((record) => [record.id, record])).values()];
}

/** The sums of counts by name. */
export function sumOf(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const [name, count] of counts.flatMap((one) => Object.entries(one))) {
    sum[name] = (sum[name] ?? 0) + count;
  }
  return sum;
}
