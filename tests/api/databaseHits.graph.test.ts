import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Statement } from '../../src/cypher/statement.ts';
import { HUB, ORDINARY, visitCrowdedYears } from '../setup/crowdedYears.ts';
import { plainStatement } from '../setup/plainStatement.ts';
import { type Profile, profile } from '../setup/profile.ts';
import { startService, type TestService } from '../setup/testService.ts';

const EVENT = 'id type summary date { edtf } participants { role entity { id name } }';
const RELATIONSHIP = 'type from { id } to { id } date { edtf }';

function events(where: string, order = 'DATE_DESC'): string {
  return `events(first: 10, orderBy: ${order}, where: { ${where} }) { edges { node { ${EVENT} } } }`;
}

function relationships(where: string): string {
  return `relationships(first: 10, orderBy: DATE_DESC, where: { ${where} }) { edges { node { ${RELATIONSHIP} } } }`;
}

function of(entity: string): string {
  return `participants: { any: ["${entity}"] }`;
}

const EARLY = 'during: { from: "2020-03-01", to: "2020-09-01" }';
const LATE = 'during: { from: "2023-03-01", to: "2023-09-01" }';

const OPERATIONS: Record<string, string> = {
  'an entity': `entity(id: "${HUB}") { name aliases }`,
  'an entity by its identifier': 'entity(identifier: { scheme: "iso3166-1-alpha-2", value: "RU" }) { name }',
  'an event with all that it holds': `event(id: "event:russia-recognizes-taliban") { ${EVENT} reports { stance source { title } } }`,
  'entities by search': 'entities(search: "russia", first: 10) { edges { node { name } } }',
  'events by search': events('search: "crowded"'),
  'events of a type by search': events('search: "crowded", types: [MET]'),
  'a page of entities': 'entities(first: 10) { edges { node { name } } }',
  'latest events': events(''),
  'latest events of an ordinary entity': events(of(ORDINARY)),
  'latest events of the hub': events(of(HUB)),
  'first events of the hub': events(of(HUB), 'DATE_ASC'),
  'events of the hub in an early window': events(`${of(HUB)}, ${EARLY}`),
  'events of the hub in a late window': events(`${of(HUB)}, ${LATE}`),
  'events in a late window': events(LATE),
  'events of a type': events('types: [MET]'),
  'events between two': events(`between: ["${HUB}", "${ORDINARY}"]`),
  'events from the one to the other': events(`from: ["${HUB}"], to: ["${ORDINARY}"]`),
  'events as known by a late day': events('knownBy: "2023-11-15"'),
  'events of the hub in a window as known by its end': events(`${of(HUB)}, ${LATE}, knownBy: "2023-09-01"`),
  'events of the hub as known by an early day': events(`${of(HUB)}, knownBy: "2020-09-01"`),
  'events from one source': events('sources: ["source:crowded-40"]'),
  'the events of an entity': `entity(id: "${HUB}") { ${events('')} }`,
  'the count of the hub’s events': `events(first: 0, where: { ${of(HUB)} }) { totalCount }`,
  'the count of a type’s events': 'events(first: 0, where: { types: [MET] }) { totalCount }',
  'latest relationships': relationships(''),
  'relationships between two': relationships(`between: ["${HUB}", "${ORDINARY}"]`),
  'relationships from the hub': relationships(`from: ["${HUB}"]`),
  'the relationships of an entity': `entity(id: "${ORDINARY}") { ${relationships('')} }`,
  'counterparts of an ordinary entity': `entity(id: "${ORDINARY}") { counterparts(first: 10) { edges { node { events } } } }`,
  'counterparts of the hub': `entity(id: "${HUB}") { counterparts(first: 10) { edges { node { events } } } }`,
  'a shortest path in a period': `paths(from: "${ORDINARY}", to: "crowded-150", where: { ${LATE} }) { items { length } }`,
  'a status': 'status(subject: "taliban", authority: "russia", regime: RECOGNITION) { state }',
  'posts held on a day': 'entity(id: "sergey-lavrov") { posts(on: "2024-10-04") { title } }',
  disagreements: 'disagreements(first: 10) { edges { node { id } } }',
  changes: 'changes(during: { from: "2024-01-01", to: "2024-06-01" }, entities: ["taliban"]) { truncated }',
};

/** What may read all of something: these few, and what they read is small or is what is asked for. */
const MAY_SCAN = new Set<string>();

/** Plans are the same on every run; what other tests leave in the database's statistics moves hits by less than this. */
const MOST_GROWTH = 1.05;

const ACCEPT = 'To accept what is meant: npm run baseline';
const isAccepted = (globalThis as { acceptDatabaseHits?: boolean }).acceptDatabaseHits === true;

let service: TestService;
let leave: () => Promise<void>;
const measured: Record<string, readonly Profile[]> = {};
let baseline: Record<string, number[]> = {};

beforeAll(async () => {
  service = await startService();
  leave = await visitCrowdedYears(service.graph);
  await service.graph.command(plainStatement('CALL db.prepareForReplanning(120)'));
  // Paths are answered from a snapshot of all relationships, once there is one.
  await service.data(
    `{ paths(from: "${HUB}", to: "${ORDINARY}", mode: K_SHORTEST, limit: 1) { truncated } }`,
  );
  for (const [name, operation] of Object.entries(OPERATIONS)) measured[name] = await profiles(operation);
  const file = new URL(`databaseHits.${await releaseLine()}.json`, import.meta.url);
  if (isAccepted) writeFileSync(file, textOf(hitsOf(measured)));
  else if (existsSync(file)) baseline = JSON.parse(readFileSync(file, 'utf8')) as typeof baseline;
});
afterAll(async () => {
  await leave();
  await service.close();
});

describe('The database hits of an operation', () => {
  test.each(Object.keys(OPERATIONS))('%s: are no more than the baseline has', (name) => {
    if (isAccepted) return;
    const before = baseline[name] ?? [];
    const now = measured[name]!.map(({ hits }) => hits);
    const isWorse = now.length !== before.length || now.some((hits, i) => hits > before[i]! * MOST_GROWTH);
    if (isWorse)
      throw new Error(
        `${name}: hits per statement were [${before.join(', ')}], now [${now.join(', ')}]. ${ACCEPT}`,
      );
  });

  test('the baseline names the operations there are', () => {
    expect(isAccepted ? Object.keys(OPERATIONS) : Object.keys(baseline)).toEqual(Object.keys(OPERATIONS));
  });

  test('none reads all nodes or relationships of a kind', () => {
    const scans = Object.entries(measured).flatMap(([name, statements]) =>
      statements.flatMap((one) => (MAY_SCAN.has(name) ? [] : one.scans.map((scan) => `${name}: ${scan}`))),
    );
    expect(scans).toEqual([]);
  });

  test('a page of the hub, early and late, costs no more than two ordinary ones', () => {
    const ordinary = total('latest events of an ordinary entity');
    for (const name of ['latest events of the hub', 'first events of the hub'])
      expect([name, total(name) <= 2 * ordinary]).toEqual([name, true]);
    for (const name of ['events of the hub in an early window', 'events of the hub in a late window'])
      expect([name, total(name) <= 2 * ordinary]).toEqual([name, true]);
  });

  test('a window as known by its end costs no more than half again the window', () => {
    const both = total('events of the hub in a window as known by its end');
    expect(both).toBeLessThanOrEqual(1.5 * total('events of the hub in a late window'));
  });
});

/** Another line plans in its own way: 5.26, or the calendar years from 2025. */
async function releaseLine(): Promise<string> {
  const [row] = await service.graph.read(
    plainStatement<{ version: string }>(
      'CALL dbms.components() YIELD versions RETURN versions[0] AS version',
    ),
  );
  return row!.version.startsWith('5.26.') ? '5.26' : 'calendar';
}

/** Of each statement that the operation sends. */
async function profiles(operation: string): Promise<Profile[]> {
  const sent: Statement<unknown>[] = [];
  service.graph.onStatement = (statement) => sent.push(statement);
  await service.data(`{ ${operation} }`);
  service.graph.onStatement = undefined;
  const all: Profile[] = [];
  for (const statement of sent) all.push(await profile(statement));
  return all;
}

function hitsOf(all: Record<string, readonly Profile[]>): Record<string, number[]> {
  return Object.fromEntries(
    Object.entries(all).map(([name, statements]) => [name, statements.map(({ hits }) => hits)]),
  );
}

/** A line for each operation, as Prettier has it. */
function textOf(hits: Record<string, readonly number[]>): string {
  const lines = Object.entries(hits).map(([name, all]) => `  ${JSON.stringify(name)}: [${all.join(', ')}]`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

function total(name: string): number {
  return measured[name]!.reduce((sum, { hits }) => sum + hits, 0);
}
