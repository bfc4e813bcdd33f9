import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { candidatesFrom } from '../../src/resolving/candidates.ts';
import { wordWeights } from '../../src/resolving/likelyPairs.ts';
import { nameScore } from '../../src/resolving/nameScore.ts';
import { OTHERS, pairs, propose, row } from './candidateRows.ts';

const LAVROV = row('corpus-lavrov', 'Sergey Lavrov');

describe('Two entities are proposed', () => {
  test('whose names or aliases are alike, with the names that are, the corpus on the left', () => {
    const un = row('a-1', 'S. V. LAVROV', { aliases: ['Лавров, Сергей'] });
    expect(propose([un, LAVROV])).toMatchObject([
      {
        score: 1,
        left: { id: 'corpus-lavrov' },
        right: { id: 'a-1' },
        why: 'Sergey Lavrov ~ Лавров, Сергей',
      },
    ]);
  });

  test('that share a key, whatever their names and kinds', () => {
    const identifiers = [['wikidata', 'Q1']] as const;
    const found = propose([
      row('a-1', 'One', { identifiers }),
      row('b-1', 'Two', { identifiers, kind: 'COUNTRY' }),
    ]);
    expect(found).toMatchObject([{ score: 1, why: 'wikidata:Q1' }]);
  });

  test('in the order of their scores, then of their ids', () => {
    const rows = [
      row('b-2', 'Lavrov Sergey'),
      row('b-1', 'Sergey Viktorovich Lavrov'),
      LAVROV,
      row('a-1', 'Sergey Lavrov'),
    ];
    const found = propose([...rows], { minimumScore: 0.7 });
    expect(pairs(found).slice(0, 3)).toEqual(['a-1 b-2', 'corpus-lavrov a-1', 'corpus-lavrov b-2']);
    expect(propose([...rows].reverse(), { minimumScore: 0.7 })).toEqual(found);
  });
});

describe('Two entities are not proposed', () => {
  const russia = row('corpus-russia', 'Russia', { kind: 'COUNTRY' });
  const duma = row('corpus-duma', 'State Duma', { kind: 'ORGANIZATION', countries: ['corpus-russia'] });
  test.each([
    ['of two kinds', [LAVROV, row('a-1', 'Sergey Lavrov', { kind: 'ORGANIZATION' })]],
    [
      'to whom one scheme gives two keys',
      [
        row('a-1', 'Sergey Lavrov', { identifiers: [['un-sc', '1']] }),
        row('b-1', 'Sergey Lavrov', { identifiers: [['un-sc', '2']] }),
      ],
    ],
    ['of two countries', [russia, duma, row('a-1', 'State Duma (Azerbaijan)', { kind: 'ORGANIZATION' })]],
    [
      'of which one is a part of the other',
      [row('a-1', 'UN sanctions list'), row('b-1', 'UN sanctions list', { wholes: ['a-1'] })],
    ],
    [
      'that one dataset has as parts of one whole',
      [row('a-1', 'List: Sudan', { wholes: ['a-0'] }), row('a-2', 'List: Sudan', { wholes: ['a-0'] })],
    ],
    ['of one word that many may be called', [row('a-1', 'Yusuf'), row('b-1', 'Yusuf')]],
    ['that are joined already', [LAVROV, row('a-1', 'Sergey Lavrov', { canonical: 'corpus-lavrov' })]],
  ])('%s', (_, rows) => {
    expect(propose(rows)).toEqual([]);
  });

  test('that are of a country which datasets call by names of one', () => {
    const other = row('a-0', 'Russian Federation', { kind: 'COUNTRY' });
    const named = { ...russia, aliases: ['Russian Federation'] };
    const theirs = row('a-1', 'State Duma', { kind: 'ORGANIZATION', countries: ['a-0'] });
    expect(pairs(propose([named, duma, other, theirs]))).toContain('corpus-duma a-1');
  });

  test('about whom it is decided, or of whom neither is of the dataset asked for', () => {
    const rows = [LAVROV, row('a-1', 'Sergey Lavrov'), row('b-1', 'Sergey Lavrov')];
    const isDecided = (one: string, other: string) => [one, other].sort().join() === 'a-1,b-1';
    expect(pairs(propose(rows, { isDecided }))).toEqual(['corpus-lavrov a-1', 'corpus-lavrov b-1']);
    expect(pairs(propose(rows, { dataset: 'b' }))).toEqual(['a-1 b-1', 'corpus-lavrov b-1']);
  });
});

test('what has been joined is compared by all its names', () => {
  const joined = row('a-1', 'Siarhei Laurou', { canonical: 'corpus-lavrov' });
  expect(pairs(propose([LAVROV, joined, row('b-1', 'Siarhei Laurou')]))).toEqual(['corpus-lavrov b-1']);
});

test('a pair is found whose score reaches the minimum by rounding', () => {
  const names = ['ministry', 'of ministry', 'ministry bolshoi of', 'ministry', 'of ministry', 'of foreign'];
  const rows = names.map((name, i) => row(`d${i}-1`, name, { kind: 'ORGANIZATION' }));
  expect(pairs(propose(rows, { minimumScore: 0.85 }))).toContain('d1-1 d2-1');
});

test('no pair is missed that names alone would give, though few are compared', () => {
  const word = fc.constantFrom(
    'ministry',
    'foreign',
    'kandahar',
    'bolshoi',
    'xylophone',
    'of',
    'committee',
    'ruzgar',
  );
  const anyRows = fc
    .array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 8 })
    .map((names) => names.map((words, i) => row(`d${i}-1`, words.join(' '), { kind: 'ORGANIZATION' })));
  fc.assert(
    fc.property(anyRows, fc.constantFrom(0.7, 0.85, 0.95), (rows, minimumScore) => {
      const candidates = candidatesFrom(rows);
      const weights = wordWeights(candidatesFrom([...rows, ...OTHERS]));
      const expected = candidates.flatMap((one, i) =>
        candidates.slice(i + 1).flatMap((other) => {
          const [a, b] = [one.names[0]!.words, other.names[0]!.words];
          return Math.round(1_000 * nameScore(a, b, weights)) / 1_000 >= minimumScore
            ? [`${one.id} ${other.id}`]
            : [];
        }),
      );
      expect(pairs(propose(rows, { minimumScore })).sort()).toEqual(expected.sort());
    }),
  );
});
