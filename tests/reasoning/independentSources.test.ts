import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { independentSources, type SourceOrigin } from '../../src/reasoning/independentSources.ts';
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

const IDS = ['source:a', 'source:b', 'source:c', 'source:d'];

const anySource = fc.record({
  id: fc.constantFrom(...IDS),
  publisher: fc.constantFrom(...PUBLISHERS),
  basedOn: fc.uniqueArray(fc.constantFrom(...IDS, 'source:wire'), { maxLength: 1 }),
  publishedEarliest: fc.constantFrom(null, '2024-01-01', '2024-01-02'),
  publishedLatest: fc.constantFrom('2024-01-02', '2024-01-05'),
});

/** Each id once. */
const anySources = fc.uniqueArray(anySource, { selector: ({ id }) => id, maxLength: 4 });

function published(id: string, publisher: string, publishedEarliest: string | null, publishedLatest: string) {
  return { id, publisher, basedOn: [], publishedEarliest, publishedLatest };
}

const source = (name: string, ...basedOn: string[]): SourceOrigin => ({
  id: `source:${name}`,
  publisher: 'unknown',
  basedOn: basedOn.map((base) => `source:${base}`),
});
const X = source('x');
const Y = source('y');
const TASS = { ...source('tass'), publisher: 'TASS' };
const OF_TASS = { ...source('reprint'), publisher: 'Daily (TASS)' };

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
    const sources = publishers.map((publisher, i) => ({ ...source(`${i}`), publisher }));
    expect(independentSources(sources)).toBe(count);
  });

  test.each<[string, SourceOrigin[], SourceOrigin[], number]>([
    ['a document and its rewriting are one', [X, source('a', 'x')], [], 1],
    ['so are they by way of another', [X, source('a', 'b')], [source('b', 'x')], 1],
    [
      'two rewritings of one are one, even if that one is unknown',
      [source('a', 'z'), source('b', 'z')],
      [],
      1,
    ],
    ['so are they by way of others', [source('a', 'z'), source('b', 'c')], [source('c', 'z')], 1],
    ['rewritings of two are two', [source('a', 'x'), source('b', 'y')], [X, Y], 2],
    ['a rewriting and a reprint of one agency are one', [source('a', 'tass'), OF_TASS], [TASS], 1],
    ['two that follow each other are one', [source('a', 'b'), source('b', 'a')], [], 1],
    ['what draws on two adds nothing to them', [X, Y, source('a', 'x', 'y')], [], 2],
    [
      'nor does it make those one that draw on either',
      [source('a', 'x', 'y'), source('b', 'x'), source('c', 'y')],
      [],
      2,
    ],
    ['by itself it is one', [source('a', 'x', 'y')], [X, Y], 1],
  ])('%s', (_, sources, others, count) => {
    expect(independentSources(sources, others)).toBe(count);
  });

  test('neither order nor repetition matters, and a further source adds at most one', () => {
    fc.assert(
      fc.property(anySources, anySources, (sources, others) => {
        const count = independentSources(sources, others);
        expect(independentSources([...sources, ...sources].reverse(), others)).toBe(count);
        const [further, ...rest] = sources;
        if (further === undefined) return;
        expect([count, count - 1]).toContain(independentSources(rest, [...others, further]));
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

  test('is one of them exactly if they count as one', () => {
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
        const counts = links.map((sources) => independentSources(sources));
        const weakest = weakestLink(links.map((link, i) => ({ link, independentSourceCount: counts[i]! })))!;
        expect(weakest.independentSourceCount).toBe(Math.min(...counts));
        expect(weakest.link).toBe(links[counts.indexOf(weakest.independentSourceCount)]);
      }),
    );
  });

  test('of a chain without links is none', () => {
    expect(weakestLink([])).toBeNull();
  });
});
