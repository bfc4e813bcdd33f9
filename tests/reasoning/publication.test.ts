import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { publicationOf } from '../../src/reasoning/publication.ts';
import { LAST_DAY } from '../../src/time/day.ts';
import { parseEdtf } from '../../src/time/parseEdtf.ts';
import { anyEdtf, nearDay } from '../time/arbitraries.ts';

const READ = '2024-06-01';

describe('The publication of a source', () => {
  test.each<[string, string | null, string[], string, string]>([
    ['is the day that it states', '2024-03-05', ['2024-03-01'], '2024-03-05', '2024-03-05'],
    ['is within the month that it states', '2024-03', ['2024-02'], '2024-03-01', '2024-03-31'],
    ['is not before what it affirms began', '2024-03', ['2024-03-07/..'], '2024-03-07', '2024-03-31'],
    ['is not before what it affirms to be over', '2024-03', ['2023/2024-03-07'], '2024-03-07', '2024-03-31'],
    ['may be before an end that is still to come', '2024-03', ['2023/2024-05'], '2024-03-01', '2024-03-31'],
    ['ends on the day it was read, where nothing is stated', null, [], '0001-01-01', READ],
    [
      'begins with the latest begin of what it affirms',
      null,
      ['2023', '2024-02', '2019'],
      '2024-02-01',
      READ,
    ],
    ['begins so where only its end is stated', '[..2024-05-02]', ['2024-02-03'], '2024-02-03', '2024-05-02'],
    ['ends so where only its begin is stated', '[2024-05-02..]', ['2024-02-03'], '2024-05-02', READ],
    ['never begins after it ends', '[..2024-05-02]', ['2024-08'], '2024-05-02', '2024-05-02'],
  ])('%s', (_, published, affirmed, earliest, latest) => {
    expect(publicationOf({ published, read: READ }, affirmed)).toEqual({ earliest, latest });
  });

  test('begins no later than it ends, ends on a day, and does not depend on the order of what it affirms', () => {
    fc.assert(
      fc.property(
        fc.option(anyEdtf),
        nearDay,
        fc.array(anyEdtf, { maxLength: 4 }),
        (published, read, affirmed) => {
          const publication = publicationOf({ published, read }, affirmed);
          expect(publication.earliest <= publication.latest).toBe(true);
          expect(publication.latest).not.toBe(LAST_DAY);
          expect(publicationOf({ published, read }, affirmed.toReversed())).toEqual(publication);
        },
      ),
    );
  });

  test('lies within what it states', () => {
    fc.assert(
      fc.property(anyEdtf, nearDay, fc.array(anyEdtf, { maxLength: 4 }), (published, read, affirmed) => {
        const stated = parseEdtf(published);
        fc.pre(stated.earliest <= read);
        const { earliest, latest } = publicationOf({ published, read }, affirmed);
        expect(earliest >= stated.earliest && latest <= stated.latest).toBe(true);
      }),
    );
  });
});
