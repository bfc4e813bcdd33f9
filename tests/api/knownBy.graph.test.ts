import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DatasetRecord } from '../../src/record/dataset.ts';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import { addDays, type Day } from '../../src/time/day.ts';
import type { Certainty } from '../../src/time/period.ts';
import { startService, type TestService } from '../setup/testService.ts';
import { heardBy, publicationsOf } from './replay.ts';
import { world } from './world.ts';

/**
 * The law of the known axis: the answer by a day is that to the same question, by that day, of a graph which was given
 * only what had been published by then. One world is loaded whole, under ids of its own; another, for each day, as it would have been loaded then.
 */
const WHOLE = renamed(world(), 'whole-');
const PUBLICATIONS = publicationsOf(WHOLE);
const IDS = WHOLE.entities.map(({ id }) => id);

/** Days before, between and after those on which sources of the world were published and retracted. */
const KNOWN_BY: readonly (readonly [Day, Certainty])[] = [
  ...(['2024-01-15', '2024-01-16', '2024-01-31', '2024-03-15', '2024-05-31'] as const).map(
    (day) => [day, 'POSSIBLE'] as const,
  ),
  ...(['2024-01-31', '2024-03-31', '2024-05-31', '2024-12-01', '2024-12-24'] as const).map(
    (day) => [day, 'CERTAIN'] as const,
  ),
];
/** Days on which it is asked what happened, or was in force. */
const HAPPENED: readonly Day[] = Array.from({ length: 50 }, (_, i) => addDays('2023-11-01', i * 6));

/** What is asked of each pair of days in turn. */
const QUESTIONS = [
  `query ($known: Date, $certainty: Certainty!, $events: EventFilter) {
  events(where: $events, first: 200) { totalCount edges { node {
    id date(knownBy: $known, certainty: $certainty) { edtf disputed qualified }
    stances(knownBy: $known, certainty: $certainty)
    participants(knownBy: $known, certainty: $certainty) { role entity { id } onBehalfOf { id } }
    reports(knownBy: $known, certainty: $certainty) { id stance } } } } }`,
  `query ($known: Date, $certainty: Certainty!, $ties: RelationshipFilter) {
  relationships(where: $ties, first: 60) { totalCount edges { node {
    id type date(knownBy: $known, certainty: $certainty) { edtf } sources(knownBy: $known, certainty: $certainty) { id }
    independentSourceCount(knownBy: $known, certainty: $certainty) weakestLink(knownBy: $known, certainty: $certainty) { id } } } } }`,
  `query ($known: Date, $certainty: Certainty!, $events: EventFilter, $ties: RelationshipFilter,
    $counterparts: CounterpartFilter, $a: ID!, $on: Date!) {
  entity(id: $a) {
    events(where: $events) { totalCount }
    relationships(where: $ties) { totalCount edges { node { id } } }
    counterparts(where: $counterparts) { totalCount edges { node { entity { id } events types earliest latest } } }
    posts(on: $on, knownBy: $known, certainty: $certainty) { holder { id } office { id } date { edtf } event { id } } } }`,
  `query ($known: Date, $certainty: Certainty!, $a: ID!, $on: Date!, $during: PeriodInput!) {
  entity(id: $a) { statuses(on: $on, knownBy: $known, certainty: $certainty) {
    authority { id } regime state since { edtf } evidence { event { id } date { edtf } sources { id } }
    breaksIfRetracted { id } independentSourceCount } }
  changes(entities: [$a], during: $during, knownBy: $known, certainty: $certainty) { truncated items {
    __typename kind summary date { edtf } sources { id }
    ... on StatusChange { regime from to causes { id } } } } }`,
  `query ($paths: PathFilter, $a: ID!, $b: ID!) {
  shortest: paths(from: $a, to: $b, where: $paths) { items { ...path } }
  several: paths(from: $a, to: $b, where: $paths, mode: K_SHORTEST, limit: 3) { items { ...path } }
  earliest: paths(from: $a, to: $b, where: $paths, mode: EARLIEST_ARRIVAL) { items { ...path } } }
fragment path on Path { length arrivesOn departs { edtf } arrives { edtf } hops { relationship { id } parallelCount } }`,
];

let service: TestService;
beforeAll(async () => {
  service = await startService();
  await loadDataset(service.graph, WHOLE);
});
afterAll(async () => {
  for (const id of ['whole-world', 'heard-world'])
    await loadDataset(service.graph, { id, entities: [], sources: [], events: [] });
  await service.close();
});

test.each(KNOWN_BY)(
  'what is answered as known by %s (%s) is what a graph of that day answers',
  async (day, certainty) => {
    const heard = renamed(heardBy(WHOLE, PUBLICATIONS, day, certainty), 'heard-', 'whole-');
    await loadDataset(service.graph, heard);
    const answers = new Set<string>();
    for (const [index, happened] of HAPPENED.entries()) {
      const [a, b] = pairOn(happened);
      const question = QUESTIONS[index % QUESTIONS.length]!;
      const then = await answered('whole-', question, { happened, a, b, certainty, knownBy: day });
      expect(then).toEqual(await answered('heard-', question, { happened, a, b, certainty, knownBy: day }));
      answers.add(then);
    }
    expect(answers.size).toBeGreaterThan(QUESTIONS.length);
  },
);

interface Asked {
  readonly happened: Day;
  readonly a: string;
  readonly b: string;
  readonly certainty: Certainty;
  readonly knownBy: Day;
}

/** The answer in one of the worlds, with the ids of the other taken for the same. */
async function answered(
  prefix: string,
  question: string,
  { happened, a, b, certainty, knownBy }: Asked,
): Promise<string> {
  const during = { from: happened, to: addDays(happened, 20) };
  const known = { during, certainty, knownBy };
  const participants = { any: IDS.map((id) => id.replace('whole-', prefix)) };
  const data = await service.data(question, {
    ...{ a: prefix + a, b: prefix + b, on: happened, known: knownBy, certainty },
    during,
    events: { ...known, participants, stances: ['AFFIRMS', 'DENIES'] },
    ties: { ...known, participants },
    counterparts: known,
    paths: { ...known, during: { from: '2023-06-01', to: during.to } },
  });
  return JSON.stringify(data, null, 1).replaceAll(prefix, '');
}

/** Other ends for each day, the same ones on every run. */
function pairOn(day: Day): [string, string] {
  const names = [...Array(12).keys()].map((i) => `w-${String(i).padStart(2, '0')}`);
  const [pair] = fc.sample(
    fc.shuffledSubarray([...names, 'russia', 'taliban'], { minLength: 2, maxLength: 2 }),
    {
      seed: Number(day.replaceAll('-', '')),
      numRuns: 1,
    },
  );
  return pair as [string, string];
}

/** A world under other ids, of entities that it does not share with the corpus. */
function renamed(dataset: DatasetRecord, prefix: string, before = ''): DatasetRecord {
  const idOf = (id: string): string => {
    const [, kind = '', rest = ''] = /^(event:|source:)?(.*)$/.exec(id) ?? [];
    return kind + prefix + rest.slice(before.length);
  };
  const parts = <T extends { entity: string; onBehalfOf: string | null }>(all: readonly T[]) =>
    all.map((one) => ({
      ...one,
      entity: idOf(one.entity),
      onBehalfOf: one.onBehalfOf === null ? null : idOf(one.onBehalfOf),
    }));
  const guests = before === '' ? ['russia', 'taliban'] : [];
  const [example] = dataset.entities;
  return {
    id: `${prefix}world`,
    entities: [...dataset.entities, ...guests.map((id) => ({ ...example!, id, name: id, aliases: [] }))].map(
      (entity) => ({ ...entity, id: idOf(entity.id) }),
    ),
    sources: dataset.sources.map((source) => ({ ...source, id: idOf(source.id) })),
    events: dataset.events.map((event) => ({
      ...event,
      id: idOf(event.id),
      participants: parts(event.participants),
      reports: event.reports.map((report) => ({
        ...report,
        source: idOf(report.source),
        attributedTo: report.attributedTo === null ? null : idOf(report.attributedTo),
        participants: report.participants === null ? null : parts(report.participants),
      })),
    })),
  };
}
