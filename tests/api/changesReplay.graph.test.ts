import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { declarationOf } from '../../src/ontology/lookups.ts';
import type { EventRecord } from '../../src/record/event.ts';
import type { Participation } from '../../src/record/participation.ts';
import { countsBy } from '../../src/reasoning/countsBy.ts';
import { publicationBy, publicationOf, reportedDate } from '../../src/reasoning/publication.ts';
import { eventView } from '../../src/reasoning/eventView.ts';
import { combineDates } from '../../src/time/combineDates.ts';
import { addDays, type Day, daysBetween, LAST_DAY } from '../../src/time/day.ts';
import type { Certainty } from '../../src/time/period.ts';
import type { TestService } from '../setup/testService.ts';
import { enterWorld } from './enterWorld.ts';
import { eventsWhere, type Replay } from './replay.ts';

let service: TestService;
let known: Replay;
let leave: () => Promise<void>;
beforeAll(async () => {
  ({ service, known, leave } = await enterWorld());
});
afterAll(() => leave());

const DAYS: readonly Day[] = [
  ...['2021-10-20', '2023-12-02', '2024-01-11', '2024-01-16', '2024-02-01', '2024-04-01', '2024-06-01'],
  ...['2024-10-05', '2024-12-02', '2024-12-24', '2024-12-25', '2025-07-04'],
];
const CERTAINTIES: readonly Certainty[] = ['POSSIBLE', 'CERTAIN'];
/** From each day to the next, and some longer periods. */
const PERIODS = DAYS.slice(1)
  .map((to, i): [Day, Day] => [DAYS[i]!, to])
  .concat([
    ['2023-12-02', '2024-06-01'],
    ['2024-01-16', '2025-07-04'],
    ['2021-10-20', '2024-12-24'],
  ]);
const ENTITIES = ['russia', 'w-02', 'w-07', 'w-11'];

const KNOWN_OF_EVENT = `{ date { edtf disputed qualified } stances participants { role entity { id } onBehalfOf { id } } }`;
const EVENTS = `query ($entities: [ID!], $between: [ID!], $during: PeriodInput!, $certainty: Certainty, $axis: ChangeAxis, $knownBy: Date) {
  changes(entities: $entities, between: $between, during: $during, certainty: $certainty, axis: $axis, knownBy: $knownBy,
      kinds: [HAPPENED, BECAME_KNOWN, REVISED, WITHDRAWN], limit: 500) {
    truncated
    items { kind knownOn certain sources { id } ... on EventChange { event { id } before ${KNOWN_OF_EVENT} after ${KNOWN_OF_EVENT} } }
  }
}`;

async function eventChanges(variables: Record<string, unknown>): Promise<any[]> {
  const { items, truncated } = (await service.data(EVENTS, { entities: ENTITIES, ...variables })).changes;
  expect(truncated).toBe(false);
  return items;
}

describe('What became known of events', () => {
  test.each(CERTAINTIES)(
    'is, day by day, whatever is answered otherwise than on the day before, %s',
    async (certainty) => {
      const seen = new Set<string>();
      for (const [from, to] of PERIODS) {
        const items = await eventChanges({ during: { from, to }, certainty, axis: 'KNOWN' });
        const answered = items.map(({ event, knownOn, before, after }) => [event.id, knownOn, before, after]);
        const expected = known.dataset.events.flatMap((event) =>
          turnsIn([from, to], certainty).flatMap((day) => {
            const before = replayed(event, addDays(day, -1), certainty);
            const after = replayed(event, day, certainty);
            // That a day has passed says nothing of the event.
            const unrevised = replayed(event, addDays(day, -1), certainty, day);
            if (JSON.stringify(unrevised) === JSON.stringify(after) || !(concerns(before) || concerns(after)))
              return [];
            return [[event.id, day, before, after]];
          }),
        );
        expect([from, to, answered.toSorted(byNameAndDay)]).toEqual([
          from,
          to,
          expected.toSorted(byNameAndDay),
        ]);
        for (const { kind } of items) seen.add(kind);
      }
      expect([...seen].sort()).toEqual(['BECAME_KNOWN', 'REVISED', 'WITHDRAWN']);
    },
  );

  test('became known on the day that it tells, through the sources that it names, and comes in that order', async () => {
    const day = new Map(known.dataset.sources.map((source) => [source.id, publishedOn(source.id).earliest]));
    for (const [from, to] of PERIODS) {
      const items = await eventChanges({ during: { from, to }, axis: 'KNOWN' });
      const days = items.map(({ knownOn }) => knownOn);
      expect(days).toEqual(days.toSorted());
      for (const { event, before, knownOn, sources } of items) {
        const record = known.dataset.events.find(({ id }) => id === event.id)!;
        expect(replayed(record, knownOn, 'POSSIBLE')).not.toEqual(before);
        expect(replayed(record, addDays(knownOn, -1), 'POSSIBLE')).toEqual(before);
        expect(sources.length).toBeGreaterThan(0);
        for (const { id } of sources) {
          const { retracted } = known.dataset.sources.find((source) => source.id === id)!;
          expect([day.get(id)!, retracted]).toContain(knownOn);
        }
      }
    }
  });
});

describe('What happened', () => {
  test.each(CERTAINTIES)(
    'is whatever was affirmed by then and begins or ends in the period, %s',
    async (certainty) => {
      let count = 0;
      let repeatedCount = 0;
      for (const knownBy of [null, '2024-01-20', '2024-12-10']) {
        for (const [from, to] of PERIODS) {
          const items = await eventChanges({ during: { from, to }, certainty, knownBy });
          const expected = known.dataset.events.filter((event) => {
            const view = replayed(event, knownBy, certainty);
            if (!view?.stances.includes('AFFIRMS') || !concerns(view)) return false;
            const date = dateOf(event, knownBy, certainty);
            // What is observed on a day need not have begun on it.
            const isObserved = declarationOf(event.type).nature === 'STATE' && date.extent === 'DAY';
            return !(certainty === 'CERTAIN' && isObserved) && falls(date, from, to, certainty);
          });
          const ids = items.map(({ event }) => event.id).sort();
          const repeated = await repeatedAmong(expected, ENTITIES, [from, to], knownBy, certainty);
          const left = expected.filter((event) => !repeated.has(event));
          repeatedCount += repeated.size;
          expect([from, to, knownBy, ids]).toEqual([from, to, knownBy, left.map(({ id }) => id).sort()]);
          const certain = items.map((item: any) => item.certain);
          expect(certain).toEqual(certain.toSorted().toReversed());
          count += ids.length;
        }
      }
      expect(count).toBeGreaterThan(50);
      if (certainty === 'POSSIBLE') expect(repeatedCount).toBeGreaterThan(5);
    },
  );
});

describe('A change is certain', () => {
  test.each(['HAPPENED', 'KNOWN'])('exactly if CERTAIN lists it too, %s', async (axis) => {
    let count = 0;
    for (const [from, to] of PERIODS) {
      const [all, certain] = await Promise.all(
        CERTAINTIES.map((certainty) => eventChanges({ during: { from, to }, certainty, axis })),
      );
      const keyOf = ({ kind, knownOn, event }: any) => `${kind} ${knownOn} ${event.id}`;
      const flagged = all!.filter((item) => item.certain).map(keyOf);
      expect(flagged.sort()).toEqual(
        certain!
          .map(keyOf)
          .filter((key) => all!.map(keyOf).includes(key))
          .sort(),
      );
      expect(certain!.every((item) => item.certain)).toBe(true);
      count += flagged.length;
    }
    expect(count).toBeGreaterThan(20);
  });
});

describe('What happened between several', () => {
  test('is what the list of events between them holds, as far as it begins or ends in the period', async () => {
    const between = ['russia', 'taliban', 'w-02', 'w-07', 'w-09', 'w-11'];
    for (const [from, to] of PERIODS) {
      const items = await eventChanges({ entities: null, between, during: { from, to } });
      const expected = eventsWhere(known, { between, during: { from, to } })
        .filter(({ view }) => falls(view.date, from, to, 'POSSIBLE'))
        .map(({ record }) => record);
      const repeated = await repeatedAmong(expected, between, [from, to], null, 'POSSIBLE', true);
      const left = expected.filter((event) => !repeated.has(event)).map(({ id }) => id);
      expect([from, to, items.map(({ event }) => event.id).sort()]).toEqual([from, to, left.sort()]);
    }
  });
});

/**
 * The observations among the events that repeat what is known without them: what the service says of the pair on the
 * day before, or what an act of the same days brings about; or if it observes no regime of a pair that is asked about,
 * what was observed before and is not over.
 */
async function repeatedAmong(
  events: readonly EventRecord[],
  asked: readonly string[],
  [from, to]: readonly [Day, Day],
  knownBy: Day | null,
  certainty: Certainty,
  between = false,
): Promise<Set<EventRecord>> {
  const repeated = new Set<EventRecord>();
  for (const event of events) {
    const { nature, status } = declarationOf(event.type);
    const date = dateOf(event, knownBy, certainty);
    const first = date.earliest > from ? date.earliest : from;
    const endsWithin =
      date.extent === 'SPAN' && date.latest !== LAST_DAY && date.endEarliest < to && date.latest >= from;
    if (nature !== 'STATE' || endsWithin) continue;
    const pairs = status === undefined ? [] : pairsOf(event, knownBy, certainty, asked, between);
    const on = addDays(first, -1);
    const found: string[] = [];
    for (const pair of pairs) {
      const isDone = known.dataset.events.some((act) => {
        if (!leadsTo(act, status!, pair, knownBy, certainty)) return false;
        const names = namesOf(event);
        if (names.length > 0 && namesOf(act).length > 0 && !names.some((one) => namesOf(act).includes(one)))
          return false;
        const { beginLatest } = dateOf(act, knownBy, certainty);
        return beginLatest >= first && beginLatest <= date.beginLatest;
      });
      if (isDone) {
        found.push(status!.effect === 'OBSERVES_IN_FORCE' ? 'IN_FORCE' : 'LIFTED');
        continue;
      }
      const query = `{ status(authority: "${pair.authority}", subject: "${pair.subject}", regime: ${status!.regime}, on: "${on}",
        knownBy: ${JSON.stringify(knownBy)}, publicationCertainty: ${certainty}) { state parts { list { id } post state } } }`;
      const { state, parts } = (await service.data(query)).status;
      const own = parts.filter((part: any) => namesOf(event).includes(part.list?.id ?? part.post));
      const isNamed = namesOf(event).length > 0 && parts.some((part: any) => part.list ?? part.post);
      found.push(...(isNamed ? own.map((part: any) => part.state) : [state]));
    }
    const same =
      status?.effect === 'OBSERVES_IN_FORCE' ? ['IN_FORCE'] : ['NOT_IN_FORCE', 'LIFTED', 'SUSPENDED'];
    const isSo =
      pairs.length > 0
        ? found.every((state) => same.includes(state))
        : known.dataset.events.some((other) => isEarlierTwin(other, event, first, knownBy, certainty));
    if (isSo) repeated.add(event);
  }
  return repeated;
}

/** The authorities and subjects that some report names together, of those asked about. */
function pairsOf(
  event: EventRecord,
  by: Day | null,
  certainty: Certainty,
  asked: readonly string[],
  between: boolean,
) {
  const { authority, subject } = declarationOf(event.type).status!;
  const pairs = deciding(event, by, certainty).basis.flatMap((report) => {
    const parts = report.participants ?? event.participants;
    const inRole = (role: string) => parts.filter((one) => one.role === role);
    const sides = (role: string) => new Set(inRole(role).map((one) => one.onBehalfOf ?? one.entity));
    const all = (role: string) =>
      [...new Set(inRole(role).flatMap(({ entity, onBehalfOf }) => [entity, onBehalfOf ?? entity]))].filter(
        (one) => sides(role).has(one) || asked.includes(one),
      );
    return all(authority).flatMap((a) => all(subject).map((b) => ({ authority: a, subject: b })));
  });
  const isGroup = (id: string) => known.dataset.entities.find((one) => one.id === id)!.group;
  return pairs.filter(({ authority: a, subject: b }) => {
    const named = [a, b].filter((one) => asked.includes(one)).length;
    return a !== b && !isGroup(a) && (between ? named === 2 : named > 0);
  });
}

function isEarlierTwin(
  other: EventRecord,
  event: EventRecord,
  first: Day,
  by: Day | null,
  certainty: Certainty,
): boolean {
  if (other.type !== event.type || other.post !== event.post || other.id === event.id) return false;
  const [mine, its] = [replayed(event, by, certainty), replayed(other, by, certainty)];
  if (!its?.stances.includes('AFFIRMS')) return false;
  if (JSON.stringify(mine!.participants) !== JSON.stringify(its.participants)) return false;
  const before = dateOf(other, by, certainty);
  const isOver = before.extent === 'SPAN' && before.latest < first;
  return before.beginLatest < first && !isOver;
}

/** The lists that an event names by any report, or its post: each is a history of its own. */
function namesOf(event: EventRecord): string[] {
  if (event.post !== null) return [event.post];
  return [event.participants, ...event.reports.map(({ participants }) => participants ?? [])]
    .flat()
    .filter(({ role }) => role === 'LIST')
    .map(({ entity }) => entity);
}

/** Whether it is an act between the two after which it is as observed. */
function leadsTo(
  act: EventRecord,
  { regime, effect }: { regime: string; effect: string },
  { authority, subject }: { authority: string; subject: string },
  by: Day | null,
  certainty: Certainty,
): boolean {
  const { status } = declarationOf(act.type);
  const into = effect === 'OBSERVES_IN_FORCE' ? ['OPENS', 'RESUMES'] : ['SUSPENDS', 'CLOSES'];
  if (status?.regime !== regime || !into.includes(status.effect)) return false;
  if (replayed(act, by, certainty)?.stances.includes('AFFIRMS') !== true) return false;
  return pairsOf(act, by, certainty, [authority, subject], true).some(
    (pair) => pair.authority === authority && pair.subject === subject,
  );
}

/** Enough for disputes, envoys and repeated acts between the same two. */
const AMONG = ['w-02', 'w-05', 'w-07', 'w-11', 'w-13', 'russia', 'taliban'];
const REGIMES = ['DESIGNATION', 'RECOGNITION', 'POST'];
const PAIRS = AMONG.flatMap((authority) =>
  AMONG.filter((subject) => subject !== authority).flatMap((subject) =>
    REGIMES.map((regime) => ({ authority, subject, regime })),
  ),
);
type Pair = (typeof PAIRS)[number];
const nameOf = ({ authority, subject, regime }: Pair) => `${authority} ${subject} ${regime}`;

const STATUSES = `query ($among: [ID!], $during: PeriodInput!, $certainty: Certainty, $axis: ChangeAxis, $knownBy: Date) {
  changes(between: $among, during: $during, certainty: $certainty, axis: $axis, knownBy: $knownBy, kinds: [STATUS],
      regimes: [${REGIMES.join()}], limit: 500) {
    truncated
    items { knownOn sources { id } date { earliest latest }
      ... on StatusChange { authority { id } subject { id } regime from to causes { id } } }
  }
}`;

async function statusChanges(variables: Record<string, unknown>): Promise<any[]> {
  const { items, truncated } = (await service.data(STATUSES, { among: AMONG, ...variables })).changes;
  expect(truncated).toBe(false);
  return items.map(({ authority, subject, ...rest }: any) => ({
    ...rest,
    authority: authority.id,
    subject: subject.id,
  }));
}

/** The state of each pair on each day, as known by a day. */
async function states(
  pairs: readonly Pair[],
  asked: readonly { on: Day; knownBy: Day | null }[],
  certainty: Certainty,
): Promise<Map<string, string[]>> {
  const asks = pairs.flatMap((pair) => asked.map((one) => ({ ...pair, ...one })));
  const found: string[] = [];
  for (let start = 0; start < asks.length; start += 120) {
    const fields = asks
      .slice(start, start + 120)
      .map(
        ({ authority, subject, regime, on, knownBy }, i) =>
          `s${i}: status(authority: "${authority}", subject: "${subject}", regime: ${regime}, on: "${on}", knownBy: ${JSON.stringify(knownBy)}, certainty: ${certainty}) { state }`,
      );
    const answer = await service.data<Record<string, { state: string }>>(`{ ${fields.join(' ')} }`);
    found.push(...fields.map((_, i) => answer[`s${i}`]!.state));
  }
  return new Map(
    pairs.map((pair, p) => [nameOf(pair), found.slice(p * asked.length, (p + 1) * asked.length)]),
  );
}

describe('A change of status', () => {
  test('is told as known on each day by which another state follows for the last day than by the day before', async () => {
    let count = 0;
    for (const certainty of CERTAINTIES) {
      for (const [from, to] of certainty === 'POSSIBLE' ? PERIODS.slice(2) : PERIODS.slice(-3)) {
        const last = addDays(to, -1);
        const turns = turnsIn([from, to], certainty);
        const asked = turns.flatMap((day) => [
          { on: last, knownBy: addDays(day, -1) },
          { on: last, knownBy: day },
        ]);
        const found = await states(PAIRS, asked, certainty);
        const expected = PAIRS.flatMap((pair) =>
          turns.flatMap((day, i) => {
            const [before, after] = found.get(nameOf(pair))!.slice(2 * i);
            const isTold = [addDays(day, -1), day].some((by) => isNamed(pair, by, certainty));
            return before === after || !isTold ? [] : [[nameOf(pair), day, before, after]];
          }),
        );
        const items = await statusChanges({ during: { from, to }, certainty, axis: 'KNOWN' });
        const answered = items.map((item) => [nameOf(item), item.knownOn, item.from, item.to]);
        expect([from, to, answered.toSorted(byNameAndDay)]).toEqual([
          from,
          to,
          expected.toSorted(byNameAndDay),
        ]);
        expect(items.filter(({ sources, causes }) => sources.length * causes.length === 0)).toEqual([]);
        count += answered.length;
      }
    }
    expect(count).toBeGreaterThan(20);
  });

  test('happened on the days on which the status turns from one state into the other', async () => {
    const [from, to] = ['2023-12-25', '2024-02-05'];
    const days = [...Array(daysBetween(from, to) + 1).keys()].map((i) => addDays(from, i - 1));
    let count = 0;
    for (const knownBy of [null, '2024-06-15']) {
      const items = await statusChanges({ during: { from, to }, knownBy });
      const all = await states(
        PAIRS,
        [
          { on: '2024-01-20', knownBy },
          { on: to, knownBy },
        ],
        'POSSIBLE',
      );
      const pairs = PAIRS.filter((pair) => all.get(nameOf(pair))!.some((state) => state !== 'NO_RECORD'));
      expect(items.filter((item) => !pairs.some((pair) => nameOf(pair) === nameOf(item)))).toEqual([]);
      for (const pair of pairs) {
        const asked = [BEFORE_ALL, ...days].map((on) => ({ on, knownBy }));
        const [atFirst, ...byDay] = (await states([pair], asked, 'POSSIBLE')).get(nameOf(pair))!;
        const own = items.filter((item) => nameOf(item) === nameOf(pair));
        const stateOn = (day: Day) => byDay[days.indexOf(day)];
        for (const { date, ...change } of own) {
          if (stateOn(addDays(date.earliest ?? '0001-01-02', -1)) !== undefined)
            expect(stateOn(addDays(date.earliest, -1))).toBe(change.from);
          if (stateOn(date.latest) !== undefined) expect(stateOn(date.latest)).toBe(change.to);
        }
        // What is first observed changes the record, not the status, and is left out.
        const turns = days.slice(1).filter((_, i) => {
          const settled = [atFirst, ...byDay.slice(0, i + 1)].findLast((state) => !isUncertain(state));
          return byDay[i + 1] !== byDay[i] && settled !== undefined && settled !== 'NO_RECORD';
        });
        const untold = turns.filter(
          (day) =>
            !own.some(
              ({ date }) => (date.earliest ?? '0001-01-01') <= day && day <= (date.latest ?? '9999-12-31'),
            ),
        );
        expect([nameOf(pair), untold]).toEqual([nameOf(pair), []]);
        count += turns.length;
      }
    }
    expect(count).toBeGreaterThan(5);
  });
});

/** Whether some report names the two together: of others "no country has" holds too, but they are not told of. */
function isNamed({ authority, subject, regime }: Pair, by: Day, certainty: Certainty): boolean {
  return known.dataset.events.some((event) => {
    const { type, participants } = event;
    const status = declarationOf(type).status;
    const stated = deciding(event, by, certainty).basis.map((report) => report.participants ?? participants);
    const holds = (parts: readonly Participation[], role: string | undefined, id: string) =>
      parts.some((one) => one.role === role && [one.entity, one.onBehalfOf].includes(id));
    return (
      status?.regime === regime &&
      stated.some(
        (parts) => holds(parts, status.authority, authority) && holds(parts, status.subject, subject),
      )
    );
  });
}

/** No date of the world begins before it, except those that allow every day. */
const BEFORE_ALL = '2019-12-31';

function isUncertain(state: string | undefined): boolean {
  return state === 'POSSIBLE' || state === 'DISPUTED';
}

/** The days of the period on which some source began or ceased to count. */
function turnsIn([from, to]: readonly [Day, Day], certainty: Certainty): Day[] {
  const days = known.dataset.sources.flatMap(({ id, retracted }) => {
    const { earliest, latest } = publishedOn(id);
    return [certainty === 'CERTAIN' ? latest : earliest, ...(retracted === null ? [] : [retracted])];
  });
  return [...new Set(days)].filter((day) => day >= from && day < to).sort();
}

function byNameAndDay([a, day]: unknown[], [b, other]: unknown[]): number {
  return `${String(a)} ${String(day)}` < `${String(b)} ${String(other)}` ? -1 : 1;
}

function publishedOn(id: string) {
  const source = known.dataset.sources.find((one) => one.id === id)!;
  const affirmed = known.dataset.events.flatMap(({ reports }) =>
    reports.filter((report) => report.source === id && report.stance === 'AFFIRMS').map(({ date }) => date),
  );
  return publicationOf(source, affirmed);
}

const published = new Map<string, ReturnType<typeof publishedOn>>();

/** The reports that count and decide, in plain code. */
function deciding(event: EventRecord, by: Day | null, certainty: Certainty) {
  const counting = event.reports.filter(({ source }) => {
    if (!published.has(source)) published.set(source, publishedOn(source));
    const { retracted } = known.dataset.sources.find(({ id }) => id === source)!;
    return countsBy({ published: published.get(source)!, retracted }, by, certainty);
  });
  const affirming = counting.filter(({ stance }) => stance === 'AFFIRMS');
  return { counting, basis: affirming.length > 0 ? affirming : counting };
}

function dateOf(event: EventRecord, by: Day | null, certainty: Certainty) {
  const { basis } = deciding(event, by, certainty);
  return combineDates(
    basis.map((report) => reportedDate(report, publicationBy(published.get(report.source)!, by))),
  );
}

/** What is answered of the event as known by the day; `null` where nothing was known of it. */
function replayed(event: EventRecord, by: Day | null, certainty: Certainty, at = by) {
  const { counting } = deciding(event, by, certainty);
  if (counting.length === 0) return null;
  const publications = new Map(
    counting.map(({ source }) => [source, publicationBy(published.get(source)!, at)] as const),
  );
  const { date, stances, participations } = eventView({ ...event, reports: counting }, publications);
  return {
    date: { edtf: date.edtf, disputed: date.disputed, qualified: date.qualified },
    stances,
    participants: participations
      .filter(({ named }) => named)
      .map(({ role, entity, onBehalfOf }) => ({
        role,
        entity: { id: entity },
        onBehalfOf: onBehalfOf === null ? null : { id: onBehalfOf },
      }))
      .sort((a, b) => (partKey(a) < partKey(b) ? -1 : 1)),
  };
}

function partKey({ role, entity, onBehalfOf }: any): string {
  return [role, entity.id, onBehalfOf?.id ?? '~'].join(' ');
}

function concerns(view: ReturnType<typeof replayed>): boolean {
  return (
    view?.participants.some(({ entity, onBehalfOf }) =>
      [entity.id, onBehalfOf?.id].some((id) => id !== undefined && ENTITIES.includes(id)),
    ) ?? false
  );
}

/** Whether it begins or ends in the period, by some or by all of the days that the date allows. */
function falls(date: ReturnType<typeof combineDates>, from: Day, to: Day, certainty: Certainty): boolean {
  const turns = [
    [date.earliest, date.beginLatest],
    [date.endEarliest, date.latest],
  ] as const;
  if (certainty === 'CERTAIN')
    return !date.qualified && turns.some(([first, last]) => first >= from && last < to);
  // What goes on does not end.
  return turns.some(([first, last]) => first < to && last >= from && last !== LAST_DAY);
}
