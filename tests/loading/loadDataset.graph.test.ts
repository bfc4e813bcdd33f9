import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readCorpus } from '../../src/program/readCorpus.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { graphHash } from '../setup/graphHash.ts';
import { isLoaded, loadDataset } from '../../src/loading/loadDataset.ts';
import { plainStatement } from '../setup/plainStatement.ts';
import { rebuildView } from '../../src/loading/rebuildView.ts';
import { testGraph } from '../setup/testGraph.ts';

describe('Loading the corpus', () => {
  let graph: Graph;
  beforeAll(() => {
    graph = testGraph();
  });
  afterAll(() => graph.close());

  test('a second load changes nothing', async () => {
    const corpus = await readCorpus();
    const before = await graphHash(graph);
    expect(await isLoaded(graph, corpus)).toBe(true);
    const report = await loadDataset(graph, corpus);
    for (const { created, changed, removed } of Object.values(report))
      expect([created, changed, removed]).toEqual([0, 0, 0]);
    expect(await graphHash(graph)).toBe(before);
  });

  test('the view rebuilt from the record is the view that loading wrote, and so is what search reads', async () => {
    const before = await graphHash(graph);
    // As an older version left them.
    await graph.command(plainStatement("MATCH (n:Entity) SET n.folded = ['of old'] REMOVE n.words"));
    await graph.command(plainStatement('MATCH (n:Event) REMOVE n.words'));
    await rebuildView(graph);
    expect(await graphHash(graph)).toBe(before);
  });

  test('a dataset that holds nothing is loaded where the graph holds nothing of it', async () => {
    const nothing = { id: 'nothing-at-all', entities: [], sources: [], events: [] };
    expect(await isLoaded(graph, nothing)).toBe(true);
    await loadDataset(graph, nothing);
    expect(await isLoaded(graph, nothing)).toBe(true);
    expect(await isLoaded(graph, { ...nothing, id: 'corpus' })).toBe(false);
  });
});
