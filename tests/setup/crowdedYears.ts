import type { EventType } from '../../src/ontology/lookups.ts';
import type { DatasetRecord } from '../../src/record/dataset.ts';
import { ENTITY, type EntityRecord } from '../../src/record/entity.ts';
import { EVENT, type EventRecord } from '../../src/record/event.ts';
import { SOURCE, type SourceRecord } from '../../src/record/source.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import { plainStatement } from './plainStatement.ts';
import { REPORT } from '../../src/record/report.ts';

const ID = 'test-crowded-years';
const EVENTS = 2_000;
const TYPES: EventType[] = ['MET', 'URGED', 'PRAISED', 'CRITICIZED', 'SIGNED_AGREEMENT'];
const MONTHS = [...Array(48).keys()].map((i) => ({ year: 2020 + Math.floor(i / 12), month: (i % 12) + 1 }));

/** Takes part in every twentieth event, and `ORDINARY` in as many as others do. */
export const HUB = 'crowded-hub';
export const ORDINARY = 'crowded-000';

/**
 * Four years of events between two hundred entities and a hub, the same on every run: enough that a plan which reads
 * more than its page is told from one that does not. A source a month; some dates are imprecise, some events are
 * reported again with another date.
 */
export function crowdedYears(): DatasetRecord {
  const random = randomNumbers(20_140_101);
  const entities = [HUB, ...[...Array(200).keys()].map((i) => `crowded-${String(i).padStart(3, '0')}`)];
  return {
    id: ID,
    entities: entities.map(entity),
    sources: MONTHS.map(source),
    events: [...Array(EVENTS).keys()].map((i) => event(i, entities, random)),
  };
}

/** Puts them into the graph; what it answers takes them out again. */
export async function visitCrowdedYears(graph: Graph): Promise<() => Promise<void>> {
  await loadDataset(graph, crowdedYears());
  return async () => {
    await loadDataset(graph, { id: ID, entities: [], sources: [], events: [] });
    await graph.write(async (tx) => {
      await tx.run(plainStatement('MATCH (d:Dataset {id: $id}) DETACH DELETE d', { id: ID }));
    });
  };
}

function event(i: number, entities: readonly string[], random: (below: number) => number): EventRecord {
  const month = Math.floor((i * MONTHS.length) / EVENTS);
  const { year, month: number } = MONTHS[month]!;
  const text = `${year}-${String(number).padStart(2, '0')}`;
  const day = `${text}-${String(1 + random(28)).padStart(2, '0')}`;
  const type = TYPES[random(TYPES.length)]!;
  const [one, other] = pair(i, entities, random);
  const [first, second] = ['MET', 'SIGNED_AGREEMENT'].includes(type)
    ? (['PARTY', 'PARTY'] as const)
    : (['AGENT', 'TARGET'] as const);
  const reports = [
    { ...REPORT.empty, source: `source:crowded-${month}`, date: i % 10 === 3 ? text : day, locator: `p${i}` },
  ];
  // Told more exactly, or otherwise, a month later.
  if (i % 20 === 3 && month + 1 < MONTHS.length)
    reports.push({ ...REPORT.empty, source: `source:crowded-${month + 1}`, date: day, locator: `p${i}` });
  return {
    ...EVENT.empty,
    id: `event:crowded-${String(i).padStart(4, '0')}`,
    type,
    summary: `The ${i}th of the crowded years`,
    participants: [
      { role: first, entity: one, onBehalfOf: null },
      { role: second, entity: other, onBehalfOf: null },
    ],
    reports,
  };
}

function pair(i: number, entities: readonly string[], random: (below: number) => number): [string, string] {
  const one = i % 20 === 0 ? 0 : 1 + random(entities.length - 1);
  const step = 1 + random(entities.length - 2);
  const other = 1 + ((one + step) % (entities.length - 1));
  return [entities[one]!, entities[other === one ? 1 + (other % (entities.length - 1)) : other]!];
}

function entity(id: string): EntityRecord {
  return { ...ENTITY.empty, id, kind: 'COUNTRY', name: `State ${id}` };
}

/** Published on the first day after its month. */
function source(_: unknown, i: number): SourceRecord {
  const { year, month } = MONTHS[i + 1] ?? { year: 2024, month: 1 };
  const published = `${year}-${String(month).padStart(2, '0')}-01`;
  const title = `Month ${i}`;
  return {
    ...SOURCE.empty,
    id: `source:crowded-${i}`,
    title,
    publisher: 'The Monthly',
    published,
    read: published,
  };
}

/** Numbers below a bound, in an order of their own: a linear congruence (Knuth's constants). */
function randomNumbers(seed: number): (below: number) => number {
  let state = BigInt(seed);
  return (below) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffff_ffff_ffff_ffffn;
    return Number((state >> 33n) % BigInt(below));
  };
}
