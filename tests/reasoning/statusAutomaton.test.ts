import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { EventType } from '../../src/ontology/lookups.ts';
import type { RegimeEvent } from '../../src/reasoning/status/regimeEvent.ts';
import { statusChanges } from '../../src/reasoning/status/statusChanges.ts';
import { statusOn } from '../../src/reasoning/status/statusOn.ts';
import type { StatusState } from '../../src/reasoning/status/statusState.ts';
import { addDays, FIRST_DAY, LAST_DAY } from '../../src/time/day.ts';
import { AFTER_ALL } from './counting.ts';
import { ofRegime } from './ofRegime.ts';

/** What really happened, as a machine that can only take the steps that make sense. */
const STEPS: Partial<Record<StatusState, Partial<Record<string, [EventType, StatusState]>>>> = {
  NOT_IN_FORCE: { list: ['DESIGNATED', 'IN_FORCE'], observe: ['DOES_NOT_LIST', 'NOT_IN_FORCE'] },
  IN_FORCE: {
    suspend: ['SUSPENDED_DESIGNATION', 'SUSPENDED'],
    delist: ['DELISTED', 'LIFTED'],
    observe: ['LISTS', 'IN_FORCE'],
  },
  SUSPENDED: {
    resume: ['RESUMED_DESIGNATION', 'IN_FORCE'],
    delist: ['DELISTED', 'LIFTED'],
    observe: ['DOES_NOT_LIST', 'SUSPENDED'],
  },
  LIFTED: { relist: ['DESIGNATED', 'IN_FORCE'], observe: ['DOES_NOT_LIST', 'LIFTED'] },
};

const verb = fc.constantFrom('list', 'suspend', 'resume', 'delist', 'relist', 'observe');
const steps = fc.array(fc.tuple(verb, fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 25 });

/** The steps that could be taken, as sources report them, and what stood on each day from the first on. */
function live(wanted: readonly [string, number][]): {
  events: RegimeEvent[];
  stood: [string, StatusState, string | null][];
} {
  const events: RegimeEvent[] = [];
  const stood: [string, StatusState, string | null][] = [];
  let day = '2020-01-01';
  let state: StatusState = 'NOT_IN_FORCE';
  let since: string | null = null;
  for (const [verb, pause] of wanted) {
    const step: [EventType, StatusState] | undefined = STEPS[state]?.[verb];
    if (step === undefined) continue;
    const [type, next]: [EventType, StatusState] = step;
    const id = `e${events.length}`;
    const reports = [{ source: id, stance: 'AFFIRMS' as const, date: day, published: AFTER_ALL }];
    events.push(ofRegime({ id, type, reports }));
    if (next !== state) since = day;
    state = next;
    for (let rest = pause; rest > 0; rest -= 1, day = addDays(day, 1)) stood.push([day, state, since]);
  }
  // Before the first known opening it was not in force; of the days before an absence nothing is known.
  const opens = events.some(({ effect }) => effect === 'OPENS');
  if (opens) return { events, stood: [['2019-12-31', 'NOT_IN_FORCE', null], ...stood] };
  const absent = stood.map(([day, state]): (typeof stood)[number] => [day, state, '[..2020-01-01]']);
  return { events, stood: [['2019-12-31', 'NO_RECORD', null], ...absent] };
}

describe('the status of generated histories', () => {
  test('is what a machine says that takes only steps that make sense', () => {
    fc.assert(
      fc.property(steps, fc.boolean(), (wanted, backwards) => {
        const { events, stood } = live(wanted);
        const given = backwards ? events.toReversed() : events;
        fc.pre(events.length > 0);
        for (const [day, state, since] of stood) {
          const answer = statusOn(day, given);
          expect([day, answer.state, answer.since?.edtf ?? null]).toEqual([day, state, since]);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('changes with exactly those steps that change something', () => {
    fc.assert(
      fc.property(steps, (wanted) => {
        const { events, stood } = live(wanted);
        const expected = stood.flatMap(([day, to], index) => {
          const from = stood[index - 1]?.[1] ?? to;
          // What is first observed changes the record, not the status.
          return from === to || from === 'NO_RECORD'
            ? []
            : [{ from, to, date: expect.objectContaining({ edtf: day }) }];
        });
        const changes = statusChanges(events, { from: FIRST_DAY, to: LAST_DAY });
        expect(changes).toEqual(expected.map((change) => ({ ...change, causes: [expect.any(String)] })));
      }),
    );
  });

  test('takes every kind of step', () => {
    const all = ['observe', 'list', 'observe', 'suspend', 'observe', 'resume', 'delist', 'observe', 'relist'];
    const { events, stood } = live(all.map((each) => [each, 1]));
    expect(events).toHaveLength(all.length);
    expect(stood.map(([day]) => statusOn(day, events).state)).toEqual([
      'NOT_IN_FORCE',
      'NOT_IN_FORCE',
      'IN_FORCE',
      'IN_FORCE',
      'SUSPENDED',
      'SUSPENDED',
      'IN_FORCE',
      'LIFTED',
      'LIFTED',
      'IN_FORCE',
    ]);
  });
});
