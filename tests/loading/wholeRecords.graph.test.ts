import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Graph } from '../../src/graph/graph.ts';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import {
  entityRecord,
  eventRecord,
  sourceRecord,
  wholeEntities,
  wholeEvents,
  wholeSources,
} from '../../src/queries/wholeRecords.ts';
import { ENTITY } from '../../src/record/entity.ts';
import { EVENT } from '../../src/record/event.ts';
import { PARTICIPATION } from '../../src/record/participation.ts';
import { REPORT } from '../../src/record/report.ts';
import { SOURCE } from '../../src/record/source.ts';
import { anyRecord } from '../record/anyRecord.ts';
import { testGraph } from '../setup/testGraph.ts';
import { dataset, PREFIX } from './smallDatasets.ts';
import { clear } from './snapshot.ts';

let graph: Graph;
beforeAll(() => {
  graph = testGraph();
});
afterEach(() => clear(graph, 'a'));
afterAll(() => graph.close());

const ids = (prefix: string, count: number) => [...Array(count).keys()].map((i) => `${prefix}${PREFIX}${i}`);
const [ENTITIES, SOURCES, EVENTS] = [ids('', 9), ids('source:', 9), ids('event:', 9)];

test('What is read of records is what was written, whatever the texts, dates and numbers', async () => {
  const [entities, sources, events] = fc.sample(
    fc.tuple(all(ENTITIES, anyEntity), all(SOURCES, anySource), all(EVENTS, anyEvent)),
    { numRuns: 1, seed: 20_240_501 },
  )[0]!;
  const written = dataset('a', { entities, sources, events });
  await loadDataset(graph, written);
  const read = {
    entities: (await graph.read(wholeEntities(ENTITIES))).map(entityRecord),
    sources: (await graph.read(wholeSources(SOURCES))).map(sourceRecord),
    events: (await graph.read(wholeEvents(EVENTS))).map((row) => eventRecord(row, written.id)),
  };
  expect(read).toEqual({ entities, sources, events });
});

function all<T>(names: readonly string[], any: (id: string, i: number) => fc.Arbitrary<T>) {
  return fc.tuple(...names.map(any));
}

function anyEntity(id: string, i: number) {
  return anyRecord(ENTITY, {
    id: fc.constant(id),
    partOf: fc.constantFrom(null, ...ENTITIES.slice(0, i)),
    identifiers: fc.constant([{ scheme: 'whole', value: id }]),
  });
}

function anySource(id: string) {
  return anyRecord(SOURCE, { id: fc.constant(id) });
}

function anyEvent(id: string, i: number) {
  return anyRecord(EVENT, {
    id: fc.constant(id),
    type: fc.constantFrom('URGED', 'PRAISED', 'CRITICIZED'),
    partOf: fc.subarray(EVENTS.slice(0, i)),
    follows: fc.subarray(EVENTS.slice(0, i)),
    participants: fc.tuple(anyParticipant('AGENT'), anyParticipant('TARGET')),
    // The first names no participants, so that they are the event's.
    reports: fc.tuple(anyReport('p0', fc.constant(null)), anyReport('p1', fc.tuple(anyParticipant('ABOUT')))),
  });
}

function anyReport(locator: string, participants: fc.Arbitrary<unknown>) {
  return anyRecord(REPORT, {
    participants,
    locator: fc.constant(locator),
    source: fc.constant(SOURCES[0]),
    attributedTo: fc.constantFrom(null, ...ENTITIES),
  });
}

function anyParticipant(role: string) {
  return anyRecord(PARTICIPATION, {
    role: fc.constant(role),
    entity: fc.constantFrom(...ENTITIES),
    onBehalfOf: fc.constantFrom(null, ...ENTITIES),
  });
}
