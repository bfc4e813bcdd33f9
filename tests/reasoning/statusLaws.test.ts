import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countsBy } from '../../src/reasoning/countsBy.ts';
import { coursesOf, jointCourse } from '../../src/reasoning/status/course.ts';
import { breaksIfRetracted } from '../../src/reasoning/status/breaksIfRetracted.ts';
import type { RegimeEvent, ReportedEvent } from '../../src/reasoning/status/regimeEvent.ts';
import { stateOn, statusOn } from '../../src/reasoning/status/statusOn.ts';
import { timelineOf } from '../../src/reasoning/status/timeline.ts';
import { addDays, FIRST_DAY } from '../../src/time/day.ts';
import { ASKED, regimeEvents } from './statusArbitraries.ts';

const asked = fc.constantFrom(...ASKED);
const events = regimeEvents(3);

function without(all: readonly RegimeEvent[], source: string): RegimeEvent[] {
  return all.map((event) => ({
    ...event,
    reports: event.reports.filter((report) => report.source !== source),
  }));
}

const ABOUT = { authority: 'a', kind: 'COUNTRY', subject: 's', regime: 'DESIGNATION', list: null } as const;

/** The event as its reports tell it who all agree on who took part. */
function reported(event: RegimeEvent): ReportedEvent {
  const participants = event.isGeneral ? ['TARGET s'] : ['AGENT a', 'TARGET s'];
  return { ...event, post: null, reports: event.reports.map((report) => ({ ...report, participants })) };
}

describe('the status', () => {
  test('breaks with exactly those sources whose removal changes it', () => {
    fc.assert(
      fc.property(events, asked, (given, day) => {
        const breaking = breaksIfRetracted(day, ABOUT, given.map(reported));
        const sources = ['s1', 's2', 's3', 's4'];
        const changing = sources.filter(
          (source) => stateOn(day, without(given, source)) !== stateOn(day, given),
        );
        expect(breaking).toEqual(changing);
      }),
    );
  });

  test('as known by a day is not changed by a source published after it', () => {
    const published = { s1: '2024-02-01', s2: '2024-02-02', s3: '2024-02-03', s4: '2024-03-01' };
    const known = (all: readonly RegimeEvent[], knownBy: string): RegimeEvent[] =>
      all.map((event) => ({
        ...event,
        reports: event.reports.filter(({ source }) => {
          const day = published[source as keyof typeof published];
          return countsBy(
            { published: { earliest: day, latest: day }, retracted: null },
            knownBy,
            'POSSIBLE',
          );
        }),
      }));
    fc.assert(
      fc.property(
        events,
        asked,
        fc.constantFrom('2024-02-01', '2024-02-02', '2024-02-03'),
        (given, day, knownBy) => {
          const neverHeard = without(given, 's4').filter(({ reports }) => reports.length > 0);
          expect(statusOn(day, known(given, knownBy))).toEqual(statusOn(day, known(neverHeard, knownBy)));
        },
      ),
    );
  });

  test('does not depend on the order in which events and reports are given', () => {
    fc.assert(
      fc.property(events, asked, (given, day) => {
        const turned = given.toReversed().map((event) => ({ ...event, reports: event.reports.toReversed() }));
        const { disputed, ...answer } = statusOn(day, turned);
        const { disputed: expected, ...rest } = statusOn(day, given);
        expect(answer).toEqual(rest);
        expect(disputed).toHaveLength(expected.length);
      }),
    );
  });

  test('is on every day of a stretch of the timeline what it is on the first', () => {
    fc.assert(
      fc.property(events, (given) => {
        const timeline = timelineOf(jointCourse(coursesOf(given).map(({ course }) => course)));
        const found = ASKED.map(
          (day) => timeline.find(({ first, last }) => first <= day && day <= last)?.state,
        );
        expect(found).toEqual(ASKED.map((day) => stateOn(day, given)));
      }),
    );
  });

  test('has been so since a day by which it certainly was, and before which it certainly was not', () => {
    fc.assert(
      fc.property(events, asked, (given, day) => {
        const { state, since } = statusOn(day, given);
        if (since === null) return;
        expect(stateOn(since.latest, given)).toBe(state);
        if (since.earliest === FIRST_DAY) return;
        const before = stateOn(addDays(since.earliest, -1), given);
        expect(before).not.toBe(state);
      }),
    );
  });
});
