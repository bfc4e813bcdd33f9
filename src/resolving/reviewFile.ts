import { textOf } from '../importing/importFiles.ts';
import { ImportError, type RowFault, type RowPlace } from '../importing/rows/fault.ts';
import { openInputs } from '../importing/rows/inputFile.ts';
import { isFault, type TableRow, tableRows } from '../importing/rows/tableRows.ts';
import { pairKey, type Verdict } from '../reasoning/decisions.ts';
import type { Candidate } from './candidates.ts';
import type { Proposal } from './proposals.ts';

/** A row of a review with a verdict. */
export interface ReviewRow {
  readonly place: RowPlace;
  readonly left: string;
  readonly right: string;
  /** `undo` removes an earlier decision about the two. */
  readonly verdict: Verdict | 'undo';
}

interface Review {
  readonly rows: readonly ReviewRow[];
  /** The number of rows without a verdict. */
  readonly undecided: number;
}

const COLUMNS = ['verdict', 'left id', 'right id'] as const;
type Column = (typeof COLUMNS)[number];

const VERDICTS: readonly string[] = ['same', 'different', 'undo'] satisfies ReviewRow['verdict'][];

/**
 * Only the verdict and the two ids count; the other columns are for the reviewer.
 * @throws ReviewError for a file with faults
 */
export async function readReview(file: string): Promise<Review> {
  const rows = new Map<string, ReviewRow>();
  const faults: RowFault[] = [];
  let undecided = 0;
  for await (const row of rowsOf(file)) {
    const read = isFault(row) ? row : reviewRow(row, rows);
    if (read === null) undecided += 1;
    else if ('message' in read) faults.push(read);
    else rows.set(pairKey(read), read);
  }
  if (faults.length > 0) throw new ReviewError(faults.map(textOf));
  return { rows: [...rows.values()], undecided };
}

async function* rowsOf(file: string): AsyncGenerator<TableRow<Column> | RowFault> {
  try {
    const { files, close } = await openInputs([file]);
    try {
      for (const each of files) for await (const block of tableRows(each, { columns: COLUMNS })) yield* block;
    } finally {
      await close();
    }
  } catch (error) {
    if (error instanceof ImportError) throw new ReviewError([error.message]);
    throw error;
  }
}

/** `null` for a row without a verdict. */
function reviewRow(
  { place, cells }: TableRow<Column>,
  before: ReadonlyMap<string, ReviewRow>,
): ReviewRow | RowFault | null {
  const faultAt = (column: Column, message: string): RowFault => ({ ...place, column, message });
  const verdict = cells.verdict.trim().toLowerCase();
  if (verdict === '') return null;
  if (!isVerdict(verdict))
    return faultAt(
      'verdict',
      `"${cells.verdict}" is not a verdict. Write ${VERDICTS.join(', ')}, or leave it empty to decide later.`,
    );
  const [left, right] = [cells['left id'].trim(), cells['right id'].trim()];
  if (left === '') return faultAt('left id', 'is empty');
  if (right === '') return faultAt('right id', 'is empty');
  if (left === right) return faultAt('right id', `"${right}" is also the left id`);
  const other = before.get(pairKey({ left, right }));
  if (other !== undefined)
    return faultAt(
      'verdict',
      `the pair is decided in line ${other.place.line} already. Keep one of the rows.`,
    );
  return { place, left, right, verdict };
}

function isVerdict(text: string): text is ReviewRow['verdict'] {
  return VERDICTS.includes(text);
}

const SIDE_COLUMNS = ['id', 'name', 'kind', 'country'];

/** The review file: a line for each proposal, with an empty field for the reviewer's verdict. */
export function reviewText(proposals: readonly Proposal[]): string {
  const sides = ['left', 'right'].flatMap((side) => SIDE_COLUMNS.map((column) => `${side} ${column}`));
  const rows = proposals.map(({ score, left, right, why }) => [
    ...[score.toFixed(3), ''],
    ...[...cellsOf(left), ...cellsOf(right), why],
  ]);
  return [['score', 'verdict', ...sides, 'why'], ...rows]
    .map((cells) => `${cells.map(quoted).join()}\n`)
    .join('');
}

function cellsOf({ id, name, kind, countries }: Candidate): string[] {
  return [id, name, kind, [...countries].sort().join('; ')];
}

/** A name may contain line breaks, but a row must be one line. */
function quoted(cell: string): string {
  const line = cell.replaceAll(/\s+/gu, ' ');
  return /[",]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}

/** A review cannot be applied. Every line of the message says where and why. Nothing was written. */
export class ReviewError extends Error {
  override readonly name = 'ReviewError';

  constructor(faults: readonly string[]) {
    const more = faults.length > MAX_SHOWN ? [`and ${faults.length - MAX_SHOWN} more`] : [];
    super([...faults.slice(0, MAX_SHOWN), ...more, 'Nothing was applied.'].join('\n'));
  }
}

const MAX_SHOWN = 20;
