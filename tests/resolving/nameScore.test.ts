import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nameScore, type WordWeights, skeletonOf, wordsOf } from '../../src/resolving/nameScore.ts';

/** The longer a word, the more it tells. */
const WEIGHTS: WordWeights = { of: (word) => word.length, rarest: 10 };

const score = (a: string, b: string): number => nameScore(wordsOf(a), wordsOf(b), WEIGHTS);

test.each([
  ['Amir Khan Muttaqi', ['amir', 'khan', 'muttaqi']],
  ['Сергей  Лавров', ['sergey', 'lavrov']],
  ['Сергей'.normalize('NFD'), ['sergey']],
  ["Jama'atu  al-Jihad (Ѵ)", ['jamaatu', 'al', 'jihad', 'y']],
  ['ÅNGSTRÖM, Zoë', ['angstrom', 'zoe']],
  ['…', []],
])('the words of %s', (name, words) => {
  expect(wordsOf(name)).toEqual(words);
});

test.each([
  ['muhammad', 'mohamed'],
  ['taliban', wordsOf('طالبان')[0]!],
  ['shoigu', 'shoygu'],
])('%s and %s have one skeleton', (a, b) => {
  expect(skeletonOf(a)).toBe(skeletonOf(b));
});

describe('The score of two names', () => {
  test.each([
    ['Lavrov, Sergey', 'SERGEY LAVROV'],
    ['Сергей Лавров', 'Sergey Lavrov'],
    ['Al-Shabaab', 'al shabaab'],
  ])('%s and %s have the same words', (a, b) => {
    expect(score(a, b)).toBe(1);
  });

  test.each([
    ['Al Shabaab', 'Alshabaab', 0.98, 0.98],
    ['Sergey Lavrov', 'Sergey Viktorovich Lavrov', 0.8, 0.97],
    ['Sergei Shoigu', 'Sergey Shoygu', 0.85, 0.97],
    ['Sergey Lavrov', 'Lavrov', 0, 0.7],
    ['Iran', 'Iraq', 0, 0],
    ['Battalion 5', 'Battalion 6', 0, 0.9],
    ['Sergey Lavrov', 'Amir Khan Muttaqi', 0, 0],
  ])('%s and %s', (a, b, least, most) => {
    expect(score(a, b)).toBeGreaterThanOrEqual(least);
    expect(score(a, b)).toBeLessThanOrEqual(most);
  });

  const anyName = fc.array(
    fc.constantFrom('sergey', 'sergei', 'lavrov', 'lavrow', 'al', 'haqqani', 'haqani'),
    {
      minLength: 1,
      maxLength: 4,
    },
  );

  test('is one from 0 to 1, whichever comes first, and 1 for the same words in any order', () => {
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        const found = nameScore(a, b, WEIGHTS);
        expect(found).toBeCloseTo(nameScore(b, a, WEIGHTS), 9);
        expect(found >= 0 && found <= 1).toBe(true);
        expect(nameScore(a, [...a].reverse(), WEIGHTS)).toBe(1);
        expect(found === 1).toBe([...a].sort().join() === [...b].sort().join());
      }),
    );
  });
});
