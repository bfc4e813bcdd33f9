import fc from 'fast-check';
import type { Kind } from '../../src/ontology/kinds.ts';
import type { EventType } from '../../src/ontology/lookups.ts';
import type { DatasetRecord } from '../../src/record/dataset.ts';
import { ENTITY, type EntityRecord } from '../../src/record/entity.ts';
import { EVENT, type EventRecord } from '../../src/record/event.ts';
import { type Participation, participantsIn } from '../../src/record/participation.ts';
import { REPORT, type ReportRecord } from '../../src/record/report.ts';
import { SOURCE, type SourceRecord } from '../../src/record/source.ts';
import type { Role } from '../../src/ontology/roles.ts';

/** Every id in a test's dataset begins so: nothing else in the graph does. */
export const PREFIX = 'load-test-';

export const dataset = (name: string, records: Partial<Omit<DatasetRecord, 'id'>> = {}): DatasetRecord => ({
  id: `${PREFIX}${name}`,
  entities: [],
  sources: [],
  events: [],
  ...records,
});

export const entity = (name: string, changes: Partial<EntityRecord> = {}): EntityRecord => ({
  ...ENTITY.empty,
  id: `${PREFIX}${name}`,
  kind: 'COUNTRY',
  name,
  ...changes,
});

export const source = (name: string, changes: Partial<SourceRecord> = {}): SourceRecord => ({
  ...SOURCE.empty,
  id: `source:${PREFIX}${name}`,
  title: `The ${name}`,
  publisher: 'A press',
  role: 'TEXT',
  published: '2024-05-05',
  read: '2024-06-01',
  ...changes,
});

export const report = (of: string, changes: Partial<ReportRecord> = {}): ReportRecord => ({
  ...REPORT.empty,
  source: `source:${PREFIX}${of}`,
  date: '2024-05-03',
  locator: 'p1',
  ...changes,
});

export const part = (role: Role, name: string, onBehalfOf: string | null = null): Participation => ({
  role,
  entity: `${PREFIX}${name}`,
  onBehalfOf: onBehalfOf === null ? null : `${PREFIX}${onBehalfOf}`,
});

export const event = (name: string, changes: Partial<EventRecord> = {}): EventRecord => ({
  ...EVENT.empty,
  id: `event:${PREFIX}${name}`,
  type: 'URGED',
  summary: `About ${name}`,
  participants: [part('AGENT', 'ada'), part('TARGET', 'bo')],
  reports: [report('gazette')],
  ...changes,
});

const NAMES = ['ada', 'bo', 'cy', 'dee'];
const SOURCES = ['gazette', 'herald', 'post'];
const EVENTS = ['talks', 'appeal', 'pact'];

/** Datasets that declare and report the same few things differently; each declares all that it refers to. */
export function anyDataset(name: string): fc.Arbitrary<DatasetRecord> {
  return fc
    .tuple(fc.subarray(NAMES), fc.subarray(SOURCES), fc.subarray(EVENTS))
    .chain(([names, sources, events]) =>
      fc.record({
        entities: fc.tuple(...NAMES.map(anyEntity)),
        sources: fc.tuple(...SOURCES.map(anySource)),
        events: fc.tuple(...events.map((each) => anyEventOf(each, events))),
        names: fc.constant(names),
        sourceNames: fc.constant(sources),
      }),
    )
    .map(({ entities, sources, events, names, sourceNames }) => {
      const needed = new Set(events.flatMap(idsIn));
      const isKept = (kept: readonly string[]) => (one: { id: string }) =>
        needed.has(one.id) || kept.some((each) => one.id.endsWith(each));
      const kept = entities.filter(isKept(names)).map(({ id }) => id);
      return dataset(name, {
        entities: entities
          .filter(({ id }) => kept.includes(id))
          .map((one) => (one.partOf === null || kept.includes(one.partOf) ? one : { ...one, partOf: null })),
        sources: sources.filter(isKept(sourceNames)),
        events,
      });
    });
}

/** The dataset with all that has no order of its own in another order. */
export function shuffled(original: DatasetRecord): fc.Arbitrary<DatasetRecord> {
  return fc.record({
    id: fc.constant(original.id),
    entities: inAnyOrder(original.entities),
    sources: inAnyOrder(original.sources),
    events: fc
      .tuple(
        ...original.events.map((each) =>
          fc.record({
            participants: inAnyOrder(each.participants),
            reports: inAnyOrder(each.reports),
            follows: inAnyOrder(each.follows),
          }),
        ),
      )
      .chain((changes) => inAnyOrder(original.events.map((each, i) => ({ ...each, ...changes[i] })))),
  });
}

function inAnyOrder<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}

function idsIn(one: EventRecord): (string | null)[] {
  return one.reports.flatMap((each) => [
    each.source,
    each.attributedTo,
    ...participantsIn(each, one).flatMap((each) => [each.entity, each.onBehalfOf]),
  ]);
}

function anyEntity(name: string): fc.Arbitrary<EntityRecord> {
  return fc
    .record({
      kind: fc.constantFrom<Kind>('COUNTRY', 'ORGANIZATION', 'ACTOR'),
      name: fc.constantFrom(name, `${name} the second`),
      aliases: fc.subarray(['one', 'two']),
      partOf: fc.option(
        fc.constantFrom(...NAMES.filter((other) => other > name), 'dee').map((other) => `${PREFIX}${other}`),
      ),
      identifiers: fc
        .subarray(['1', '2', '3'], { maxLength: 2 })
        .map((values) => values.map((value) => ({ scheme: 'load-test', value }))),
    })
    .map((changes) => entity(name, { ...changes, partOf: name === 'dee' ? null : changes.partOf }));
}

function anySource(name: string): fc.Arbitrary<SourceRecord> {
  return fc
    .record({
      publisher: fc.constantFrom('A press', 'Another press'),
      published: fc.constantFrom(null, '2024-05-05', '2024-05', '[..2024-05-20]'),
      retracted: fc.constantFrom(null, null, null, '2024-07-01'),
    })
    .map((changes) => source(name, changes));
}

function anyEventOf(name: string, all: readonly string[]): fc.Arbitrary<EventRecord> {
  return fc
    .record({
      type: fc.constantFrom<EventType>('MET', 'URGED', 'HOLDS_POST'),
      summary: fc.constantFrom('One summary', 'Another summary'),
      post: fc.constantFrom(null, 'envoy', 'speaker'),
      topics: fc.subarray(['aid', 'trade']),
      participants: anyParticipants(),
      reports: fc
        .array(anyReport(), { minLength: 1, maxLength: 3 })
        .map((reports) => reports.map((each, i) => ({ ...each, locator: `p${i}` }))),
      follows: fc.subarray(all.filter((other) => other < name).map((other) => `event:${PREFIX}${other}`)),
    })
    .map((changes) => event(name, changes));
}

function anyReport(): fc.Arbitrary<ReportRecord> {
  return fc.constantFrom(...SOURCES).chain((name) =>
    fc
      .record({
        stance: fc.constantFrom('AFFIRMS', 'AFFIRMS', 'DENIES', 'EXPECTS'),
        date: fc.constantFrom('2024-05-03', '2024-05', '2024-05-04~', '[..2024-05-10]', '2024-05-01/..'),
        attributedTo: fc.option(fc.constantFrom(...NAMES).map((each) => `${PREFIX}${each}`)),
        participants: fc.option(anyParticipants()),
      })
      .map((changes) => report(name, changes)),
  );
}

function anyParticipants(): fc.Arbitrary<Participation[]> {
  const participation = fc
    .record({
      role: fc.constantFrom<Role>('AGENT', 'TARGET', 'PARTY', 'PARTY'),
      name: fc.constantFrom(...NAMES),
      onBehalfOf: fc.option(fc.constantFrom(...NAMES)),
    })
    .map(({ role, name, onBehalfOf }) => part(role, name, onBehalfOf));
  return fc.array(participation, { minLength: 1, maxLength: 4 });
}
