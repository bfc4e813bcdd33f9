import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Participation, participationKey, participationOf } from '../../src/record/participation.ts';
import { statedParticipations } from '../../src/reasoning/participations.ts';
import { anyEvent, shuffled } from './arbitraries.ts';
import { REPORT, type ReportRecord } from '../../src/record/report.ts';

const ada: Participation = { role: 'PARTY', entity: 'ada', onBehalfOf: null };
const report = (locator: string, participants: readonly Participation[] | null): ReportRecord => ({
  ...REPORT.empty,
  source: 'one',
  date: '2024',
  locator,
  participants,
});

describe('Stated participations', () => {
  test('are those of some report, each with exactly the reports that state it', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const stated = statedParticipations(event);
        const kept = stated.flatMap((one) =>
          (one.reports ?? event.reports.map(({ source, locator }) => `${source}#${locator}`)).map(
            (key) => `${key} ${participationKey(one)}`,
          ),
        );
        const expected = event.reports.flatMap((each) =>
          (each.participants ?? event.participants).map(
            (one) => `${each.source}#${each.locator} ${participationKey(one)}`,
          ),
        );
        expect(kept.sort()).toEqual([...new Set(expected)].sort());
      }),
    );
  });

  test('do not depend on the order of reports and participants', () => {
    const events = anyEvent.chain((event) => fc.tuple(fc.constant(event), shuffled(event)));
    fc.assert(
      fc.property(events, ([event, other]) => {
        expect(statedParticipations(other)).toEqual(statedParticipations(event));
      }),
    );
  });

  test('are of one report only, even where that names someone twice', () => {
    const event = { participants: [], reports: [report('p1', [ada, ada]), report('p2', [])] };
    expect(statedParticipations(event)).toEqual([{ ...ada, reports: ['one#p1'] }]);
  });

  test('are told by their keys', () => {
    const all = [ada, { ...ada, onBehalfOf: 'home' }];
    expect(all.map(participationKey).map(participationOf)).toEqual(all);
  });
});
