import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { displayDate } from '../../src/time/displayDate.ts';
import { EdtfError } from '../../src/time/edtfError.ts';
import { type BoundedDate, parseEdtf } from '../../src/time/parseEdtf.ts';
import { atLeast, runs } from '../setup/runs.ts';
import { anyText } from './edtfTexts.ts';

/** How many texts are tried. */
const TEXTS = 12_000;

test('The days of a text are all that some digits in place of its X give, and a text without days is refused', () => {
  const count = { read: 0, refused: 0 };
  fc.assert(
    fc.property(anyText, ({ text, days }) => {
      count[days === null ? 'refused' : 'read']++;
      const found = read(text);
      if (days === null) {
        expect([text, found]).toEqual([text, expect.any(EdtfError)]);
      } else {
        expect([text, found]).toMatchObject([text, { ...days, edtf: text, qualified: /[?~%]/.test(text) }]);
      }
    }),
    { numRuns: runs(TEXTS) },
  );
  expect(Math.min(count.read, count.refused)).toBeGreaterThanOrEqual(atLeast(1_000));
});

test('Texts that allow different days are displayed differently, in words', () => {
  const shown = new Map<string, { text: string; meaning: string }>();
  fc.assert(
    fc.property(anyText, ({ text, days }) => {
      fc.pre(days !== null);
      const words = displayDate({ edtf: text });
      if (!/^[a-zA-Z0-9]/.test(words) || CODE.test(words)) expect(text).toBe(`in words, not ${words}`);
      const meaning = JSON.stringify([days, /[?~%]/.test(text)]);
      const alike = shown.get(words) ?? { text, meaning };
      if (alike.meaning !== meaning) expect([text, words]).toEqual([alike.text, `other words than ${words}`]);
      shown.set(words, alike);
    }),
    { numRuns: runs(TEXTS) },
  );
});

const CODE = /X|\[|\]|\.\.|\/|undefined|NaN|null| {2}|^ | $|\d-\d/;

function read(text: string): BoundedDate | EdtfError {
  try {
    return parseEdtf(text);
  } catch (error) {
    if (error instanceof EdtfError) return error;
    throw error;
  }
}
