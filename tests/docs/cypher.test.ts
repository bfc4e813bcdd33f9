import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Graph } from '../../src/graph/graph.ts';
import { plainStatement } from '../setup/plainStatement.ts';
import { testGraph } from '../setup/testGraph.ts';
import { blocksOf, filesOf, readFileOf, tableOf } from './readme.ts';

const files = await filesOf('docs/cypher', '.cypher');
const shown = blocksOf(await readFileOf('README.md'), 'cypher');

let graph: Graph;
beforeAll(() => {
  graph = testGraph();
});
afterAll(() => graph.close());

describe("an analyst's Cypher", () => {
  test.each(files)('%s begins with its question and has an answer, read only', async (_, text) => {
    expect(text).toMatch(/^\/\/ .*\?/);
    expect(await rowsOf(text)).not.toEqual([]);
  });

  test('in the README is that of several files of docs/cypher', () => {
    expect(shown.length).toBeGreaterThanOrEqual(3);
    const texts = files.map(([, text]) => text.trim());
    for (const { code } of shown) expect(texts).toContain(code);
  });

  test.each(shown)('has the answer that the README shows: $code', async ({ code, after }) => {
    const rows = await rowsOf(code);
    const answer = [Object.keys(rows[0]!), ...rows.map((row) => Object.values(row).map(cellOf))];
    expect(tableOf(after)).toEqual(answer);
  });
});

/** A session for reading refuses to write. */
async function rowsOf(text: string): Promise<Record<string, Cell>[]> {
  return await graph.read(plainStatement(text.trim().replace(/;$/, '')));
}

type Cell = string | number | null | readonly string[];

function cellOf(value: Cell): string {
  return typeof value === 'object' ? (value ?? []).join(', ') : String(value);
}
