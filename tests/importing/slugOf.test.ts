import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { slugOf } from '../../src/importing/texts.ts';

test('words of plain letters are the slug', () => {
  expect(slugOf('PRIME MINISTER 2')).toBe('prime-minister-2');
  expect(slugOf('NK-2Tbri3s6', '-')).toBe('nk-2tbri3s6');
});

test('what has more in it is told apart by a hash', () => {
  expect(slugOf('Côte d’Ivoire')).toMatch(/^cote-d-ivoire-[0-9a-f]{8}$/);
  expect(slugOf('Рада')).toMatch(/^[0-9a-f]{8}$/);
});

test('is a part of an id, one for one text but for its case', () => {
  const anyText = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'B', ' ', '-', 'é', '1'), minLength: 1 }),
    fc.string(),
  );
  fc.assert(
    fc.property(anyText, anyText, fc.constantFrom(' ' as const, '-' as const), (one, other, separator) => {
      expect(slugOf(one, separator)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      const isSame = slugOf(one, separator) === slugOf(other, separator);
      expect(isSame).toBe(one.toLowerCase() === other.toLowerCase());
    }),
  );
});
