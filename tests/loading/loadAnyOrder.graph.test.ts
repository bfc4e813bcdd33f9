import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Graph } from '../../src/graph/graph.ts';
import type { DatasetRecord } from '../../src/record/dataset.ts';
import { graphHash } from '../setup/graphHash.ts';
import { isLoaded, loadDataset, planDataset } from '../../src/loading/loadDataset.ts';
import { rebuildView } from '../../src/loading/rebuildView.ts';
import { testGraph } from '../setup/testGraph.ts';
import { anyDataset, shuffled } from './smallDatasets.ts';
import { clear, ownContents, snapshot } from './snapshot.ts';

let graph: Graph;
beforeAll(() => {
  graph = testGraph();
});
afterEach(() => clear(graph, 'a', 'b', 'c'));
afterAll(() => graph.close());

const anyA = anyDataset('a');
const anyB = anyDataset('b');
const anyC = anyDataset('c');

/** Few, as each run loads up to ten times; every test run tries others. */
const RUNS = { numRuns: 3 };

async function load(...datasets: readonly DatasetRecord[]): Promise<void> {
  for (const each of datasets) await loadDataset(graph, each);
}

async function freshlyLoaded(...datasets: readonly DatasetRecord[]): Promise<readonly string[]> {
  await clear(graph, 'a', 'b', 'c');
  await load(...datasets);
  return await ownContents(graph);
}

describe('What the graph holds', () => {
  test('is the same after a second load, of records in any order, which changes nothing', async () => {
    const anyPair = anyA.chain((a) => fc.tuple(fc.constant(a), shuffled(a)));
    await fc.assert(
      fc.asyncProperty(anyPair, async ([a, again]) => {
        await load(a);
        const before = await graphHash(graph);
        const planned = await planDataset(graph, again);
        expect(await loadDataset(graph, again)).toEqual(planned);
        for (const { created, changed, removed } of Object.values(planned))
          expect([created, changed, removed]).toEqual([0, 0, 0]);
        expect(await isLoaded(graph, again)).toBe(true);
        expect(await graphHash(graph)).toBe(before);
      }),
      RUNS,
    );
  });

  test('does not depend on the order in which datasets were loaded', async () => {
    await fc.assert(
      fc.asyncProperty(anyA, anyB, anyC, async (a, b, c) => {
        const contents = await freshlyLoaded(a, b, c);
        expect(await freshlyLoaded(c, b, a)).toEqual(contents);
        expect(await freshlyLoaded(b, a, c)).toEqual(contents);
      }),
      RUNS,
    );
  });

  test('does not depend on what datasets said before, once those are loaded again of which it is not whole', async () => {
    const anyLoads = fc.array(fc.oneof(anyA, anyB, anyC), { minLength: 2, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(anyLoads, async (loads) => {
        await clear(graph, 'a', 'b', 'c');
        await load(...loads);
        const last = [...new Map(loads.map((each) => [each.id, each])).values()];
        for (const each of last) if (!(await isLoaded(graph, each))) await loadDataset(graph, each);
        const contents = await ownContents(graph);
        expect(contents).toEqual(await freshlyLoaded(...last));
      }),
      RUNS,
    );
  });

  test('of a dataset is what it was before another came and went', async () => {
    await fc.assert(
      fc.asyncProperty(anyA, anyB, async (a, b) => {
        const contents = await freshlyLoaded(a);
        await load(b);
        await clear(graph, 'b');
        expect(await ownContents(graph)).toEqual(contents);
      }),
      RUNS,
    );
  });

  test('of other datasets stays as it is, whatever is loaded and taken away', async () => {
    const { rest } = await snapshot(graph);
    await fc.assert(
      fc.asyncProperty(anyA, anyA, async (a, next) => {
        for (const each of [a, next]) {
          await load(each);
          expect((await snapshot(graph)).rest).toEqual(rest);
        }
        await clear(graph, 'a');
        expect(await snapshot(graph)).toEqual({ own: [], rest });
      }),
      { numRuns: 2 },
    );
  });

  test('is what a rebuild of the view from the record gives', async () => {
    await fc.assert(
      fc.asyncProperty(anyA, anyB, async (a, b) => {
        await load(a, b);
        const before = await graphHash(graph);
        await rebuildView(graph);
        expect(await graphHash(graph)).toBe(before);
      }),
      { numRuns: 2 },
    );
  });
});
