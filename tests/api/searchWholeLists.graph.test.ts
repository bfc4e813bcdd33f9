import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import { dataset, entity, event, part, PREFIX, report, source } from '../loading/smallDatasets.ts';
import { clear } from '../loading/snapshot.ts';
import { startService, type TestService } from '../setup/testService.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(async () => {
  await clear(service.graph, 'frequent', 'matching', 'others', 'late');
  await service.close();
});

describe('A word that more events and entities have than any search reads at once', () => {
  const FREQUENT = 10_000;
  const OWN = `datasets: ["${PREFIX}frequent"]`;

  beforeAll(async () => {
    const crowd = [...Array(1_200).keys()].map((i) => entity(`zebra-${i}`, { name: `Zebrawood ${i}` }));
    const summary = 'Zebrawood is asked for again.';
    await loadDataset(
      service.graph,
      dataset('frequent', {
        entities: [
          ...crowd,
          entity('cy'),
          entity('dee', { kind: 'ACTOR', name: 'Zzzzzzz of the long name, for Zebrawood' }),
        ],
        sources: [source('gazette'), source('herald', { published: '2024-05-20' })],
        events: [
          ...[...Array(FREQUENT).keys()].map((i) =>
            event(`frequent-${i}`, {
              summary,
              participants: [part('AGENT', `zebra-${i % 1_200}`), part('TARGET', `zebra-${(i + 1) % 1_200}`)],
            }),
          ),
          ...[1, 2, 3].map((i) =>
            event(`rare-${i}`, {
              type: 'MET',
              summary: `${summary} Marimba ${i}.`,
              participants: [part('PARTY', 'cy'), part('PARTY', 'dee')],
              reports: [report('herald', { date: '2024-05-19' })],
            }),
          ),
        ],
      }),
    );
  });

  /** The count and the latest rows of a list. */
  async function list(of: string, where: string): Promise<unknown> {
    return await service.data(
      `{ ${of}(where: {${OWN} ${where}}, first: 5, orderBy: DATE_DESC) { totalCount edges { node { id } } } }`,
    );
  }

  const SEARCHES = ['zebrawood', 'Zebra', 'zebrawod', 'ASKED zebrawood'];

  test.each([
    ...[
      '',
      'types: [MET]',
      `participants: {any: ["${PREFIX}dee"]}`,
      `between: ["${PREFIX}cy", "${PREFIX}dee"]`,
    ],
    ...[`sources: ["source:${PREFIX}herald"]`, 'during: {from: "2024-05-10"}', 'knownBy: "2024-05-10"'],
    ...[
      'topics: ["none"]',
      `participants: {all: ["${PREFIX}zebra-4"]}`,
      'coding: [MACHINE]',
      'stances: [DENIES]',
    ],
  ])('lists and counts events with {%s} as without the word', async (where) => {
    const all = await list('events', where);
    for (const search of SEARCHES) expect(await list('events', `${where} search: "${search}"`)).toEqual(all);
  });

  test.each(['', 'types: [MET]', `from: ["${PREFIX}cy"]`])(
    'lists and counts relationships with {%s} as without the word',
    async (where) => {
      const all = await list('relationships', where);
      for (const search of SEARCHES)
        expect(await list('relationships', `${where} search: "${search}"`)).toEqual(all);
    },
  );

  test('the numbers are those of the dataset', async () => {
    const counts = await service.data(`{
      all: events(where: {search: "zebrawood"}) { totalCount }
      met: events(where: {search: "zebrawood", types: [MET]}) { totalCount }
      both: events(where: {search: "zebrawood marimba"}) { totalCount }
      neither: events(where: {search: "zebrawood xylophone"}) { totalCount }
      people: entities(search: "zebrawood", kinds: [ACTOR]) { totalCount edges { node { id } } }
      entities(search: "zebrawood", last: 1) { totalCount edges { node { id } } }
      entity(id: "${PREFIX}dee") { events(where: {search: "zebrawood"}) { totalCount } relationships(where: {search: "zebrawood"}) { totalCount } }
      source(id: "source:${PREFIX}herald") { events(where: {search: "zebrawood"}) { totalCount } }
    }`);
    const dee = [{ node: { id: `${PREFIX}dee` } }];
    expect(counts).toEqual({
      all: { totalCount: FREQUENT + 3 },
      met: { totalCount: 3 },
      both: { totalCount: 3 },
      neither: { totalCount: 0 },
      people: { totalCount: 1, edges: dee },
      entities: { totalCount: 1_201, edges: dee },
      entity: { events: { totalCount: 3 }, relationships: { totalCount: 3 } },
      source: { events: { totalCount: 3 } },
    });
  });
});

test('What is there throughout comes once on the pages of a search, whoever else comes or goes', async () => {
  const some = (from: number, to: number, name: (i: number) => string) =>
    [...Array(to - from).keys()].map((i) => entity(`page-${from + i}`, { name: name(from + i) }));
  const matching = (from: number, to: number) =>
    some(
      from,
      to,
      (i) => ['Marimba', 'Marimbas and more', 'The Marimba', 'Marimbo'][i % 4]! + ' x'.repeat(i % 7),
    );
  await loadDataset(service.graph, dataset('matching', { entities: matching(0, 40) }));
  const changes = [
    dataset('others', { entities: some(100, 500, (i) => `Unrelated body ${i}`) }),
    dataset('late', { entities: matching(500, 520) }),
    dataset('matching', { entities: matching(0, 30) }),
    dataset('others'),
    dataset('late', { entities: matching(510, 530) }),
  ];
  for (const backward of [false, true]) {
    const seen: string[] = [];
    for (let [cursor, more, page]: [string | null, boolean, number] = [null, true, 0]; more; page++) {
      const place = backward ? 'last: 5, before: $at' : 'first: 5, after: $at';
      const { entities }: any = await service.data(
        `query ($at: String) { entities(search: "marimba", ${place}) {
          edges { node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
        { at: cursor },
      );
      seen.push(...entities.edges.map(({ node }: any) => node.id.replace(PREFIX, '')));
      const { pageInfo } = entities;
      [cursor, more] = backward
        ? [pageInfo.startCursor, pageInfo.hasPreviousPage]
        : [pageInfo.endCursor, pageInfo.hasNextPage];
      const change = changes[page];
      if (change !== undefined) await loadDataset(service.graph, change);
    }
    expect(seen.filter((id) => /^page-[12]?\d$/.test(id)).sort()).toEqual(
      [...Array(30).keys()].map((i) => `page-${i}`).sort(),
    );
    expect(new Set(seen).size).toBe(seen.length);
    await loadDataset(service.graph, dataset('matching', { entities: matching(0, 40) }));
  }
});
