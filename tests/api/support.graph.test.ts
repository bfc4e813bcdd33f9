import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { countsBy } from '../../src/reasoning/countsBy.ts';
import { eventView } from '../../src/reasoning/eventView.ts';
import { publicationOf } from '../../src/reasoning/publication.ts';
import type { Day } from '../../src/time/day.ts';
import type { Certainty } from '../../src/time/period.ts';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import { dataset, entity, event, part, report, source } from '../loading/smallDatasets.ts';
import { clear } from '../loading/snapshot.ts';
import type { TestService } from '../setup/testService.ts';
import { enterWorld } from './enterWorld.ts';
import type { Replay } from './replay.ts';

let service: TestService;
let known: Replay;
let leave: () => Promise<void>;
beforeAll(async () => {
  ({ service, known, leave } = await enterWorld());
});
afterAll(() => leave());

const SUPPORT = 'independentSourceCount weakestLink { id }';

async function supportOf(event: string, args = '') {
  const asked = SUPPORT.replaceAll(/independentSourceCount|weakestLink/g, (field) => `${field}${args}`);
  const answer = (await service.data(`{ event(id: "${event}") { ${asked} } }`)).event;
  return [answer.independentSourceCount, answer.weakestLink?.id ?? null];
}

describe('What an event stands on', () => {
  test('is two sources for the designation of 2003, as of three that rewrite each other only one counts', async () => {
    const { event } = await service.data(
      `{ event(id: "event:taliban-designated-by-russia") { ${SUPPORT} reports { source { id } } } }`,
    );
    expect(event).toEqual({
      independentSourceCount: 2,
      weakestLink: null,
      reports: [
        { source: { id: 'source:ap-early-moscow-talks-2021' } },
        { source: { id: 'source:ap-moscow-talks-2021' } },
        { source: { id: 'source:delisting-decision-2024' } },
        { source: { id: 'source:moscow-format-2021' } },
      ],
    });
  });

  test('is fewer sources as known by an earlier day', async () => {
    const designation = 'event:taliban-designated-by-russia';
    expect(await supportOf(designation, '(knownBy: "2024-01-01")')).toEqual([
      1,
      'source:ap-moscow-talks-2021',
    ]);
    expect(await supportOf(designation, '(knownBy: "2024-10-05", certainty: CERTAIN)')).toEqual([
      1,
      'source:ap-moscow-talks-2021',
    ]);
    expect(await supportOf(designation, '(knownBy: "2020-01-01")')).toEqual([0, null]);
  });

  test.each([
    ['five agencies and papers in eight pages', 'event:moscow-talks-on-afghanistan-2021', 5, null],
    [
      'a text and the page that it rewrites',
      'event:bill-does-not-recognize-taliban',
      1,
      'source:moscow-times-bill-2024',
    ],
    ['texts and pages that owe each other nothing', 'event:kazakhstan-delists-taliban', 5, null],
    [
      'one text that says it three times',
      'event:russia-lists-taliban-november-2024',
      1,
      'source:shoigu-in-kabul-2024',
    ],
  ])('can be %s', async (_, event, count, sole) => {
    expect(await supportOf(event)).toEqual([count, sole]);
  });

  test('is nothing where it is only expected', async () => {
    const { events } = await service.data(
      `{ events(first: 5, where: { stances: [EXPECTS] }) { edges { node { stances ${SUPPORT} } } } }`,
    );
    const expected = events.edges
      .map(({ node }: any) => node)
      .filter(({ stances }: any) => !stances.includes('AFFIRMS'));
    expect(expected.length).toBeGreaterThan(0);
    for (const one of expected) expect(one).toMatchObject({ independentSourceCount: 0, weakestLink: null });
  });
});

/** Who is behind each source of the world; those of whom nothing is known are themselves. */
const BEHIND: Record<string, string> = {
  'source:w-0': 'world',
  'source:w-1': 'world',
  'source:w-2': 'globe',
  'source:w-3': 'globe',
};

/** By the names of relationships, who is behind the sources that relate their ends and count by the day. */
function behindRelationships(knownBy: Day | null, certainty: Certainty): Map<string, Set<string>> {
  const { dataset } = known;
  const publications = new Map(
    dataset.sources.map((source) => {
      const affirmed = dataset.events.flatMap(({ reports }) =>
        reports.filter((report) => report.source === source.id && report.stance === 'AFFIRMS'),
      );
      return [
        source.id,
        publicationOf(
          source,
          affirmed.map(({ date }) => date),
        ),
      ] as const;
    }),
  );
  const counting = dataset.sources.filter(({ id, retracted }) =>
    countsBy({ published: publications.get(id)!, retracted }, knownBy, certainty),
  );
  const kept = new Map(counting.map(({ id }) => [id, publications.get(id)!]));
  return new Map(
    dataset.events
      .filter(({ id }) => id.startsWith('event:w-'))
      .flatMap((event) =>
        eventView(event, kept).relationships.map(({ from, to, sources }) => [
          `relationship:${event.id}#${from}#${to}`,
          new Set(sources.map((id) => BEHIND[id] ?? id)),
        ]),
      ),
  );
}

describe('What a relationship stands on', () => {
  const DAYS: [knownBy: Day | null, certainty: Certainty][] = [
    [null, 'POSSIBLE'],
    ['2024-01-20', 'POSSIBLE'],
    ['2024-02-10', 'POSSIBLE'],
    ['2024-03-31', 'CERTAIN'],
    ['2024-12-10', 'CERTAIN'],
    ['2025-01-10', 'POSSIBLE'],
  ];

  test.each(DAYS)(
    'are the publishers of those that relate its ends, known by %s, %s',
    async (knownBy, certainty) => {
      const sources = known.dataset.sources.map(({ id }) => id).filter((id) => id.startsWith('source:w-'));
      const { relationships } = await service.data(
        `query ($sources: [ID!], $knownBy: Date, $certainty: Certainty!) {
        relationships(first: 100, where: { sources: $sources }) { edges { node { id
          independentSourceCount(knownBy: $knownBy, certainty: $certainty)
          weakestLink(knownBy: $knownBy, certainty: $certainty) { id } } } } }`,
        { sources, knownBy, certainty },
      );
      const behind = behindRelationships(knownBy, certainty);
      const counts = new Set<number>();
      for (const { node } of relationships.edges) {
        const publishers = behind.get(node.id) ?? new Set();
        expect([node.id, node.independentSourceCount]).toEqual([node.id, publishers.size]);
        expect(node.weakestLink === null).toBe(publishers.size !== 1);
        if (node.weakestLink !== null) {
          const { id } = node.weakestLink;
          expect([...publishers]).toEqual([BEHIND[id] ?? id]);
        }
        counts.add(publishers.size);
      }
      expect(relationships.edges).toHaveLength(100);
      expect(counts.size).toBeGreaterThan(1);
    },
  );
});

describe('What a chain or a status stands on', () => {
  test.each(['ALL_SHORTEST', 'K_SHORTEST', 'EARLIEST_ARRIVAL', 'SHORTEST_IN_TIME'])(
    'is the first of the hops with the fewest sources, on paths of mode %s',
    async (mode) => {
      const hop = 'from { id } to { id } relationship { id independentSourceCount }';
      const { paths } = await service.data(
        `query ($mode: PathMode!) { paths(from: "kyrgyzstan", to: "united-states", mode: $mode) {
          items { independentSourceCount weakestLink { ${hop} } hops { ${hop} } } } }`,
        { mode },
      );
      expect(paths.items.length).toBeGreaterThan(0);
      for (const { independentSourceCount, weakestLink, hops } of paths.items) {
        const counts = hops.map(({ relationship }: any) => relationship.independentSourceCount);
        expect(independentSourceCount).toBe(Math.min(...counts));
        expect(weakestLink).toEqual(hops[counts.indexOf(independentSourceCount)]);
      }
    },
  );

  test('is, for a path as known by a day, what counted by that day', async () => {
    const then = '(knownBy: "2024-12-31", certainty: POSSIBLE)';
    const { paths } = await service.data(
      `{ paths(from: "russia", to: "taliban", mode: K_SHORTEST, limit: 20, where: { knownBy: "2024-12-31" }) {
        items { independentSourceCount hops { relationship { independentSourceCount${then} } } } } }`,
    );
    const direct = paths.items.filter(({ hops }: any) => hops.length === 1);
    expect(direct.length).toBeGreaterThan(0);
    for (const { independentSourceCount, hops } of paths.items)
      expect(independentSourceCount).toBe(
        Math.min(...hops.map(({ relationship }: any) => relationship.independentSourceCount)),
      );
  });

  test('is nothing for a path without hops', async () => {
    const { paths } = await service.data(
      '{ paths(from: "russia", to: "russia") { items { independentSourceCount weakestLink { day } breaksIfRetracted { id } } } }',
    );
    expect(paths.items).toEqual([{ independentSourceCount: 0, weakestLink: null, breaksIfRetracted: [] }]);
  });

  test('is the first piece of evidence with the fewest sources, for a status', async () => {
    const { status } = await service.data(
      `{ status(subject: "taliban", authority: "russia", regime: DESIGNATION, on: "2010-01-01") {
        state independentSourceCount weakestLink { event { id independentSourceCount } sources { id } } evidence { event { id } } } }`,
    );
    expect(status).toEqual({
      state: 'IN_FORCE',
      independentSourceCount: 1,
      weakestLink: {
        event: { id: 'event:russia-has-never-delisted-taliban-2021', independentSourceCount: 1 },
        sources: [{ id: 'source:ap-early-moscow-talks-2021' }, { id: 'source:moscow-format-2021' }],
      },
      evidence: [
        { event: { id: 'event:taliban-designated-by-russia' } },
        { event: { id: 'event:russia-has-never-delisted-taliban-2021' } },
      ],
    });
  });

  test('is nothing for a status of which nothing is known, and takes few statements for many', async () => {
    const asked = 'independentSourceCount weakestLink { event { independentSourceCount } }';
    const { status } = await service.data(
      `{ status(subject: "taliban", authority: "india", regime: DESIGNATION) { ${asked} } }`,
    );
    expect(status).toEqual({ independentSourceCount: 0, weakestLink: null });
    const positions = `{ positions(subject: "taliban", regime: DESIGNATION) { rows { ${asked} } } }`;
    expect(await service.statements(() => service.data(positions))).toBeLessThanOrEqual(3);
  });
});

describe('Sources that are based on others', () => {
  const id = (name: string) => `source:load-test-${name}`;
  const gazette = report('gazette');
  const herald = report('herald');
  const EVENTS: [name: string, count: number, reports: object[], says: string][] = [
    ['wire', 1, [gazette, report('wire')], 'a document and the one that it rewrites'],
    [
      'third',
      1,
      [gazette, report('daily')],
      'two that rewrite a third by way of others, which report nothing',
    ],
    ['gone', 1, [report('post'), report('mail')], 'two that rewrite one that is not in the graph'],
    [
      'claim',
      1,
      [gazette, { ...herald, basedOn: [id('wire')] }],
      'one that repeats the claim of another here',
    ],
    ['other', 2, [gazette, herald], 'the same two where that one does not'],
    ['both', 2, [report('wire'), herald, report('digest')], 'two, and what draws on both'],
  ];

  beforeAll(async () => {
    const publisher = 'unknown';
    const sources = [
      ...['wire', 'herald'].map((name) => source(name, { publisher })),
      source('gazette', { publisher, basedOn: [id('wire')] }),
      source('copy', { publisher, basedOn: [id('wire')] }),
      source('daily', { publisher, basedOn: [id('copy')] }),
      source('digest', { publisher, basedOn: [id('wire'), id('herald')] }),
      ...['post', 'mail'].map((name) => source(name, { publisher, basedOn: [id('gone')] })),
    ];
    const events = EVENTS.map(([name, , reports]) => {
      const [ada, bo] = [`ada-${name}`, `bo-${name}`];
      return event(name, {
        ...{ type: 'RECOGNIZED', participants: [part('AGENT', ada), part('TARGET', bo)] },
        reports: reports as ReturnType<typeof report>[],
      });
    });
    const entities = EVENTS.flatMap(([name]) => [entity(`ada-${name}`), entity(`bo-${name}`)]);
    await loadDataset(service.graph, dataset('based', { entities, sources, events }));
  });
  afterAll(() => clear(service.graph, 'based'));

  test.each(EVENTS)('%s: %i for an event, its relationship, a path and a status', async (name, count) => {
    const [ada, bo] = [`load-test-ada-${name}`, `load-test-bo-${name}`];
    const counts = 'independentSourceCount independentSources';
    const data = await service.data(`{
      event(id: "event:load-test-${name}") { ${counts} weakestLink { id } }
      relationships(where: { from: ["${ada}"] }) { edges { node { ${counts} weakestLink { id } } } }
      paths(from: "${ada}", to: "${bo}") { items { ${counts} } }
      status(authority: "${ada}", subject: "${bo}", regime: RECOGNITION) { ${counts} } }`);
    const [relationship] = data.relationships.edges.map(({ node }: any) => node);
    const [path] = data.paths.items;
    for (const answer of [data.event, relationship, path, data.status])
      expect(answer).toMatchObject({ independentSourceCount: count, independentSources: count });
    for (const { weakestLink } of [data.event, relationship]) expect(weakestLink === null).toBe(count > 1);
  });

  test('are all looked up together, however many events there are', async () => {
    const agents = EVENTS.map(([name]) => `"load-test-ada-${name}"`);
    const asked = `{ events(where: { from: [${agents.join()}] }) {
      edges { node { independentSourceCount } } } }`;
    expect(await service.statements(() => service.data(asked))).toBeLessThanOrEqual(3);
  });
});
