import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startService, type TestService } from '../setup/testService.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const ITEMS = `items {
  kind certain summary knownOn date { edtf earliest latest } sources { id }
  ... on EventChange { event { id } before { date { edtf } } after { date { edtf } stances } }
  ... on StatusChange { authority { id } subject { id } regime from to causes { id } }
} truncated`;

const changes = async (arguments_: string) =>
  (await service.data(`{ changes(${arguments_}) { ${ITEMS} } }`)).changes;

const RUSSIA_AND_TALIBAN = 'between: ["russia", "taliban"]';
const STORY = `${RUSSIA_AND_TALIBAN}, during: { from: "2024-10-01", to: "2025-07-04" }`;

/** What an item is about. */
const nameOf = ({ event, causes }: any) => event?.id ?? `→ ${causes.at(-1).id}`;

describe('What happened between Russia and the Taliban from the announcement to the recognition', () => {
  test('is told in order, what followed from an event right after it', async () => {
    const { items, truncated } = await changes(`${STORY}, certainty: CERTAIN`);
    expect(truncated).toBe(false);
    const names: string[] = items.map(nameOf);
    const steps = [
      'event:russian-foreign-ministry-announces-delisting-decision',
      'event:shoigu-visits-kabul',
      'event:russia-recognizes-taliban',
      '→ event:russia-recognizes-taliban',
      'event:muttaqi-thanks-russia-for-recognition',
    ];
    expect(names.filter((name) => steps.includes(name))).toEqual(steps);
    expect(names[names.indexOf(steps[2]!) + 1]).toBe(steps[3]);
    expect(new Set(names).size).toBe(names.length);
    const days = items.map(({ date }: any) => date.earliest);
    expect(days).toEqual(days.toSorted());
  });

  test('names the sources of each step', async () => {
    for (const certainty of ['CERTAIN', 'POSSIBLE']) {
      const { items } = await changes(`${STORY}, certainty: ${certainty}`);
      expect(items.length).toBeGreaterThan(10);
      expect(items.filter(({ sources }: any) => sources.length === 0)).toEqual([]);
    }
  });

  test('leaves imprecise what is, and out of what is certain', async () => {
    const decision = (items: any[]) =>
      items.find(({ event }) => event?.id === 'event:russia-decides-to-delist-taliban');
    expect(decision((await changes(`${STORY}, certainty: CERTAIN`)).items)).toBeUndefined();
    const { date } = decision((await changes(STORY)).items);
    expect(date.earliest < '2024-10-01' && date.latest >= '2024-10-01').toBe(true);
  });

  test('says what was in force before and since', async () => {
    const { items } = await changes(`${STORY}, kinds: [STATUS], regimes: [RECOGNITION]`);
    expect(items).toEqual([
      expect.objectContaining({
        summary: 'Russia and Taliban, recognition: not in force → in force',
        date: { edtf: '2025-07-03', earliest: '2025-07-03', latest: '2025-07-03' },
        knownOn: null,
        ...{ authority: { id: 'russia' }, subject: { id: 'taliban' }, regime: 'RECOGNITION' },
        ...{
          from: 'NOT_IN_FORCE',
          to: 'IN_FORCE',
          causes: expect.arrayContaining([{ id: 'event:russia-recognizes-taliban' }]),
        },
      }),
    ]);
  });

  test('holds no recognition as known before it', async () => {
    const { items } = await changes(`${STORY}, knownBy: "2025-07-02"`);
    expect(items.length).toBeGreaterThan(0);
    expect(items.filter((item: any) => nameOf(item).includes('recognizes-taliban'))).toEqual([]);
  });

  test('is cut short after as many changes as were asked for, and says so', async () => {
    const whole = await changes(STORY);
    const cut = await changes(`${STORY}, limit: 3`);
    expect(cut).toEqual({ items: whole.items.slice(0, 3), truncated: true });
    expect((await changes(`${STORY}, limit: ${whole.items.length}`)).truncated).toBe(false);
  });

  test('can be of some types of events alone', async () => {
    const { items } = await changes(`${STORY}, kinds: [HAPPENED], types: [RECOGNIZED]`);
    expect(items.map(nameOf)).toEqual(['event:russia-recognizes-taliban']);
  });
});

describe('What is observed', () => {
  const AGAIN: [what: string, event: string, args: string, from: string, to: string][] = [
    ['a listing', 'russia-lists-taliban-december-2024', RUSSIA_AND_TALIBAN, '2024-12-01', '2025-01-01'],
    [
      'a post',
      'muttaqi-is-acting-foreign-minister-2024',
      'entities: ["amir-khan-muttaqi"]',
      ...(['2024-10-01', '2024-11-01'] as const),
    ],
  ];

  test.each(AGAIN)('again is no change: %s', async (_, name, args, from, to) => {
    const period = `during: { from: "${from}", to: "${to}" }`;
    const { events } = await service.data(
      `{ events(first: 200, where: { ${period} }) { edges { node { id } } } }`,
    );
    expect(events.edges).toContainEqual({ node: { id: `event:${name}` } });
    const { items } = await changes(`${args}, ${period}`);
    expect(items.length).toBeGreaterThan(0);
    expect(items.map(nameOf)).not.toContain(`event:${name}`);
  });

  test.each([
    ['for the first time', 'muttaqi-is-acting-foreign-minister-2021', 'amir-khan-muttaqi'],
    ['for the last time', 'khalilzad-is-us-special-envoy', 'zalmay-khalilzad'],
  ])('%s is a change', async (_, name, entity) => {
    const { items } = await changes(
      `entities: ["${entity}"], during: { from: "2021-10-01", to: "2021-11-01" }`,
    );
    expect(items.map(nameOf)).toContain(`event:${name}`);
  });
});

test('What certainly happened comes first', async () => {
  const { items } = await changes(STORY);
  const certain = items.map((item: any) => item.certain);
  expect(new Set(certain).size).toBe(2);
  expect(certain).toEqual([...certain.filter(Boolean), ...certain.filter((one: boolean) => !one)]);
  const ids = (some: any[]) => some.map((item) => nameOf(item)).sort();
  const { items: alone } = await changes(`${STORY}, certainty: CERTAIN`);
  expect(ids(items.filter((item: any) => item.certain))).toEqual(ids(alone));
});

describe('What became known', () => {
  const DECEMBER = `${RUSSIA_AND_TALIBAN}, during: { from: "2024-12-01", to: "2025-01-01" }, axis: KNOWN, certainty: CERTAIN`;

  test('names the day, the sources that brought it, and what had been known before', async () => {
    const { items } = await changes(DECEMBER);
    const reading = items.filter((item: any) => nameOf(item).includes('first-reading'));
    expect(reading).toEqual([
      {
        kind: 'BECAME_KNOWN',
        certain: true,
        summary: expect.stringContaining('first of three readings'),
        knownOn: '2024-12-10',
        date: { edtf: '2024-12-10', earliest: '2024-12-10', latest: '2024-12-10' },
        sources: [{ id: 'source:ap-bill-first-reading-2024' }],
        event: { id: 'event:duma-first-reading-of-delisting-bill' },
        before: null,
        after: { date: { edtf: '2024-12-10' }, stances: ['AFFIRMS'] },
      },
    ]);
  });

  test('ends with the day by which it is asked to have been known', async () => {
    const whole = await changes(DECEMBER);
    const capped = await changes(`${DECEMBER}, knownBy: "2024-12-16"`);
    expect(capped.items).toEqual(whole.items.filter(({ knownOn }: any) => knownOn <= '2024-12-16'));
    expect(capped.items.length).toBeLessThan(whole.items.length);
  });
});

describe('Changes', () => {
  test.each([
    ['during: { from: "2024-10-01" }', 'entities', /give "entities" or "between"/],
    [
      `${RUSSIA_AND_TALIBAN}, during: { from: "2025-01-01", to: "2024-01-01" }`,
      'during',
      /later than "from"/,
    ],
    [`${STORY}, limit: 0`, 'limit', /from 1 to 500/],
    [`${STORY}, limit: 501`, 'limit', /from 1 to 500/],
    ['between: ["russia"], during: {}', 'between', /must have 2 to 100/],
    ['entities: [], during: {}', 'entities', /must have 1 to 100/],
    ['entities: ["rusia"], during: {}', 'entities', /no entity has the id "rusia"/],
    [
      `${STORY}, axis: KNOWN, knownBy: "2024-09-30"`,
      'knownBy',
      /with axis KNOWN, because it ends the period/,
    ],
    [`${RUSSIA_AND_TALIBAN}, during: { from: "9998-01-01" }, axis: KNOWN`, 'during', /after today/],
    [`${STORY}, kinds: [REVISED]`, 'kinds', /only kinds of axis KNOWN/],
    [`${STORY}, axis: KNOWN, kinds: [HAPPENED]`, 'kinds', /only kinds of axis HAPPENED/],
  ])('asked with %s are refused, as "%s" is wrong', async (arguments_, argument, says) => {
    const { errors } = await service.ask(`{ changes(${arguments_}) { truncated items { kind } } }`);
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument });
    expect(errors?.[0]?.message).toMatch(says);
  });

  test('take at most three statements, with all that hangs on their events', async () => {
    for (const axis of ['HAPPENED', 'KNOWN']) {
      const asked = `{ changes(${STORY}, axis: ${axis}, limit: 50) { items {
        summary sources { title }
        ... on EventChange { event { participants { entity { name } } reports { source { title } } follows { id } } }
        ... on StatusChange { authority { name } subject { name } causes { reports { source { title } } } }
      } } }`;
      expect(await service.statements(() => service.data(asked))).toBeLessThanOrEqual(3);
    }
  });
});
