import { expect, test } from '@jest/globals';
import { nearest } from '../../src/record/nearest.ts';

const WORDS = ['russia', 'prussia', 'ruritania', 'kind', 'id'];

test.each([
  ['a letter too many', 'russsia', 'russia'],
  ['two letters swapped', 'knid', 'kind'],
  ['a capital', 'Russia', 'russia'],
  ['several slips in a long word', 'rurritanai', 'ruritania'],
  ['nothing alike', 'graustark', undefined],
  ['a short word with one letter in common', 'ad', 'id'],
  ['a short word with none', 'xy', undefined],
])('nearest takes %s: %s', (_, word, expected) => {
  expect(nearest(word, WORDS)).toBe(expected);
});
