import type { Graph } from '../graph/graph.ts';
import { BATCH } from './batches.ts';
import { projectRows, readRecordsAfter } from './projectEvents.ts';
import { rewriteWords } from './rewriteWords.ts';
import { projectSources } from './writeSources.ts';
import { clearAllViews } from './writeViews.ts';

/**
 * Drops everything that follows from the record and works it out again, and what search finds it by. If it was stopped,
 * run it again.
 */
export async function rebuildView(
  graph: Graph,
  onProgress: (events: number) => void = () => undefined,
): Promise<number> {
  await rewriteWords(graph);
  for (const statement of clearAllViews()) await graph.command(statement);
  await graph.write((transaction) => projectSources(transaction, null));
  let done = 0;
  for (let after = ''; ;) {
    const last = await graph.write(async (transaction) => {
      const rows = await transaction.run(readRecordsAfter(after, BATCH));
      await projectRows(transaction, rows);
      done += rows.length;
      return rows.at(-1)?.id;
    });
    onProgress(done);
    if (last === undefined) return done;
    after = last;
  }
}
