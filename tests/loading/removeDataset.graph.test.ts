import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Graph } from '../../src/graph/graph.ts';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import { removeDataset } from '../../src/loading/removeDataset.ts';
import { testGraph } from '../setup/testGraph.ts';
import { anyDataset, dataset, entity, event, PREFIX, source } from './smallDatasets.ts';
import { clear, ownContents } from './snapshot.ts';

let graph: Graph;
beforeAll(() => {
  graph = testGraph();
});
afterEach(() => clear(graph, 'a', 'b'));
afterAll(() => graph.close());

const [ada, bo] = [entity('ada'), entity('bo')];
const talks = { entities: [ada, bo], sources: [source('gazette')], events: [event('talks')] };

test('removing a dataset leaves what loading it empty leaves', async () => {
  await fc.assert(
    fc.asyncProperty(anyDataset('a'), anyDataset('b'), fc.constantFrom('a', 'b'), async (a, b, name) => {
      await loadDataset(graph, a);
      await loadDataset(graph, b);
      await clear(graph, name);
      const expected = await ownContents(graph);
      for (const each of [a, b]) await loadDataset(graph, each);
      await removeDataset(graph, `${PREFIX}${name}`);
      expect(versionless(await ownContents(graph))).toEqual(versionless(expected));
      await clear(graph, 'a', 'b');
    }),
    { numRuns: 8 },
  );
});

test('it tells what is gone, what others keep, and who is to be loaded again', async () => {
  await loadDataset(graph, dataset('a', talks));
  await loadDataset(graph, dataset('b', { ...talks, events: [], sources: [] }));
  expect(await removeDataset(graph, `${PREFIX}a`)).toEqual({
    entities: { removed: 0, kept: 2 },
    sources: { removed: 1, kept: 0 },
    events: { removed: 1, kept: 0 },
    toLoadAgain: [`${PREFIX}b`],
  });
});

test('stopped between two transactions, it goes on', async () => {
  const events = Array.from({ length: 2_001 }, (_, i) => event(`talks-${i}`));
  await loadDataset(graph, dataset('a', { ...talks, events }));
  const stop = new Error('stopped');
  const stopped = removeDataset(graph, `${PREFIX}a`, () => {
    throw stop;
  });
  await expect(stopped).rejects.toBe(stop);
  expect(await removeDataset(graph, `${PREFIX}a`)).toMatchObject({ events: { removed: 1, kept: 0 } });
  expect(await ownContents(graph)).toEqual([]);
});

/** A dataset that is no longer whole may have a draft, which is random. */
function versionless(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(/(draft|version): "[^"]*"/, '$1'));
}
