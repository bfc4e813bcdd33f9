import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { displayDate } from '../../src/time/displayDate.ts';
import { EdtfError } from '../../src/time/edtfError.ts';
import { anyEdtf } from './arbitraries.ts';

describe('a date in English', () => {
  test.each([
    ['2025-07-03', '3 July 2025'],
    ['2025-07', 'July 2025'],
    ['2003', '2003'],
    ['0979', '979'],
    ['2025-07~', 'about July 2025'],
    ['2003?', 'possibly 2003'],
    ['2003%', 'possibly about 2003'],
    ['2022-21', 'spring 2022'],
    ['2022-23?', 'possibly autumn 2022'],
    ['2022-24', 'winter 2022–23'],
    ['1999-24', 'winter 1999–2000'],
    ['2003-34', 'the second quarter of 2003'],
    ['202X', 'the 2020s'],
    ['20XX', 'the 21st century'],
    ['10XX', 'the 11th century'],
    ['XXXX', 'an unknown date'],
    ['2003-XX', '2003'],
    ['2003-05-XX', 'May 2003'],
    ['2003-05-1X', 'between 10 and 19 May 2003'],
    ['2003-1X', 'late 2003'],
    ['[2023-10..2023-12]', 'late 2023'],
    ['[2023-01..2023-03]', 'early 2023'],
    ['[2023-05..2023-08]', 'mid-2023'],
    ['[2023-01..2023-06]', 'the first half of 2023'],
    ['[2023-07..2023-12]', 'the second half of 2023'],
    ['[2023-04..2023-06]', 'between April and June 2023'],
    ['[2021-10..2023-03]', 'between October 2021 and March 2023'],
    ['[2022-01..2023-03]', 'between January 2022 and March 2023'],
    ['[2003..2005]', 'between 2003 and 2005'],
    ['[2025-07-03..2025-07-07]', 'between 3 and 7 July 2025'],
    ['[2025-07-30..2025-08-02]', 'between 30 July and 2 August 2025'],
    ['[2025-07-01..2025-07-31]', 'July 2025'],
    ['[..2025-06-10]', 'on or before 10 June 2025'],
    ['[..2025-06]', 'in or before June 2025'],
    ['[2025-06-10..]', 'on or after 10 June 2025'],
    ['[2021-08..]', 'in or after August 2021'],
    ['[..2003..]', 'an unknown date'],
    ['[2003,2005]', '2003 or 2005'],
    ['[2001,2003-05..2003-07,2010..]', '2001, between May and July 2003 or in or after 2010'],
    ['1979/1989', '1979 to 1989'],
    ['2025-07-03/2025-07-05', '3 to 5 July 2025'],
    ['2025-07/2025-09', 'July to September 2025'],
    ['2025-07-03/2026-07-03', '3 July 2025 to 3 July 2026'],
    ['2025-07/2025-07', 'within July 2025'],
    ['2025-07-03/2025-07-03', '3 July 2025'],
    ['2003-07-03/2004', '3 July 2003 to 2004'],
    ['2017~/2019?', 'about 2017 to possibly 2019'],
    ['2017/..', 'since 2017'],
    ['2017-05~/..', 'since about May 2017'],
    ['../1989', 'until 1989'],
    ['2017/', 'from 2017 to an unknown date'],
    ['/1989', 'until 1989'],
    ['../..', 'always'],
    ['[2023-10..2023-12]/..', 'since late 2023'],
    ['[..2003-05]/..', 'since May 2003 or earlier'],
    ['../[2003-05..]', 'until May 2003 or later'],
    ['[2003-05..2003-07]/2005', 'from some time between May and July 2003 to 2005'],
    ['2003/[2025-05..2025-07]', 'from 2003 to some time between May and July 2025'],
    ['[2023-04..2023-06]/..', 'since some time between April and June 2023'],
    ['2003-21/2004-24', 'spring 2003 to winter 2004–05'],
  ])('%s reads "%s"', (edtf, words) => {
    expect(displayDate({ edtf })).toBe(words);
  });

  test('has words for every supported form, none of them a code', () => {
    fc.assert(
      fc.property(anyEdtf, (edtf) => {
        const words = displayDate({ edtf });
        expect(words).toMatch(/^[a-zA-Z0-9]/);
        expect(words).not.toMatch(/X|\[|\]|\.\.|\/|undefined|NaN|null| {2}|^ | $|\d-\d/);
      }),
      { numRuns: 300 },
    );
  });

  test('refuses what is no date', () => {
    expect(() => displayDate({ edtf: 'soon' })).toThrow(EdtfError);
  });
});
