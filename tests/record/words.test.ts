import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { indexedWords, type Spelling, wordsOf } from '../../src/record/words.ts';
import { anyName, DIGITS, SCRIPTS, SIGNS } from './anyName.ts';

/** Whether the text has every word of the question as written. */
function finds(question: string, text: string): boolean {
  const index = indexedWords([text]);
  const has = ({ tokens }: Spelling) => index.includes(` ${tokens.join(' ')} `);
  const words = wordsOf(question);
  return (
    words.length > 0 &&
    words.every(
      ({ whole, parts }) =>
        has(whole) ||
        (parts.length > 0 && parts.every(({ alone, joined }) => has(alone) || joined.some(has))),
    )
  );
}

test('Each letter and digit of Unicode is a word, however it is composed', () => {
  // Of the scripts with many letters, which all are alike, some.
  const letters = SCRIPTS.flatMap(({ letters }) =>
    letters.filter((_, i) => i % Math.ceil(letters.length / 300) === 0),
  );
  const lost = [...letters, ...DIGITS].filter((letter) => {
    const name = `Foo ${letter} bar-${letter}`;
    return ['NFC', 'NFD'].some(
      (form) => !finds(letter.normalize(form), name) || !finds(letter, name.normalize(form)),
    );
  });
  expect(lost).toEqual([]);
});

test('Each sign, seen or not, leaves a name to be found by itself, by its parts, and by them as one', () => {
  const lost = SIGNS.filter((sign) => {
    const names = ['Ab', 'чай', '하늘', '中国', '20'].map((part) => `${part}${sign}cde fgh`);
    return !names.every((name) => {
      const parts = name.split(' ').flatMap((word) => word.split(sign));
      const asOne = name.replaceAll(sign, '');
      return [name, ...parts].every((one) => finds(one, name)) && finds(asOne, name) && finds(name, asOne);
    });
  });
  expect(lost).toEqual([]);
});

test.each(SCRIPTS.map((script) => [script.name, script] as const))(
  'A name in %s is found by itself, by its words and by their parts, however it is composed',
  (_, script) => {
    fc.assert(
      fc.property(anyName(script), ({ name, words, parts }) => {
        for (const one of [name, name.normalize('NFC'), name.normalize('NFD'), ...words, ...parts])
          expect([one, finds(one, name)]).toEqual([one, true]);
      }),
      { numRuns: 12, seed: 14 },
    );
  },
);

test.each([
  ['中国', '美国', false],
  ['中国', '法国 中国', true],
  ['国', '美国', true],
  ['中国银行', '中国 银行', false],
  ['а', 'ab', false],
  ['ก', 'กา', false],
  ['กา', 'มกาคม', true],
  ['A-B-C', 'C B A', true],
  ['A-B-C', 'abc', true],
  ["Al-Qa'ida", 'Al Qaida', true],
  ['Qaida', "Al-Qa'ida", true],
  ['май', 'маи', false],
  ['ガ', 'カ', false],
  ['का', 'क', false],
  ['محمد', 'مُحَمَّد', true],
  ['№ 5', 'five 5', true],
  ['™', 'TM', false],
  ['?!', '?!', true],
  ['?!', '?', false],
  ['?! x', 'x', true],
])('%s: is it in %s? %s', (question, text, isThere) => {
  expect(finds(question, text)).toBe(isThere);
});
