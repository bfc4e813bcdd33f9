import type { Graph, Transaction } from '../graph/graph.ts';
import { textOf } from '../importing/importFiles.ts';
import { readDecisions } from '../queries/allDecisions.ts';
import {
  canonicalIds,
  contradictionsAmong,
  type DatedDecision,
  type Decision,
  pairKey,
} from '../reasoning/decisions.ts';
import { fingerprint } from '../loading/fingerprint.ts';
import { removeUnclaimedEntities } from '../loading/claims.ts';
import { batches } from '../loading/batches.ts';
import { projectEvents } from '../loading/projectEvents.ts';
import type { Day } from '../time/day.ts';
import type { ReviewRow } from './readReview.ts';
import { ReviewError } from './reviewError.ts';
import {
  clearResolvedReports,
  deleteDecisions,
  forgetResolution,
  readEntityIds,
  readEventsNaming,
  writeCanonicalIds,
  writeDecisions,
  writeResolutionVersion,
} from './statements/decisionStatements.ts';

/** What a review did. */
export interface ReviewReport {
  readonly same: number;
  readonly different: number;
  readonly undone: number;
  /** Rows that said what was so already. */
  readonly left: number;
  /** How many events are told of other entities now. */
  readonly events: number;
}

/** When a review was applied, and by whom or in which file it was made. */
export interface ReviewedBy {
  readonly on: Day;
  readonly by: string;
}

/**
 * Makes the decisions of a review hold, and the views follow from them. What was decided earlier stays unless a row
 * says otherwise. One transaction: all of it or nothing.
 * @throws ReviewError where a row names no entity, or the decisions contradict one another
 */
export async function applyReview(
  graph: Graph,
  rows: readonly ReviewRow[],
  reviewed: ReviewedBy,
): Promise<ReviewReport> {
  return await graph.write(async (transaction) => {
    await checkIds(transaction, rows);
    const before = new Map((await transaction.run(readDecisions())).map((one) => [pairKey(one), one]));
    const changes = rows.filter((row) => isNews(row, before.get(pairKey(row))));
    const after = new Map<string, KnownDecision>(before);
    for (const row of changes) change(after, row, reviewed);
    checkContradictions([...after.values()]);
    const events = changes.length === 0 ? 0 : await carryOut(transaction, before, after);
    const count = (verdict: ReviewRow['verdict']) => changes.filter((row) => row.verdict === verdict).length;
    return {
      ...{ same: count('same'), different: count('different'), undone: count('undo') },
      ...{ left: rows.length - changes.length, events },
    };
  });
}

/** A decision of the graph or, where it has a row, of the review. */
interface KnownDecision extends DatedDecision {
  readonly row?: ReviewRow;
}

type Decisions = ReadonlyMap<string, KnownDecision>;

function isNews(row: ReviewRow, before: Decision | undefined): boolean {
  if (row.verdict === 'undo') return before !== undefined;
  if (before?.verdict !== row.verdict) return true;
  return row.verdict === 'same' && before.left !== row.left;
}

function change(decisions: Map<string, KnownDecision>, row: ReviewRow, reviewed: ReviewedBy): void {
  const { left, right, verdict } = row;
  if (verdict === 'undo') decisions.delete(pairKey(row));
  else decisions.set(pairKey(row), { left, right, verdict, ...reviewed, row });
}

async function checkIds(transaction: Transaction, rows: readonly ReviewRow[]): Promise<void> {
  const ids = [...new Set(rows.flatMap(({ left, right }) => [left, right]))];
  const known = new Set((await transaction.run(readEntityIds(ids))).map(({ id }) => id));
  const faults = rows.flatMap(({ place, left, right }) =>
    [
      { column: 'left id', id: left },
      { column: 'right id', id: right },
    ]
      .filter(({ id }) => !known.has(id))
      .map(({ column, id }) =>
        textOf({ ...place, column, message: `no entity has the id "${id}". Import its dataset first.` }),
      ),
  );
  if (faults.length > 0) throw new ReviewError(faults);
}

function checkContradictions(decisions: readonly KnownDecision[]): void {
  const faults = contradictionsAmong(decisions).map(
    ({ different, same }) =>
      `${describe(different)} cannot be different: ${same.map(describe).join(', ')} ${same.length === 1 ? 'is' : 'are'} the same`,
  );
  if (faults.length > 0) throw new ReviewError(faults);
}

/** `a and b (review.csv:7)`. */
function describe({ left, right, row, by, on }: KnownDecision): string {
  const where = row === undefined ? `decided on ${on}, ${by}` : `${row.place.file}:${row.place.line}`;
  return `${left} and ${right} (${where})`;
}

/** @returns how many events are told of other entities */
async function carryOut(transaction: Transaction, before: Decisions, after: Decisions): Promise<number> {
  const isKept = ([key, one]: readonly [string, KnownDecision]) => before.get(key) === one;
  const gone = [...before].filter(([key, one]) => after.get(key) !== one).map(([, one]) => one);
  const made = [...after].filter((entry) => !isKept(entry)).map(([, one]) => one);
  await transaction.run(deleteDecisions(gone));
  await transaction.run(writeDecisions(made));
  await transaction.run(after.size === 0 ? forgetResolution() : writeResolutionVersion(versionOf(after)));
  const moved = movedIds(before, after);
  await transaction.run(writeCanonicalIds(moved));
  const events = (await transaction.run(readEventsNaming([...moved.keys()]))).map(({ id }) => id);
  for (const batch of batches(events)) await transaction.run(clearResolvedReports(batch));
  await projectEvents(transaction, events);
  if (gone.length > 0) await removeUnclaimedEntities(transaction);
  return events.length;
}

/** The entities that are known by another id than before; `null` for their own. */
function movedIds(before: Decisions, after: Decisions): Map<string, string | null> {
  const [was, is] = [canonicalIds(before.values()), canonicalIds(after.values())];
  const ids = [...new Set([...was.keys(), ...is.keys()])];
  return new Map(ids.filter((id) => was.get(id) !== is.get(id)).map((id) => [id, is.get(id) ?? null]));
}

function versionOf(decisions: Decisions): string {
  const describe = [...decisions].map(([key, { left, verdict, on, by }]) => [key, left, verdict, on, by]);
  return fingerprint(describe.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)));
}
