import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readExamples } from '../../src/program/examples.ts';
import { startService, type TestService } from '../setup/testService.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

/** Asked as often, an operation has long been compiled. */
const TIMES = 5;

async function answers(query: string, variables?: Record<string, unknown>): Promise<unknown[]> {
  const all = [];
  for (let i = 0; i < TIMES; i++) all.push(await service.ask(query, variables));
  return all;
}

function same(all: unknown[]): void {
  expect(all.slice(1)).toEqual(Array<unknown>(TIMES - 1).fill(all[0]));
}

describe('An operation that comes again is answered as at first', () => {
  test('each of the examples', async () => {
    for (const { query } of await readExamples()) same(await answers(query));
  });

  test.each([
    [
      'fragments on abstract types',
      '{ node(id: "russia") { __typename ...on Entity { name } ...on Event { summary } } }',
    ],
    ['aliases', '{ a: entity(id: "russia") { name } b: entity(id: "taliban") { n: name, kind } }'],
    ['what is not there', '{ entity(id: "nobody") { name } event(id: "event:none") { date { edtf } } }'],
    ['an argument that names nothing', '{ events(where: { from: ["nobody"] }) { edges { node { id } } } }'],
    [
      'an argument of a required field that names nothing',
      '{ status(subject: "taliban", authority: "nobody", regime: DESIGNATION) { state } }',
    ],
    [
      'an error beside an answer',
      '{ entity(id: "russia") { name events(first: 999) { totalCount } } statistics { events } }',
    ],
    ['introspection', '{ __schema { queryType { name } } __type(name: "Event") { fields { name } } }'],
    ['two operations, neither named', 'query A { statistics { events } } query B { statistics { events } }'],
    ['a field that is not there', '{ events { nothing } }'],
  ])('%s', async (_, query) => {
    same(await answers(query));
  });

  test('variables are told apart, and those that do not fit refused', async () => {
    const query = `query ($id: ID!, $n: Int = 2, $with: Boolean = true, $kinds: [Kind!]! = [COUNTRY], $most: Int! = 1) {
      entities(kinds: $kinds, first: $most) { edges { node { id } } }
      entity(id: $id) { name events(first: $n) @include(if: $with) { edges { node { id date(knownBy: "2024-12-31") { edtf } } } } }
    }`;
    const asked = [
      { id: 'russia' },
      { id: 'taliban', n: 3 },
      { id: 'russia', with: false },
      { id: 'russia', n: null },
      { n: 2 },
      { id: 'russia', n: 'two' },
      { id: 'russia', n: 100_000 },
    ];
    const first = await Promise.all(asked.map((variables) => service.ask(query, variables)));
    expect(new Set(first.map((answer) => JSON.stringify(answer))).size).toBe(asked.length);
    for (const [index, variables] of asked.entries()) {
      const all = await answers(query, variables);
      same(all);
      expect(all[0]).toEqual(first[index]);
    }
  });

  test('an operation that is small with some variables is refused with others', async () => {
    const query =
      'query ($n: Int = 200) { events(first: $n) { edges { node { participants { entity { events(first: $n) { edges { node { id } } } } } } } } }';
    for (let i = 0; i < TIMES; i++) {
      expect((await service.ask(query, { n: 1 })).errors).toBeUndefined();
      expect((await service.ask(query, { n: null })).errors).toBeUndefined();
      expect((await service.ask(query)).errors?.[0]?.extensions.code).toBe('TOO_COMPLEX');
    }
  });
});
