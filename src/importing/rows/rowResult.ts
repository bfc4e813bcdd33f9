import type { EntityRecord } from '../../record/entity.ts';
import type { EventRecord } from '../../record/event.ts';
import type { SourceRecord } from '../../record/source.ts';
import { distinctById } from '../distinctById.ts';
import type { DatedDecision } from '../../reasoning/decisions.ts';
import type { ImportPart, RecordClaim, RowFault, RowPlace } from '../importer.ts';
import { sumOf } from '../sumOf.ts';

/** What one row comes to: records, or the reason why it is left out, or what is wrong with it. */
export interface RowResult {
  readonly entities?: readonly EntityRecord[];
  readonly sources?: readonly SourceRecord[];
  readonly events?: readonly EventRecord[];
  readonly claim?: RecordClaim;
  readonly decision?: DatedDecision;
  readonly skipped?: string;
  readonly fault?: RowFault;
}

/** Something in a row is not as the format has it. */
export class RowError extends Error {
  readonly column: string | null;

  constructor(column: string | null, message: string) {
    super(message);
    this.column = column;
  }
}

/** What a row comes to; a fault of its own where reading it fails. */
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
 * The rows in portions of about that many. Rows of one line stay together: one goes on after lines. A portion ends
 * early where its next row begins something else.
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

/** The part that some rows (one or more) come to; an entity or source that several of them bring is in it once. */
export function partOf(rows: readonly RowPlace[], results: readonly RowResult[]): ImportPart {
  const { file, line } = rows.at(-1) ?? { file: '', line: 0 };
  return {
    rows: rows.length,
    end: { file, line },
    entities: distinctById(results.flatMap(({ entities = [] }) => entities)),
    sources: distinctById(results.flatMap(({ sources = [] }) => sources)),
    events: results.flatMap(({ events = [] }) => events),
    claims: results.flatMap(({ claim }) => claim ?? []),
    decisions: results.flatMap(({ decision }) => decision ?? []),
    merged: 0,
    skipped: sumOf(results.map(({ skipped }) => (skipped === undefined ? {} : { [skipped]: 1 }))),
    faults: results.flatMap(({ fault }) => fault ?? []),
  };
}
