import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isSymmetric, PATH_TYPES } from '../../src/ontology/lookups.ts';
import { addDays, type Day, daysBetween, FIRST_DAY, LAST_DAY } from '../../src/time/day.ts';
import type { TestService } from '../setup/testService.ts';
import { enterWorld } from './enterWorld.ts';
import { type ReplayedRelationship, type Replay } from './replay.ts';

let service: TestService;
let known: Replay;
let leave: () => Promise<void>;
beforeAll(async () => {
  ({ service, known, leave } = await enterWorld());
});
afterAll(() => leave());

const MODES = ['EARLIEST_ARRIVAL', 'LATEST_DEPARTURE', 'FASTEST', 'SHORTEST_IN_TIME'] as const;

interface Question {
  readonly from: string;
  readonly to: string;
  readonly strict?: boolean;
  readonly direction?: 'FORWARD' | 'BACKWARD' | 'EITHER';
  readonly where?: {
    readonly certainty?: 'POSSIBLE' | 'CERTAIN';
    readonly during?: { readonly from?: Day; readonly to?: Day };
    readonly sources?: readonly string[];
  };
}

const PATHS = `query ($from: ID!, $to: ID!, $mode: PathMode!, $where: PathFilter, $direction: Direction! = EITHER,
    $strict: Boolean! = false, $limit: Int! = 10) {
  paths(from: $from, to: $to, mode: $mode, where: $where, direction: $direction, strict: $strict, limit: $limit) {
    truncated
    items { length departsOn arrivesOn departs { edtf } arrives { edtf }
      hops { from { id } to { id } day forward parallelCount
        relationship { from { id } to { id } date { edtf } event { id } sources { id } } } } } }`;

async function asked(question: Question & { limit?: number }, mode: string) {
  const { paths } = await service.data(PATHS, { ...question, mode });
  return paths as { truncated: boolean; items: any[] };
}

const number = (day: Day): number => daysBetween('1970-01-01', day);
const [FIRST, LAST] = [number(FIRST_DAY), number(LAST_DAY)];

/** The first and the last day of crossing that a question allows. */
function windowOf({ where }: Question): [number, number] {
  const { from = FIRST_DAY, to } = where?.during ?? {};
  return [number(from), to === undefined ? LAST : number(to) - 1];
}

/** By which day one is across who sets out by the other; Infinity if it is too late. */
function across({ event }: ReplayedRelationship, day: number, question: Question): number {
  const { earliest, beginLatest, endEarliest, latest, qualified } = event.view.date;
  const certain = question.where?.certainty === 'CERTAIN';
  const [opens, closes] = certain ? [beginLatest, endEarliest] : [earliest, latest];
  const [first, last] = windowOf(question);
  const soonest = Math.max(day + (question.strict ? 1 : 0), first);
  const on = Math.max(soonest, number(opens));
  return (certain && qualified) || soonest > number(closes) || on > last ? Infinity : on;
}

function mayCross({ type, from, sources }: ReplayedRelationship, here: string, question: Question): boolean {
  const { direction = 'EITHER', where } = question;
  if (!PATH_TYPES.includes(type)) return false;
  if (where?.sources && !sources.some((id) => where.sources!.includes(id))) return false;
  return direction === 'EITHER' || isSymmetric(type) || (direction === 'FORWARD') === (from === here);
}

/** The first days by which one can be anywhere, were events allowed to recur: by trying every relationship until nothing changes. */
function soonest(question: Question): Map<string, number> {
  const days = new Map([[question.from, windowOf(question)[0] - (question.strict ? 1 : 0)]]);
  for (let changed = true; changed;) {
    changed = false;
    for (const one of known.relationships) {
      for (const [here, next] of [
        [one.from, one.to],
        [one.to, one.from],
      ] as const) {
        const day = days.get(here);
        if (day === undefined || !mayCross(one, here, question)) continue;
        const on = across(one, day, question);
        if (on >= (days.get(next) ?? Infinity)) continue;
        days.set(next, on);
        changed = true;
      }
    }
  }
  return days;
}

/** Whether a path of at most so many hops, no entity and no event twice, arrives before the day. */
function arrivesBefore(day: number, question: Question, hops: number): boolean {
  const go = (here: string, now: number, seen: readonly string[], left: number): boolean =>
    known.relationships.some((one) => {
      if (one.from !== here && one.to !== here) return false;
      const next = one.from === here ? one.to : one.from;
      if (seen.includes(next) || seen.includes(one.event.record.id) || !mayCross(one, here, question))
        return false;
      const on = across(one, now, question);
      if (on >= day) return false;
      return (
        next === question.to || (left > 1 && go(next, on, [...seen, next, one.event.record.id], left - 1))
      );
    });
  return go(question.from, windowOf(question)[0] - (question.strict ? 1 : 0), [question.from], hops);
}

/** Open days are beyond all others. */
const dayOr = (day: Day | null, open: number): number => (day === null ? open : number(day));

function relationshipOf({ relationship: { event, from, to } }: any): ReplayedRelationship {
  return known.relationships.find(
    (one) => one.event.record.id === event.id && one.from === from.id && one.to === to.id,
  )!;
}

/** By which day each is crossed by who sets out on that day, and the last again; open ones as null. */
function daysAlong(crossed: readonly ReplayedRelationship[], start: number, question: Question) {
  let day = start - (question.strict ? 1 : 0);
  const days = crossed.map((one) => (day = across(one, day, question)));
  return [...days, day].map((one) =>
    one === Infinity ? 'too late' : one <= FIRST || one >= LAST ? null : addDays('1970-01-01', one),
  );
}

/** A path chains from end to end and, set out on when it says, is crossed on the days that it says. */
function expectInTime(path: any, question: Question): void {
  const ids = [path.hops[0].from.id, ...path.hops.map((hop: any) => hop.to.id)];
  expect([ids[0], ids.at(-1), ids.length - 1]).toEqual([question.from, question.to, path.length]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(path.hops.map((hop: any) => hop.relationship.event.id)).size).toBe(path.length);
  const crossed = path.hops.map((hop: any, i: number) => {
    expect(hop.from.id).toBe(ids[i]);
    const own = relationshipOf(hop);
    expect(mayCross(own, hop.from.id, question)).toBe(true);
    expect(hop.relationship.sources.map(({ id }: any) => id)).toEqual([...own.sources]);
    return own;
  });
  // Open may be the start of time or its end.
  const starts = path.departsOn === null ? [FIRST, LAST] : [number(path.departsOn)];
  const days = [...path.hops.map(({ day }: any) => day), path.arrivesOn];
  expect(starts.map((start) => daysAlong(crossed, start, question))).toContainEqual(days);
  expect([path.departs, path.arrives]).toEqual([
    path.hops[0].relationship.date,
    path.hops.at(-1).relationship.date,
  ]);
}

/** Where both are open they may be one day. */
const spanOf = ({ departsOn, arrivesOn }: any): number =>
  departsOn === null && arrivesOn === null ? 0 : dayOr(arrivesOn, LAST) - dayOr(departsOn, FIRST);

/** The answers of all modes, each sound and none beaten by another at what it seeks. */
async function expectBest(question: Question): Promise<number> {
  const answers = await Promise.all(MODES.map((mode) => asked(question, mode)));
  for (const { truncated, items } of answers) {
    expect(truncated).toBe(false);
    expect(items.length).toBe(answers[0]!.items.length);
    for (const path of items) expectInTime(path, question);
  }
  const bound = soonest(question).get(question.to);
  const [earliest, latest, fastest, shortest] = answers.map(({ items }) => items[0]);
  if (earliest === undefined) {
    expect(bound === undefined || !arrivesBefore(Infinity, question, 3)).toBe(true);
    return 0;
  }
  const arrival = dayOr(earliest.arrivesOn, FIRST);
  expect(arrival).toBeGreaterThanOrEqual(bound!);
  if (arrival > bound!) expect(arrivesBefore(arrival, question, 3)).toBe(false);
  for (const other of [earliest, latest, fastest, shortest]) {
    expect(arrival).toBeLessThanOrEqual(dayOr(other.arrivesOn, LAST));
    expect(dayOr(latest.departsOn, LAST)).toBeGreaterThanOrEqual(dayOr(other.departsOn, FIRST));
    if (other.departsOn !== null && other.arrivesOn !== null)
      expect(spanOf(fastest)).toBeLessThanOrEqual(spanOf(other));
    expect(shortest.length).toBeLessThanOrEqual(other.length);
  }
  return 1;
}

describe('Paths in time', () => {
  const year = { from: '2023-01-01', to: '2026-01-01' };
  const QUESTIONS: Record<string, Question> = {
    'from Kyrgyzstan to the United States': { from: 'kyrgyzstan', to: 'united-states' },
    'from the Taliban to the United States': { from: 'taliban', to: 'united-states' },
    'certainly, in a period': {
      from: 'kyrgyzstan',
      to: 'united-states',
      where: { certainty: 'CERTAIN', during: year },
    },
    'certainly, from a day on': {
      from: 'taliban',
      to: 'united-states',
      where: { certainty: 'CERTAIN', during: { from: '2021-01-01' } },
    },
    'strictly later each': { from: 'kyrgyzstan', to: 'united-states', strict: true, where: { during: year } },
    'forward alone': { from: 'russia', to: 'taliban', direction: 'FORWARD', where: { during: year } },
    'as some sources tell': {
      from: 'w-00',
      to: 'russia',
      where: { sources: ['source:w-0', 'source:w-1', 'source:w-2'] },
    },
  };

  test.each(Object.entries(QUESTIONS))(
    '%s chain in time, and each mode is the best at its own',
    async (_, question) => {
      expect(await expectBest(question)).toBe(1);
    },
  );

  test('between any two the modes agree on whether there is a path, and none is beaten', async () => {
    const strangers = known.dataset.entities.map(({ id }) => id).filter((id) => /^w-\d/.test(id));
    const entities = [...strangers, 'russia', 'taliban', 'kyrgyzstan', 'united-states', 'china'];
    let found = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...entities), { minLength: 2, maxLength: 2 }),
        fc.boolean(),
        fc.constantFrom('FORWARD' as const, 'BACKWARD' as const, 'EITHER' as const),
        fc.constantFrom('POSSIBLE' as const, 'CERTAIN' as const),
        fc.constantFrom(
          {},
          { during: year },
          { during: { from: '2024-01-01' } },
          { during: { to: '2024-02-01' } },
        ),
        async ([from, to], strict, direction, certainty, period) => {
          found += await expectBest({
            from: from!,
            to: to!,
            strict,
            direction,
            where: { certainty, ...period },
          });
        },
      ),
      { numRuns: 40, seed: 7 },
    );
    expect(found).toBeGreaterThan(5);
  });

  test('there is none where none is in the period', async () => {
    const where = { during: { from: '1900-01-01', to: '1900-01-02' }, certainty: 'CERTAIN' as const };
    for (const mode of MODES)
      expect(await asked({ from: 'kyrgyzstan', to: 'united-states', where }, mode)).toEqual({
        truncated: false,
        items: [],
      });
  });

  test('from an entity to itself have no hops and no days', async () => {
    const { items } = await asked({ from: 'russia', to: 'russia' }, 'FASTEST');
    expect(items).toEqual([
      { length: 0, departsOn: null, arrivesOn: null, departs: null, arrives: null, hops: [] },
    ]);
  });
});

describe('The k shortest paths', () => {
  const question = { from: 'kyrgyzstan', to: 'united-states' };

  test('are all of the fewest hops, then longer ones, without days', async () => {
    const all = await asked({ ...question, limit: 50 }, 'ALL_SHORTEST');
    const { items, truncated } = await asked({ ...question, limit: 50 }, 'K_SHORTEST');
    const way = ({ hops }: any) => hops.map(({ to }: any) => to.id);
    const lengths = items.map(({ length }) => length);
    expect([all.truncated, truncated, items.length]).toEqual([false, true, 50]);
    expect(items.slice(0, all.items.length).map(way)).toEqual(all.items.map(way));
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
    expect(lengths.at(-1)).toBeGreaterThan(lengths[0]);
    expect(new Set(items.map((item) => String(way(item)))).size).toBe(50);
    for (const { departsOn, arrivesOn, hops } of items)
      expect([departsOn, arrivesOn, ...hops.map(({ day }: any) => day)].every((day) => day === null)).toBe(
        true,
      );
  });

  test('of one way, as many as asked for, and it is said that there are more', async () => {
    const { items, truncated } = await asked({ ...question, direction: 'FORWARD', limit: 2 }, 'K_SHORTEST');
    expect([items.length, truncated]).toEqual([2, true]);
  });
});

describe('What cannot be asked of paths in time', () => {
  const WRONG: Record<string, [argument: string, args: string]> = {
    'strict with SHORTEST': ['strict', 'from: "russia", to: "taliban", strict: true'],
    'strict with ALL_SHORTEST': ['strict', 'from: "russia", to: "taliban", mode: ALL_SHORTEST, strict: true'],
    'strict with K_SHORTEST': ['strict', 'from: "russia", to: "taliban", mode: K_SHORTEST, strict: true'],
    'an unknown start': ['from', 'from: "rusia", to: "taliban", mode: FASTEST'],
    'an unknown end': ['to', 'from: "russia", to: "nobody", mode: K_SHORTEST'],
    'an unknown end of one way': ['to', 'from: "russia", to: "nobody", direction: FORWARD'],
    'an unknown entity to itself': ['from', 'from: "nobody", to: "nobody", mode: LATEST_DEPARTURE'],
  };

  test.each(Object.entries(WRONG))('%s is refused by the argument at fault', async (_, [argument, args]) => {
    const { data, errors } = await service.ask(`{ paths(${args}) { truncated } }`);
    expect(data).toBeNull();
    expect(errors![0]!.extensions).toEqual({ code: 'BAD_USER_INPUT', argument });
  });
});
