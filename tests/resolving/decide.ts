import type { Verdict } from '../../src/reasoning/decisions.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { applyReview, type ReviewReport } from '../../src/resolving/applyReview.ts';
import type { ReviewRow } from '../../src/resolving/reviewFile.ts';
import { readDecisions } from '../../src/queries/allDecisions.ts';

type Row = [left: string, verdict: Verdict | 'undo', right: string];

/** The rows of a review, from line 2 on. */
export function review(...rows: readonly Row[]): ReviewRow[] {
  return rows.map(([left, verdict, right], i) => ({
    ...{ left, right, verdict },
    place: { file: 'review.csv', line: i + 2 },
  }));
}

export async function decide(graph: Graph, rows: readonly ReviewRow[]): Promise<ReviewReport> {
  return await applyReview(graph, { rows }, { on: '2026-01-31', by: 'review.csv' });
}

/** Takes all decisions away. */
export async function undoAll(graph: Graph): Promise<void> {
  const decisions = await graph.read(readDecisions());
  await decide(graph, review(...decisions.map(({ left, right }): Row => [left, 'undo', right])));
}
