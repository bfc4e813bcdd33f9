import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { askedWords } from '../../src/queries/parts/askedWords.ts';
import { indexedWords } from '../../src/record/words.ts';

interface Asked {
  readonly forms: readonly string[];
  readonly nearly: readonly string[];
  readonly misspelt: string | null;
}

/** As `hasWords` decides it in the database. */
function finds(question: string, text: string): boolean {
  const index = indexedWords([text]);
  return (askedWords(question).words as unknown as Asked[]).every(
    ({ forms, nearly, misspelt }) =>
      forms.some((form) => index.includes(form)) ||
      (nearly.some((part) => index.includes(part)) && new RegExp(`^${misspelt}$`).test(index)),
  );
}

/** Whether at most one letter is too many, missing, other or swapped with its neighbour. */
function isOneTypo(one: readonly string[], other: readonly string[]): boolean {
  const [a, b, ...rest] = one;
  if (a !== undefined && a === other[0]) return isOneTypo(one.slice(1), other.slice(1));
  const isRest = (left: readonly string[], from: number) => left.join() === other.slice(from).join();
  return (
    (one.length <= 1 && other.length <= 1) ||
    isRest(one.slice(1), 0) ||
    isRest(one, 1) ||
    isRest(one.slice(1), 1) ||
    (a === other[1] && b === other[0] && isRest(rest, 2))
  );
}

test('A word finds those that begin with it, and from four letters on those with one typo', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ж', '𐐨'), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(word, word, word, (asked, other, before) => {
      const { length } = Array.from(asked);
      const expected =
        asked === other ||
        (length > 2 && other.startsWith(asked)) ||
        (length >= 4 && isOneTypo(Array.from(asked), Array.from(other)));
      expect(finds(asked, `${other} zz`)).toBe(expected);
      if (expected) expect(finds(asked, `${before} ${other}`)).toBe(true);
    }),
    { numRuns: 3_000, seed: 5 },
  );
});

test.each([
  ['tal', 'Taliban', true],
  ['ta', 'Taliban', false],
  ['talbian', 'Taliban', true],
  ['ministry of forein affairs', 'Ministry of Foreign Affairs', true],
  ['대한', '대한민국', true],
  ['대', '대한민국', false],
  ['2024', '2025', false],
  ['202', '2024', false],
  ['mig2', 'MiG29', true],
  ["Al-Qa'eda", 'Al-Qaida', true],
  ['中华', '中国', false],
  ['', 'anything', false],
])('%s: does it find %s? %s', (question, text, isFound) => {
  expect(finds(question, text)).toBe(isFound);
});
