import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Participation, participationKey } from '../../src/record/participation.ts';
import { REPORT, type ReportRecord } from '../../src/record/report.ts';
import type { Stance } from '../../src/ontology/stances.ts';
import type { Role } from '../../src/ontology/roles.ts';
import { CROWD, eventView } from '../../src/reasoning/eventView.ts';
import type { ProjectedRecord } from '../../src/reasoning/projectedRecord.ts';
import { type Publication, reportedDate } from '../../src/reasoning/publication.ts';
import { combineDates } from '../../src/time/combineDates.ts';
import { LAST_DAY, latestOf, nextDay } from '../../src/time/day.ts';
import { overlaps } from '../../src/time/period.ts';
import { decisive } from '../../src/reasoning/eventDate.ts';
import { daysFrom, nearDay } from '../time/arbitraries.ts';
import { runs } from '../setup/runs.ts';
import { anyEvent, anyPublications, shuffled } from './arbitraries.ts';
import { plainRelationships } from './plainRelationships.ts';

const part = (role: Role, entity: string, onBehalfOf: string | null = null): Participation => ({
  role,
  entity,
  onBehalfOf,
});

const report = (
  source: string,
  participants: readonly Participation[] | null = null,
  stance: Stance = 'AFFIRMS',
  date = '2024-02-03',
): ReportRecord => ({ ...REPORT.empty, source, stance, date, locator: 'p1', participants });

const urged = (participants: readonly Participation[], ...reports: ReportRecord[]): ProjectedRecord => ({
  id: 'event:urged',
  type: 'URGED',
  participants,
  reports,
});
const met = (participants: readonly Participation[], ...reports: ReportRecord[]): ProjectedRecord => ({
  ...urged(participants, ...reports),
  type: 'MET',
});

/** Sources published on the first, second … of a month. */
const published = (...sources: string[]): Map<string, Publication> =>
  new Map(
    sources.map((source, i) => [source, { earliest: `2024-03-0${i + 1}`, latest: `2024-04-0${i + 1}` }]),
  );

const edges = (event: ProjectedRecord, ...sources: string[]): string[] =>
  eventView(event, published(...sources)).relationships.map(
    ({ from, to, level, known, sources: by }) =>
      `${level} ${from} ${to} ${known.possibly.slice(5)} ${by.join('+')}`,
  );

describe('The relationships of an event', () => {
  test('are those that a plain search over all pairs and reports finds', () => {
    fc.assert(
      fc.property(anyEvent, anyPublications, (event, publications) => {
        expect(eventView(event, publications).relationships).toEqual(plainRelationships(event, publications));
      }),
      { numRuns: runs(2_000) },
    );
  });

  test('have the sources of both reports that name the same pair for different principals', () => {
    const event = urged(
      [],
      report('late', [part('AGENT', 'envoy', 'russia'), part('TARGET', 'iran')]),
      report('early', [part('AGENT', 'envoy', 'china'), part('TARGET', 'iran')]),
    );
    expect(edges(event, 'early', 'late')).toEqual([
      'PRINCIPAL china iran 03-01 early',
      'NAMED envoy iran 03-01 early+late',
      'PRINCIPAL russia iran 03-02 late',
    ]);
  });

  test('are by name where one report names the principal itself, and have the sources of its delegates too', () => {
    const event = urged(
      [],
      report('late', [part('AGENT', 'russia'), part('TARGET', 'iran')]),
      report('early', [part('AGENT', 'envoy', 'russia'), part('TARGET', 'iran')]),
    );
    expect(edges(event, 'early', 'late')).toEqual([
      'NAMED envoy iran 03-01 early',
      'NAMED russia iran 03-01 early+late',
    ]);
  });

  test('are of a principal even where another report names it itself toward someone else', () => {
    const event = urged(
      [],
      report('one', [part('AGENT', 'russia'), part('TARGET', 'iran')]),
      report('two', [part('AGENT', 'envoy', 'russia'), part('TARGET', 'china')]),
    );
    expect(edges(event, 'one', 'two')).toContain('PRINCIPAL russia china 03-02 two');
  });

  test('do not join participants whom no single report brings together', () => {
    const event = met(
      [],
      report('one', [part('PARTY', 'ada'), part('PARTY', 'bo')]),
      report('two', [part('PARTY', 'bo'), part('PARTY', 'cy')]),
    );
    expect(edges(event, 'one', 'two')).toEqual(['NAMED ada bo 03-01 one', 'NAMED bo cy 03-02 two']);
  });

  test('are not made between two of one delegation', () => {
    const event = met(
      [part('PARTY', 'ada', 'home'), part('PARTY', 'bo', 'home'), part('PARTY', 'home'), part('PARTY', 'cy')],
      report('one'),
    );
    expect(edges(event, 'one')).toEqual([
      'NAMED ada cy 03-01 one',
      'NAMED bo cy 03-01 one',
      'NAMED cy home 03-01 one',
    ]);
  });

  const parties = (count: number): Participation[] =>
    Array.from({ length: count }, (_, i) => part('PARTY', `party-${String(i).padStart(2, '0')}`));

  test('join every pair of as many parties as are no crowd yet, whatever the format', () => {
    const event = met([...parties(CROWD), part('FORMAT', 'forum')], report('one'));
    expect(edges(event, 'one')).toHaveLength((CROWD * (CROWD - 1)) / 2);
  });

  test('join each of a crowd to its format', () => {
    const event = met([...parties(CROWD + 1), part('FORMAT', 'forum'), part('HOST', 'host')], report('one'));
    const { relationships } = eventView(event, published('one'));
    expect(relationships).toHaveLength(CROWD + 1);
    expect(new Set(relationships.map(({ to }) => to))).toEqual(new Set(['forum']));
    expect(relationships).toEqual(plainRelationships(event, published('one')));
  });

  test('join each of a crowd to its host where it has no format, the host itself to nobody', () => {
    const event = met([...parties(CROWD + 1), part('HOST', 'party-00')], report('one'));
    const { relationships } = eventView(event, published('one'));
    expect(relationships).toHaveLength(CROWD);
    expect(new Set(relationships.map(({ to }) => to))).toEqual(new Set(['party-00']));
  });

  test('join every pair of a crowd that has neither', () => {
    const event = met(parties(CROWD + 1), report('one'));
    expect(edges(event, 'one')).toHaveLength((CROWD * (CROWD + 1)) / 2);
  });
});

describe('The view of an event', () => {
  test('does not depend on the order of reports and participants', () => {
    const events = anyEvent.chain((event) => fc.tuple(fc.constant(event), shuffled(event)));
    fc.assert(
      fc.property(events, anyPublications, ([event, other], publications) => {
        expect(eventView(other, publications)).toEqual(eventView(event, publications));
      }),
    );
  });

  test('has the date, the relationships and the day it is known that affirming reports give, where there are any', () => {
    fc.assert(
      fc.property(anyEvent, anyPublications, (event, publications) => {
        const affirming = event.reports.filter(
          ({ stance, source }) => stance === 'AFFIRMS' && publications.has(source),
        );
        fc.pre(affirming.length > 0);
        const view = eventView(event, publications);
        const alone = eventView({ ...event, reports: affirming }, publications);
        const read = affirming.filter(({ coding }) => coding !== 'MACHINE');
        const deciding = read.length > 0 ? read : affirming;
        expect(view.date).toEqual(
          combineDates(deciding.map((report) => reportedDate(report, publications.get(report.source)))),
        );
        expect(view.relationships).toEqual(alone.relationships);
        const days = affirming.map(({ source }) => publications.get(source)!);
        expect(view.known.possibly).toBe(days.map(({ earliest }) => earliest).sort()[0]);
        expect(view.known.certainly).toBe(days.map(({ latest }) => latest).sort()[0]);
      }),
    );
  });

  test('is certain of nothing after the last publication', () => {
    fc.assert(
      fc.property(anyEvent, anyPublications, (event, publications) => {
        const view = eventView(event, publications);
        const last = latestOf(...[...publications.values()].map(({ latest }) => latest));
        fc.pre(view.stances.includes('AFFIRMS') && view.date.earliest <= last);
        expect(overlaps(view.date, { from: nextDay(last), to: LAST_DAY }, 'CERTAIN')).toBe(false);
      }),
    );
  });

  test('is certain of a day only if each report that decides allows it, and they leave no other', () => {
    fc.assert(
      fc.property(anyEvent, anyPublications, nearDay, (event, publications, day) => {
        const { date, stances } = eventView(event, publications);
        const period = { from: day, to: nextDay(day) };
        fc.pre(stances.includes('AFFIRMS') && !date.disputed && overlaps(date, period, 'CERTAIN'));
        const deciding = decisive(event.reports.filter(({ source }) => publications.has(source)));
        const dates = deciding.map((report) => reportedDate(report, publications.get(report.source)));
        expect(dates.every((one) => overlaps(one, period, 'POSSIBLE'))).toBe(true);
        // A span that goes on lies on the day if it has begun and not ended by any day that all of them allow.
        const allowed = daysFrom(date.earliest, date.beginLatest);
        expect(allowed.every((begin) => begin <= day)).toBe(true);
      }),
    );
  });

  test("is not narrowed by a program beside a person's report", () => {
    const machine = { ...report('two', null, 'AFFIRMS', '2003-05-05'), coding: 'MACHINE' as const };
    const event = urged(
      [part('AGENT', 'a'), part('TARGET', 'b')],
      report('one', null, 'AFFIRMS', '2003'),
      machine,
    );
    const view = eventView(event, published('one', 'two'));
    expect(view.date.edtf).toBe('2003');
    expect(view.relationships).toMatchObject([{ sources: ['one', 'two'], codings: ['HUMAN', 'MACHINE'] }]);
    expect(eventView(event, published('two')).date.edtf).toBe('2003-05-05');
  });

  test('is as if retracted reports were not there, once any other counts', () => {
    fc.assert(
      fc.property(anyEvent, anyPublications, (event, publications) => {
        const counting = event.reports.filter(({ source }) => publications.has(source));
        fc.pre(counting.length > 0);
        const { stances, date, known, relationships, participations } = eventView(event, publications);
        const alone = eventView({ ...event, reports: counting }, publications);
        expect({ stances, date, known, relationships }).toEqual({
          stances: alone.stances,
          date: alone.date,
          known: alone.known,
          relationships: alone.relationships,
        });
        const who = ({ named, principal }: { named: boolean; principal: boolean }): boolean =>
          named || principal;
        const line = ({ role, entity, onBehalfOf }: Participation): string =>
          `${role} ${entity} ${onBehalfOf}`;
        expect(new Set(participations.filter(who).map(line))).toEqual(
          new Set(alone.participations.filter(who).map(line)),
        );
      }),
    );
  });

  test('has no relationships, and is not known, where nobody affirms it', () => {
    const event = urged(
      [part('AGENT', 'ada'), part('TARGET', 'bo')],
      report('one', null, 'EXPECTS', '2024-05'),
    );
    const { stances, date, known, relationships, participations } = eventView(event, published('one'));
    expect(stances).toEqual(['EXPECTS']);
    expect(date.edtf).toBe('2024-05');
    expect(known).toEqual({ possibly: LAST_DAY, certainly: LAST_DAY });
    expect(relationships).toEqual([]);
    expect(participations.map(({ entity, named }) => [entity, named])).toEqual([
      ['ada', true],
      ['bo', true],
    ]);
  });

  test('names those only whom affirming reports name, and keeps who is otherwise said to have taken part', () => {
    const event = met(
      [],
      report('one', [part('PARTY', 'ada'), part('PARTY', 'bo')]),
      report('two', [part('PARTY', 'ada'), part('PARTY', 'cy')], 'DENIES'),
    );
    const { participations } = eventView(event, published('one', 'two'));
    expect(participations.map(({ entity, named, reports }) => [entity, named, reports])).toEqual([
      ['ada', true, null],
      ['bo', true, ['one#p1']],
      ['cy', false, ['two#p1']],
    ]);
  });
});

describe('Those whom others act for', () => {
  const views = (event: ProjectedRecord, ...sources: string[]) =>
    eventView(event, published(...sources)).participations.filter(({ through }) => through !== null);

  test('take part once per role, through all who act for them, by all reports that say so', () => {
    const event = met(
      [],
      report('one', [part('PARTY', 'ada', 'home'), part('PARTY', 'cy')]),
      report('two', [part('PARTY', 'bo', 'home'), part('PARTY', 'cy')]),
      report('three', [part('PARTY', 'dee'), part('PARTY', 'cy')]),
    );
    expect(views(event, 'one', 'two', 'three')).toEqual([
      {
        role: 'PARTY',
        entity: 'home',
        onBehalfOf: null,
        reports: ['one#p1', 'two#p1'],
        through: ['ada', 'bo'],
        named: false,
        principal: true,
        leads: true,
        faces: 'PARTY',
      },
    ]);
  });

  test('have no line of their own where the same reports name them too', () => {
    const event = met(
      [part('PARTY', 'ada', 'home'), part('PARTY', 'home'), part('PARTY', 'cy')],
      report('one'),
    );
    expect(views(event, 'one')).toEqual([]);
  });

  test('have a line of their own where only another report names them', () => {
    const event = met(
      [],
      report('one', [part('PARTY', 'home'), part('PARTY', 'cy')]),
      report('two', [part('PARTY', 'ada', 'home'), part('PARTY', 'cy')]),
    );
    expect(views(event, 'one', 'two')).toMatchObject([
      { entity: 'home', through: ['ada'], reports: ['two#p1'] },
    ]);
  });

  test('are not named beside them, unless one report names both', () => {
    const byOne = report('one', [part('AGENT', 'home'), part('TARGET', 'cy')]);
    const byTwo = report('two', [part('AGENT', 'ada', 'home'), part('TARGET', 'home')]);
    const both = report('three', [part('AGENT', 'ada', 'home'), part('AGENT', 'home')]);
    const named = (...reports: ReportRecord[]) =>
      eventView(urged([], ...reports), published('one', 'two', 'three'))
        .participations.filter((one) => one.named)
        .map(participationKey);
    expect(named(byOne, byTwo)).toEqual(['AGENT ada home', 'TARGET cy', 'TARGET home']);
    expect(named(byOne, byTwo, both)).toEqual(['AGENT ada home', 'AGENT home', 'TARGET cy', 'TARGET home']);
    expect(named(byOne)).toEqual(['AGENT home', 'TARGET cy']);
    expect(named(byOne, { ...byTwo, stance: 'EXPECTS' })).toEqual(['AGENT home', 'TARGET cy']);
  });

  test('are both ends of every relationship at their level, and those named or acting for themselves of every other', () => {
    fc.assert(
      fc.property(anyEvent, anyPublications, (event, publications) => {
        const { relationships, participations } = eventView(event, publications);
        for (const { from, to, level } of relationships) {
          for (const end of [from, to]) {
            const lines = participations.filter(({ entity, faces }) => entity === end && faces !== null);
            expect(lines.some(({ named, principal }) => (level === 'NAMED' && named) || principal)).toBe(
              true,
            );
          }
        }
      }),
    );
  });
});
