import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Statement } from '../../src/cypher/statement.ts';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import { ENTITY } from '../../src/record/entity.ts';
import { EVENT } from '../../src/record/event.ts';
import { REPORT } from '../../src/record/report.ts';
import { SOURCE } from '../../src/record/source.ts';
import { addDays } from '../../src/time/day.ts';
import { plainStatement } from '../setup/plainStatement.ts';
import { profile } from '../setup/profile.ts';
import type { TestService } from '../setup/testService.ts';
import { enterWorld } from './enterWorld.ts';
import {
  compare,
  compareInTime,
  type EventWhere,
  eventsWhere,
  type RelationshipWhere,
  relationshipsWhere,
  type Replay,
} from './replay.ts';

let service: TestService;
let known: Replay;
let leave: () => Promise<void>;
beforeAll(async () => {
  ({ service, known, leave } = await enterWorld());
});
afterAll(() => leave());

const ORDERS = ['DATE_ASC', 'DATE_DESC'] as const;
type Order = (typeof ORDERS)[number];

/** A row as plain code has it. */
interface Row {
  readonly id: string;
  readonly open: boolean;
}

/** A list, as asked for and as it should be. */
interface List {
  readonly field: 'events' | 'relationships';
  readonly where?: EventWhere | RelationshipWhere;
  readonly inside?: string;
  readonly rows: (order: Order) => readonly Row[];
}

function eventList(where: EventWhere, asked: Partial<List> = {}): List {
  const rows = (order: Order): Row[] =>
    eventsWhere(known, where)
      .toSorted((a, b) => compareInTime(a, b, order))
      .map(({ record, open }) => ({ id: record.id, open }));
  return { field: 'events', where, rows, ...asked };
}

function relationshipList(where: RelationshipWhere, asked: Partial<List> = {}): List {
  const rows = (order: Order): Row[] =>
    relationshipsWhere(known, where)
      .toSorted((a, b) => {
        const ends = compare([a.from, a.to], [b.from, b.to]);
        return compareInTime(a.event, b.event, order) || (order === 'DATE_ASC' ? ends : -ends);
      })
      .map(({ event, from, to }) => ({
        id: `relationship:${event.record.id}#${from}#${to}`,
        open: event.open,
      }));
  return { field: 'relationships', where, rows, ...asked };
}

const OF_RUSSIA = { participants: { any: ['russia'] } };
const THEN = { knownBy: '2024-10-15' };

/** Each way in which a list is read. */
const LISTS: Record<string, List> = {
  'all events': eventList({}),
  'events as known by a day': eventList(THEN),
  'events of types': eventList({ types: ['MET', 'FOUGHT'] }),
  'events in a period': eventList({ during: { from: '2023-01-01', to: '2024-02-01' } }),
  'events of a named entity': eventList(OF_RUSSIA),
  'events of two named entities': eventList({ participants: { any: ['russia', 'w-02'] } }),
  'events from a source': eventList({ sources: ['source:w-2'] }),
  'events of an entity': eventList(OF_RUSSIA, { where: {}, inside: 'entity(id: "russia")' }),
  'events of an entity as known by a day': eventList(
    { ...OF_RUSSIA, ...THEN },
    { where: THEN, inside: 'entity(id: "russia")' },
  ),
  'all relationships': relationshipList({}),
  'relationships as known by a day': relationshipList(THEN),
  'relationships from some': relationshipList({ from: ['russia', 'w-02', 'w-05'] }),
  'relationships between some': relationshipList({ between: ['russia', 'taliban', 'w-02', 'w-03', 'w-04'] }),
  'relationships between some as known by a day': relationshipList({
    between: ['russia', 'taliban', 'w-02', 'w-03', 'w-04'],
    ...THEN,
  }),
};

interface PageOf {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
}

interface Cut {
  readonly first?: number;
  readonly after?: string | undefined;
  readonly last?: number;
  readonly before?: string | undefined;
}

async function pageOf({ field, where = {}, inside }: List, orderBy: Order, cut: Cut): Promise<PageOf> {
  const filter = field === 'events' ? 'EventFilter' : 'RelationshipFilter';
  const list = `list: ${field}(where: $where, orderBy: ${orderBy}, first: $first, after: $after, last: $last, before: $before) {
    edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage }
  }`;
  const data: any = await service.data(
    `query ($where: ${filter}, $first: Int, $after: String, $last: Int, $before: String) {
      ${inside === undefined ? list : `owner: ${inside} { ${list} }`}
    }`,
    { where, ...cut },
  );
  return (data.owner ?? data).list;
}

/** The whole list, page by page, as each page was answered: from its start, or from its end. */
async function walk(list: List, order: Order, size: number, backward: boolean): Promise<PageOf[]> {
  const pages: PageOf[] = [];
  for (let cursor: string | undefined; ;) {
    const cut = backward ? { last: size, before: cursor } : { first: size, after: cursor };
    const page = await pageOf(list, order, cut);
    pages.push(page);
    const { hasNextPage, hasPreviousPage } = page.pageInfo;
    expect(backward ? hasNextPage : hasPreviousPage).toBe(cursor !== undefined);
    if (!(backward ? hasPreviousPage : hasNextPage)) return pages;
    cursor = page.edges.at(backward ? 0 : -1)!.cursor;
  }
}

describe('Pages of any size, from both ends, are those of the whole list', () => {
  test.each(Object.entries(LISTS))('%s', async (_, list) => {
    for (const order of ORDERS) {
      const ids = list.rows(order).map(({ id }) => id);
      const border = list.rows(order).findIndex(({ open }) => open);
      expect(border).toBeGreaterThan(0);
      const whole = (await walk(list, order, 200, false)).flatMap(({ edges }) => edges);
      expect(whole.map(({ node }) => node.id)).toEqual(ids);

      const sizes = fc.integer({ min: Math.ceil(ids.length / 6), max: ids.length });
      await fc.assert(
        fc.asyncProperty(sizes, fc.boolean(), async (size, backward) => {
          const pages = await walk(list, order, Math.min(size, 200), backward);
          const inOrder = backward ? pages.toReversed() : pages;
          expect(inOrder.flatMap(({ edges }) => edges)).toEqual(whole);
        }),
        { numRuns: 3 },
      );

      // From any row, and from those about the border.
      const places = fc.oneof(
        fc.integer({ min: 0, max: ids.length - 1 }),
        fc.integer({ min: Math.max(0, border - 3), max: Math.min(ids.length - 1, border + 2) }),
      );
      await fc.assert(
        fc.asyncProperty(places, fc.integer({ min: 1, max: 6 }), async (place, size) => {
          const { cursor } = whole[place]!;
          const after = await pageOf(list, order, { first: size, after: cursor });
          expect(after.edges).toEqual(whole.slice(place + 1, place + 1 + size));
          expect(after.pageInfo.hasNextPage).toBe(place + 1 + size < ids.length);
          const before = await pageOf(list, order, { last: size, before: cursor });
          expect(before.edges).toEqual(whole.slice(Math.max(0, place - size), place));
          expect(before.pageInfo.hasPreviousPage).toBe(place - size > 0);
        }),
        { numRuns: 6 },
      );
    }
  });
});

describe('A page reads no more than its own part of a long list', () => {
  const EACH = 600;
  const LONG = 'test-long-list';
  const OTHERS = [...Array(60).keys()].map((i) => `long-other-${i}`);
  const dates = [...Array(EACH).keys()].flatMap((i) => {
    const day = addDays('2020-01-01', i);
    return [day, `[..${day}]`];
  });

  beforeAll(async () => {
    await loadDataset(service.graph, {
      id: LONG,
      entities: ['long', ...OTHERS].map((id) => ({ ...ENTITY.empty, id, kind: 'COUNTRY', name: id })),
      sources: [
        {
          ...SOURCE.empty,
          id: 'source:long',
          title: 'Long',
          publisher: 'Long',
          read: '2025-01-01',
          role: 'TEXT',
        },
      ],
      events: dates.map((date, i) => ({
        ...EVENT.empty,
        id: `event:long-${i}`,
        type: 'MET',
        summary: `What event ${i} tells`,
        topics: date.startsWith('[') ? ['open'] : ['dated'],
        participants: ['long', OTHERS[i % OTHERS.length]!].map((entity) => ({
          role: 'PARTY',
          entity,
          onBehalfOf: null,
        })),
        reports: [{ ...REPORT.empty, source: 'source:long', date, locator: `p${i}` }],
      })),
    });
    await service.graph.command(plainStatement('CALL db.prepareForReplanning(120)'));
  });
  afterAll(async () => {
    await loadDataset(service.graph, { id: LONG, entities: [], sources: [], events: [] });
    await service.graph.write(async (tx) => {
      await tx.run(plainStatement('MATCH (d:Dataset {id: $id}) DETACH DELETE d', { id: LONG }));
    });
  });

  async function hits(list: List, order: Order, cut: Cut): Promise<number> {
    const sent: Statement<unknown>[] = [];
    service.graph.onStatement = (statement) => sent.push(statement);
    await pageOf(list, order, cut);
    service.graph.onStatement = undefined;
    const profiles = await Promise.all(sent.map((one) => profile(one)));
    return profiles.reduce((sum, one) => sum + one.hits, 0);
  }

  async function cursorAt(list: List, order: Order, place: number): Promise<string> {
    let cursor: string | undefined;
    for (let left = place; left > 0; left -= 200)
      cursor = (await pageOf(list, order, { first: Math.min(left, 200), after: cursor })).edges.at(
        -1,
      )!.cursor;
    return cursor!;
  }

  test.each(['events', 'relationships'] as const)('%s', async (field) => {
    const all: List = { field, where: { participants: { all: ['long'] } }, rows: () => [] };
    for (const order of ORDERS) {
      const start = await hits(all, order, { first: 5 });
      const [inDated, inOpen] = [await cursorAt(all, order, 400), await cursorAt(all, order, 1000)];
      const others = {
        'the end': await hits(all, order, { last: 5 }),
        'after many dated ones': await hits(all, order, { first: 5, after: inDated }),
        'before many dated ones': await hits(all, order, { last: 5, before: inDated }),
        'after many with an open start': await hits(all, order, { first: 5, after: inOpen }),
        'before many with an open start': await hits(all, order, { last: 5, before: inOpen }),
      };
      for (const [name, read] of Object.entries(others))
        expect([order, name, read, read <= 2 * start]).toEqual([order, name, read, true]);
    }
  });

  test.each(['events', 'relationships'] as const)(
    '%s: a part that fills the page is enough',
    async (field) => {
      const about = (topic: string): List => ({
        field,
        where: { participants: { all: ['long'] }, topics: [topic] },
        rows: () => [],
      });
      for (const order of ORDERS) {
        const other = await hits(about('open'), order, { first: 5 });
        expect(await hits(about('dated'), order, { first: 5 })).toBeLessThan(0.7 * other);
        expect(await hits(about('open'), order, { last: 5 })).toBeLessThan(0.7 * other);
      }
    },
  );
});
