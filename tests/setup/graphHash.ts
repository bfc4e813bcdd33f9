import type { Graph } from '../../src/graph/graph.ts';
import { graphContents } from '../../src/queries/graphContents.ts';
import { fingerprint } from '../../src/loading/fingerprint.ts';

/**
 * Names everything that the graph holds: equal for equal graphs, in whatever order they were written. The versions and
 * drafts of datasets do not count, because they name loads.
 */
export async function graphHash(graph: Graph): Promise<string> {
  const rows: string[] = [];
  for (const statement of graphContents()) {
    for (const { names, properties } of await graph.read(statement, { timeoutMs: 600_000 })) {
      rows.push(
        fingerprint([
          names,
          names.includes('Dataset') ? { ...properties, version: null, draft: null } : properties,
        ]),
      );
    }
  }
  return fingerprint(rows.sort());
}
