import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countsBy, type SourceValidity } from '../../src/reasoning/countsBy.ts';
import { type EventVersions, eventVersions } from '../../src/reasoning/eventVersions.ts';
import { eventView, type EventView } from '../../src/reasoning/eventView.ts';
import type { ProjectedRecord } from '../../src/reasoning/projectedRecord.ts';
import { type Day, LAST_DAY } from '../../src/time/day.ts';
import type { Certainty } from '../../src/time/period.ts';
import { nearDay } from '../time/arbitraries.ts';
import { runs } from '../setup/runs.ts';
import { anyEvent } from './arbitraries.ts';

const anyCertainty = fc.constantFrom<Certainty>('POSSIBLE', 'CERTAIN');
const anyStanding: fc.Arbitrary<SourceValidity> = fc
  .record({ a: nearDay, b: nearDay, retracted: fc.option(nearDay, { freq: 2 }) })
  .map(({ a, b, retracted }) => ({
    published: a < b ? { earliest: a, latest: b } : { earliest: b, latest: a },
    retracted,
  }));
const anyValidities = fc
  .array(anyStanding, { minLength: 4, maxLength: 4 })
  .map((all) => new Map(['one', 'two', 'three', 'four'].map((id, i) => [id, all[i]!] as const)));

/** The versions that hold by the day, the current one among them. */
function holding({ current, asOf, earlier }: EventVersions, day: Day, certainty: Certainty): EventView[] {
  const side = certainty === 'CERTAIN' ? 'certainly' : 'possibly';
  const then = earlier
    .filter((one) => one.asOf[side] <= day && day < one.until[side])
    .map(({ view }) => view);
  return asOf[side] <= day ? [...then, current] : then;
}

/** What a graph would hold of the event that was given only the reports that count. */
function heard(
  event: ProjectedRecord,
  validities: ReadonlyMap<string, SourceValidity>,
  day: Day | null,
  certainty: Certainty,
): EventView | null {
  const counting = [...validities].filter(([, validity]) => countsBy(validity, day, certainty));
  const publications = new Map(counting.map(([id, { published }]) => [id, published]));
  const reports = event.reports.filter(({ source }) => publications.has(source));
  return reports.length === 0 ? null : eventView({ ...event, reports }, publications);
}

/** Without the participations that only reports which do not count state. */
function shown({ participations, ...rest }: EventView) {
  const kept = participations.filter(({ named, principal }) => named || principal);
  return { ...rest, participations: kept.map((one) => ({ ...one, reports: null })) };
}

describe('The versions of an event', () => {
  test('give by every day what the reports alone give that count by it, and nothing where none does', () => {
    fc.assert(
      fc.property(anyEvent, anyValidities, nearDay, anyCertainty, (event, validities, day, certainty) => {
        const expected = heard(event, validities, day, certainty);
        const found = holding(eventVersions(event, validities), day, certainty).filter(
          ({ stances }) => stances.length > 0,
        );
        expect(found.map(shown)).toEqual(expected === null ? [] : [shown(expected)]);
      }),
      { numRuns: runs(3_000) },
    );
  });

  test('end with what is known now', () => {
    fc.assert(
      fc.property(anyEvent, anyValidities, anyCertainty, (event, validities, certainty) => {
        const versions = eventVersions(event, validities);
        const expected = heard(event, validities, null, certainty);
        const [last] = holding(versions, '9000-01-01', certainty).filter(({ stances }) => stances.length > 0);
        expect(last === undefined ? null : shown(last)).toEqual(expected === null ? null : shown(expected));
      }),
    );
  });

  test('are one where all sources were published on one day and stand', () => {
    fc.assert(
      fc.property(anyEvent, nearDay, (event, day) => {
        const validity = { published: { earliest: day, latest: day }, retracted: null };
        const validities = new Map(['one', 'two', 'three', 'four'].map((id) => [id, validity]));
        const { earlier, asOf } = eventVersions(event, validities);
        expect(earlier).toEqual([]);
        expect(asOf).toEqual({ possibly: day, certainly: day });
      }),
    );
  });

  test('are in the order of their days, and none without a day', () => {
    fc.assert(
      fc.property(anyEvent, anyValidities, (event, validities) => {
        for (const { asOf, until } of eventVersions(event, validities).earlier) {
          expect(asOf.possibly < until.possibly || asOf.certainly < until.certainly).toBe(true);
          expect(asOf.possibly <= LAST_DAY && asOf.certainly <= LAST_DAY).toBe(true);
        }
      }),
    );
  });
});
