import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EVENT_TYPE_NAMES, type EventType, isSymmetric, PATH_TYPES } from '../../src/ontology/lookups.ts';
import type { TestService } from '../setup/testService.ts';
import { enterWorld } from './enterWorld.ts';
import { fits, type ReplayedRelationship, type Replay, type RelationshipWhere } from './replay.ts';
import { otherReaders } from './world.ts';

let service: TestService;
let known: Replay;
let leave: () => Promise<void>;
beforeAll(async () => {
  ({ service, known, leave } = await enterWorld(...otherReaders()));
});
afterAll(() => leave());

interface Question {
  readonly from: string;
  readonly to: string;
  readonly where?: Pick<
    RelationshipWhere,
    'types' | 'levels' | 'during' | 'certainty' | 'sources' | 'minSources' | 'datasets' | 'coding'
  >;
  readonly direction?: 'FORWARD' | 'BACKWARD' | 'EITHER';
  readonly avoid?: readonly string[];
  readonly maxHops?: number;
  readonly limit?: number;
}

const PATHS = `query ($from: ID!, $to: ID!, $mode: PathMode!, $where: PathFilter, $direction: Direction! = EITHER,
    $avoid: [ID!], $maxHops: Int! = 6, $limit: Int! = 50) {
  paths(from: $from, to: $to, mode: $mode, where: $where, direction: $direction, avoid: $avoid, maxHops: $maxHops, limit: $limit) {
    truncated
    items { length departs { edtf } arrives { edtf }
      hops { from { id } to { id } forward parallelCount
        relationship { id type from { id } to { id } date { edtf } event { id } sources { id } } } } } }`;

async function asked(question: Question, mode: 'SHORTEST' | 'ALL_SHORTEST') {
  const { paths } = await service.data(PATHS, { ...question, mode });
  return paths as { truncated: boolean; items: any[] };
}

/** The relationships that a question allows to be crossed, from and to. */
type Steps = ReadonlyMap<string, ReadonlyMap<string, readonly ReplayedRelationship[]>>;

function stepsOf({ where = {}, direction = 'EITHER', avoid = [] }: Question): Steps {
  const types: readonly EventType[] = where.types ?? PATH_TYPES;
  const steps = new Map<string, Map<string, ReplayedRelationship[]>>();
  const add = (one: ReplayedRelationship, from: string, to: string): void => {
    const next = steps.get(from) ?? new Map<string, ReplayedRelationship[]>();
    steps.set(from, next.set(to, [...(next.get(to) ?? []), one]));
  };
  for (const one of known.relationships) {
    const { type, level, sources, datasets, codings, event, from, to } = one;
    if (!types.includes(type) || avoid.includes(from) || avoid.includes(to)) continue;
    if (where.levels && !where.levels.includes(level)) continue;
    if (where.during && !fits(event.view, where.during, where.certainty)) continue;
    if (where.sources && !sources.some((id) => where.sources!.includes(id))) continue;
    if (where.minSources !== undefined && sources.length < where.minSources) continue;
    if (where.datasets && !datasets.some((id) => where.datasets!.includes(id))) continue;
    if (where.coding && !codings.some((coding) => where.coding!.includes(coding))) continue;
    const both = direction === 'EITHER' || isSymmetric(type);
    if (both || direction === 'FORWARD') add(one, from, to);
    if (both || direction === 'BACKWARD') add(one, to, from);
  }
  return steps;
}

/** Every shortest sequence of entities whose hops can be of different events, by going level by level. */
function shortest(question: Question): string[][] {
  const steps = stepsOf(question);
  for (
    let level = [[question.from]], hops = 1;
    hops <= (question.maxHops ?? 6) && level.length < 60_000;
    hops += 1
  ) {
    level = level.flatMap((way) =>
      [...(steps.get(way.at(-1)!)?.keys() ?? [])]
        .filter((next) => !way.includes(next))
        .map((next) => [...way, next]),
    );
    const there = level.filter((way) => way.at(-1) === question.to && canDiffer(way, steps));
    if (there.length > 0) return there.sort((a, b) => (a.join('\n') < b.join('\n') ? -1 : 1));
  }
  return [];
}

function canDiffer(
  way: readonly string[],
  steps: Steps,
  used: ReadonlySet<string> = new Set(),
  hop = 0,
): boolean {
  if (hop === way.length - 1) return true;
  return steps
    .get(way[hop]!)!
    .get(way[hop + 1]!)!
    .some(
      ({ event: { record } }) =>
        !used.has(record.id) && canDiffer(way, steps, new Set([...used, record.id]), hop + 1),
    );
}

const entitiesOf = ({ hops }: any): string[] => [hops[0].from.id, ...hops.map((hop: any) => hop.to.id)];

async function expectSame(question: Question): Promise<string[][]> {
  const expected = shortest(question);
  const all = await asked(question, 'ALL_SHORTEST');
  // A search given up says so, and proves nothing else.
  if (all.truncated && all.items.length === 0) return [];
  const one = await asked(question, 'SHORTEST');
  const found = all.items.map(entitiesOf);
  if (all.truncated) {
    expect(expected.map(String)).toEqual(expect.arrayContaining(found.map(String)));
  } else {
    expect(found).toEqual(expected);
  }
  expect(one.items.length).toBe(Math.min(1, expected.length));
  if (expected.length > 0) expect(expected).toContainEqual(entitiesOf(one.items[0]));
  for (const path of [...all.items, ...one.items]) expectSound(path, question);
  return expected;
}

/** A path chains from end to end, each hop over a relationship that was asked for, no entity and no event twice. */
function expectSound(path: any, question: Question): void {
  const steps = stepsOf(question);
  const ids = entitiesOf(path);
  expect([ids[0], ids.at(-1)]).toEqual([question.from, question.to]);
  expect(path.length).toBe(path.hops.length);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(path.hops.map((hop: any) => hop.relationship.event.id)).size).toBe(path.length);
  expect([path.departs, path.arrives]).toEqual([
    path.hops[0].relationship.date,
    path.hops.at(-1).relationship.date,
  ]);
  path.hops.forEach(({ from, to, forward, parallelCount, relationship }: any, i: number) => {
    expect([from.id, to.id]).toEqual(ids.slice(i, i + 2));
    expect(forward ? [relationship.from, relationship.to] : [relationship.to, relationship.from]).toEqual([
      from,
      to,
    ]);
    const parallel = steps.get(from.id)!.get(to.id)!;
    const own = parallel.find(({ event }) => event.record.id === relationship.event.id)!;
    expect(relationship.sources.map(({ id }: any) => id)).toEqual([...own.sources]);
    expect(relationship.sources.length).toBeGreaterThan(0);
    expect(parallelCount).toBe(parallel.length);
  });
}

describe('Shortest paths are those that a plain search over all relationships finds', () => {
  const entities = () => known.dataset.entities.map(({ id }) => id).filter((id) => !id.startsWith('w-crowd'));
  const anyPair = () => fc.uniqueArray(fc.constantFrom(...entities()), { minLength: 2, maxLength: 2 });
  const types = [...EVENT_TYPE_NAMES];
  const directed = types.filter((type) => !isSymmetric(type));

  const VARIANTS: Record<string, () => fc.Arbitrary<Omit<Question, 'from' | 'to'>>> = {
    'by the types of paths': () => fc.constant({}),
    'by every type': () => fc.constant({ where: { types } }),
    'forward, by what one does to another': () =>
      fc.constant({ direction: 'FORWARD', where: { types: directed } }),
    'backward, by what one does to another': () =>
      fc.constant({ direction: 'BACKWARD', where: { types: directed } }),
    'forward, by what goes both ways': () =>
      fc.constant({ direction: 'FORWARD', where: { types: EVENT_TYPE_NAMES.filter(isSymmetric) } }),
    'forward, by few hops of every type': () =>
      fc.constant({ direction: 'FORWARD', maxHops: 3, where: { types } }),
    'backward, by few hops of every type': () =>
      fc.constant({ direction: 'BACKWARD', maxHops: 3, where: { types } }),
    'by meetings and posts': () => fc.constant({ where: { types: ['MET', 'HOLDS_POST'] } }),
    'avoiding the great': () => fc.constant({ avoid: ['moscow-format'], where: { types } }),
    'between those named': () => fc.constant({ where: { levels: ['NAMED'] } }),
    'in a period': () =>
      fc.record({
        where: fc.record({
          during: fc.constant({ from: '2024-01-01', to: '2025-01-01' }),
          certainty: fc.constantFrom('POSSIBLE', 'CERTAIN'),
        }),
      }),
    'of two sources, or of some': () =>
      fc.constantFrom({ where: { minSources: 2 } }, { where: { sources: ['source:w-0', 'source:w-1'] } }),
    'of some datasets': () =>
      fc.constantFrom(
        { where: { types, datasets: ['test-world-register'] } },
        { where: { types, datasets: ['corpus', 'test-world-program'] } },
      ),
    'of what some read': () =>
      fc.constantFrom(
        { where: { types, coding: ['MACHINE' as const] } },
        { where: { types, coding: ['REGISTER' as const, 'MACHINE' as const] } },
        { where: { types, coding: ['MACHINE' as const], datasets: ['test-world', 'corpus'] } },
      ),
    'of few hops': () => fc.constant({ maxHops: 2, where: { types } }),
  };

  test.each(Object.entries(VARIANTS))('%s', async (_, variant) => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(anyPair(), variant(), async ([from, to], rest) => {
        if (rest.avoid?.includes(from!) || rest.avoid?.includes(to!)) return;
        found += (await expectSame({ from: from!, to: to!, ...rest })).length;
      }),
      { numRuns: 14, seed: 5 },
    );
    expect(found).toBeGreaterThan(0);
  });

  test('says which types of relationships paths could use', async () => {
    const ends = 'from: "vladimir-putin", to: "taliban"';
    const { left, asked } = await service.data(
      `{ left: paths(${ends}) { types } asked: paths(${ends}, where: { types: [STATED] }) { types items { length } } }`,
    );
    const { eventTypes } = await service.data('{ eventTypes { name inPaths } }');
    expect(left.types).toEqual(
      eventTypes.flatMap(({ name, inPaths }: { name: string; inPaths: boolean }) => (inPaths ? [name] : [])),
    );
    expect(asked).toEqual({ types: ['STATED'], items: [{ length: 1 }] });
  });

  test('a way round, where the shortest chain would use one event twice', async () => {
    const where = { types };
    const [direct] = shortest({ from: 'taliban-interior-ministry', to: 'taliban', where });
    expect(direct!.length).toBeGreaterThan(3);
    await expectSame({ from: 'taliban-interior-ministry', to: 'taliban', where });
  });

  test('Thomas West reaches Amir Khan Muttaqi with posts among the types', async () => {
    const where = { types: [...PATH_TYPES, 'HOLDS_POST' as const] };
    const paths = await expectSame({ from: 'thomas-west', to: 'amir-khan-muttaqi', where });
    expect(paths.length).toBeGreaterThan(0);
  });
});

describe('Paths at their edges', () => {
  const bare = async (args: string) =>
    (
      await service.data(
        `{ paths(${args}) { truncated items { length hops { to { id } } departs { edtf } } } }`,
      )
    ).paths;

  test('from an entity to itself leads one path without hops', async () => {
    const path = { length: 0, hops: [], departs: null };
    expect(await bare('from: "russia", to: "russia", mode: ALL_SHORTEST')).toEqual({
      truncated: false,
      items: [path],
    });
  });

  test('where nothing leads there are no items', async () => {
    const none = { truncated: false, items: [] };
    expect(await bare('from: "w-crowd-01", to: "russia", where: { types: [DELISTED] }')).toEqual(none);
  });

  test('the limit cuts, and says so', async () => {
    const question =
      'from: "sergei-shoigu", to: "united-states", mode: ALL_SHORTEST, where: { types: [MET, URGED, CRITICIZED] }';
    const [from, to] = ['w-00', 'w-03'];
    const all = shortest({ from, to, maxHops: 12 });
    const { items } = await bare(
      `from: "w-crowd-01", to: "w-crowd-02", mode: ALL_SHORTEST, limit: 5, where: { types: [FOUGHT] }`,
    );
    expect(items).toHaveLength(1);
    expect(all.length).toBeGreaterThan(0);
    expect(await bare(question)).toMatchObject({ truncated: false });
    const pair = known.dataset.entities
      .flatMap(({ id }) => known.dataset.entities.map((other) => ({ from: id, to: other.id })))
      .find(
        (one) =>
          one.from < one.to && one.from.startsWith('w-0') && shortest({ ...one, maxHops: 3 }).length > 2,
      )!;
    const cut = await bare(`from: "${pair.from}", to: "${pair.to}", mode: ALL_SHORTEST, limit: 2`);
    expect([cut.truncated, cut.items.length]).toEqual([true, 2]);
  });

  test('twelve hops may be asked for', async () => {
    expect((await bare('from: "mujahideen", to: "taliban", maxHops: 12')).items).toHaveLength(1);
  });

  const WRONG: Record<string, [argument: string, args: string]> = {
    'no hops': ['maxHops', 'from: "russia", to: "taliban", maxHops: 0'],
    'thirteen hops': ['maxHops', 'from: "russia", to: "taliban", maxHops: 13'],
    'no paths': ['limit', 'from: "russia", to: "taliban", limit: 0'],
    'too many paths': ['limit', 'from: "russia", to: "taliban", limit: 51'],
    'an unknown start': ['from', 'from: "rusia", to: "taliban"'],
    'an unknown end': ['to', 'from: "russia", to: "event:taliban-designated-by-russia"'],
    'an unknown entity to itself': ['from', 'from: "nobody", to: "nobody"'],
    'avoiding an end': ['avoid', 'from: "russia", to: "taliban", avoid: ["taliban"]'],
    'no types': ['where.types', 'from: "russia", to: "taliban", where: { types: [] }'],
    'no sources at least': ['where.minSources', 'from: "russia", to: "taliban", where: { minSources: 0 }'],
    'a period reversed': [
      'where.during',
      'from: "russia", to: "taliban", where: { during: { from: "2024-01-02", to: "2024-01-01" } }',
    ],
  };

  test.each(Object.entries(WRONG))('%s is refused by the argument at fault', async (_, [argument, args]) => {
    const { data, errors } = await service.ask(`{ paths(${args}) { truncated } }`);
    expect(data).toBeNull();
    expect(errors![0]!.extensions).toEqual({ code: 'BAD_USER_INPUT', argument });
    expect(errors![0]!.message).toContain(`Argument "${argument}": `);
  });
});
