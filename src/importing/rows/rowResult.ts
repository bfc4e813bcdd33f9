import type { EntityRecord } from '../../record/entity.ts';
import type { EventRecord } from '../../record/event.ts';
import type { SourceRecord } from '../../record/source.ts';
import type { Replaced } from '../../loading/planLoad.ts';
import type { DatedDecision } from '../../reasoning/decisions.ts';
import type { ImportPart, RecordClaim, RowFault, RowPlace } from '../importer.ts';

/** What one row gives: records, or the reason why it is left out, or its fault. */
export interface RowResult {
  readonly entities?: readonly EntityRecord[];
  readonly sources?: readonly SourceRecord[];
  readonly events?: readonly EventRecord[];
  readonly replaces?: Replaced;
  readonly claim?: RecordClaim;
  readonly decision?: DatedDecision;
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

/** The result of reading a row, or the fault if reading fails. */
export function resultOf({ file, line }: RowPlace, read: () => RowResult): RowResult {
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

/** The part of an import that one or more rows give. It has each entity and source once. */
export function partOf(rows: readonly RowPlace[], results: readonly RowResult[]): ImportPart {
  const { file, line } = rows.at(-1) ?? { file: '', line: 0 };
  return {
    rows: rows.length,
    end: { file, line },
    entities: distinctById(results.flatMap(({ entities = [] }) => entities)),
    sources: distinctById(results.flatMap(({ sources = [] }) => sources)),
    events: results.flatMap(({ events = [] }) => events),
    replaces: {
      sources: results.flatMap(({ replaces }) => replaces?.sources ?? []),
      events: results.flatMap(({ replaces }) => replaces?.events ?? []),
    },
    claims: results.flatMap(({ claim }) => claim ?? []),
    decisions: results.flatMap(({ decision }) => decision ?? []),
    merged: 0,
    skipped: sumOf(results.map(({ skipped }) => (skipped === undefined ? {} : { [skipped]: 1 }))),
    faults: results.flatMap(({ fault }) => fault ?? []),
  };
}

/** The JSON object in a line. @throws RowError if the line is none */
export function objectIn(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RowError(null, `is not JSON: ${reason} — Write one JSON object on each line.`);
  }
  if (isObject(value)) return value;
  throw new RowError(null, 'is JSON, but not an object — Write one JSON object on each line.');
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first of several records with one id. */
export function distinctById<T extends { readonly id: string }>(records: readonly T[]): T[] {
  const byId = new Map<string, T>();
  for (const record of records) if (!byId.has(record.id)) byId.set(record.id, record);
  return [...byId.values()];
}

/** The sums of counts by name. */
export function sumOf(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const [name, count] of counts.flatMap((one) => Object.entries(one))) {
    sum[name] = (sum[name] ?? 0) + count;
  }
  return sum;
}
