import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startService, type TestService } from '../setup/testService.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
  // From here on there is a snapshot of all relationships.
  await service.data('{ paths(from: "russia", to: "china", mode: K_SHORTEST, limit: 1) { truncated } }');
});
afterAll(() => service.close());

const EVENT =
  'id type date { display } participants { role entity { id name } } reports { stance source { id title } }';
const RELATIONSHIP = `id type from { id } to { id } sources { title } event { ${EVENT} }`;
const ENTITY = 'id name partOf { id } organs { id } identifiers { scheme value }';

/** How many statements each kind of question takes, whatever its page holds; `$n` is the size of its pages. */
const QUESTIONS: Record<string, [statements: number, question: string]> = {
  'a node that is an entity': [1, 'node(id: "russia") { id }'],
  'a node that is an event, with its reports': [
    2,
    'node(id: "event:russia-recognizes-taliban") { ... on Event { reports { locator } } }',
  ],
  'an entity': [1, 'entity(id: "russia") { id name aliases }'],
  'an entity by its identifier': [
    1,
    'entity(identifier: { scheme: "iso3166-1-alpha-2", value: "RU" }) { name }',
  ],
  'an entity with its details': [2, `entity(id: "russia") { ${ENTITY} }`],
  'an event with all that it holds': [1, `event(id: "event:russia-recognizes-taliban") { ${EVENT} }`],
  'a source with its events': [
    2,
    `source(id: "source:ap-bill-first-reading-2024") { title events(first: $n) { edges { node { ${EVENT} } } } }`,
  ],
  'entities with their details': [2, `entities(first: $n) { edges { node { ${ENTITY} } } }`],
  'entities by search': [1, 'entities(search: "russia", first: $n) { edges { node { id name aliases } } }'],
  sources: [1, 'sources(first: $n) { edges { node { id title publisher published { display } } } }'],
  events: [1, `events(first: $n) { edges { node { ${EVENT} } } }`],
  'events with their count': [2, `events(first: $n) { totalCount edges { node { ${EVENT} } } }`],
  'events with what they are linked to': [
    2,
    'events(first: $n) { edges { node { id partOf { id } parts { id } follows { id } followedBy { id } } } }',
  ],
  'relationships with their events': [1, `relationships(first: $n) { edges { node { ${RELATIONSHIP} } } }`],
  'relationships with their sources alone': [
    2,
    'relationships(first: $n) { edges { node { id sources { title } } } }',
  ],
  'events with what they stand on': [
    2,
    'events(first: $n) { edges { node { id independentSourceCount weakestLink { id } then: independentSourceCount(knownBy: "2024-12-31") } } }',
  ],
  'relationships with what they stand on': [
    2,
    'relationships(first: $n) { edges { node { id independentSourceCount weakestLink { id } then: weakestLink(knownBy: "2024-12-31") { id } } } }',
  ],
  'the events of entities': [
    2,
    `entities(first: $n) { edges { node { id events(first: 3) { edges { node { ${EVENT} } } } } } }`,
  ],
  'the relationships of entities': [
    2,
    `entities(first: $n) { edges { node { id relationships(first: 3) { edges { node { ${RELATIONSHIP} } } } } } }`,
  ],
  'the counterparts of entities': [
    2,
    'entities(first: $n) { edges { node { id counterparts(first: 3) { edges { node { events entity { name } } } } } } }',
  ],
  'the counterparts of an entity with their details': [
    3,
    `entity(id: "russia") { counterparts(first: $n) { edges { node { entity { ${ENTITY} } } } } }`,
  ],
  'the posts of entities': [
    2,
    `entities(first: $n) { edges { node { id posts { title holder { name } office { name } event { ${EVENT} } } } } }`,
  ],
  'the counts of entities’ events': [
    3,
    'entities(first: $n) { edges { node { id events(first: 1) { totalCount } } } }',
  ],
  'a path': [
    1,
    `paths(from: "sergei-shoigu", to: "china", limit: $n) { items { hops { relationship { ${RELATIONSHIP} } } } }`,
  ],
  'all paths': [
    1,
    `paths(from: "sergei-shoigu", to: "china", mode: ALL_SHORTEST, limit: $n) { items { hops { relationship { ${RELATIONSHIP} } } } }`,
  ],
  'all paths with what they stand on': [
    1,
    'paths(from: "sergei-shoigu", to: "china", mode: ALL_SHORTEST, limit: $n) { items { independentSourceCount weakestLink { day } breaksIfRetracted { id } } }',
  ],
  'no path': [
    1,
    'paths(from: "thomas-west", to: "amir-khan-muttaqi", where: { types: [DELISTED] }, limit: $n) { items { length } }',
  ],
  'the table of types': [0, 'eventTypes { name roles { role kinds } cameo { code } }'],
  statistics: [1, 'statistics { entities events reports eventsByType { type count } }'],
};

describe('The statements that a question takes do not grow with its rows', () => {
  test.each(Object.entries(QUESTIONS))('%s', async (_, [statements, question]) => {
    const taken = async (n: number) =>
      await service.statements(() => service.data(`{ ${question.replaceAll('$n', String(n))} }`));
    // Few rows may have nothing of which the second statement asks.
    expect(await taken(2)).toBeLessThanOrEqual(statements);
    expect([await taken(12), await taken(30)]).toEqual([statements, statements]);
  });
});
