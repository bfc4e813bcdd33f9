import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Participation, participantsIn, sideOf } from '../../src/record/participation.ts';
import { combineDates } from '../../src/time/combineDates.ts';
import { reportedDate } from '../../src/reasoning/publication.ts';
import type { Day } from '../../src/time/day.ts';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import { dataset, entity, event, part, PREFIX, report, source } from '../loading/smallDatasets.ts';
import { clear } from '../loading/snapshot.ts';
import type { TestService } from '../setup/testService.ts';
import { enterWorld } from './enterWorld.ts';
import { asKnown, type Replay, type ReplayedEvent } from './replay.ts';

const QUESTION = `query ($where: EventFilter, $about: [DisagreementSubject!], $knownBy: Date, $after: String) {
  disagreements(where: $where, about: $about, first: 35, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id
    disagreements(knownBy: $knownBy) { about readings {
      date { edtf disputed } stances participants { role entity { id } onBehalfOf { id } } reports { id stance source { id } }
    } } } } } }`;

let service: TestService;
let known: Replay;
let leave: () => Promise<void>;
beforeAll(async () => {
  ({ service, known, leave } = await enterWorld());
});
afterAll(() => leave());

/** All of them, page by page. */
async function asked(variables: object): Promise<{ totalCount: number; edges: any[] }> {
  const edges: any[] = [];
  for (let after: string | null = null; ;) {
    const data: any = await service.data(QUESTION, { ...variables, after });
    const { pageInfo, totalCount, edges: page } = data.disagreements;
    edges.push(...page);
    if (!pageInfo.hasNextPage) return { totalCount, edges };
    after = pageInfo.endCursor;
  }
}

/** In what an event's reports differ, by a plain reading of those that count. */
function subjectsOf({ record }: ReplayedEvent, replay: Replay): string[] {
  const { dataset, published } = replay;
  const standing = new Set(dataset.sources.filter(({ retracted }) => retracted === null).map(({ id }) => id));
  const counting = record.reports.filter(({ source }) => standing.has(source));
  const affirming = counting.filter(({ stance }) => stance === 'AFFIRMS');
  const decisiveReports = affirming.length > 0 ? affirming : counting;
  const denying = counting.filter(({ stance }) => stance === 'DENIES');
  const casts = decisiveReports.map((report) => participantsIn(report, record));
  const isOneDate =
    decisiveReports.length === 0 ||
    !combineDates(decisiveReports.map((one) => reportedDate(one, published.get(one.source)))).disputed;
  return [
    ...(isOneDate ? [] : ['DATE']),
    ...(denying.length > 0 && denying.length < counting.length ? ['STANCE'] : []),
    ...(casts.some((one) => casts.some((other) => castsDiffer(one, other, casts.flat(), replay)))
      ? ['PARTICIPANTS']
      : []),
  ];
}

/** Whether in some role, or for some delegate, each names one that the other does not. */
function castsDiffer(
  one: readonly Participation[],
  other: readonly Participation[],
  all: readonly Participation[],
  replay: Replay,
): boolean {
  const actsFor = (entity: string) =>
    all.filter((each) => each.entity === entity && each.onBehalfOf !== null).map(sideOf);
  const isWithin = (part: string, whole: string) => part === whole || wholesOf(part, replay).has(whole);
  const names = ({ entity, onBehalfOf }: Participation) =>
    onBehalfOf === null ? [entity, ...actsFor(entity)] : [entity, onBehalfOf];
  const isSame = (a: Participation, b: Participation) =>
    names(a).some((name) => isWithin(name, b.entity)) || names(b).some((name) => isWithin(name, a.entity));
  const lacks = (some: readonly Participation[], others: readonly Participation[]) =>
    others.some((a) => !some.some((b) => isSame(a, b)));
  const differ = (some: readonly Participation[], others: readonly Participation[]) =>
    some.length > 0 && others.length > 0 && lacks(some, others) && lacks(others, some);
  const principals = (cast: readonly Participation[], { role, entity }: Participation) =>
    cast
      .filter((each) => each.role === role && each.entity === entity && each.onBehalfOf !== null)
      .map((each) => ({ ...each, entity: sideOf(each), onBehalfOf: null }));
  return one.some(
    (each) =>
      differ(
        one.filter(({ role }) => role === each.role),
        other.filter(({ role }) => role === each.role),
      ) || differ(principals(one, each), principals(other, each)),
  );
}

/** What the entity is part of, a member of or a post holder in, and the groups of people in what it has a post in. */
function wholesOf(id: string, { dataset, relationships }: Replay): Set<string> {
  const entities = new Map(dataset.entities.map((entity) => [entity.id, entity]));
  const upward = (start: string): string[] => {
    const whole = entities.get(start)?.partOf ?? null;
    return whole === null ? [start] : [start, ...upward(whole)];
  };
  const organs = upward(id);
  const found = new Set(organs);
  for (const { type, from, to } of relationships) {
    if (!organs.includes(from) || !['HOLDS_POST', 'MEMBER_OF'].includes(type)) continue;
    for (const whole of upward(to)) {
      found.add(whole);
      if (type !== 'HOLDS_POST') continue;
      for (const { id: people, kind, group, partOf } of entities.values())
        if (kind === 'ACTOR' && group && partOf === whole) found.add(people);
    }
  }
  return found;
}

function differing(knownBy?: Day) {
  const replay = asKnown(known, knownBy === undefined ? {} : { knownBy });
  return replay.events.flatMap((event) => {
    const about = subjectsOf(event, replay);
    return about.length === 0 ? [] : [{ id: event.record.id, about }];
  });
}

describe('Disagreements', () => {
  test.each([undefined, '2021-12-31', '2024-01-20', '2024-03-15', '2024-12-10'])(
    'are those that a plain reading of the reports finds, as known by %s',
    async (knownBy) => {
      const expected = differing(knownBy);
      const disagreements = await asked({ where: { knownBy }, knownBy });
      const found = disagreements.edges.map(({ node }: any) => ({
        id: node.id,
        about: node.disagreements.map(({ about }: any) => about),
      }));
      expect(found).toEqual(expected);
      expect(disagreements.totalCount).toBe(expected.length);
      if (knownBy === undefined) {
        const subjects = new Set(expected.flatMap(({ about }) => about));
        expect([...subjects].sort()).toEqual(['DATE', 'PARTICIPANTS', 'STANCE']);
      }
    },
  );

  test.each(['DATE', 'STANCE', 'PARTICIPANTS'])('can be asked for about %s alone', async (about) => {
    const disagreements = await asked({ about: [about] });
    const expected = differing().filter((one) => one.about.includes(about));
    expect(disagreements.edges.map(({ node }: any) => node.id)).toEqual(expected.map(({ id }) => id));
  });

  test('have readings of which each agrees with itself, and which together hold every report that tells', async () => {
    const disagreements = await asked({});
    for (const { node } of disagreements.edges)
      for (const { about, readings } of node.disagreements) {
        expect(readings.length).toBeGreaterThan(1);
        for (const reading of readings) {
          expect(reading.reports.length).toBeGreaterThan(0);
          if (about === 'DATE') expect(reading.date.disputed).toBe(false);
          if (about === 'STANCE') expect(reading.stances).toHaveLength(1);
        }
        const { record } = known.events.find((event) => event.record.id === node.id)!;
        const reported = new Set(readings.flatMap(({ reports }: any) => reports.map(({ id }: any) => id)));
        const affirming = record.reports.filter(
          ({ stance, source }) => stance === 'AFFIRMS' && isStanding(source),
        );
        for (const { source, locator } of affirming)
          expect(reported).toContain(`report:${node.id}#${source}#${locator}`);
      }
  });

  test('narrow with every other filter, also in lists of events', async () => {
    const where = { from: ['russia'], disagreements: ['PARTICIPANTS'] };
    const disagreements = await asked({ where, about: ['PARTICIPANTS'] });
    const { events } = await service.data(
      'query ($where: EventFilter) { events(where: $where, first: 200) { edges { node { id } } } }',
      { where },
    );
    const ids = disagreements.edges.map(({ node }: any) => node.id);
    const affirmed = events.edges.map(({ node }: any) => node.id);
    expect(affirmed.length).toBeGreaterThan(0);
    expect(ids.filter((id: string) => affirmed.includes(id))).toEqual(affirmed);
    expect(ids.length).toBeLessThan(differing().length);
  });

  test('of the corpus are not about who is only named more finely', async () => {
    const { edges } = await asked({ about: ['PARTICIPANTS'] });
    const ids = edges.map(({ node }: any) => node.id);
    for (const name of [
      'duma-approves-delisting-bill',
      'russian-ambassador-conveys-recognition',
      'lavrov-urges-inclusive-government',
      'moscow-talks-call-for-donor-conference',
    ])
      expect(ids).not.toContain(`event:${name}`);
  });
});

describe('Participants', () => {
  const agents = (...all: (string | [envoy: string, principal: string])[]) =>
    all.map((one) => (typeof one === 'string' ? part('AGENT', one) : part('AGENT', ...one)));
  const bo = part('TARGET', 'bo');
  type Case = [name: string, differ: boolean, casts: Participation[][]];
  const CASES: Case[] = [
    ['fewer-named', false, [agents('ada', 'cy'), agents('ada')]],
    ['others-named', true, [agents('ada', 'cy'), agents('ada', 'dee')]],
    ['fewer-in-each-of-two-roles', false, [[...agents('ada'), bo], [...agents('ada', 'cy')]]],
    ['an-organ-and-its-state', false, [agents('duma'), agents('state')]],
    ['two-organs-of-a-state', true, [agents('duma'), agents('ministry')]],
    ['an-envoy-and-his-state', false, [agents(['envoy', 'state']), agents('state')]],
    ['an-envoy-and-an-organ-of-his-state', true, [agents(['envoy', 'state']), agents('duma')]],
    ['an-envoy-for-whom-a-third-says', false, [agents('envoy'), agents('state'), agents(['envoy', 'state'])]],
    ['two-envoys-of-a-state', true, [agents(['envoy', 'state']), agents(['ada', 'state'])]],
    ['an-envoy-of-two-states', true, [agents(['envoy', 'state']), agents(['envoy', 'cy'])]],
    ['an-envoy-of-a-state-and-its-organ', false, [agents(['envoy', 'state']), agents(['envoy', 'duma'])]],
    ['a-member-and-its-alliance', false, [agents('state'), agents('alliance')]],
    ['an-alliance-and-no-member', true, [agents('cy'), agents('alliance')]],
    ['an-organ-and-the-alliance-of-its-state', false, [agents('duma'), agents('alliance')]],
    ['a-minister-and-his-ministry', false, [agents('minister'), agents('ministry')]],
    ['a-minister-and-another-organ', true, [agents('minister'), agents('duma')]],
    ['a-minister-and-his-state', false, [agents('minister'), agents('state')]],
    ['a-minister-and-the-alliance-of-his-state', true, [agents('minister'), agents('alliance')]],
    ['a-minister-and-officials-of-his-state', false, [agents('minister'), agents('officials')]],
    ['a-stranger-and-officials', true, [agents('ada'), agents('officials')]],
    ['a-minister-and-an-organ-of-people', true, [agents('minister'), agents('staff')]],
  ];
  const DIFFERING = CASES.filter(([, differ]) => differ).map(([name]) => name);

  const casts = dataset('a', {
    entities: [
      ...['ada', 'bo', 'cy', 'dee', 'alliance', 'state', 'envoy', 'minister'].map((name) => entity(name)),
      entity('parliament', { partOf: `${PREFIX}state` }),
      entity('duma', { partOf: `${PREFIX}parliament` }),
      entity('ministry', { partOf: `${PREFIX}state` }),
      entity('officials', { kind: 'ACTOR', group: true, partOf: `${PREFIX}state` }),
      entity('staff', { kind: 'ACTOR', partOf: `${PREFIX}state` }),
    ],
    sources: [source('gazette')],
    events: CASES.map(([name, , all]) =>
      event(name, {
        participants: [...agents('ada'), bo],
        reports: all.map((cast, i) =>
          report('gazette', {
            participants: cast.some(({ role }) => role === 'TARGET')
              ? cast
              : [...cast, bo, part('TARGET', 'dee')],
            locator: `p${i}`,
          }),
        ),
      }),
    ),
  });
  const memberships = (published: string) =>
    dataset('b', {
      entities: casts.entities,
      sources: [source('register', { published })],
      events: [
        event('membership', {
          type: 'MEMBER_OF',
          participants: [part('AGENT', 'state'), part('TARGET', 'alliance')],
          reports: [report('register', { date: '2020' })],
        }),
        event('no-membership', {
          type: 'MEMBER_OF',
          participants: [part('AGENT', 'cy'), part('TARGET', 'alliance')],
          reports: [report('register', { date: '2020', stance: 'DENIES' })],
        }),
        event('post', {
          type: 'HOLDS_POST',
          participants: [part('AGENT', 'minister'), part('TARGET', 'ministry')],
          reports: [report('register', { date: '2020' })],
        }),
      ],
    });

  afterEach(() => clear(service.graph, 'a', 'b'));

  /** The events on whose participants reports differ: as listed and counted, and by the field of each event. */
  async function differing(knownBy: string | null = null): Promise<string[]> {
    const { disagreements, events } = await service.data(
      `query ($some: [ID!], $knownBy: Date) {
        disagreements(about: [PARTICIPANTS], first: 100, where: { sources: $some, knownBy: $knownBy }) {
          totalCount edges { node { id } } }
        events(first: 100, where: { sources: $some }) { edges { node { id disagreements(knownBy: $knownBy) { about } } } } }`,
      { some: [`source:${PREFIX}gazette`], knownBy },
    );
    const listed = disagreements.edges.map(({ node }: any) => node.id.replace(`event:${PREFIX}`, ''));
    const told = events.edges
      .map(({ node }: any) => node)
      .filter(({ disagreements: found }: any) => found.some(({ about }: any) => about === 'PARTICIPANTS'))
      .map(({ id }: any) => id.replace(`event:${PREFIX}`, ''));
    expect(told.sort()).toEqual(listed.toSorted());
    expect(disagreements.totalCount).toBe(listed.length);
    return listed.sort();
  }

  test('differ if each report names somebody whom the other does not, not even more or less finely', async () => {
    await loadDataset(service.graph, casts);
    await loadDataset(service.graph, memberships('2024-05-05'));
    expect(await differing()).toEqual(DIFFERING.toSorted());
  });

  test('differ or not whichever dataset came first, and differ again once a membership is gone', async () => {
    await loadDataset(service.graph, memberships('2024-05-05'));
    await loadDataset(service.graph, casts);
    expect(await differing()).toEqual(DIFFERING.toSorted());
    await clear(service.graph, 'b');
    expect(await differing()).toEqual(
      [
        ...DIFFERING,
        'a-member-and-its-alliance',
        'an-organ-and-the-alliance-of-its-state',
        'a-minister-and-his-ministry',
        'a-minister-and-his-state',
        'a-minister-and-officials-of-his-state',
      ].sort(),
    );
  });

  test('differ as known before anyone had told of a membership', async () => {
    await loadDataset(service.graph, casts);
    await loadDataset(service.graph, memberships('2024-05-20'));
    expect(await differing('2024-05-10')).toContain('a-member-and-its-alliance');
    expect(await differing('2024-05-20')).toEqual(DIFFERING.toSorted());
  });

  test('of an event are named most finely: not a state beside those who act for it', async () => {
    const late = source('herald', { published: '2024-05-20' });
    const reports = [
      report('gazette', { participants: [...agents('state'), bo] }),
      report('herald', { participants: [...agents(['envoy', 'state']), bo] }),
    ];
    await loadDataset(
      service.graph,
      dataset('a', { ...casts, sources: [...casts.sources, late], events: [event('appeal', { reports })] }),
    );
    const { event: found } = await service.data(`{ event(id: "event:${PREFIX}appeal") {
      now: participants { ...who } then: participants(knownBy: "2024-05-10") { ...who } later: participants(knownBy: "2024-05-20") { ...who } } }
      fragment who on Participant { role entity { id } onBehalfOf { id } }`);
    const named = (all: any[]) =>
      all.map(({ role, entity: { id }, onBehalfOf }: any) => [role, id, onBehalfOf?.id].join(' ').trim());
    const [state, envoy, target] = [`${PREFIX}state`, `${PREFIX}envoy`, `TARGET ${PREFIX}bo`];
    expect(named(found.now)).toEqual([`AGENT ${envoy} ${state}`, target]);
    expect(named(found.later)).toEqual(named(found.now));
    expect(named(found.then)).toEqual([`AGENT ${state}`, target]);
  });

  test('of one reading are those that its reports name together, and a vague report is in several', async () => {
    await loadDataset(
      service.graph,
      dataset('a', {
        ...casts,
        events: [
          event('appeal', {
            reports: [agents('state'), agents(['envoy', 'state']), agents(['ada', 'state'])].map((cast, i) =>
              report('gazette', { participants: [...cast, bo], locator: `p${i}` }),
            ),
          }),
        ],
      }),
    );
    const { event: found } = await service.data(
      `{ event(id: "event:${PREFIX}appeal") { disagreements { about readings { reports { locator } } } } }`,
    );
    const locators = found.disagreements.map(({ about, readings }: any) => [
      about,
      readings.map(({ reports }: any) => reports.map(({ locator }: any) => locator)),
    ]);
    expect(locators).toEqual([
      [
        'PARTICIPANTS',
        [
          ['p0', 'p1'],
          ['p0', 'p2'],
        ],
      ],
    ]);
  });
});

function isStanding(id: string): boolean {
  return known.dataset.sources.find((source) => source.id === id)?.retracted === null;
}
