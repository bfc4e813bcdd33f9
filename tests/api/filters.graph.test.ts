import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { KIND_NAMES } from '../../src/ontology/kinds.ts';
import { STANCES, type Stance } from '../../src/ontology/stances.ts';
import type { TestService } from '../setup/testService.ts';
import { enterWorld } from './enterWorld.ts';
import {
  asKnown,
  compare,
  type EventWhere,
  eventsWhere,
  fits,
  type RelationshipWhere,
  relationshipsWhere,
  type Replay,
  type ReplayedRelationship,
  takesPart,
} from './replay.ts';
import { otherReaders } from './world.ts';

const EVENTS = `query ($where: EventFilter, $after: String) {
  events(where: $where, first: 200, after: $after) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } }
}`;
const RELATIONSHIPS = `query ($where: RelationshipFilter, $after: String) {
  relationships(where: $where, first: 200, after: $after) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } }
}`;

type AnyWhere = EventWhere & RelationshipWhere;

let service: TestService;
let known: Replay;
let leave: () => Promise<void>;
beforeAll(async () => {
  ({ service, known, leave } = await enterWorld(...otherReaders()));
});
afterAll(() => leave());

const eventIds = (where: EventWhere) => eventsWhere(known, where).map(({ record }) => record.id);
const relationshipIds = (where: RelationshipWhere) => relationshipsWhere(known, where).map(nameOf);
const nameOf = ({ event, from, to }: ReplayedRelationship) => `relationship:${event.record.id}#${from}#${to}`;

/** Every id of the list, page by page, and its count. */
async function answered(query: string, where: object): Promise<{ ids: string[]; totalCount: number }> {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const data: any = await service.data(query, { where, after });
    const list: any = data.events ?? data.relationships;
    ids.push(...list.edges.map(({ node }: any) => node.id));
    if (!list.pageInfo.hasNextPage) return { ids, totalCount: list.totalCount };
    after = list.pageInfo.endCursor;
  }
}

async function expectSame(where: AnyWhere): Promise<number> {
  await expectSameRelationships(where);
  return await expectSameEvents(where);
}

async function expectSameEvents(whole: AnyWhere): Promise<number> {
  const where: EventWhere = without(whole, 'levels');
  const ids = eventIds(where);
  expect(await answered(EVENTS, where)).toEqual({ ids, totalCount: ids.length });
  return ids.length;
}

async function expectSameRelationships(whole: AnyWhere): Promise<void> {
  const where: RelationshipWhere = without(whole, 'stances');
  const ids = relationshipIds(where);
  expect(await answered(RELATIONSHIPS, where)).toEqual({ ids, totalCount: ids.length });
}

/** Each filter by itself; every one finds something, and not everything. */
const ALONE: Record<string, AnyWhere> = {
  'one type': { types: ['DESIGNATED'] },
  'several types, one of them twice': { types: ['MET', 'URGED', 'MET'] },
  'from one': { from: ['russia'] },
  'from several': { from: ['russia', 'united-states', 'w-03'] },
  'to one': { to: ['taliban'] },
  'from one to another': { from: ['russia'], to: ['taliban'] },
  'from several to several': { from: ['w-01', 'w-02', 'w-03', 'russia'], to: ['w-04', 'w-05', 'taliban'] },
  'between two': { between: ['russia', 'taliban'] },
  'between many': { between: ['w-01', 'w-02', 'w-03', 'w-04', 'w-05', 'w-06', 'w-07'] },
  'all of several participants': { participants: { all: ['russia', 'taliban'] } },
  'any of several participants': { participants: { any: ['w-10', 'thomas-west'] } },
  'all of some and any of others': { participants: { all: ['russia'], any: ['w-10', 'taliban'] } },
  'a party of a crowd': { participants: { all: ['w-crowd-07'] } },
  'a kind': { kinds: ['ACTOR'] },
  'a topic, whatever its case': { topics: ['TERRORISM', 'trade'] },
  'a place, whatever its case': { places: ['mOsCoW'] },
  'only denied': { stances: ['DENIES'] },
  'expected or denied': { stances: ['EXPECTS', 'DENIES'] },
  'a period, possibly': { during: { from: '2024-01-01', to: '2024-02-01' } },
  'a period, certainly': { during: { from: '2024-01-01', to: '2024-02-01' }, certainty: 'CERTAIN' },
  'a period of one day': { during: { from: '2024-01-15', to: '2024-01-16' }, certainty: 'CERTAIN' },
  'until a day': { during: { to: '2004-01-01' } },
  'until a day, certainly': { during: { to: '2022-01-01' }, certainty: 'CERTAIN' },
  'since a day': { during: { from: '2025-07-01' } },
  'since a day, certainly': { during: { from: '2024-01-01' }, certainty: 'CERTAIN' },
  'what was known by a day': { knownBy: '2024-03-15' },
  'what was certainly known by a day': { knownBy: '2024-03-15', certainty: 'CERTAIN' },
  'what was known before a retraction': { knownBy: '2024-12-23', sources: ['source:w-5'] },
  'what was known then of a period': {
    knownBy: '2024-05-15',
    during: { from: '2024-01-01', to: '2024-02-01' },
    certainty: 'CERTAIN',
  },
  'two sources by a day': { knownBy: '2024-03-15', minSources: 2 },
  'what was known of one by a day': { knownBy: '2022-06-01', from: ['russia'] },
  'what was known between two by a day': { knownBy: '2024-10-05', between: ['russia', 'taliban', 'w-01'] },
  'one source': { sources: ['source:w-1'] },
  'several sources': { sources: ['source:w-1', 'source:w-2', 'source:ap-bill-first-reading-2024'] },
  'two sources': { minSources: 2 },
  'three sources': { minSources: 3 },
  'one dataset': { datasets: ['test-world-register'] },
  'several datasets, one of which is not there': { datasets: ['corpus', 'test-world-program', 'nobody'] },
  'what a program read': { coding: ['MACHINE'] },
  'what no program read': { coding: ['HUMAN', 'REGISTER'] },
  'what a program read for some datasets': {
    datasets: ['test-world', 'test-world-program'],
    coding: ['MACHINE'],
  },
  'a dataset by a day': { datasets: ['test-world-register'], knownBy: '2024-03-15' },
  'what only a register denies': { coding: ['REGISTER'], stances: ['DENIES'] },
  'what may have been told by a day of a period': {
    knownBy: '2024-06-15',
    during: { from: '2024-01-01', to: '2024-02-01' },
    ...{ certainty: 'CERTAIN', publicationCertainty: 'POSSIBLE' },
  },
  'what was told by a day of what may be in a period': {
    knownBy: '2024-06-15',
    during: { from: '2024-01-01', to: '2024-02-01' },
    ...{ certainty: 'POSSIBLE', publicationCertainty: 'CERTAIN' },
  },
  'named relationships': { levels: ['NAMED'], types: ['MET'] },
  'relationships of principals': { levels: ['PRINCIPAL'], types: ['MET'] },
};

describe('A filter finds exactly what a plain reading of the records finds', () => {
  test.each(Object.entries(ALONE))('%s', async (_, where) => {
    const found = await expectSame(where);
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(known.events.length);
  });

  test('nothing asked finds all that some source affirms', async () => {
    const affirmed = known.events.filter(({ view }) => view.stances.includes('AFFIRMS'));
    expect(affirmed.length).toBeLessThan(known.events.length);
    expect(await expectSame({})).toBe(affirmed.length);
  });

  test('every stance together finds all but what only a retracted source says', async () => {
    const all = Object.keys(STANCES) as Stance[];
    expect(await expectSame({ stances: all })).toBeLessThan(known.events.length);
  });

  const nowhere = ['no-such-thing', "x' OR 1=1 //", '$from', ''];

  test('names that nothing has find nothing', async () => {
    for (const name of ['topics', 'places']) expect(await expectSame({ [name]: nowhere })).toBe(0);
  });

  test.each(['from', 'to', 'between', 'sources'])('ids that nothing has are refused in %s', async (name) => {
    for (const query of [EVENTS, RELATIONSHIPS]) {
      const { errors } = await service.ask(query, { where: { [name]: nowhere } });
      expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: `where.${name}` });
      expect(errors?.[0]?.message).toContain('no-such-thing');
    }
  });

  test('a dataset whose sources were read otherwise has nothing that was read so', async () => {
    expect(await expectSame({ datasets: ['test-world-register'], coding: ['MACHINE'] })).toBe(0);
    expect(await expectSame({ datasets: ['nobody'] })).toBe(0);
  });

  test('how sources count is one thing, and how dates count another', async () => {
    const [knownBy, during] = ['2024-06-15', { from: '2024-01-01', to: '2024-02-01' }];
    const both = ['POSSIBLE', 'CERTAIN'] as const;
    const found = new Map<string, string[]>();
    for (const certainty of both)
      for (const publicationCertainty of both) {
        const where = { knownBy, during, certainty, publicationCertainty };
        found.set(`${certainty} ${publicationCertainty}`, (await answered(EVENTS, where)).ids);
        await expectSame(where);
      }
    const lists = [...found.values()].map(String);
    expect(new Set(lists).size).toBe(4);
    for (const certainty of both)
      expect(found.get(`${certainty} ${certainty}`)).toEqual(eventIds({ knownBy, during, certainty }));
  });

  test('a retracted source counts no more', async () => {
    const { ids } = await answered(EVENTS, { sources: ['source:w-5'] });
    expect(ids).toEqual([]);
  });

  // Half of them each: what takes the time is that the database plans every new combination.
  test('events, by any combination', async () => {
    await fc.assert(
      fc.asyncProperty(anyWhere(), async (where) => {
        await expectSameEvents(where);
      }),
      { numRuns: 25, seed: 7 },
    );
  });

  test('relationships, by any combination', async () => {
    await fc.assert(fc.asyncProperty(anyWhere(), expectSameRelationships), { numRuns: 25, seed: 8 });
  });
});

describe('The lists of an entity and of a source are the same lists, narrowed', () => {
  test("an entity's events and relationships", async () => {
    const query = `query ($id: ID!, $events: EventFilter, $relationships: RelationshipFilter) { entity(id: $id) {
      events(where: $events, first: 200) { totalCount edges { node { id } } }
      relationships(where: $relationships, first: 200) { totalCount edges { node { id } } } } }`;
    const owners = ['russia', 'taliban', 'w-00', 'w-03', 'thomas-west', 'moscow-format'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...owners), anyWhere(), async (id, whole) => {
        const where = without(whole, 'levels', 'stances');
        const events = eventsWhere(known, where)
          .filter((event) => takesPart(event, id))
          .map(({ record }) => record.id);
        const relationships = relationshipsWhere(known, where)
          .filter(({ from, to }) => from === id || to === id)
          .map(({ event, from, to }) => `relationship:${event.record.id}#${from}#${to}`);
        const { entity } = await service.data(query, { id, events: where, relationships: where });
        expect(idsAndCount(entity.events)).toEqual([events, events.length]);
        expect(idsAndCount(entity.relationships)).toEqual([
          relationships.slice(0, 200),
          relationships.length,
        ]);
      }),
      { numRuns: 12, seed: 11 },
    );
  });

  test("a source's events", async () => {
    const query = `query ($id: ID!, $where: EventFilter) { source(id: $id) {
      events(where: $where, first: 200) { totalCount edges { node { id } } } } }`;
    const ids = known.dataset.sources.map(({ id }) => id);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ids), anyWhere(), async (id, whole) => {
        const where = without(whole, 'levels');
        const events = eventsWhere(known, where)
          .filter(({ record }) => record.reports.some(({ source }) => source === id))
          .map(({ record }) => record.id);
        const { source } = await service.data(query, { id, where });
        expect(idsAndCount(source.events)).toEqual([events, events.length]);
      }),
      { numRuns: 10, seed: 13 },
    );
  });
});

describe('Counterparts', () => {
  const CASES: Record<string, Pick<AnyWhere, 'datasets' | 'coding' | 'during' | 'certainty' | 'knownBy'>> = {
    'of a dataset': { datasets: ['test-world-register'] },
    'of several': { datasets: ['corpus', 'test-world-program'] },
    'that a program read of': { coding: ['MACHINE'] },
    'that a person or a program read of': { coding: ['HUMAN', 'MACHINE'] },
    'of a dataset, if a program read of them': { datasets: ['test-world'], coding: ['MACHINE'] },
    'in a period': { coding: ['MACHINE'], during: { from: '2024-01-15', to: '2024-02-01' } },
    'by a day': { coding: ['REGISTER'], knownBy: '2024-03-15' },
  };

  test.each(Object.entries(CASES))('%s are those that a plain reading finds', async (_, where) => {
    let count = 0;
    for (const id of ['russia', 'taliban', 'w-03', 'w-07']) {
      const { entity } = await service.data(
        `query ($id: ID!, $where: CounterpartFilter) { entity(id: $id) {
          counterparts(where: $where, first: 200) { totalCount edges { node { entity { id } events } } } } }`,
        { id, where },
      );
      const expected = counterpartsOf(id, where);
      const found = entity.counterparts.edges.map(({ node }: any) => [node.entity.id, node.events]);
      expect([id, found]).toEqual([id, expected]);
      expect(entity.counterparts.totalCount).toBe(expected.length);
      count += found.length;
    }
    expect(count).toBeGreaterThan(3);
    const whole = ['russia', 'taliban', 'w-03', 'w-07'].flatMap((id) => counterpartsOf(id, {}));
    expect(count).toBeLessThan(whole.length);
  });

  /** By the reports that relate the two themselves, whatever others say of the event. */
  function counterpartsOf(id: string, where: (typeof CASES)[string]): [string, number][] {
    const { datasets, coding, during, certainty } = where;
    const events = new Map<string, Set<string>>();
    for (const one of asKnown(known, where).relationships) {
      if (one.from !== id && one.to !== id) continue;
      if (datasets && !one.datasets.some((name) => datasets.includes(name))) continue;
      if (coding && !one.codings.some((name) => coding.includes(name))) continue;
      if (during && !fits(one.event.view, during, certainty)) continue;
      const other = one.from === id ? one.to : one.from;
      events.set(other, (events.get(other) ?? new Set()).add(one.event.record.id));
    }
    return [...events]
      .map(([other, { size }]): [string, number] => [other, size])
      .sort(([a, some], [b, more]) => more - some || compare([a], [b]));
  }
});

describe('Each row of a list with a period says whether it is certain', () => {
  const JANUARY = { from: '2024-01-01', to: '2024-02-01' };
  const CASES: Record<string, AnyWhere> = {
    'in a month': { during: JANUARY },
    'since a day': { during: { from: '2024-01-15' } },
    'until a day': { during: { to: '2024-01-16' } },
    'of one of many participants': { during: JANUARY, participants: { any: ['russia', 'w-03'] } },
    'what may have been known by a day': { during: JANUARY, knownBy: '2024-06-15' },
    'what was known by a day': { during: JANUARY, knownBy: '2024-06-15', publicationCertainty: 'CERTAIN' },
    'of a program': { during: JANUARY, coding: ['MACHINE'] },
  };
  const rows = async (field: string, where: object) => {
    const filter = { events: 'EventFilter', relationships: 'RelationshipFilter' }[field];
    const found: any[] = [];
    for (let after: string | null = null; ;) {
      const data: any = await service.data(
        `query ($where: ${filter}, $after: String) { list: ${field}(where: $where, first: 200, after: $after) {
          edges { certain node { id } } pageInfo { hasNextPage endCursor } } }`,
        { where, after },
      );
      found.push(...data.list.edges);
      if (!data.list.pageInfo.hasNextPage) return found;
      after = data.list.pageInfo.endCursor;
    }
  };

  test.each(Object.entries(CASES))('%s: as CERTAIN lists it or not', async (_, where) => {
    const certainly: AnyWhere = { publicationCertainty: 'POSSIBLE', ...where, certainty: 'CERTAIN' };
    for (const [field, query, expected] of [
      ['events', EVENTS, eventIds(certainly)],
      ['relationships', RELATIONSHIPS, relationshipIds(certainly)],
    ] as const) {
      const found = await rows(field, where);
      const certain = found.filter((row) => row.certain).map(({ node }) => node.id);
      expect(certain).toEqual(expected);
      expect((await answered(query, certainly)).ids).toEqual(expected);
      expect(found.filter((row) => row.certain === null)).toEqual([]);
      expect(certain.length).toBeGreaterThan(0);
      expect(certain.length).toBeLessThan(found.length);
      const all = await rows(field, certainly);
      expect(all.every((row) => row.certain)).toBe(true);
    }
  });

  test('and nothing where no period is asked about', async () => {
    for (const field of ['events', 'relationships'])
      for (const where of [{}, { knownBy: '2024-02-10' }, { certainty: 'CERTAIN' }]) {
        const found = await rows(field, where);
        expect(found.length).toBeGreaterThan(0);
        expect(found.filter((row) => row.certain !== null)).toEqual([]);
      }
  });
});

describe('A search in events joins with all other filters', () => {
  const all = `query ($where: EventFilter) { events(where: $where, first: 200) { totalCount edges { node { id summary topics places } } } }`;

  test('it narrows what the other filters find', async () => {
    for (const where of [
      { from: ['russia'] },
      { participants: { all: ['taliban'] } },
      { types: ['MET' as const] },
      {},
    ]) {
      const { events } = await service.data(all, { where: { ...where, search: 'terrorist' } });
      const others = eventIds(where);
      const whole = await service.data(all, { where: { search: 'terrorist' } });
      const expected = idsAndCount(whole.events)[0].filter((id) => others.includes(id));
      expect(idsAndCount(events)).toEqual([expected, expected.length]);
      expect(expected.length).toBeLessThan(others.length);
    }
  });

  test('it narrows the events of an entity and of a source, and relationships', async () => {
    const { entity, source, relationships, events } = await service.data(`{
      events(where: { search: "terrorist" }, first: 200) { totalCount edges { node { id } } }
      entity(id: "russia") { events(where: { search: "terrorist" }, first: 200) { totalCount edges { node { id } } } }
      source(id: "source:ap-bill-first-reading-2024") { events(where: { search: "terrorist" }) { totalCount edges { node { id } } } }
      relationships(where: { search: "terrorist" }, first: 200) { totalCount edges { node { id event { id } } } } }`);
    const found = known.events.filter(({ record }) => idsAndCount(events)[0].includes(record.id));
    const ofRussia = found.filter((event) => takesPart(event, 'russia')).map(({ record }) => record.id);
    const reported = found
      .filter(({ record }) =>
        record.reports.some((one) => one.source === 'source:ap-bill-first-reading-2024'),
      )
      .map(({ record }) => record.id);
    expect(idsAndCount(entity.events)).toEqual([ofRussia, ofRussia.length]);
    expect(idsAndCount(source.events)).toEqual([reported, reported.length]);
    const edges = found.flatMap(({ view }) => view.relationships).length;
    expect(relationships.totalCount).toBe(edges);
    expect([ofRussia.length, reported.length, edges].every((n) => n > 0)).toBe(true);
  });

  test('every word of a summary finds it, in any case and with a typo', async () => {
    for (const { record } of known.events.slice(0, 12)) {
      const words = record.summary.match(/[\p{L}]{6,}(?![\p{L}'])/gu)?.slice(0, 3) ?? [];
      const typo = words.map((word) => `${word.slice(0, 2)}x${word.slice(3)}`.toUpperCase()).join(' ');
      for (const search of [words.join(' '), typo].filter((text) => text !== '')) {
        const { ids } = await answered(EVENTS, { search, stances: ['AFFIRMS', 'DENIES', 'EXPECTS'] });
        expect(ids).toContain(record.id);
      }
    }
  });
});

function idsAndCount(list: { totalCount: number; edges: { node: { id: string } }[] }): [string[], number] {
  return [list.edges.map(({ node }) => node.id), list.totalCount];
}

function without<T extends object, Name extends keyof T>(whole: T, ...names: Name[]): Omit<T, Name> {
  return Object.fromEntries(
    Object.entries(whole).filter(([name]) => !(names as string[]).includes(name)),
  ) as Omit<T, Name>;
}

/** Filters of two or three fields, of values that occur, so that many find something. */
function anyWhere(): fc.Arbitrary<AnyWhere> {
  const ids = [...Array(12).keys()].map((i) => `w-${String(i).padStart(2, '0')}`);
  const entities = fc.subarray(['russia', 'taliban', 'afghanistan', 'thomas-west', 'moscow-format', ...ids], {
    minLength: 1,
    maxLength: 8,
  });
  const days = fc.constantFrom(
    '0001-01-01',
    '2003-06-01',
    '2021-10-20',
    '2024-01-15',
    '2024-01-16',
    '2025-07-03',
  );
  const fields = {
    types: fc.subarray(['DESIGNATED', 'URGED', 'MET', 'HOLDS_POST', 'FOUGHT'] as const, { minLength: 1 }),
    from: entities,
    to: entities,
    between: entities.filter((list) => list.length > 1),
    participants: fc.record(
      { all: entities.map((list) => list.slice(0, 2)), any: entities },
      { requiredKeys: [] },
    ),
    kinds: fc.subarray(KIND_NAMES, { minLength: 1, maxLength: 2 }),
    topics: fc.subarray(['security', 'terrorism', 'TRADE', 'élections'], { minLength: 1 }),
    places: fc.subarray(['moscow', 'YBURY', 'Kabul'], { minLength: 1 }),
    stances: fc.subarray(['AFFIRMS', 'DENIES', 'EXPECTS'] as const, { minLength: 1 }),
    levels: fc.constantFrom(['NAMED'] as const, ['PRINCIPAL'] as const),
    during: fc
      .record({ from: days, to: days }, { requiredKeys: [] })
      .filter(({ from = '0001-01-01', to = '9999-12-31' }) => from < to),
    certainty: fc.constantFrom('POSSIBLE', 'CERTAIN'),
    publicationCertainty: fc.constantFrom('POSSIBLE', 'CERTAIN'),
    knownBy: fc.constantFrom(
      '2021-10-31',
      '2023-01-01',
      '2024-01-20',
      '2024-03-15',
      '2024-06-01',
      '2024-12-10',
    ),
    sources: fc.subarray(['source:w-0', 'source:w-1', 'source:w-4', 'source:w-5'], { minLength: 1 }),
    minSources: fc.integer({ min: 1, max: 3 }),
    datasets: fc.subarray(['corpus', 'test-world', 'test-world-register', 'test-world-program'], {
      minLength: 1,
    }),
    coding: fc.subarray(['HUMAN', 'REGISTER', 'MACHINE'] as const, { minLength: 1 }),
  };
  return fc
    .subarray(Object.keys(fields) as (keyof typeof fields)[], { minLength: 1, maxLength: 3 })
    .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, fields[name]]))) as never);
}
