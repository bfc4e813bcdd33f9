import { describe, expect, test } from '@jest/globals';
import { acceptedIn, group, pairs, row } from './candidateRows.ts';

const FRANCE = row('corpus-france', 'France', { kind: 'COUNTRY' });
const CHAD = row('corpus-chad', 'Chad', { kind: 'COUNTRY' });
const french = { countries: ['corpus-france'] };

/** A person of France, unless it is said otherwise. */
const person = (id: string, name = 'Liu Jieyi', changes = {}) => row(id, name, { ...french, ...changes });

describe('A group', () => {
  test('has a row for each entity but the first, which is of the corpus', () => {
    const rows = ['a-1', 'b-1', 'corpus-9', 'c-1'].map((id) => row(id, 'African Union'));
    const { groups } = group(rows);
    expect(groups).toHaveLength(1);
    expect(pairs(groups[0]!.proposals)).toEqual(['corpus-9 a-1', 'corpus-9 b-1', 'corpus-9 c-1']);
  });

  test('connects what is alike through others, the better first, and names the texts in its order', () => {
    const identifiers = [['wikidata', 'Q1']] as const;
    const rows = [
      row('z-1', 'Sergey Lavrov'),
      row('y-1', 'Sergey Viktorovich Lavrov', { identifiers }),
      row('x-1', 'The Minister', { identifiers }),
    ];
    const [found] = group(rows, { minimumScore: 0.8 }).groups;
    expect(pairs(found!.proposals)).toEqual(['x-1 y-1', 'y-1 z-1']);
    expect(found!.proposals[1]?.why).toEqual(['Sergey Viktorovich Lavrov', 'Sergey Lavrov']);
  });

  test('says which two of it cannot be one', () => {
    const rows = [
      FRANCE,
      CHAD,
      person('a-1', 'Liu Jieyi'),
      row('b-1', 'Liu Jieyi'),
      row('c-1', 'Liu Jieyi', { countries: ['corpus-chad'] }),
    ];
    expect(group(rows).groups).toMatchObject([{ conflict: 'a-1 and c-1: of different countries' }]);
  });
});

describe('Accepted at once', () => {
  test('are equal names of one kind and country, with the score 1 however common they are', () => {
    const { groups, contradicting } = group([
      FRANCE,
      person('a-1'),
      person('b-1', 'LIU  JIEYI'),
      person('c-1', 'Liu Jieyi', { datasets: ['c', 'd'] }),
    ]);
    expect(acceptedIn(groups)).toEqual(['a-1 b-1', 'a-1 c-1']);
    expect(groups[0]?.proposals.map(({ score }) => score)).toEqual([1, 1]);
    expect(contradicting).toBe(0);
  });

  test('are countries, and what has its country in brackets only in one dataset', () => {
    const bank = row('a-1', 'Central Bank (France)', { kind: 'ORGANIZATION' });
    const same = row('b-1', 'Central Bank', { kind: 'ORGANIZATION', ...french });
    const { groups } = group([FRANCE, bank, same, row('b-2', 'France', { kind: 'COUNTRY' })]);
    expect(acceptedIn(groups).sort()).toEqual(['a-1 b-1', 'corpus-france b-2']);
  });

  test.each([
    ['persons of whom one has no known country', [person('a-1'), row('b-1', 'Liu Jieyi')]],
    ['persons without any known country', [row('a-1', 'Liu Jieyi'), row('b-1', 'Liu Jieyi')]],
    ['bodies without a known country', ['a-1', 'b-1'].map((id) => row(id, 'Bank', { kind: 'ORGANIZATION' }))],
    ['persons of one word', [person('a-1', 'Yusuf'), person('b-1', 'Yusuf')]],
    ['persons of one word with its article', [person('a-1', 'الحسين'), person('b-1', 'الحسين')]],
    [
      'persons of one word, though one has its country behind it',
      [person('a-1', 'Yusuf (France)'), person('b-1', 'Yusuf')],
    ],
    ['the same words in another order', [person('a-1'), person('b-1', 'Jieyi Liu')]],
    ['the same words in another script', [person('a-1', 'Sergey Lavrov'), person('b-1', 'Сергей Лавров')]],
    ['aliases', [person('a-1'), person('b-1', 'Ambassador Liu', { aliases: ['Liu Jieyi'] })]],
    [
      'a common key alone',
      [
        person('a-1', 'One', { identifiers: [['wikidata', 'Q1']] }),
        person('b-1', 'Two', { identifiers: [['wikidata', 'Q1']] }),
      ],
    ],
  ])('are not: %s', (_, rows) => {
    const { groups, contradicting } = group([FRANCE, ...rows]);
    expect(groups).toHaveLength(1);
    expect(acceptedIn(groups)).toEqual([]);
    expect(contradicting).toBe(0);
  });

  const three = [person('a-1'), person('b-1'), person('c-1')];
  test.each([
    [
      'two have different keys',
      [
        person('a-1', 'Liu Jieyi', { identifiers: [['un-sc', '1']] }),
        person('b-1'),
        person('c-1', 'Liu Jieyi', { identifiers: [['un-sc', '2']] }),
      ],
      () => false,
    ],
    ['one dataset has two', [person('a-1'), person('a-2'), person('b-1')], () => false],
    [
      'two were decided to differ',
      three,
      (one: string, other: string) => [one, other].sort().join() === 'a-1,c-1',
    ],
  ])('is no group in which %s; it is shown and counted', (_, rows, isDecided) => {
    const { groups, contradicting } = group([FRANCE, ...rows], { isDecided });
    expect(acceptedIn(groups)).toEqual([]);
    expect(contradicting).toBe(1);
    expect(groups[0]?.proposals).toHaveLength(2);
  });

  test('is what is exact of a group, not what is only similar', () => {
    const { groups } = group([
      FRANCE,
      person('a-1'),
      person('b-1'),
      person('corpus-1', 'Liu Jie Yi', { countries: [] }),
    ]);
    expect(groups).toHaveLength(1);
    expect(groups[0]?.proposals).toHaveLength(2);
    expect(acceptedIn(groups)).toEqual(['a-1 b-1']);
  });
});
