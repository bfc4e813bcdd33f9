import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Analyst } from '../setup/analyst.ts';
import { startService, type TestService } from '../setup/testService.ts';

let service: TestService;
let analyst: Analyst;
beforeAll(async () => {
  service = await startService();
  analyst = new Analyst();
});
afterAll(async () => {
  await analyst.close();
  await service.close();
});

const STATUS = `query ($authority: ID!, $subject: ID!, $regime: Regime!, $on: Date, $list: ID, $certainty: Certainty) {
  status(authority: $authority, subject: $subject, regime: $regime, on: $on, list: $list, certainty: $certainty) {
    state since { edtf } lastEvidence { edtf } carriedForward parts { post state } evidence { event { id } } } }`;

async function statusOf(authority: string, subject: string, regime: string, more: object = {}) {
  return (await service.data(STATUS, { authority, subject, regime, ...more })).status;
}

async function stateOf(...asked: Parameters<typeof statusOf>): Promise<string> {
  return (await statusOf(...asked)).state;
}

async function dateOf(id: string): Promise<string> {
  return (await service.data('query ($id: ID) { event(id: $id) { date { edtf } } }', { id: `event:${id}` }))
    .event.date.edtf;
}

describe("Russia's list", () => {
  const now = ['russia', 'taliban', 'DESIGNATION'] as const;

  test('has had the ban on the Taliban suspended since 17 April 2025', async () => {
    expect(await statusOf(...now)).toMatchObject({
      ...{ state: 'SUSPENDED', since: { edtf: '2025-04-17' }, carriedForward: true },
      lastEvidence: { edtf: '2025-04-17' },
    });
    expect(await stateOf(...now, { on: '2025-04-16' })).toBe('IN_FORCE');
    expect(await stateOf(...now, { on: '2040-01-01', certainty: 'CERTAIN' })).toBe('POSSIBLE');
  });

  test('is one list, and the Security Council has another', async () => {
    const on = '2024-10-05';
    expect(await stateOf(...now, { on, list: 'un-security-council-sanctions-list' })).toBe('NO_RECORD');
    expect(await stateOf(...now, { on, list: 'russia-terrorist-list' })).toBe('IN_FORCE');
  });

  test('is not the list on which the Security Council has persons of the Taliban', async () => {
    const asked = ['un-security-council', 'abdul-salam-hanafi', 'DESIGNATION'] as const;
    for (const more of [{}, { list: 'un-list-taliban' }])
      expect(await stateOf(...asked, { on: '2010-01-01', ...more })).toBe('IN_FORCE');
    expect(await stateOf(...asked, { on: '2010-01-01', list: 'russia-terrorist-list' })).toBe('NO_RECORD');
  });
});

describe('Recognition', () => {
  const by = (authority: string, on: string, certainty = 'POSSIBLE') =>
    stateOf(authority, 'taliban', 'RECOGNITION', { on, certainty });

  test('is known to be absent no further back than its sources say', async () => {
    expect(await by('pakistan', '1999-01-01')).toBe('NO_RECORD');
    expect(await by('pakistan', '2024-01-01')).toBe('NOT_IN_FORCE');
  });

  test('by Russia is inferred to be absent before it, but not before there were Taliban', async () => {
    expect(await by('russia', '1999-01-01')).toBe('NOT_IN_FORCE');
    expect(await by('russia', '1999-01-01', 'CERTAIN')).toBe('POSSIBLE');
    expect(await by('russia', '1980-01-01')).toBe('NO_RECORD');
    const { evidence } = await statusOf('russia', 'taliban', 'RECOGNITION', { on: '1999-01-01' });
    expect(evidence).toEqual([{ event: { id: 'event:russia-recognizes-taliban' } }]);
  });

  test('is no matter of collectives, nor of those only expected to recognize', async () => {
    const { positions } = await service.data(
      '{ positions(subject: "taliban", regime: RECOGNITION) { rows { authority { id group } state } } }',
    );
    expect(positions.rows).toContainEqual({ authority: { id: 'russia', group: false }, state: 'IN_FORCE' });
    expect(positions.rows.filter(({ authority }: any) => authority.group)).toEqual([]);
  });
});

describe('Posts', () => {
  test('of one person in one state are kept apart', async () => {
    const { state, parts } = await statusOf('russia', 'sergei-shoigu', 'POST', { on: '2024-11-25' });
    expect(state).toBe('IN_FORCE');
    expect(parts).toEqual([
      { post: 'Defence Minister', state: 'LIFTED' },
      { post: 'Secretary of the Security Council', state: 'IN_FORCE' },
    ]);
  });

  test.each([
    ['zamir-kabulov', 'russia'],
    ['amir-khan-muttaqi', 'taliban'],
    ['nooruddin-azizi', 'taliban'],
  ])('under several titles are one: %s', async (holder, office) => {
    const { parts } = await statusOf(office, holder, 'POST', { on: '2025-07-03' });
    expect(parts).toMatchObject([{ state: 'IN_FORCE' }]);
  });

  test('end with the day on which they were left', async () => {
    const asked = ['united-states', 'thomas-west', 'POST'] as const;
    expect(await stateOf(...asked, { on: '2022-06-01' })).toBe('IN_FORCE');
    expect(await stateOf(...asked)).toBe('LIFTED');
    expect(await stateOf('united-states', 'zalmay-khalilzad', 'POST', { on: '2021-10-20' })).toBe('LIFTED');
  });

  test('begin with the day on which they were taken', async () => {
    expect(await stateOf('united-states', 'zalmay-khalilzad', 'POST', { on: '2018-09-01' })).toBe(
      'NO_RECORD',
    );
    expect(await stateOf('united-states', 'zalmay-khalilzad', 'POST', { on: '2018-09-05' })).toBe('IN_FORCE');
    expect(await stateOf('taliban', 'gul-hassan-hassan', 'POST', { on: '2025-07-03' })).toBe('IN_FORCE');
  });
});

test('Afghanistan and the Taliban are found from either in relations, since they govern it', async () => {
  for (const subject of ['taliban', 'afghanistan'])
    expect(await stateOf('russia', subject, 'RELATIONS', { on: '2024-01-01' })).toBe('IN_FORCE');
  expect(await stateOf('russia', 'afghanistan', 'DESIGNATION', { on: '2024-01-01' })).toBe('NO_RECORD');
});

test('Afghanistan was an observer of the Shanghai Cooperation Organization', async () => {
  const asked = ['shanghai-cooperation-organization', 'afghanistan', 'OBSERVERSHIP'] as const;
  expect(await stateOf(...asked, { on: '2019-01-01' })).toBe('IN_FORCE');
  for (const on of ['2022-06-01', '2023-01-01', '2024-11-25'])
    expect(await stateOf(...asked, { on })).toBe('DISPUTED');
  expect(await stateOf(...asked, { on: '2026-01-15' })).toBe('IN_FORCE');
});

describe('Time', () => {
  test('has nothing certain beyond the latest publication', async () => {
    const during = '{ from: "2030-01-01", to: "2031-01-01" }';
    const found = await service.data(`{
      events(where: { during: ${during}, certainty: CERTAIN }) { totalCount }
      relationships(where: { during: ${during}, certainty: CERTAIN }) { totalCount }
      possible: events(where: { during: ${during} }) { totalCount } }`);
    expect([found.events.totalCount, found.relationships.totalCount]).toEqual([0, 0]);
    expect(found.possible.totalCount).toBeGreaterThan(0);
  });

  test.each([
    ['putin-calls-taliban-ally-against-terrorism', '2024-07-04'],
    ['lavrov-demands-no-use-of-afghan-territory', '2021-10-20'],
    ['russia-lists-taliban-october-2024', '2024-10-04'],
    ['russia-lists-taliban-november-2024', '2024-11-25'],
    ['russia-lists-taliban-december-2024', '2024-12-17'],
    ['russia-seeks-gains-from-engaging-taliban', '2024-12-17'],
    ['taliban-designated-by-russia', '2003'],
  ])('of event:%s is %s', async (id, edtf) => {
    expect(await dateOf(id)).toBe(edtf);
  });

  test('of parts is that of a whole of one day, for analysts too', async () => {
    const wider = `MATCH (e:Event)-[:PART_OF]->(w:Event)
WHERE w.earliest = w.latest AND (w.latest < e.latest OR w.earliest > e.earliest) RETURN e.id`;
    const [, ...rows] = await analyst.table({ question: '', parameters: [], text: wider });
    expect(rows).toEqual([]);
  });

  test('as known by a day holds nothing after it', async () => {
    const { event, statistics } = await service.data(`{
      event(id: "event:china-accepts-taliban-ambassador") { date(knownBy: "2024-11-01") { latest } }
      statistics(knownBy: "2025-01-01") { latest } }`);
    expect(event.date.latest <= '2024-11-01').toBe(true);
    expect(statistics.latest <= '2025-01-01').toBe(true);
  });

  test('of the latest events is not unknown', async () => {
    const { entity } = await service.data(
      '{ entity(id: "united-states") { events(orderBy: DATE_DESC, first: 5) { edges { node { date { earliest } } } } } }',
    );
    const days = entity.events.edges.map(({ node }: any) => node.date.earliest);
    expect(days).toEqual(days.toSorted().toReversed());
    expect(days).not.toContain(null);
  });

  test('of borders includes this year', async () => {
    const { events } = await service.data(
      '{ events(where: { types: [BORDERS], during: { from: "2025-01-01", to: "2026-01-01" } }) { totalCount } }',
    );
    expect(events.totalCount).toBe(6);
  });
});

describe('What changed between Russia and the Taliban', () => {
  const changed = async (from: string, to: string) =>
    (
      await service.data(`{ changes(between: ["russia", "taliban"], during: { from: "${from}", to: "${to}" }) {
        items { kind certain date { edtf earliest } ... on EventChange { event { id type } } } } }`)
    ).changes.items as any[];

  test('in December 2024 is certain first, and holds no listing that was so before', async () => {
    const items = await changed('2024-12-01', '2025-01-01');
    const certain = items.map((item) => item.certain);
    expect(certain).toEqual(certain.toSorted().toReversed());
    const ids = items.map(({ event }) => event?.id);
    expect(ids).toEqual(expect.arrayContaining(['event:duma-approves-delisting-bill']));
    expect(items.filter(({ event }) => event?.type === 'LISTS')).toEqual([]);
  });

  test('in 2025 holds few things without a date', async () => {
    const items = await changed('2025-01-01', '2026-01-01');
    expect(items.filter(({ certain }) => certain).length).toBeGreaterThan(8);
    expect(items.filter(({ certain }) => !certain).length).toBeLessThan(4);
    expect(items[0].date.earliest >= '2025-01-01').toBe(true);
  });
});

test('Sources do not disagree where one only names more finely than another', async () => {
  const { disagreements } = await service.data('{ disagreements { edges { node { id } } } }');
  const ids = disagreements.edges.map(({ node }: any) => node.id);
  expect(ids).toContain('event:delisting-bill-is-brought-in');
  for (const id of [
    ...['duma-approves-delisting-bill', 'russian-ambassador-conveys-recognition'],
    ...['us-led-forces-withdraw-from-afghanistan', 'us-led-forces-fight-in-afghanistan'],
    ...['lavrov-urges-inclusive-government', 'moscow-talks-call-for-donor-conference'],
    ...['moscow-talks-on-afghanistan-2021', 'soviet-afghan-war'],
  ])
    expect(ids).not.toContain(`event:${id}`);
});

test('A text that rewrites a report adds nothing to it', async () => {
  const { event } = await service.data(
    '{ event(id: "event:bill-does-not-recognize-taliban") { independentSourceCount reportCount } }',
  );
  expect(event.independentSourceCount).toBe(1);
  expect(event.reportCount).toBeGreaterThan(1);
});
