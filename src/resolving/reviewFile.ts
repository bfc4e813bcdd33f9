import { ImportError, type RowFault, type RowPlace } from '../importing/rows/fault.ts';
import { openInputs } from '../importing/rows/inputFile.ts';
import { isFault, type TableRow, tableRows } from '../importing/rows/tableRows.ts';
import { asPlainText } from '../record/plainText.ts';
import { pairKey, type Verdict } from '../reasoning/decisions.ts';
import type { Candidate } from './candidates.ts';
import type { ProposedReview } from './proposeReview.ts';

/** A row of a review with a verdict. */
export interface ReviewRow {
  readonly place: RowPlace;
  readonly left: string;
  readonly right: string;
  /** `undo` removes an earlier decision about the two. */
  readonly verdict: Verdict | 'undo';
}

/** A row whose ids can be looked for, whatever its verdict is. */
type NamedPair = Pick<ReviewRow, 'place' | 'left' | 'right'>;

export interface Review {
  readonly rows: readonly ReviewRow[];
  readonly faults: readonly RowFault[];
  /** The rows that are faulty for another reason than their ids. */
  readonly faulty: readonly NamedPair[];
  /** The number of rows without a verdict. */
  readonly undecided: number;
}

const COLUMNS = ['verdict', 'left id', 'right id'] as const;
type Column = (typeof COLUMNS)[number];

const VERDICTS: readonly string[] = ['same', 'different', 'undo'] satisfies ReviewRow['verdict'][];

/**
 * Only the verdict and the two ids count; the other columns are for the reviewer.
 * @throws ReviewError for a file that is no review
 */
export async function readReview(file: string): Promise<Review> {
  const rows = new Map<string, ReviewRow>();
  const faults: RowFault[] = [];
  const faulty: NamedPair[] = [];
  let undecided = 0;
  for await (const row of rowsOf(file)) {
    if (isFault(row)) {
      faults.push(row);
      continue;
    }
    const pair = { place: row.place, left: row.cells['left id'].trim(), right: row.cells['right id'].trim() };
    const read = reviewRow(row, pair, rows);
    if (read === 'UNDECIDED') undecided += 1;
    else if (read !== null && 'message' in read) {
      faults.push(read);
      faulty.push(pair);
    } else if (read !== null) rows.set(pairKey(read), read);
  }
  return { rows: [...rows.values()], faults, faulty, undecided };
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

/** `null` for an empty row, as spreadsheets write them. */
function reviewRow(
  { place, cells }: TableRow<Column>,
  { left, right }: NamedPair,
  before: ReadonlyMap<string, ReviewRow>,
): ReviewRow | RowFault | 'UNDECIDED' | null {
  const faultAt = (column: Column, message: string): RowFault => ({ ...place, column, message });
  const verdict = cells.verdict.trim().toLowerCase();
  if (verdict === '') return left === '' && right === '' ? null : 'UNDECIDED';
  if (!isVerdict(verdict))
    return faultAt(
      'verdict',
      `"${cells.verdict}" is not a verdict. Write ${VERDICTS.join(', ')}, or leave it empty to decide later.`,
    );
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

/** Of each of the two entities, for the reviewer. */
const SIDE_COLUMNS = ['id', 'name', 'kind', 'countries', 'datasets', 'events'];

const HEADER = [
  ...['group', 'score', 'verdict'],
  ...['left', 'right'].flatMap((side) => SIDE_COLUMNS.map((column) => `${side} ${column}`)),
  ...['why', 'conflict'],
];

/**
 * The review file: a block of rows for each group, with an empty field for the reviewer's verdict on each row. What is
 * accepted has its verdict, so that it can be undone.
 */
export function reviewText({ groups, events }: ProposedReview): string {
  const cellsOf = ({ id, name, kind, countries, datasets }: Candidate): string[] => {
    const lists = [countries, datasets].map((each) => [...each].sort().join('; '));
    return [id, name, kind, ...lists, String(events.get(id) ?? 0)];
  };
  const rows = groups.flatMap(({ proposals, conflict }, i) =>
    proposals.map(({ score, isAccepted, left, right, why }) => [
      ...[String(i + 1), score.toFixed(3), isAccepted ? 'same' : ''],
      ...[...cellsOf(left), ...cellsOf(right), why.join(' ~ '), conflict ?? ''],
    ]),
  );
  return [HEADER, ...rows].map((cells) => `${cells.map(quoted).join()}\n`).join('');
}

/** The rows of the written file that have a verdict. */
export function acceptedRows({ groups }: ProposedReview, file: string): ReviewRow[] {
  return groups
    .flatMap(({ proposals }) => proposals)
    .flatMap(({ isAccepted, left, right }, i) =>
      isAccepted
        ? [{ place: { file, line: i + 2 }, left: left.id, right: right.id, verdict: 'same' as const }]
        : [],
    );
}

/** A name may contain line breaks, but a row must be one line. No name may become a formula in a spreadsheet. */
function quoted(cell: string): string {
  const line = asPlainText(cell.replaceAll(/\s+/gu, ' '));
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
