import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startService, type TestService } from '../setup/testService.ts';
import { visitWorld } from './world.ts';

let service: TestService;
let leaveWorld: () => Promise<void>;
beforeAll(async () => {
  service = await startService();
  leaveWorld = await visitWorld(service.graph);
});
afterAll(async () => {
  await leaveWorld();
  await service.close();
});

interface List {
  /** The field with its own arguments, before those of the page. */
  readonly field: string;
  readonly inside?: string;
  /** What names a row. */
  readonly node?: string;
}

/** Every connection of the schema; the world holds many events on one day, so that ties abound. */
const LISTS = {
  'events, the earliest first': { field: 'events(orderBy: DATE_ASC,' },
  'events, the latest first': { field: 'events(orderBy: DATE_DESC,' },
  'events from timelines of several': {
    field: 'events(where: { participants: { any: ["russia", "w-01", "w-02"] } },',
  },
  'events of several types': { field: 'events(where: { types: [MET, URGED] }, orderBy: DATE_DESC,' },
  'events by search': { field: 'events(where: { search: "tells" },' },
  'relationships, the earliest first': { field: 'relationships(orderBy: DATE_ASC,' },
  'relationships, the latest first': { field: 'relationships(orderBy: DATE_DESC,' },
  'relationships between named ends': {
    field:
      'relationships(where: { between: ["russia", "taliban", "w-01", "w-02", "w-03"] }, orderBy: DATE_DESC,',
  },
  'relationships of one crowd': { field: 'relationships(where: { participants: { all: ["w-crowd-03"] } },' },
  'events of an entity': { field: 'events(orderBy: DATE_DESC,', inside: 'entity(id: "russia")' },
  'relationships of an entity': {
    field: 'relationships(orderBy: DATE_DESC,',
    inside: 'entity(id: "taliban")',
  },
  'counterparts of an entity': {
    field: 'counterparts(',
    inside: 'entity(id: "russia")',
    node: 'entity { id }',
  },
  'events of a source': { field: 'events(orderBy: DATE_DESC,', inside: 'source(id: "source:w-1")' },
  entities: { field: 'entities(' },
  'entities of two kinds': { field: 'entities(kinds: [ACTOR, COUNTRY],' },
  'entities by search': { field: 'entities(search: "stranger",' },
  sources: { field: 'sources(' },
} satisfies Record<string, List>;

interface PageOf {
  readonly edges: readonly { readonly cursor: string; readonly node: any }[];
  readonly pageInfo: Record<'hasNextPage' | 'hasPreviousPage', boolean> &
    Record<'startCursor' | 'endCursor', string | null>;
  readonly totalCount: number;
}

async function pageOf({ field, inside, node = 'id' }: List, page: string): Promise<PageOf> {
  const list = `${field} ${page}) { edges { cursor node { ${node} } } totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
  const data = await service.data(
    inside === undefined ? `{ list: ${list} }` : `{ ${inside} { list: ${list} } }`,
  );
  return data.list ?? (Object.values(data)[0] as any).list;
}

async function walk(list: List, size: number, backward: boolean): Promise<PageOf[]> {
  const pages: PageOf[] = [];
  const [count, cursor] = backward ? ['last', 'before'] : ['first', 'after'];
  for (let from = ''; ;) {
    const page = await pageOf(list, `${count}: ${size}${from}`);
    pages.push(page);
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
    if (!(backward ? hasPreviousPage : hasNextPage)) return pages;
    from = `, ${cursor}: ${JSON.stringify(backward ? startCursor : endCursor)}`;
  }
}

describe('Pages of any list come to the whole list', () => {
  test.each(Object.entries(LISTS))('%s', async (_, list) => {
    const whole = await pageOf(list, 'first: 200');
    const rows = whole.edges.map(({ node }) => JSON.stringify(node));
    expect(rows.length).toBeGreaterThan(5);
    expect(new Set(rows).size).toBe(rows.length);
    expect(whole.totalCount >= rows.length && (rows.length === 200 || whole.totalCount === rows.length)).toBe(
      true,
    );

    const size = Math.min(200, Math.ceil(whole.totalCount / 5));
    for (const backward of [false, true]) {
      const pages = await walk(list, size, backward);
      const inOrder = (backward ? [...pages].reverse() : pages).flatMap(({ edges }) => edges);
      expect(inOrder.slice(0, rows.length).map(({ node }) => JSON.stringify(node))).toEqual(rows);
      expect(inOrder).toHaveLength(whole.totalCount);
      expect(inOrder.slice(0, rows.length).map(({ cursor }) => cursor)).toEqual(
        whole.edges.map(({ cursor }) => cursor),
      );
      expect(pages.slice(0, -1).every(({ edges }) => edges.length === size)).toBe(true);
    }
  });

  test('a page in the middle knows what lies on both sides', async () => {
    const list = LISTS['events of an entity'];
    const { edges } = await pageOf(list, 'first: 6');
    const after = await pageOf(list, `first: 2, after: "${edges[1]!.cursor}"`);
    const before = await pageOf(list, `last: 2, before: "${edges[4]!.cursor}"`);
    for (const { edges: rows, pageInfo } of [after, before]) {
      expect(rows).toEqual(edges.slice(2, 4));
      expect(pageInfo).toEqual({
        hasNextPage: true,
        hasPreviousPage: true,
        startCursor: edges[2]!.cursor,
        endCursor: edges[3]!.cursor,
      });
    }
  });

  test('a page of none tells only whether there are more', async () => {
    const { edges, pageInfo, totalCount } = await pageOf(LISTS.sources, 'first: 0');
    expect([edges, pageInfo.hasNextPage, pageInfo.endCursor, totalCount > 0]).toEqual([[], true, null, true]);
  });

  test('null stands for what is left out', async () => {
    const page = await pageOf(LISTS.sources, 'first: null, after: null, last: null, before: null');
    expect(page.edges).toHaveLength(20);
  });
});

describe('A page that cannot be is refused by the argument at fault', () => {
  const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const CASES: Record<string, [argument: string, page: string]> = {
    'a negative first': ['first', 'first: -1'],
    'a negative last': ['last', 'last: -1'],
    'more than a page may have': ['first', 'first: 201'],
    'more than a page may have, from the end': ['last', 'last: 201'],
    'far more than a page may have': ['first', 'first: 1000000'],
    'first and last': ['last', 'first: 1, last: 1'],
    'after and before': ['before', 'after: "x", before: "x"'],
    'first with before': ['before', 'first: 1, before: "x"'],
    'last with after': ['after', 'last: 1, after: "x"'],
    'no cursor at all': ['after', 'after: "not a cursor"'],
    'an empty cursor': ['after', 'after: ""'],
    'a cursor of another list': ['after', `after: "${cursor({ open: false, at: '2024-01-01' })}"`],
    'a cursor that says nothing of the start': [
      'after',
      `after: "${cursor({ at: '2024-01-01', id: 'x', from: 'x', to: 'x' })}"`,
    ],
    'a cursor of no day': [
      'before',
      `before: "${cursor({ open: false, at: '2024-13-01', id: 'x', from: 'x', to: 'x' })}"`,
    ],
    'a cursor of other types': [
      'after',
      `after: "${cursor({ open: false, at: '2024-01-01', id: 1, from: {}, to: [] })}"`,
    ],
    'a cursor of nothing': ['after', `after: "${cursor(null)}"`],
  };

  test.each(Object.entries(CASES))('%s', async (_, [argument, page]) => {
    for (const list of ['relationships(', 'events(', 'entities(', 'sources(', 'entities(search: "russia",']) {
      const { data, errors } = await service.ask(`{ ${list} ${page}) { edges { cursor } } }`);
      expect(data).toBeNull();
      expect(errors).toHaveLength(1);
      expect(errors![0]!.extensions).toEqual({ code: 'BAD_USER_INPUT', argument });
      expect(errors![0]!.message).toMatch(new RegExp(`^Argument "${argument}": .{10,}`));
    }
  });

  test("one list's cursor is not taken for another's", async () => {
    const cursorOf = async (list: string) =>
      (await service.data(`{ list: ${list} }`)).list.edges[0].cursor as string;
    const lists = [
      'events(first: 1',
      'relationships(first: 1',
      'entities(first: 1',
      'entities(search: "russia", first: 1',
    ];
    for (const from of lists) {
      const given = await cursorOf(`${from}) { edges { cursor } }`);
      for (const to of lists.filter((list) => list !== from)) {
        const { errors } = await service.ask(`{ ${to}, after: "${given}") { edges { cursor } } }`);
        expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'after' });
      }
    }
  });
});

test('rows are counted only if the count is asked for', async () => {
  const page =
    '{ events(first: 3) { edges { node { id } } } relationships(first: 3) { edges { node { id } } } }';
  const counted = page.replaceAll('edges', 'totalCount edges');
  expect(await service.statements(() => service.data(page))).toBe(2);
  expect(await service.statements(() => service.data(counted))).toBe(4);
});
