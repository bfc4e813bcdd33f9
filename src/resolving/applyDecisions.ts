import type { Graph } from '../graph/graph.ts';
import type { DatedDecision } from '../reasoning/decisions.ts';
import { applyReview } from './applyReview.ts';

/** Makes decisions of earlier reviews hold, each with its own day and reviewer. @throws ReviewError as a review does */
export async function applyDecisions(graph: Graph, decisions: readonly DatedDecision[]): Promise<void> {
  const reviews = new Map<string, DatedDecision[]>();
  for (const decision of decisions) {
    const key = JSON.stringify([decision.on, decision.by]);
    reviews.set(key, [...(reviews.get(key) ?? []), decision]);
  }
  for (const [first, ...others] of reviews.values()) {
    if (first === undefined) continue;
    const { on, by } = first;
    const rows = [first, ...others].map((decision, i) => ({ ...decision, place: { file: by, line: i + 1 } }));
    await applyReview(graph, rows, { on, by });
  }
}
