import { cypher } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';
import type { Graph, Transaction } from '../graph/graph.ts';
import { textOf } from '../importing/importFiles.ts';
import type { PlacedDecision } from '../importing/importer.ts';
import type { RowFault } from '../importing/rows/fault.ts';
import { batches } from '../loading/batches.ts';
import { removeUnclaimedEntities } from '../loading/claims.ts';
import { fingerprint } from '../loading/fingerprint.ts';
import { projectEvents } from '../loading/projectEvents.ts';
import { readDecisions } from '../queries/allDecisions.ts';
import {
  canonicalIds,
  contradictionsAmong,
  type DatedDecision,
  type Decision,
  pairKey,
} from '../reasoning/decisions.ts';
import type { Day } from '../time/day.ts';
import { type Review, ReviewError, type ReviewRow } from './reviewFile.ts';

/** What a review did. */
export interface ReviewReport {
  readonly same: number;
  readonly different: number;
  readonly undone: number;
  /** Rows whose decision the graph had already. */
  readonly left: number;
  /** The number of events whose participants changed. */
  readonly events: number;
}

/** When a review was applied, and by whom or in which file it was made. */
interface ReviewedBy {
  readonly on: Day;
  readonly by: string;
}

type SoundReview = Pick<Review, 'rows'> & Partial<Pick<Review, 'faults' | 'faulty'>>;

/**
 * Applies the decisions of a review and projects the views again. Earlier decisions stay unless a row changes them. All
 * is done in one transaction.
 * @throws ReviewError with every fault of the review: of its rows, of unknown entities, and decisions that contradict
 */
export async function applyReview(
  graph: Graph,
  { rows, faults = [], faulty = [] }: SoundReview,
  reviewed: ReviewedBy,
): Promise<ReviewReport> {
  return await graph.write(async (transaction) => {
    const unknown = await unknownIds(transaction, [...rows, ...faulty]);
    const before = new Map((await transaction.run(readDecisions())).map((one) => [pairKey(one), one]));
    const changes = rows.filter((row) => isChange(row, before.get(pairKey(row))));
    const after = new Map<string, ReviewedDecision>(before);
    for (const row of changes) change(after, row, reviewed);
    const wrong = [...faults, ...unknown].sort((a, b) => a.line - b.line).map(textOf);
    const found = [...wrong, ...contradictionsIn([...after.values()])];
    if (found.length > 0) throw new ReviewError(found);
    const events = changes.length === 0 ? 0 : await carryOut(transaction, before, after);
    const count = (verdict: ReviewRow['verdict']) => changes.filter((row) => row.verdict === verdict).length;
    return {
      ...{ same: count('same'), different: count('different'), undone: count('undo') },
      ...{ left: rows.length - changes.length, events },
    };
  });
}

/**
 * Applies the decisions of earlier reviews, each with its own day and reviewer.
 * @throws ReviewError as `applyReview` does
 */
export async function applyDecisions(graph: Graph, decisions: readonly PlacedDecision[]): Promise<void> {
  const reviews = new Map<string, PlacedDecision[]>();
  for (const decision of decisions) {
    const key = JSON.stringify([decision.on, decision.by]);
    reviews.set(key, [...(reviews.get(key) ?? []), decision]);
  }
  for (const rows of reviews.values()) {
    const [first] = rows;
    if (first !== undefined) await applyReview(graph, { rows }, { on: first.on, by: first.by });
  }
}

/** A decision of the graph, or of the review if it has a row. */
interface ReviewedDecision extends DatedDecision {
  readonly row?: ReviewRow;
}

type Decisions = ReadonlyMap<string, ReviewedDecision>;

function isChange(row: ReviewRow, before: Decision | undefined): boolean {
  if (row.verdict === 'undo') return before !== undefined;
  if (before?.verdict !== row.verdict) return true;
  return row.verdict === 'same' && before.left !== row.left;
}

function change(decisions: Map<string, ReviewedDecision>, row: ReviewRow, reviewed: ReviewedBy): void {
  const { left, right, verdict } = row;
  if (verdict === 'undo') decisions.delete(pairKey(row));
  else decisions.set(pairKey(row), { left, right, verdict, ...reviewed, row });
}

async function unknownIds(
  transaction: Transaction,
  rows: readonly Pick<ReviewRow, 'place' | 'left' | 'right'>[],
): Promise<RowFault[]> {
  const ids = [...new Set(rows.flatMap(({ left, right }) => [left, right]))];
  const existing = new Set((await transaction.run(readEntityIds(ids))).map(({ id }) => id));
  return rows.flatMap(({ place, left, right }) =>
    [
      { column: 'left id', id: left },
      { column: 'right id', id: right },
    ]
      .filter(({ id }) => id !== '' && !existing.has(id))
      .map(({ column, id }) => ({
        ...{ ...place, column },
        message: `no entity has the id "${id}". Import its dataset first.`,
      })),
  );
}

function contradictionsIn(decisions: readonly ReviewedDecision[]): string[] {
  return contradictionsAmong(decisions).map(
    ({ different, same }) =>
      `${describe(different)} cannot be different: ${same.map(describe).join(', ')} ${same.length === 1 ? 'is' : 'are'} the same`,
  );
}

/** `a and b (review.csv:7)`. */
function describe({ left, right, row, by, on }: ReviewedDecision): string {
  const where = row === undefined ? `decided on ${on}, ${by}` : `${row.place.file}:${row.place.line}`;
  return `${left} and ${right} (${where})`;
}

/** @returns the number of events whose participants changed */
async function carryOut(transaction: Transaction, before: Decisions, after: Decisions): Promise<number> {
  const isKept = ([key, one]: readonly [string, ReviewedDecision]) => before.get(key) === one;
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

/** The entities whose canonical id changed, with the new id; `null` for their own. */
function movedIds(before: Decisions, after: Decisions): Map<string, string | null> {
  const [was, is] = [canonicalIds(before.values()), canonicalIds(after.values())];
  const ids = [...new Set([...was.keys(), ...is.keys()])];
  return new Map(ids.filter((id) => was.get(id) !== is.get(id)).map((id) => [id, is.get(id) ?? null]));
}

function versionOf(decisions: Decisions): string {
  const rows = [...decisions].map(([key, { left, verdict, on, by }]) => [key, left, verdict, on, by]);
  return fingerprint(rows.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)));
}

/** Those of the ids that entities have. */
function readEntityIds(ids: readonly string[]): Statement<{ id: string }> {
  return statement(cypher`UNWIND $ids AS id MATCH (n:Entity {id: id}) RETURN id`, { ids });
}

function deleteDecisions(decisions: readonly Decision[]): Statement<never> {
  return statement(
    cypher`
UNWIND $rows AS row
MATCH (:Entity {id: row.right})-[decision:SAME_AS|DIFFERENT_FROM]-(:Entity {id: row.left})
DELETE decision`,
    { rows: decisions.map(({ left, right }) => ({ left, right })) },
  );
}

/** A decision leads from the entity on the right to the one on the left, whose id both keep. */
function writeDecisions(decisions: readonly DatedDecision[]): Statement<never> {
  const rows = decisions.map(({ left, right, verdict, on, by }) => ({
    ...{ left, right, on, by },
    type: verdict === 'same' ? 'SAME_AS' : 'DIFFERENT_FROM',
  }));
  return statement(
    cypher`
UNWIND $rows AS row
MATCH (left:Entity {id: row.left}), (right:Entity {id: row.right})
CREATE (right)-[decision:$(row.type)]->(left)
SET decision.on = date(row.on), decision.by = row.by`,
    { rows },
  );
}

/** The id under which each of the entities is known; `null` for its own. */
function writeCanonicalIds(ids: ReadonlyMap<string, string | null>): Statement<never> {
  return statement(
    cypher`UNWIND $rows AS row MATCH (n:Entity {id: row.id}) SET n.canonical = row.canonical`,
    { rows: [...ids].map(([id, canonical]) => ({ id, canonical })) },
  );
}

/** The events for which a report names one of the entities as a participant. Reads all reports once. */
function readEventsNaming(ids: readonly string[]): Statement<{ id: string }> {
  return statement(
    cypher`
MATCH (:Source)-[r:REPORTS]->(e:Event)
WHERE any(key IN r.participants WHERE any(id IN split(key, ' ') WHERE id IN $ids))
RETURN DISTINCT e.id AS id`,
    { ids },
  );
}

/** Clears the participants of reports that earlier decisions had resolved. */
function clearResolvedReports(eventIds: readonly string[]): Statement<never> {
  return statement(
    cypher`
MATCH (e:Event)<-[r:REPORTS]-(:Source) WHERE e.id IN $eventIds AND r.resolved IS NOT NULL
REMOVE r.resolved`,
    { eventIds },
  );
}

/** Names all decisions together, so that the holder of a snapshot can see that the view has changed. */
function writeResolutionVersion(version: string): Statement<never> {
  return statement(cypher`MERGE (n:Resolution {id: 'resolution'}) SET n.version = $version`, { version });
}

function forgetResolution(): Statement<never> {
  return statement(cypher`MATCH (n:Resolution) DELETE n`);
}
