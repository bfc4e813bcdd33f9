import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { matchEvents } from '../../src/paths/distinctEvents.ts';
import { runs } from '../setup/runs.ts';

const anyEvents = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 8, maxLength: 8 });
const anyChoices = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { maxLength: 4 }), {
  maxLength: 4,
});

test('the relationships of a chain are the first selection, in order, in which no event recurs', () => {
  fc.assert(
    fc.property(anyChoices, anyEvents, (choices, events) => {
      const every = choices.reduce<number[][]>(
        (all, edges) => all.flatMap((chosen) => edges.map((edge) => [...chosen, edge])),
        [[]],
      );
      const fitting = every.find(
        (chosen) => new Set(chosen.map((edge) => events[edge])).size === chosen.length,
      );
      expect(matchEvents(choices, Int32Array.from(events))).toEqual(fitting ?? null);
    }),
    { numRuns: runs(2_000) },
  );
});
