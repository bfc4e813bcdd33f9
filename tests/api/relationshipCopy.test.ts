import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { DatasetRecord } from '../../src/ontology/records.ts';
import { loadDataset } from '../../src/seeding/loadDataset.ts';
import { plainStatement } from '../setup/plainStatement.ts';
import { startService, type TestService } from '../setup/testService.ts';
import { replay } from './replay.ts';

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
      ...{ id: 'source:test-shortcut', title: 'A shortcut', publisher: 'The Test', author: null, url: null },
      ...{ role: 'TEXT', published: '2024-01-02', publishedBasis: null, read: '2024-01-03', retracted: null },
    },
  ],
  events: [
    {
      ...{
        id: 'event:test-shortcut',
        type: 'MET',
        summary: 'They met',
        post: null,
        intends: null,
        cameo: null,
      },
      ...{ topics: [], places: [], figures: [], partOf: [], follows: [] },
      participants: ['kyrgyzstan', 'united-states'].map((entity) => ({
        role: 'PARTY',
        entity,
        onBehalfOf: null,
      })),
      reports: [
        {
          ...{ source: 'source:test-shortcut', stance: 'AFFIRMS', date: '2024-01-01', wording: null },
          ...{ locator: 'p1', attributedTo: null, participants: null },
        },
      ],
    },
  ],
};

describe('The copy of all relationships', () => {
  test('is read for the first question that needs it, and serves those after', async () => {
    expect(await readyz()).toBeNull();
    await service.data('{ paths(from: "kyrgyzstan", to: "united-states") { items { length } } }');
    expect(await readyz()).toBeNull();
    expect(await service.statements(() => ask())).toBe(2);
    expect(await service.statements(() => ask())).toBe(1);
    expect(await service.statements(() => ask('taliban', 'united-states'))).toBe(1);
    for (const more of [
      'mode: FASTEST, where: { types: [DELISTED] }',
      'mode: ALL_SHORTEST, direction: FORWARD',
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

  test('is read anew for every question while some dataset is not whole', async () => {
    await ask();
    const mark = (version: string | null) =>
      service.graph.write((tx) =>
        tx.run(
          plainStatement("MERGE (d:Dataset {id: 'test-shortcut'}) SET d.version = $version", { version }),
        ),
      );
    await mark(null);
    try {
      const whole = await ask();
      expect(whole.items).toHaveLength(1);
      expect((await readyz()).version).toBeNull();
      expect(await service.statements(() => ask())).toBe(2);
    } finally {
      await service.graph.write((tx) =>
        tx.run(plainStatement("MATCH (d:Dataset {id: 'test-shortcut'}) DELETE d")),
      );
    }
    await ask();
    expect((await readyz()).version).not.toBeNull();
  });
});
