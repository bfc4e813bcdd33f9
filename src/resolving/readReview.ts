import { textOf } from '../importing/importFiles.ts';
import { ImportError, type RowFault, type RowPlace } from '../importing/importer.ts';
import { isFault, type TableRow, tableRows } from '../importing/rows/tableRows.ts';
import { pairKey, type Verdict } from '../reasoning/decisions.ts';
import { ReviewError } from './reviewError.ts';

/** A row of a review in which something is decided. */
export interface ReviewRow {
  readonly place: RowPlace;
  readonly left: string;
  readonly right: string;
  /** `undo` takes an earlier decision about the two away. */
  readonly verdict: Verdict | 'undo';
}

export interface Review {
  readonly rows: readonly ReviewRow[];
  /** How many rows have no verdict. */
  readonly undecided: number;
}

const COLUMNS = ['verdict', 'left id', 'right id'] as const;
type Column = (typeof COLUMNS)[number];

const VERDICTS: readonly string[] = ['same', 'different', 'undo'] satisfies ReviewRow['verdict'][];

/** Only the verdict and the two ids count; other columns are for the reviewer. @throws ReviewError for a file with faults */
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
    for await (const block of tableRows<Column>(file, { delimiter: ',', columns: COLUMNS })) yield* block;
  } catch (error) {
    if (error instanceof ImportError) throw new ReviewError([error.message]);
    throw error;
  }
}

/** `null` for one without a verdict. */
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
