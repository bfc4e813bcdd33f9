import type { Graph } from '../graph/graph.ts';
import { graphContents } from '../queries/graphContents.ts';
import { fingerprint } from './fingerprint.ts';

/** Names everything that the graph holds: equal for equal graphs, whatever the order in which they were written. */
export async function graphHash(graph: Graph): Promise<string> {
  const rows: string[] = [];
  for (const statement of graphContents()) {
    for (const { names, properties } of await graph.read(statement, { timeoutMs: 600_000 })) {
      rows.push(fingerprint([names, properties]));
    }
  }
  return fingerprint(rows.sort());
}
