import type { Graph } from '../graph/graph.ts';
import { BATCH } from './batches.ts';
import { projectRows, projectSources } from './projectEvents.ts';
import { clearViews } from './statements/clearViews.ts';
import { readRecordsAfter } from './statements/recordStatements.ts';

/** Drops everything that follows from the record and works it out again. Safe to repeat after a stop. */
export async function rebuildView(
  graph: Graph,
  onProgress: (events: number) => void = () => undefined,
): Promise<number> {
  for (const statement of clearViews()) await graph.command(statement);
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
