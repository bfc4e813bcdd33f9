import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { participantsIn } from '../../src/record/participation.ts';
import { combineDates } from '../../src/time/combineDates.ts';
import { reportedDate } from '../../src/reasoning/publication.ts';
import type { Day } from '../../src/time/day.ts';
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
function subjectsOf({ record }: ReplayedEvent, { dataset, published }: Replay): string[] {
  const standing = new Set(dataset.sources.filter(({ retracted }) => retracted === null).map(({ id }) => id));
  const counting = record.reports.filter(({ source }) => standing.has(source));
  const affirming = counting.filter(({ stance }) => stance === 'AFFIRMS');
  const decisiveReports = affirming.length > 0 ? affirming : counting;
  const denying = counting.filter(({ stance }) => stance === 'DENIES');
  const casts = decisiveReports.map((report) =>
    participantsIn(report, record)
      .map(({ role, entity, onBehalfOf }) => `${role} ${entity} ${onBehalfOf}`)
      .sort()
      .join(),
  );
  const isOneDate =
    decisiveReports.length === 0 ||
    !combineDates(decisiveReports.map((one) => reportedDate(one, published.get(one.source)))).disputed;
  return [
    ...(isOneDate ? [] : ['DATE']),
    ...(denying.length > 0 && denying.length < counting.length ? ['STANCE'] : []),
    ...(new Set(casts).size > 1 ? ['PARTICIPANTS'] : []),
  ];
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

  test('of the corpus name who urged an inclusive government in two ways', async () => {
    const { event } = await service.data(
      `{ event(id: "event:lavrov-urges-inclusive-government") { disagreements { about readings { participants { role entity { id } } } } } }`,
    );
    const agents = event.disagreements[0].readings.map(({ participants }: any) =>
      participants.filter(({ role }: any) => role === 'AGENT').map(({ entity }: any) => entity.id),
    );
    expect(agents).toEqual([['russia'], ['sergey-lavrov']]);
  });
});

function isStanding(id: string): boolean {
  return known.dataset.sources.find((source) => source.id === id)?.retracted === null;
}
