import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatasetRecord } from '../../src/record/dataset.ts';
import { readCorpus } from '../../src/program/readCorpus.ts';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import { batches } from '../../src/loading/batches.ts';
import { type Day, FIRST_DAY, LAST_DAY } from '../../src/time/day.ts';
import type { Certainty } from '../../src/time/period.ts';
import type { TestService } from '../setup/testService.ts';
import { enterWorld } from './enterWorld.ts';
import { world } from './world.ts';

let service: TestService;
let leave: () => Promise<void>;
let datasets: readonly DatasetRecord[];
beforeAll(async () => {
  ({ service, leave } = await enterWorld());
  datasets = [await readCorpus(), world()];
});
afterAll(async () => {
  for (const dataset of datasets) await loadDataset(service.graph, dataset);
  await leave();
});

interface Question {
  readonly from: string;
  readonly to: string;
  readonly mode: string;
  readonly strict?: boolean;
  readonly direction?: 'FORWARD' | 'BACKWARD';
  readonly where?: {
    readonly levels?: readonly string[];
    readonly certainty?: Certainty;
    readonly during?: { readonly from?: Day; readonly to?: Day };
    readonly sources?: readonly string[];
    readonly minSources?: number;
  };
}

const YEAR = { from: '2024-01-01', to: '2025-01-01' };

const NAMED = { levels: ['NAMED'] };
const SURE = { certainty: 'CERTAIN' } as const;

/** In every mode, with every condition that a retraction can undo; most paths are long, and some break in time alone. */
const QUESTIONS: readonly Question[] = [
  { from: 'w-00', to: 'w-07', mode: 'SHORTEST' },
  { from: 'taliban', to: 'w-14', mode: 'SHORTEST', where: { minSources: 2 } },
  { from: 'kyrgyzstan', to: 'united-states', mode: 'ALL_SHORTEST', where: { ...SURE, during: YEAR } },
  { from: 'w-05', to: 'russia', mode: 'K_SHORTEST', where: { ...SURE, during: YEAR } },
  { from: 'w-06', to: 'w-13', mode: 'K_SHORTEST', where: { levels: ['PRINCIPAL'] } },
  { from: 'w-08', to: 'w-14', mode: 'K_SHORTEST', where: { sources: ['source:w-0', 'source:w-1'] } },
  { from: 'w-04', to: 'united-states', mode: 'EARLIEST_ARRIVAL' },
  { from: 'w-16', to: 'w-04', mode: 'EARLIEST_ARRIVAL', where: NAMED },
  { from: 'w-12', to: 'taliban', mode: 'EARLIEST_ARRIVAL', direction: 'FORWARD' },
  { from: 'united-states', to: 'w-00', mode: 'EARLIEST_ARRIVAL', strict: true, where: SURE },
  { from: 'united-states', to: 'w-05', mode: 'EARLIEST_ARRIVAL', where: { during: YEAR } },
  {
    from: 'w-05',
    to: 'w-14',
    mode: 'EARLIEST_ARRIVAL',
    direction: 'FORWARD',
    where: { ...SURE, during: YEAR },
  },
  { from: 'w-02', to: 'w-05', mode: 'EARLIEST_ARRIVAL', direction: 'FORWARD', strict: true, where: NAMED },
  { from: 'w-10', to: 'united-states', mode: 'LATEST_DEPARTURE', direction: 'FORWARD', where: NAMED },
  { from: 'w-05', to: 'united-states', mode: 'LATEST_DEPARTURE', where: { ...SURE, ...NAMED } },
  { from: 'w-01', to: 'w-05', mode: 'LATEST_DEPARTURE', strict: true },
  { from: 'w-09', to: 'kyrgyzstan', mode: 'LATEST_DEPARTURE', where: { minSources: 2 } },
  { from: 'w-11', to: 'w-14', mode: 'FASTEST', where: { ...SURE, ...NAMED, during: { from: '2023-01-01' } } },
  { from: 'kyrgyzstan', to: 'united-states', mode: 'FASTEST', where: { ...SURE, during: YEAR } },
  { from: 'w-14', to: 'w-02', mode: 'SHORTEST_IN_TIME', strict: true },
  { from: 'w-12', to: 'united-states', mode: 'SHORTEST_IN_TIME', direction: 'FORWARD', where: SURE },
];

const PATHS = `query ($from: ID!, $to: ID!, $mode: PathMode!, $where: PathFilter, $direction: Direction! = EITHER,
    $strict: Boolean! = false) {
  paths(from: $from, to: $to, mode: $mode, where: $where, direction: $direction, strict: $strict, limit: 3) {
    items { breaksIfRetracted { id }
      hops { relationship { id type from { id } to { id } event { reports { source { id } } } } } } } }`;

interface Found {
  readonly question: Question;
  readonly breaking: readonly string[];
  readonly relationships: readonly { id: string; type: string; from: string; to: string }[];
  readonly reporting: readonly string[];
}

async function found(question: Question): Promise<Found[]> {
  const { paths } = await service.data(PATHS, { ...question });
  return paths.items.map(({ breaksIfRetracted, hops }: any): Found => {
    const crossed = hops.map(({ relationship }: any) => relationship);
    return {
      question,
      breaking: breaksIfRetracted.map(({ id }: any) => id),
      relationships: crossed.map(({ id, type, from, to }: any) => ({ id, type, from: from.id, to: to.id })),
      reporting: crossed.flatMap(({ event }: any) => event.reports.map(({ source }: any) => source.id)),
    };
  });
}

/** The relationships of these names that the graph has now, by their names. */
async function present(all: readonly Found['relationships'][number][]): Promise<Map<string, any>> {
  const pairs = [
    ...new Map(all.map(({ type, from, to }) => [`${type} ${from} ${to}`, { type, from, to }])).values(),
  ];
  const nodes = [];
  for (const batch of batches(pairs, 10)) {
    const fields = batch.map(
      ({ type, from, to }, i) =>
        `r${i}: relationships(first: 20, where: { types: [${type}], between: ["${from}", "${to}"] }) { ...Now }`,
    );
    const pages: any[] = Object.values(await service.data(`{ ${fields.join(' ')} } ${NOW}`));
    expect(pages.filter(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([]);
    nodes.push(...pages.flatMap(({ edges }) => edges.map(({ node }: any) => node)));
  }
  return new Map(nodes.map((node) => [node.id, node]));
}

const NOW = `fragment Now on RelationshipConnection { pageInfo { hasNextPage }
  edges { node { id level sources { id } date { earliest beginLatest endEarliest latest qualified edtf } } } }`;

/** Whether the path answers the question still, by the definition in docs/explanation/evidence.md. */
function stillHolds({ question, relationships }: Found, now: ReadonlyMap<string, any>): boolean {
  const { where = {}, strict = false, mode } = question;
  const crossed = relationships.map(({ id }) => now.get(id));
  if (crossed.includes(undefined)) return false;
  const each = crossed.every(({ level, sources }) => {
    const ids = sources.map(({ id }: any) => id);
    return (
      (where.levels?.includes(level) ?? true) &&
      ids.length >= (where.minSources ?? 0) &&
      (where.sources?.some((id) => ids.includes(id)) ?? true)
    );
  });
  return (
    each &&
    (mode.includes('SHORTEST') && mode !== 'SHORTEST_IN_TIME' ? overlap : follow)(crossed, where, strict)
  );
}

type Where = NonNullable<Question['where']>;

function overlap(crossed: readonly any[], { during, certainty = 'POSSIBLE' }: Where): boolean {
  return during === undefined || crossed.every((one) => follow([one], { during, certainty }, false));
}

/** Whether days can, or whatever the dates must, be chosen one after another. Days of texts compare as texts. */
function follow(
  crossed: readonly any[],
  { during, certainty = 'POSSIBLE' }: Where,
  strict: boolean,
): boolean {
  const isCertain = certainty === 'CERTAIN';
  const last = during?.to === undefined ? LAST_DAY : dayAfter(during.to, -1);
  let day: Day | null = null;
  for (const { date } of crossed) {
    if (isCertain && date.qualified) return false;
    const [opens, closes] = isCertain
      ? [date.beginLatest ?? LAST_DAY, date.endEarliest ?? openEnd(date)]
      : [date.earliest ?? FIRST_DAY, date.latest ?? LAST_DAY];
    const soonest: Day = day === null ? (during?.from ?? FIRST_DAY) : strict ? dayAfter(day, 1) : day;
    day = soonest > opens ? soonest : opens;
    if (soonest > closes || day! > last) return false;
  }
  return true;
}

/** An end of which nothing bounds the first day is open: at the start of time, or for what goes on at its end. */
function openEnd({ edtf }: { edtf: string }): Day {
  return edtf.endsWith('/..') ? LAST_DAY : FIRST_DAY;
}

function dayAfter(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The dataset as it is once the source is retracted. */
function without(dataset: DatasetRecord, source: string): DatasetRecord {
  const sources = dataset.sources.map((one) =>
    one.id === source ? { ...one, retracted: '2000-01-01' } : one,
  );
  return { ...dataset, sources };
}

describe('What would break a path if it were retracted', () => {
  test('does when it is, and retracting any other source of its events leaves the path as it is', async () => {
    const all: Found[] = [];
    for (const question of QUESTIONS) all.push(...(await found(question)));
    const relationships = all.flatMap((one) => one.relationships);
    const before = await present(relationships);
    for (const one of all) expect([one, stillHolds(one, before)]).toEqual([one, true]);
    const met = { breaking: 0, sparing: 0, conditions: 0 };
    for (const dataset of datasets) {
      const standing = dataset.sources
        .filter(({ role, retracted }) => role === 'TEXT' && retracted === null)
        .map(({ id }) => id);
      for (const source of standing.filter((id) => all.some(({ reporting }) => reporting.includes(id)))) {
        await loadDataset(service.graph, without(dataset, source));
        const after = await present(relationships);
        for (const one of all) {
          const breaks = one.breaking.includes(source);
          expect([one, source, stillHolds(one, after)]).toEqual([one, source, !breaks]);
          if (breaks && one.relationships.every(({ id }) => after.has(id))) met.conditions++;
          if (one.reporting.includes(source)) met[breaks ? 'breaking' : 'sparing']++;
        }
      }
      await loadDataset(service.graph, dataset);
    }
    expect(met.breaking).toBeGreaterThan(30);
    expect(met.sparing).toBeGreaterThan(15);
    // Every relationship is there still, but no longer what was asked for, or not in time.
    expect(met.conditions).toBeGreaterThan(10);
  });
});
