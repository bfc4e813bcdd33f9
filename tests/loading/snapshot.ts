import type { Graph } from '../../src/graph/graph.ts';
import { graphContents } from '../../src/queries/graphContents.ts';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import { dataset, PREFIX } from './smallDatasets.ts';

/** The graph's contents, one line for each node and relationship, in order: those of the tests' datasets, and the rest. */
export interface Snapshot {
  readonly own: readonly string[];
  readonly rest: readonly string[];
}

export async function snapshot(graph: Graph): Promise<Snapshot> {
  const rows = await Promise.all(graphContents().map((statement) => graph.read(statement)));
  const lines = rows
    .flat()
    .map(({ names, properties }) => {
      const fields = Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1));
      const values = fields.map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
      return `${names.join(' ')} {${values.join(', ')}}`;
    })
    .sort();
  const isOwn = (line: string): boolean => line.includes(PREFIX) || line.includes('load-test:');
  return { own: lines.filter(isOwn), rest: lines.filter((line) => !isOwn(line)) };
}

/** What the graph holds of the tests' datasets. */
export async function ownContents(graph: Graph): Promise<readonly string[]> {
  return (await snapshot(graph)).own;
}

/** Takes the tests' datasets away again. */
export async function clear(graph: Graph, ...names: readonly string[]): Promise<void> {
  for (const name of names) await loadDataset(graph, dataset(name));
}
