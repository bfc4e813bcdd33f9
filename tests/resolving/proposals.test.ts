import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { candidatesFrom } from '../../src/resolving/candidates.ts';
import { likelyPairs, wordWeights } from '../../src/resolving/likelyPairs.ts';
import { minimumShare, nameScore } from '../../src/resolving/nameScore.ts';
import { group, OTHERS, pairs, propose, row } from './candidateRows.ts';

const LAVROV = row('corpus-lavrov', 'Sergey Lavrov');

describe('Two entities are proposed', () => {
  test('whose names or aliases are alike, with the names that are, the corpus on the left', () => {
    const un = row('a-1', 'S. V. LAVROV', { aliases: ['Лавров, Сергей'] });
    expect(propose([un, LAVROV])).toMatchObject([
      {
        score: 0.99,
        left: { id: 'corpus-lavrov' },
        right: { id: 'a-1' },
        why: ['Sergey Lavrov', 'Лавров, Сергей'],
      },
    ]);
  });

  test('that share a key, whatever their names and kinds', () => {
    const identifiers = [['wikidata', 'Q1']] as const;
    const found = propose([
      row('a-1', 'One', { identifiers }),
      row('b-1', 'Two', { identifiers, kind: 'COUNTRY' }),
    ]);
    expect(found).toMatchObject([{ score: 1, why: ['wikidata:Q1'] }]);
  });

  test('in the order of their scores, then of their ids', () => {
    const rows = [
      row('b-2', 'Lavrov Sergey'),
      row('b-1', 'Sergey Viktorovich Lavrov'),
      LAVROV,
      row('a-1', 'Sergey Lavrov'),
    ];
    const found = propose([...rows], { minimumScore: 0.7 });
    expect(pairs(found).slice(0, 3)).toEqual(['corpus-lavrov a-1', 'a-1 b-2', 'corpus-lavrov b-2']);
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
    ['of an alias of one word', [row('a-1', 'Yusuf Ali', { aliases: ['Yusuf'] }), row('b-1', 'Yusuf')]],
    [
      'with a key of a crowd',
      Array.from({ length: 60 }, (_, i) =>
        row(`d${i}-1`, `${i}rd ${i}th`, { identifiers: [['programme', 'SDGT']] }),
      ),
    ],
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

describe('No pair is missed that names alone would give, though few are compared', () => {
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
  const anyScore = fc.constantFrom(0.7, 0.85, 0.95);

  /** The pairs with at least that score, by comparing all. */
  const expected = (rows: ReturnType<typeof row>[], minimumScore: number): string[] => {
    const candidates = candidatesFrom(rows);
    const weights = wordWeights(candidatesFrom([...rows, ...OTHERS]));
    return candidates.flatMap((one, i) =>
      candidates.slice(i + 1).flatMap((other) => {
        const [a, b] = [one.names[0]!.whole, other.names[0]!.whole];
        return Math.round(1_000 * nameScore(a, b, weights)) / 1_000 >= minimumScore
          ? [`${one.id} ${other.id}`]
          : [];
      }),
    );
  };

  test('by single words', () => {
    fc.assert(
      fc.property(anyRows, anyScore, (rows, minimumScore) => {
        expect(pairs(propose(rows, { minimumScore })).sort()).toEqual(expected(rows, minimumScore).sort());
      }),
    );
  });

  test('by two words, where one is of a crowd', () => {
    fc.assert(
      fc.property(anyRows, anyScore, (rows, minimumScore) => {
        const candidates = candidatesFrom([...rows, ...OTHERS]);
        const share = minimumShare(minimumScore - 0.000_5);
        const likely = likelyPairs(candidates, wordWeights(candidates), { share, crowd: 1 });
        const found = [...likely].map(({ one, other }) => [one.id, other.id].sort().join(' '));
        expect(found).toEqual(expect.arrayContaining(expected(rows, minimumScore)));
      }),
    );
  });
});

test('A crowd of equal names is one group, and its work grows with its size', () => {
  const crowd = Array.from({ length: 1_000 }, (_, i) =>
    row(`d${i}-1`, 'Ministry of Foreign Affairs', { kind: 'ORGANIZATION' }),
  );
  const proposals = propose(crowd);
  expect(proposals.length).toBeLessThan(250 * crowd.length);
  const { groups } = group(crowd);
  expect(groups).toMatchObject([{ conflict: expect.stringMatching(/^1000 entities, too many/) }]);
  expect(groups[0]?.proposals).toHaveLength(crowd.length - 1);
});

test.each([
  ['محمود عباس', 'Mahmoud Abbas'],
  ['문재인', 'Moon Jae-in'],
  ['नरेन्द्र मोदी', 'Narendra Modi'],
])('names in two scripts are proposed by their sound: %s, %s', (a, b) => {
  expect(pairs(propose([row('a-1', a), row('b-1', b)]))).toEqual(['a-1 b-1']);
});

describe('Initials', () => {
  const office = row('a-1', 'Office of Foreign Assets Control', { kind: 'ORGANIZATION' });

  test('are a reason to propose bodies, with less than equal names', () => {
    const found = propose([office, row('b-1', 'OFAC', { kind: 'ORGANIZATION' })]);
    expect(found).toMatchObject([{ score: 0.9, why: ['Office of Foreign Assets Control', 'OFAC'] }]);
  });

  test('are none for persons', () => {
    expect(propose([row('a-1', 'Ada Lovelace Imam'), row('b-1', 'Ali')])).toEqual([]);
  });
});
