import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { EventType } from '../../src/ontology/lookups.ts';
import type { Publication } from '../../src/reasoning/publication.ts';
import { dateOfReport } from '../../src/reasoning/status/regimeEvent.ts';
import { statusOn } from '../../src/reasoning/status/statusOn.ts';
import { addDays, LAST_DAY, latestOf } from '../../src/time/day.ts';
import { AFTER_ALL } from './counting.ts';
import { ofRegime } from './ofRegime.ts';
import { ASKED, regimeEvents } from './statusArbitraries.ts';

const on = (day: string): Publication => ({ earliest: day, latest: day });

function events(...said: readonly [EventType, string, Publication?][]) {
  return said.map(([type, date, published = AFTER_ALL], i) =>
    ofRegime({
      ...{ id: `e${i}`, type },
      reports: [{ source: `s${i}`, stance: 'AFFIRMS', date, published }],
    }),
  );
}

function ageOn(day: string, given: ReturnType<typeof events>) {
  const { state, lastEvidence, carriedForward } = statusOn(day, given);
  const certain = statusOn(day, given, { certainty: 'CERTAIN' });
  return [state, lastEvidence?.edtf ?? null, carriedForward, certain.state];
}

describe('A status', () => {
  test('is carried forward beyond the last evidence, and is then only possible', () => {
    const given = events(['DESIGNATED', '2003'], ['LISTS', '2010-05-05']);
    expect(ageOn('2010-05-05', given)).toEqual(['IN_FORCE', '2010-05-05', false, 'IN_FORCE']);
    expect(ageOn('2010-05-06', given)).toEqual(['IN_FORCE', '2010-05-05', true, 'POSSIBLE']);
  });

  test('is not carried between two pieces of evidence for it', () => {
    const given = events(['DESIGNATED', '2003'], ['LISTS', '2010-05-05']);
    expect(ageOn('2007-01-01', given)).toEqual(['IN_FORCE', '2003', false, 'IN_FORCE']);
    const lifted = events(['DESIGNATED', '2003'], ['DELISTED', '2010-05-05']);
    expect(ageOn('2007-01-01', lifted)).toEqual(['IN_FORCE', '2003', false, 'IN_FORCE']);
    expect(ageOn('2011-01-01', lifted)).toEqual(['LIFTED', '2010-05-05', true, 'POSSIBLE']);
  });

  test('that goes on is known to the publication of its source', () => {
    const given = events(['LISTS', '2003/..', on('2021-10-20')]);
    expect(ageOn('2010-01-01', given)).toEqual(['IN_FORCE', '2010-01-01', false, 'IN_FORCE']);
    expect(ageOn('2021-10-20', given)).toEqual(['IN_FORCE', '2021-10-20', false, 'IN_FORCE']);
    expect(ageOn('2021-10-21', given)).toEqual(['IN_FORCE', '2021-10-20', true, 'POSSIBLE']);
  });

  test('of an imprecise date is carried after its last day, but perhaps after its first', () => {
    const given = events(['DESIGNATED', '2003']);
    expect(ageOn('2003-12-31', given)).toEqual(['IN_FORCE', '2003', false, 'POSSIBLE']);
    expect(ageOn('2004-01-01', given)).toEqual(['IN_FORCE', '2003', true, 'POSSIBLE']);
  });

  test('before the first known opening is inferred, and so is only possible', () => {
    const given = events(['DESIGNATED', '2003']);
    expect(ageOn('2002-01-01', given)).toEqual(['NOT_IN_FORCE', null, false, 'POSSIBLE']);
    expect(statusOn('2002-01-01', given).evidence).toMatchObject([{ event: 'e0' }]);
  });

  test('has no age of which nothing is known', () => {
    expect(ageOn('2002-01-01', events(['LISTS', '2003']))).toEqual(['NO_RECORD', null, false, 'NO_RECORD']);
  });

  test('is of no time at which one of the two did not exist', () => {
    const existed = [{ first: '1994-01-01', last: LAST_DAY }];
    const given = events(['RECOGNIZED', '2025-07-03']);
    const { state, evidence } = statusOn('1993-12-31', given, { existed });
    expect([state, evidence]).toEqual(['NO_RECORD', []]);
    expect(statusOn('1994-01-01', given, { existed })).toMatchObject({ state: 'NOT_IN_FORCE', since: null });
  });
});

describe('With CERTAIN', () => {
  test('a state stays what it is, or is only possible', () => {
    fc.assert(
      fc.property(regimeEvents(3), fc.constantFrom(...ASKED), (given, day) => {
        const [plain, certain] = [statusOn(day, given), statusOn(day, given, { certainty: 'CERTAIN' })];
        expect([plain.state, 'POSSIBLE']).toContain(certain.state);
        if (certain.carriedForward) expect(['POSSIBLE', 'DISPUTED', 'NO_RECORD']).toContain(certain.state);
        if (plain.carriedForward) expect(certain.carriedForward).toBe(true);
      }),
    );
  });

  test('nothing is settled on a day that no evidence reaches', () => {
    fc.assert(
      fc.property(regimeEvents(3), (given) => {
        const reached = given.flatMap(({ reports }) =>
          reports.map((report) => {
            const { latest, endEarliest } = dateOfReport(report);
            return latest === LAST_DAY ? endEarliest : latest;
          }),
        );
        fc.pre(!reached.includes(LAST_DAY));
        const after = addDays(latestOf('2024-01-01', ...reached), 1);
        const { state } = statusOn(after, given, { certainty: 'CERTAIN' });
        expect(['POSSIBLE', 'DISPUTED', 'NO_RECORD']).toContain(state);
      }),
    );
  });
});
