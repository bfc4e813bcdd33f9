import type { Candidate } from './candidates.ts';
import type { Proposal } from './proposals.ts';

const SIDE_COLUMNS = ['id', 'name', 'kind', 'country'];

/** The review file: a line for each proposal, with an empty place for the reviewer's verdict. */
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

/** A row is one line, whatever is in a name. */
function quoted(cell: string): string {
  const line = cell.replaceAll(/\s+/gu, ' ');
  return /[",]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}
