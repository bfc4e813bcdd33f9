import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { independentSources } from '../../src/reasoning/independentSources.ts';
import { soleSource } from '../../src/reasoning/soleSource.ts';
import { weakestLink } from '../../src/reasoning/weakestLink.ts';

const PUBLISHERS = [
  'TASS',
  'tass ',
  'Daily (Reuters)',
  'Weekly (REUTERS)',
  'Reuters',
  'unknown',
  'Unknown',
  '',
];

const anySource = fc.record({
  id: fc.constantFrom('source:a', 'source:b', 'source:c', 'source:d'),
  publisher: fc.constantFrom(...PUBLISHERS),
  publishedEarliest: fc.constantFrom(null, '2024-01-01', '2024-01-02'),
  publishedLatest: fc.constantFrom('2024-01-02', '2024-01-05'),
});

/** Each id once. */
const anySources = fc.uniqueArray(anySource, { selector: ({ id }) => id, maxLength: 4 });

function published(id: string, publisher: string, publishedEarliest: string | null, publishedLatest: string) {
  return { id, publisher, publishedEarliest, publishedLatest };
}

describe('Independent sources', () => {
  test.each([
    ['two pages of one publisher are one', ['TASS', 'tass'], 1],
    ['two reprints of one agency are one', ['Daily (Reuters)', 'Weekly (reuters)'], 1],
    ['an agency and its reprint are one', ['Reuters', 'Weekly (Reuters)'], 1],
    ['reprints of two agencies are two', ['Daily (Reuters)', 'Daily (Associated Press)'], 2],
    ['two publishers are two', ['TASS', 'Ariana News'], 2],
    ['those of an unknown publisher stand each by itself', ['unknown', 'Unknown', 'TASS'], 3],
    ['without any there are none', [], 0],
  ])('%s', (_, publishers, count) => {
    expect(independentSources(publishers.map((publisher, i) => ({ id: `source:${i}`, publisher })))).toBe(
      count,
    );
  });

  test('neither order nor repetition matters, and a further source adds at most one', () => {
    fc.assert(
      fc.property(anySources, anySource, (sources, further) => {
        const count = independentSources(sources);
        expect(independentSources([...sources, ...sources].reverse())).toBe(count);
        expect([count, count + 1]).toContain(independentSources([...sources, further]));
      }),
    );
  });
});

describe('The source on which something rests alone', () => {
  test('is the one published first, then the one whose id comes first', () => {
    const [first, last] = [
      published('source:b', 'TASS', '2024-01-01', '2024-01-01'),
      published('source:a', 'TASS', '2024-01-02', '2024-01-02'),
    ];
    expect(soleSource([last, first])).toBe(first);
    const other = { ...first, id: 'source:c' };
    expect(soleSource([other, last, first])).toBe(first);
  });

  test('is ordered by the last day of its publication where nothing says the first', () => {
    const [open, dated] = [
      published('source:a', 'TASS', null, '2024-02-01'),
      published('source:b', 'TASS', '2024-01-01', '2024-02-01'),
    ];
    expect(soleSource([open, dated])).toBe(dated);
  });

  test('is one of them exactly if all come from one publisher', () => {
    fc.assert(
      fc.property(anySources, (sources) => {
        const sole = soleSource(sources);
        expect(sole === null).toBe(independentSources(sources) !== 1);
        if (sole !== null) expect(sources).toContain(sole);
      }),
    );
  });
});

describe('The weakest link', () => {
  test('has the fewest independent sources, and is the first of such', () => {
    fc.assert(
      fc.property(fc.array(anySources, { minLength: 1, maxLength: 4 }), (links) => {
        const weakest = weakestLink(links, (sources) => sources)!;
        const counts = links.map(independentSources);
        expect(weakest.independentSources).toBe(Math.min(...counts));
        expect(weakest.link).toBe(links[counts.indexOf(weakest.independentSources)]);
      }),
    );
  });

  test('of a chain without links is none', () => {
    expect(weakestLink([], () => [])).toBeNull();
  });
});
