import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DatasetRecord } from '../../src/record/dataset.ts';
import { EVENT, type EventRecord } from '../../src/record/event.ts';
import type { Participation } from '../../src/record/participation.ts';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import { plainStatement } from '../setup/plainStatement.ts';
import { startService, type TestService } from '../setup/testService.ts';
import { ENTITY } from '../../src/record/entity.ts';
import { SOURCE } from '../../src/record/source.ts';
import { REPORT } from '../../src/record/report.ts';

const ID = 'test-retraction';
const AUTHORITIES = ['v-ybury', 'v-lodka'];
const SUBJECTS = ['v-guard', 'v-union'];
const SOURCES = [0, 1, 2, 3, 4].map((i) => `source:v-${i}`);
const NOTHING: DatasetRecord = { id: ID, entities: [], sources: [], events: [] };

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(async () => {
  await loadDataset(service.graph, NOTHING);
  await service.graph.write(async (tx) => {
    await tx.run(plainStatement('MATCH (d:Dataset {id: $id}) DETACH DELETE d', { id: ID }));
  });
  await service.close();
});

describe('Of events on whose participants sources differ', () => {
  test('a status breaks with exactly those sources whose retraction, or absence, changes its state', async () => {
    const world = disagreeingWorld();
    const before = await statusesIn(world);
    const changed = new Map([...before.keys()].map((name): [string, string[]] => [name, []]));
    for (const source of SOURCES) {
      const without = await statusesIn(withoutReports(world, source));
      const retracted = await statusesIn(withRetracted(world, source));
      for (const [name, { state }] of before) {
        expect([name, source, retracted.get(name)!.state]).toEqual([name, source, without.get(name)!.state]);
        if (without.get(name)!.state !== state) changed.get(name)!.push(source);
      }
    }
    const answered = [...before].map(([name, { breaksIfRetracted }]): [string, string[]] => [
      name,
      breaksIfRetracted.map(({ id }) => id),
    ]);
    expect(new Map(answered)).toEqual(changed);
    expect(answered.filter(([, sources]) => sources.length > 0).length).toBeGreaterThan(10);
    expect(answered.filter(([, sources]) => sources.length === 0).length).toBeGreaterThan(0);
  });

  test('an event belongs to the status of those whom a report names that counted then', async () => {
    const parties = (authority: string): Participation[] => [
      { role: 'AGENT', entity: authority, onBehalfOf: null },
      { role: 'TARGET', entity: 'v-guard', onBehalfOf: null },
    ];
    const world = disagreeingWorld();
    const reports = [report(1, parties('v-ybury')), report(3, parties('v-lodka'))];
    await loadDataset(service.graph, { ...world, events: [event('event:v-1', 'DESIGNATED', reports)] });
    const stateOf = (authority: string, knownBy: string) =>
      `status(authority: "${authority}", subject: "v-guard", regime: DESIGNATION, on: "2024-12-01", knownBy: "${knownBy}") { state }`;
    const answer = await service.data(`{
      before: ${stateOf('v-ybury', '2024-03-01')} other: ${stateOf('v-lodka', '2024-03-01')}
      after: ${stateOf('v-ybury', '2024-05-01')} otherAfter: ${stateOf('v-lodka', '2024-05-01')}
      positions(subject: "v-guard", regime: DESIGNATION, on: "2024-12-01", knownBy: "2024-03-01") { rows { authority { id } } }
    }`);
    expect(answer).toEqual({
      before: { state: 'IN_FORCE' },
      other: { state: 'NO_RECORD' },
      after: { state: 'IN_FORCE' },
      otherAfter: { state: 'IN_FORCE' },
      positions: { rows: [{ authority: { id: 'v-ybury' } }] },
    });
  });
});

type Statuses = Map<string, { state: string; breaksIfRetracted: { id: string }[] }>;

/** Every status there is to ask for on some days, as known now and as known by a day, in the world once it is loaded. */
async function statusesIn(world: DatasetRecord): Promise<Statuses> {
  await loadDataset(service.graph, world);
  const asked = AUTHORITIES.flatMap((authority) =>
    SUBJECTS.flatMap((subject) =>
      ['2024-01-12', '2024-02-20', '2024-12-01'].flatMap((on) =>
        [null, '2024-03-15'].map((knownBy) => ({ authority, subject, on, knownBy })),
      ),
    ),
  );
  const fields = asked.map(
    ({ authority, subject, on, knownBy }, i) =>
      `s${i}: status(authority: "${authority}", subject: "${subject}", regime: DESIGNATION, on: "${on}"
        knownBy: ${JSON.stringify(knownBy)}) { state breaksIfRetracted { id } }`,
  );
  const answer = await service.data<Record<string, { state: string; breaksIfRetracted: { id: string }[] }>>(
    `{ ${fields.join('\n')} }`,
  );
  return new Map(asked.map((one, i) => [JSON.stringify(one), answer[`s${i}`]!]));
}

function withoutReports(world: DatasetRecord, source: string): DatasetRecord {
  const events = world.events.map((one) => ({
    ...one,
    reports: one.reports.filter((report) => report.source !== source),
  }));
  return { ...world, events: events.filter(({ reports }) => reports.length > 0) };
}

function withRetracted(world: DatasetRecord, source: string): DatasetRecord {
  const sources = world.sources.map((one) => (one.id === source ? { ...one, retracted: '2024-01-01' } : one));
  return { ...world, sources };
}

/** The same on every run. */
function disagreeingWorld(): DatasetRecord {
  const [events] = fc.sample(fc.tuple(...[...Array(12).keys()].map(anyEvent)), {
    seed: 20_241_004,
    numRuns: 1,
  });
  return {
    id: ID,
    entities: [...AUTHORITIES, ...SUBJECTS].map((id) => ({
      ...ENTITY.empty,
      ...{ id, kind: 'ORGANIZATION', name: id },
    })),
    sources: SOURCES.map((id, i) => ({
      ...SOURCE.empty,
      ...{ id, title: id, publisher: 'Ybury Gazette', role: 'TEXT' },
      ...{ published: `2024-0${i + 1}-20`, read: '2024-12-01' },
    })),
    events: events!,
  };
}

function anyEvent(i: number): fc.Arbitrary<EventRecord> {
  const types = ['DESIGNATED', 'DELISTED', 'LISTS', 'DOES_NOT_LIST', 'DOES_NOT_LIST'] as const;
  const reports = fc.array(
    fc.tuple(
      fc.nat(SOURCES.length - 1),
      anyParticipants,
      fc.constantFrom('AFFIRMS', 'AFFIRMS', 'AFFIRMS', 'DENIES'),
      fc.constantFrom('2024-01-05', '2024-01-10', '[2024-01-10..2024-01-15]', '2024-02', '2024-02-15'),
    ),
    { minLength: 1, maxLength: 3 },
  );
  return fc.tuple(fc.constantFrom(...types), reports).map(([type, said]) =>
    event(
      `event:v-${i}`,
      type,
      said.map(([source, participants, stance, date], n) => ({
        ...report(source, participants),
        stance,
        date,
        locator: `p${n}`,
      })),
    ),
  );
}

const anyParticipants = fc
  .tuple(fc.constantFrom(...AUTHORITIES, null), fc.constantFrom(...SUBJECTS))
  .map(([authority, subject]): Participation[] => [
    ...(authority === null ? [] : [{ role: 'AGENT' as const, entity: authority, onBehalfOf: null }]),
    { role: 'TARGET', entity: subject, onBehalfOf: null },
  ]);

function report(source: number, participants: Participation[]): EventRecord['reports'][number] {
  return {
    ...REPORT.empty,
    ...{ source: SOURCES[source]!, date: '2024-01-10', locator: `p${source}`, participants },
  };
}

function event(id: string, type: EventRecord['type'], reports: EventRecord['reports']): EventRecord {
  return { ...EVENT.empty, id, type, summary: `What ${id} tells`, participants: [], reports };
}
