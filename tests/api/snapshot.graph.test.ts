import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Statement } from '../../src/cypher/statement.ts';
import { Graph, type ReadOptions } from '../../src/graph/graph.ts';
import type { DatasetRecord } from '../../src/record/dataset.ts';
import { allRelationships } from '../../src/queries/allRelationships.ts';
import { addRecords } from '../../src/loading/addRecords.ts';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import { markImport } from '../../src/loading/datasetVersion.ts';
import { testConnection } from '../setup/testGraph.ts';
import { startService, type TestService } from '../setup/testService.ts';
import { replay } from './replay.ts';
import { SOURCE } from '../../src/record/source.ts';
import { EVENT } from '../../src/record/event.ts';
import { REPORT } from '../../src/record/report.ts';

/** Each test begins with a service that has not read the relationships yet. */
let service: TestService;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.close());

const ask = async (from = 'kyrgyzstan', to = 'united-states') =>
  (
    await service.data(`{ paths(from: "${from}", to: "${to}", mode: SHORTEST_IN_TIME) {
    truncated items { length hops { relationship { event { id reports { source { id } } } } } } } }`)
  ).paths;

const eventsOf = ({ items }: any) => items[0].hops.map(({ relationship }: any) => relationship.event.id);

const readyz = async () => ((await (await fetch(`${service.url}/readyz`)).json()) as any).relationships;

const NOTHING: DatasetRecord = { id: 'test-shortcut', entities: [], sources: [], events: [] };

/** A meeting of the two ends. */
const SHORTCUT: DatasetRecord = {
  ...NOTHING,
  sources: [
    {
      ...SOURCE.empty,
      ...{ id: 'source:test-shortcut', title: 'A shortcut', publisher: 'The Test' },
      ...{ role: 'TEXT', published: '2024-01-02', read: '2024-01-03' },
    },
  ],
  events: [
    {
      ...EVENT.empty,
      ...{ id: 'event:test-shortcut', type: 'MET', summary: 'They met' },
      participants: ['kyrgyzstan', 'united-states'].map((entity) => ({
        role: 'PARTY',
        entity,
        onBehalfOf: null,
      })),
      reports: [{ ...REPORT.empty, source: 'source:test-shortcut', date: '2024-01-01', locator: 'p1' }],
    },
  ],
};

describe('The snapshot of all relationships', () => {
  test('is read for the first question that needs it, and serves those after', async () => {
    expect(await readyz()).toBeNull();
    await service.data('{ status(authority: "russia", subject: "taliban", regime: DESIGNATION) { state } }');
    expect(await readyz()).toBeNull();
    expect(await service.statements(() => ask())).toBe(2);
    expect(await service.statements(() => ask())).toBe(1);
    expect(await service.statements(() => ask('taliban', 'united-states'))).toBe(1);
    for (const more of [
      'mode: FASTEST, where: { types: [DELISTED] }',
      'mode: ALL_SHORTEST, direction: FORWARD',
      'where: { types: [DELISTED] }',
    ]) {
      const question = `{ paths(from: "thomas-west", to: "amir-khan-muttaqi", ${more}) { truncated } }`;
      expect(await service.statements(() => service.data(question))).toBe(1);
    }
    const { relationships } = await replay();
    expect(await readyz()).toEqual({
      count: relationships.length,
      earlierVersions: expect.any(Number),
      version: expect.stringMatching(/^corpus@[\w-]+, \d+ edges$/),
      loadedInMs: expect.any(Number),
      bytes: expect.any(Number),
    });
  });

  test('is read once for all who wait for it', async () => {
    const questions = Array.from({ length: 6 }, () => ask);
    expect(await service.statements(() => Promise.all(questions.map((one) => one())))).toBe(7);
  });

  test('is read again once the graph has changed, so that it never answers with what was', async () => {
    const before = await ask();
    expect(before.items[0].length).toBeGreaterThan(1);
    await loadDataset(service.graph, SHORTCUT);
    try {
      let after: any;
      expect(await service.statements(async () => (after = await ask()))).toBe(3);
      expect(eventsOf(after)).toEqual(['event:test-shortcut']);
      expect(after.items[0].hops[0].relationship.event.reports).toEqual([
        { source: { id: 'source:test-shortcut' } },
      ]);
      expect(await service.statements(() => ask())).toBe(1);
    } finally {
      await loadDataset(service.graph, NOTHING);
    }
    let again: unknown;
    expect(await service.statements(async () => (again = await ask()))).toBe(3);
    expect(again).toEqual(before);
  });

  test('serves while an import has stopped halfway, and is read again after each of its parts', async () => {
    const [meeting] = SHORTCUT.events;
    const before = await ask();
    await addRecords(service.graph, { ...SHORTCUT, events: [] }, 'file:1');
    try {
      let halfway: unknown;
      expect(await service.statements(async () => (halfway = await ask()))).toBe(3);
      expect(halfway).toEqual(before);
      expect(await service.statements(() => ask())).toBe(1);
      await addRecords(service.graph, { ...SHORTCUT, events: [meeting!] }, 'file:1');
      let after: any;
      expect(await service.statements(async () => (after = await ask()))).toBe(3);
      expect(eventsOf(after)).toEqual(['event:test-shortcut']);
      expect(await service.statements(() => ask())).toBe(1);
    } finally {
      await loadDataset(service.graph, NOTHING);
    }
  });

  test('is read meanwhile where the graph can be asked too: until then, and once it is stale, that answers', async () => {
    const shortest = async () =>
      (
        await service.data(
          '{ paths(from: "kyrgyzstan", to: "united-states") { truncated items { hops { relationship { event { id } } } } } }',
        )
      ).paths;
    const before = await shortest();
    expect(before.items).toHaveLength(1);
    // Whoever waits for it waits for the same reading.
    await ask();
    expect(await service.statements(shortest)).toBe(1);
    expect(await shortest()).toEqual(before);
    await loadDataset(service.graph, SHORTCUT);
    try {
      expect(eventsOf(await shortest())).toEqual(['event:test-shortcut']);
      // What has been found stale is asked no more.
      expect(eventsOf(await shortest())).toEqual(['event:test-shortcut']);
      await ask();
      expect(await service.statements(shortest)).toBe(1);
      expect(eventsOf(await shortest())).toEqual(['event:test-shortcut']);
    } finally {
      await loadDataset(service.graph, NOTHING);
    }
    expect(await shortest()).toEqual(before);
  });

  test('answers that nothing is known where the graph changes faster than it can be read', async () => {
    const graph = new ChangingGraph(testConnection());
    const changing = await startService(graph);
    try {
      const question =
        '{ paths(from: "kyrgyzstan", to: "united-states", mode: SHORTEST_IN_TIME) { truncated items { length } } }';
      expect((await changing.data(question)).paths).toEqual({ items: [], truncated: true });
      graph.isChanging = false;
      expect((await changing.data(question)).paths.items).toHaveLength(1);
    } finally {
      await changing.close();
      await loadDataset(service.graph, NOTHING);
    }
  });
});

/** A part of an import is written each time that the relationships have been read. */
class ChangingGraph extends Graph {
  isChanging = true;

  override async readEach<Row>(statement: Statement<Row>, visit: (row: Row) => void, options: ReadOptions) {
    await super.readEach(statement, visit, options);
    if (this.isChanging && statement.text === allRelationships().text)
      await this.write((transaction) => transaction.run(markImport(NOTHING, 'file:1')));
  }
}
