import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { declarationOf } from '../../src/ontology/lookups.ts';
import { stateOn } from '../../src/reasoning/status/statusOn.ts';
import type { StatusState } from '../../src/reasoning/status/statusState.ts';
import { dateOfReport, type RegimeEvent, type RegimeReport } from '../../src/reasoning/status/regimeEvent.ts';
import type { Day } from '../../src/time/day.ts';
import { reportedDate } from '../../src/reasoning/publication.ts';
import { readings } from '../../src/time/readings.ts';
import { ASKED, DESIGNATION_TYPES, published, regimeEvents, weekDate } from './statusArbitraries.ts';
import { type ReferenceEvent, sizeOf, tryEveryCompletion } from './statusReference.ts';
import { AFTER_ALL } from './counting.ts';
import { ofRegime } from './ofRegime.ts';

/** Enough to be varied, few enough to be tried one by one. */
const MOST_COMPLETIONS = 1_000;

const singleReports = fc
  .array(fc.tuple(fc.constantFrom(...DESIGNATION_TYPES), weekDate, fc.boolean(), published), { maxLength: 6 })
  .map((events): RegimeEvent[] =>
    events.map(([type, date, general, published], index) =>
      ofRegime({
        id: `e${index}`,
        type,
        isGeneral: general && type === 'DOES_NOT_LIST',
        reports: [{ source: `s${index}`, stance: 'AFFIRMS', date, published }],
      }),
    ),
  );

/** Every way to follow the sources, written out. */
function referenceWorlds(events: readonly RegimeEvent[]): ReferenceEvent[][] {
  return events.reduce<ReferenceEvent[][]>(
    (worlds, event) => {
      const dates = event.reports
        .filter(({ stance }) => stance === 'AFFIRMS')
        .map((report) => reportedDate(report, report.published));
      const { effect } = declarationOf(event.type).status!;
      const options: ReferenceEvent[][] = readings(dates).map(({ date }) => [
        { effect, isGeneral: event.isGeneral, date },
      ]);
      if (event.reports.some(({ stance }) => stance === 'DENIES')) options.push([]);
      return worlds.flatMap((world) => options.map((option) => [...world, ...option]));
    },
    [[]],
  );
}

function referenceStates(events: readonly RegimeEvent[]): StatusState[] {
  const found = referenceWorlds(events).map((world) => tryEveryCompletion(world, ASKED));
  return ASKED.map((_, index) => {
    const states = new Set(found.map((states) => states[index]!));
    return states.size === 1 ? [...states][0]! : 'DISPUTED';
  });
}

function isSmall(events: readonly RegimeEvent[]): boolean {
  const worlds = referenceWorlds(events);
  return worlds.reduce((sum, world) => sum + sizeOf(world, ASKED), 0) <= MOST_COMPLETIONS;
}

/** What is in force, or suspended, may be over once a span that some source expects has passed. */
function mayBeOverdue(day: Day, events: readonly RegimeEvent[]): boolean {
  return events
    .flatMap(({ reports }) => reports)
    .filter(({ stance }) => stance === 'EXPECTS')
    .map(dateOfReport)
    .some(({ extent, latest }) => extent === 'SPAN' && latest < day);
}

function agreesWithEveryCompletion(events: readonly RegimeEvent[]): void {
  const reference = referenceStates(events);
  ASKED.forEach((day, index) => {
    const state = reference[index]!;
    const isOpen = ['IN_FORCE', 'SUSPENDED'].includes(state) && mayBeOverdue(day, events);
    expect([day, isOpen ? [state, 'POSSIBLE'] : [state]]).toEqual([
      day,
      expect.arrayContaining([stateOn(day, events)]),
    ]);
  });
}

function saying(stance: RegimeReport['stance'], date: string): RegimeReport {
  return { source: 's1', stance, date, published: AFTER_ALL };
}

describe('what follows on a day', () => {
  test('is what every completion of the dates says, by trying them all', () => {
    fc.assert(fc.property(singleReports.filter(isSmall), agreesWithEveryCompletion), { numRuns: 300 });
  });

  test('is what every completion of every reading says, by trying them all', () => {
    fc.assert(fc.property(regimeEvents(3).filter(isSmall), agreesWithEveryCompletion), { numRuns: 200 });
  });

  test('of two spans that end on one day, either may be the longer', () => {
    const spans = [
      ['2024-01-01/2024-01-05', '2024-01-06'],
      ['2024-01-05/..', '2024-01-05'],
    ].map(([date = '', day = ''], index) =>
      ofRegime({
        ...{ id: `e${index}`, type: 'LISTS' },
        reports: [
          { source: `s${index}`, stance: 'AFFIRMS', date, published: { earliest: day, latest: day } },
        ],
      }),
    );
    agreesWithEveryCompletion(spans);
    expect(stateOn('2024-01-05', spans)).toBe('POSSIBLE');
  });

  test('what is suspended may be over, once its end was expected', () => {
    const events = [
      ofRegime({ id: 'e0', type: 'SUSPENDED_DESIGNATION', reports: [saying('AFFIRMS', '2024-01-01')] }),
      ofRegime({
        ...{ id: 'e1', type: 'LISTS' },
        reports: [saying('AFFIRMS', '2024-01-01'), saying('EXPECTS', '2024-01-01/2024-01-01')],
      }),
    ];
    agreesWithEveryCompletion(events);
    expect(['2024-01-01', '2024-01-02'].map((day) => stateOn(day, events))).toEqual([
      'SUSPENDED',
      'POSSIBLE',
    ]);
  });
});
