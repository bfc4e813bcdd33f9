import { expect, test } from '@jest/globals';
import edtf from 'edtf';
import fc from 'fast-check';
import { parseEdtf } from '../../src/time/parseEdtf.ts';
import { atLeast, runs } from '../setup/runs.ts';
import { anyText } from './edtfTexts.ts';

/** What another reader of EDTF finds; null if it does not read the text. */
function peer(text: string) {
  try {
    return edtf(text, { level: 2 });
  } catch {
    return null;
  }
}

/** X, parts of years, sets and open ends are read differently there. */
const ONLY_OURS = /X|\d{4}[?~%]?-[?~%]?[234]|\[|\.\.|\/$|^\//;

test('What another reader of EDTF reads is read here, with the same first and last day', () => {
  let [both, compared] = [0, 0];
  fc.assert(
    fc.property(anyText, ({ text, days }) => {
      const theirs = days === null ? null : peer(text);
      if (theirs === null) return;
      both++;
      const { earliest, latest } = parseEdtf(text);
      if (ONLY_OURS.test(text)) return;
      compared++;
      const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
      expect([text, earliest, latest]).toEqual([text, dayOf(theirs.min), dayOf(theirs.max)]);
    }),
    { numRuns: runs(6_000) },
  );
  expect(both).toBeGreaterThanOrEqual(atLeast(300));
  expect(compared).toBeGreaterThanOrEqual(atLeast(100));
});
