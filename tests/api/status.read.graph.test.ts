import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startService, type TestService } from '../setup/testService.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const STATUS = `query ($authority: ID!, $regime: Regime!, $on: Date!, $knownBy: Date, $list: ID) {
  status(subject: "taliban", authority: $authority, regime: $regime, on: $on, knownBy: $knownBy, list: $list) {
    state
    since { edtf }
    evidence { event { id } general sources { id } }
    announced { event { id } intends }
    breaksIfRetracted { id }
  }
}`;

async function statusOf(variables: Record<string, unknown>) {
  return (await service.data(STATUS, variables)).status;
}

describe('A status', () => {
  test.each([
    ['russia', 'DESIGNATION', '2002-06-01', 'NOT_IN_FORCE', null],
    ['russia', 'DESIGNATION', '2003-06-30', 'POSSIBLE', null],
    ['russia', 'DESIGNATION', '2010-01-01', 'IN_FORCE', '2003'],
    ['russia', 'DESIGNATION', '2022-01-01', 'IN_FORCE', '2003'],
    ['kazakhstan', 'DESIGNATION', '2023-11-15', 'POSSIBLE', null],
    ['kazakhstan', 'DESIGNATION', '2024-06-01', 'LIFTED', '[2023-12-01..2023-12-29]'],
    ['russia', 'RECOGNITION', '2025-07-02', 'NOT_IN_FORCE', null],
    ['russia', 'RECOGNITION', '2025-07-04', 'IN_FORCE', '2025-07-03'],
    ['india', 'DESIGNATION', '2024-06-01', 'NO_RECORD', null],
  ])('of %s, %s, on %s is %s, since %s', async (authority, regime, on, state, since) => {
    const status = await statusOf({ authority, regime, on });
    expect([status.state, status.since?.edtf ?? null]).toEqual([state, since]);
  });

  test('shows what was announced and not done', async () => {
    const { state, announced } = await statusOf({
      authority: 'russia',
      regime: 'DESIGNATION',
      on: '2024-10-05',
    });
    expect(state).toBe('IN_FORCE');
    expect(announced).toContainEqual({
      event: { id: 'event:russia-decides-to-delist-taliban' },
      intends: 'DELISTED',
    });
  });

  test('rests on "no country has" where nothing nearer is said', async () => {
    const { state, evidence } = await statusOf({
      authority: 'russia',
      regime: 'RECOGNITION',
      on: '2024-10-05',
    });
    expect(state).toBe('NOT_IN_FORCE');
    expect(evidence).toContainEqual({
      event: { id: 'event:no-country-recognizes-taliban' },
      general: true,
      sources: expect.arrayContaining([{ id: 'source:delisting-decision-2024' }]),
    });
  });

  test('as known by a day rests on sources published by then', async () => {
    const asked = { authority: 'russia', regime: 'RECOGNITION', on: '2025-07-04', knownBy: '2025-01-01' };
    expect((await statusOf(asked)).state).toBe('NOT_IN_FORCE');
  });

  test('of one list follows from what is said of that list', async () => {
    const asked = { authority: 'un-security-council', regime: 'DESIGNATION', on: '2025-06-10' };
    expect((await statusOf({ ...asked, list: 'un-security-council-sanctions-list' })).state).toBe('IN_FORCE');
    expect((await statusOf({ ...asked, list: 'russia-terrorist-list' })).state).toBe('NO_RECORD');
  });

  test('names the sources without any one of which it would be another', async () => {
    const { breaksIfRetracted } = await statusOf({
      authority: 'moscow-format',
      regime: 'MEMBERSHIP',
      on: '2024-06-01',
    });
    expect(breaksIfRetracted).toEqual([{ id: 'source:moscow-format-2021' }]);
  });

  test('of an entity that does not exist is refused, with the argument named', async () => {
    const { errors } = await service.ask(STATUS, {
      authority: 'rusia',
      regime: 'DESIGNATION',
      on: '2024-06-01',
    });
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'authority' });
  });
});

describe('Positions and statuses', () => {
  test('tell where every authority stands, each as its own status does', async () => {
    const { positions } = await service.data(
      `{ positions(subject: "taliban", regime: DESIGNATION, on: "2024-06-01") { rows { authority { id } state } } }`,
    );
    expect(positions.rows.map(({ authority }: any) => authority.id)).toEqual(
      expect.arrayContaining(['kazakhstan', 'kyrgyzstan', 'russia', 'un-security-council']),
    );
    for (const { authority, state } of positions.rows) {
      const alone = await statusOf({ authority: authority.id, regime: 'DESIGNATION', on: '2024-06-01' });
      expect(alone.state).toBe(state);
    }
  });

  test('cite what is said of nobody in particular', async () => {
    const { positions } = await service.data(
      `{ positions(subject: "taliban", regime: RECOGNITION, on: "2024-10-05") { general { id } } }`,
    );
    expect(positions.general).toEqual([{ id: 'event:no-country-recognizes-taliban' }]);
  });

  test('take at most three statements, however many authorities there are', async () => {
    const operations = [
      `{ positions(subject: "taliban", regime: DESIGNATION, on: "2024-06-01") { rows { state breaksIfRetracted { id } evidence { event { reports { source { id } } } } } } }`,
      `{ entities(first: 20) { edges { node { statuses(on: "2024-06-01") { state authority { name } } } } } }`,
      `{ entity(id: "taliban") { statuses(on: "2024-06-01", regimes: [RECOGNITION]) { regime state } } }`,
    ];
    for (const operation of operations) {
      expect(await service.statements(() => service.data(operation))).toBeLessThanOrEqual(3);
    }
  });
});

describe('What was known by a day', () => {
  test('decides the date of an event and the reports that it shows', async () => {
    const { event } = await service.data(`{ event(id: "event:shoigu-visits-kabul") {
      now: date { edtf } before: date(knownBy: "2024-11-24") { edtf } on: date(knownBy: "2024-11-25", certainty: CERTAIN) { edtf }
      reports(knownBy: "2024-11-25", certainty: CERTAIN) { source { id } }
    } }`);
    expect(event.now.edtf).toBe('2024-11-25');
    expect(event.before).toBeNull();
    expect(event.on.edtf).toBe('2024-11-25');
    expect(event.reports).toEqual([{ source: { id: 'source:reuters-shoigu-kabul-2024' } }]);
  });
});
