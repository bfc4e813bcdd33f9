import { plainStatement } from '../setup/plainStatement.ts';
import fc from 'fast-check';
import { KIND_NAMES } from '../../src/ontology/kinds.ts';
import type { Coding } from '../../src/ontology/codings.ts';
import { type EventType, isSymmetric } from '../../src/ontology/lookups.ts';
import type { DatasetRecord } from '../../src/record/dataset.ts';
import { ENTITY, type EntityRecord } from '../../src/record/entity.ts';
import { EVENT, type EventRecord } from '../../src/record/event.ts';
import type { Participation } from '../../src/record/participation.ts';
import { SOURCE, type SourceRecord } from '../../src/record/source.ts';
import type { Role } from '../../src/ontology/roles.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import { REPORT } from '../../src/record/report.ts';

const ID = 'test-world';
const TYPES: EventType[] = ['DESIGNATED', 'URGED', 'MET', 'HOLDS_POST', 'FOUGHT', 'BORDERS', 'RECOGNIZED'];
const DATES = [
  ...['2023-12', '2024-01-15', '2024-01-15', '2024-01-15', '2024-01~', '2024-05-02?', '2024', '202X'],
  ...[
    '[..2024-01-15]',
    '[2024-01-15..]',
    '2023-06/2024-02',
    '2020/..',
    '../2024-03',
    '[2024-01-10..2024-01-20]',
  ],
];
const STRANGERS = [...Array(18).keys()].map((i) => `w-${String(i).padStart(2, '0')}`);
const CROWD = [...Array(24).keys()].map((i) => `w-crowd-${String(i).padStart(2, '0')}`);
/** Two of the corpus, so that its paths and those of the world meet. */
const PEOPLE = [...STRANGERS, 'russia', 'taliban'];
const SOURCES = [...Array(6).keys()].map((i) => `source:w-${i}`);
/** Two pages of one, an agency and its reprint, two of whom nothing is known. */
const PUBLISHERS = ['The World', 'THE WORLD', 'Globe Agency', 'Weekly (Globe Agency)', 'unknown', 'unknown'];

/**
 * A made-up world beside the corpus, the same on every run for one seed, to meet what the corpus does not hold: many events on one
 * day, envoys on both sides, crowds, reports that differ in their participants, denials, a retracted source.
 */
export function world(seed = 20_250_703): DatasetRecord {
  const [events] = fc.sample(fc.tuple(...[...Array(90).keys()].map(anyEvent)), { seed, numRuns: 1 });
  return {
    id: ID,
    entities: [...STRANGERS, ...CROWD].map(entity),
    sources: SOURCES.map(source),
    events: [...events!, crowd('MET', true), crowd('FOUGHT', false)],
  };
}

/**
 * A register and a program beside the world: each has events of its own, and reports some of the world's again,
 * some of which both report.
 */
export function otherReaders(): DatasetRecord[] {
  return [
    otherReader('register', 'REGISTER', (place) => place % 5 === 0),
    otherReader('program', 'MACHINE', (place) => place % 7 === 0),
  ];
}

function otherReader(name: string, coding: Coding, repeats: (place: number) => boolean): DatasetRecord {
  const { entities, events } = world();
  const own = world(name.length)
    .events.slice(0, 20)
    .map((event) => ({ ...event, id: event.id.replace('event:w-', `event:w-${name}-`) }));
  const retold = (event: EventRecord, n: number): EventRecord => ({
    ...event,
    reports: event.reports.slice(0, 1).map(({ stance, date }) => ({
      ...REPORT.empty,
      ...{ source: `source:w-${name}-${n % 2}`, stance, date, locator: 'row' },
    })),
  });
  return {
    id: `${ID}-${name}`,
    coding,
    entities,
    sources: ['2024-02-02', null].map((published, i) => ({
      ...source(`source:w-${name}-${i}`, i),
      ...{ publisher: name, published },
    })),
    events: [...own, ...events.filter((_, place) => repeats(place))].map(retold),
  };
}

/** Puts the world into the graph; what it answers takes it out again. */
export async function visitWorld(
  graph: Graph,
  seed?: number,
  others: readonly DatasetRecord[] = [],
): Promise<() => Promise<void>> {
  const all = [world(seed), ...others];
  for (const one of all) await loadDataset(graph, one);
  return async () => {
    for (const { id, ...one } of all.toReversed()) {
      await loadDataset(graph, { ...one, id, entities: [], sources: [], events: [] });
      await graph.write(async (tx) => {
        await tx.run(plainStatement('MATCH (d:Dataset {id: $id}) DETACH DELETE d', { id }));
      });
    }
  };
}

function entity(id: string, i: number): EntityRecord {
  const names = ['Zoë Ångström', "Côte d'Ybury", 'U.W.O.', "People's Guard of Ybury", 'Łódka', 'Йорвик'];
  const kind = KIND_NAMES[i % KIND_NAMES.length]!;
  return { ...ENTITY.empty, id, kind, name: names[i] ?? `Stranger ${id}`, aliases: [`Alias of ${id}`] };
}

function source(id: string, i: number): SourceRecord {
  return {
    ...SOURCE.empty,
    id,
    title: `Title ${i}`,
    publisher: PUBLISHERS[i]!,
    role: 'TEXT',
    published: i % 2 === 0 ? null : `2024-0${i}`,
    read: '2024-12-01',
    retracted: i === 5 ? '2024-12-24' : null,
  };
}

function anyEvent(i: number): fc.Arbitrary<EventRecord> {
  return fc.constantFrom(...TYPES).chain((type) =>
    fc
      .record({
        participants: anyParticipants(type),
        reports: fc.array(anyReport(type), { minLength: 1, maxLength: 3 }),
        topics: fc.subarray(['Security', 'trade', 'Élections'], { maxLength: 2 }),
        places: fc.subarray(['Ybury', 'Moscow'], { maxLength: 1 }),
      })
      .map(({ reports, ...rest }) => ({
        ...eventOf(`event:w-${String(i).padStart(3, '0')}`, type),
        ...rest,
        reports: reports.map((report, n) => ({ ...REPORT.empty, ...report, locator: `p${n}` })),
      })),
  );
}

function anyReport(type: EventType) {
  return fc.record({
    source: fc.constantFrom(...SOURCES),
    stance: fc.constantFrom('AFFIRMS', 'AFFIRMS', 'AFFIRMS', 'AFFIRMS', 'EXPECTS', 'DENIES'),
    date: fc.constantFrom(...DATES),
    attributedTo: fc.option(fc.constantFrom(...PEOPLE)),
    participants: fc.option(anyParticipants(type), { freq: 4 }),
  });
}

function anyParticipants(type: EventType): fc.Arbitrary<Participation[]> {
  const some = (role: Role, minLength: number, maxLength: number) =>
    fc.uniqueArray(
      fc
        .record({
          role: fc.constant(role),
          entity: fc.constantFrom(...PEOPLE),
          onBehalfOf: fc.option(fc.constantFrom(...PEOPLE), { freq: 3 }),
        })
        .filter(({ entity: one, onBehalfOf }) => one !== onBehalfOf),
      { minLength, maxLength, selector: (one) => `${one.entity} ${one.onBehalfOf}` },
    );
  const sides = isSymmetric(type) ? [some('PARTY', 2, 4)] : [some('AGENT', 1, 2), some('TARGET', 1, 2)];
  return fc.tuple(...sides, some('ABOUT', 0, 1)).map((lists) => lists.flat());
}

function crowd(type: EventType, withFormat: boolean): EventRecord {
  const format = withFormat ? [{ role: 'FORMAT' as const, entity: 'w-00', onBehalfOf: null }] : [];
  const parties = CROWD.map((one) => ({ role: 'PARTY' as const, entity: one, onBehalfOf: null }));
  return {
    ...eventOf(`event:w-crowd-${type.toLowerCase()}`, type),
    participants: [...parties, ...format],
    reports: [{ ...REPORT.empty, source: 'source:w-1', date: '2024-01-15', locator: 'p9' }],
  };
}

function eventOf(id: string, type: EventType): EventRecord {
  return { ...EVENT.empty, id, type, summary: `What ${id} tells`, participants: [], reports: [] };
}
