import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isDay, nextDay } from '../../src/time/day.ts';
import { EdtfError } from '../../src/time/edtfError.ts';
import { parseEdtf } from '../../src/time/parseEdtf.ts';
import { anyEdtf } from './arbitraries.ts';

const FIRST = '0001-01-01';
const LAST = '9999-12-31';

describe('a date of one day', () => {
  test.each([
    ['2025-07-03', '2025-07-03', '2025-07-03', 'DAY'],
    ['2023-12', '2023-12-01', '2023-12-31', 'MONTH'],
    ['2024-02', '2024-02-01', '2024-02-29', 'MONTH'],
    ['1900-02', '1900-02-01', '1900-02-28', 'MONTH'],
    ['2003', '2003-01-01', '2003-12-31', 'YEAR'],
    ['0001', FIRST, '0001-12-31', 'YEAR'],
    ['9999', '9999-01-01', LAST, 'YEAR'],
    ['2022-21', '2022-03-01', '2022-05-31', 'SEASON'],
    ['2022-22', '2022-06-01', '2022-08-31', 'SEASON'],
    ['2022-23', '2022-09-01', '2022-11-30', 'SEASON'],
    ['2022-24', '2022-12-01', '2023-02-28', 'SEASON'],
    ['2023-24', '2023-12-01', '2024-02-29', 'SEASON'],
    ['9999-24', '9999-12-01', LAST, 'SEASON'],
    ['2003-33', '2003-01-01', '2003-03-31', 'SEASON'],
    ['2003-34', '2003-04-01', '2003-06-30', 'SEASON'],
    ['2003-35', '2003-07-01', '2003-09-30', 'SEASON'],
    ['2003-36', '2003-10-01', '2003-12-31', 'SEASON'],
    ['202X', '2020-01-01', '2029-12-31', 'DECADE'],
    ['000X', FIRST, '0009-12-31', 'DECADE'],
    ['20XX', '2000-01-01', '2099-12-31', 'CENTURY'],
    ['XXXX', FIRST, LAST, 'RANGE'],
    ['2003-XX', '2003-01-01', '2003-12-31', 'YEAR'],
    ['2003-XX-XX', '2003-01-01', '2003-12-31', 'YEAR'],
    ['2003-02-XX', '2003-02-01', '2003-02-28', 'MONTH'],
    ['2003-1X', '2003-10-01', '2003-12-31', 'RANGE'],
    ['2003-05-1X', '2003-05-10', '2003-05-19', 'RANGE'],
    ['2003-XX-31', '2003-01-31', '2003-12-31', 'RANGE'],
    ['200X-02-29', '2000-02-29', '2008-02-29', 'RANGE'],
    ['202X-05', '2020-05-01', '2029-05-31', 'RANGE'],
    ['[2023-10..2023-12]', '2023-10-01', '2023-12-31', 'RANGE'],
    ['[2025-07-03..2025-07-07]', '2025-07-03', '2025-07-07', 'RANGE'],
    ['[..2025-06-10]', FIRST, '2025-06-10', 'RANGE'],
    ['[2021-08..]', '2021-08-01', LAST, 'RANGE'],
    ['[2003,2005]', '2003-01-01', '2005-12-31', 'RANGE'],
    ['[2005,2003]', '2003-01-01', '2005-12-31', 'RANGE'],
    ['[2003]', '2003-01-01', '2003-12-31', 'RANGE'],
    ['[..2003,2005-02]', FIRST, '2005-02-28', 'RANGE'],
    ['[2001,2003-05..2003-07]', '2001-01-01', '2003-07-31', 'RANGE'],
  ])('%s lies between %s and %s (%s)', (edtf, first, last, precision) => {
    expect(parseEdtf(edtf)).toEqual({
      edtf,
      earliest: first,
      beginLatest: last,
      endEarliest: first,
      latest: last,
      qualified: false,
      precision,
      extent: 'DAY',
    });
  });
});

describe('a date that lasts', () => {
  test.each([
    ['1979/1989', '1979-01-01', '1979-12-31', '1989-01-01', '1989-12-31', 'YEAR'],
    ['2003-05/2004-02-10', '2003-05-01', '2003-05-31', '2004-02-10', '2004-02-10', 'MONTH'],
    ['2017/..', '2017-01-01', '2017-12-31', LAST, LAST, 'YEAR'],
    ['../1989', FIRST, FIRST, '1989-01-01', '1989-12-31', 'YEAR'],
    ['2017/', '2017-01-01', '2017-12-31', '2017-01-01', LAST, 'YEAR'],
    ['/1989-02', FIRST, '1989-02-28', '1989-02-01', '1989-02-28', 'MONTH'],
    ['../..', FIRST, FIRST, LAST, LAST, 'RANGE'],
    ['/', FIRST, LAST, FIRST, LAST, 'RANGE'],
    ['2003/2003-05', '2003-01-01', '2003-05-31', '2003-05-01', '2003-05-31', 'YEAR'],
    ['2003-05-04/2003', '2003-05-04', '2003-05-04', '2003-05-04', '2003-12-31', 'DAY'],
    ['2003-21/2004-24', '2003-03-01', '2003-05-31', '2004-12-01', '2005-02-28', 'SEASON'],
    ['200X/2015', '2000-01-01', '2009-12-31', '2015-01-01', '2015-12-31', 'DECADE'],
    ['[2023-10..2023-12]/..', '2023-10-01', '2023-12-31', LAST, LAST, 'RANGE'],
    ['2001/[2003,2005]', '2001-01-01', '2001-12-31', '2003-01-01', '2005-12-31', 'YEAR'],
    ['[..2003-05]/2003-02', FIRST, '2003-02-28', '2003-02-01', '2003-02-28', 'RANGE'],
  ])(
    '%s begins between %s and %s, ends between %s and %s',
    (edtf, earliest, beginLatest, endEarliest, latest, precision) => {
      expect(parseEdtf(edtf)).toEqual({
        edtf,
        earliest,
        beginLatest,
        endEarliest,
        latest,
        qualified: false,
        precision,
        extent: 'SPAN',
      });
    },
  );
});

describe('a qualifier', () => {
  test.each([
    ['2003~', '2003'],
    ['2003?', '2003'],
    ['2003%', '2003'],
    ['2025-07-03?', '2025-07-03'],
    ['2003-~07', '2003-07'],
    ['?2003-07', '2003-07'],
    ['2003-21~', '2003-21'],
    ['2001~/2003', '2001/2003'],
    ['2001/2003-05?', '2001/2003-05'],
    ['2001?/..', '2001/..'],
  ])('in %s changes nothing but the certainty of %s', (edtf, plain) => {
    expect(parseEdtf(edtf)).toEqual({ ...parseEdtf(plain), edtf, qualified: true });
  });
});

describe('every supported date', () => {
  test('keeps its text and has its four days in order', () => {
    fc.assert(
      fc.property(anyEdtf, (text) => {
        const date = parseEdtf(text);
        expect(date.edtf).toBe(text);
        const { earliest, beginLatest, endEarliest, latest } = date;
        expect([earliest, beginLatest, endEarliest, latest].every(isDay)).toBe(true);
        expect([earliest, beginLatest, latest].toSorted()).toEqual([earliest, beginLatest, latest]);
        expect([earliest, endEarliest, latest].toSorted()).toEqual([earliest, endEarliest, latest]);
        if (date.extent === 'DAY') expect([endEarliest, latest]).toEqual([earliest, beginLatest]);
      }),
      { numRuns: 300 },
    );
  });

  test('with unspecified digits lies between the first and the last day that match them', () => {
    const patterns = ['2023-XX-31', '2023-02-XX', '2023-0X', '2023-1X-30', '2023-XX-0X', '2023-XX-X9'];
    for (const pattern of patterns) {
      const matches = new RegExp(`^${pattern.replaceAll('X', '\\d')}`);
      const days: string[] = [];
      for (let day = '2022-12-01'; day < '2024-02-01'; day = nextDay(day))
        if (matches.test(day)) days.push(day);
      expect([pattern, parseEdtf(pattern)]).toMatchObject([
        pattern,
        { earliest: days[0], latest: days.at(-1) },
      ]);
    }
  });
});

describe('a text that is refused', () => {
  test.each([
    ['', 'is not an EDTF date', '2025-07-03'],
    ['July 2003', 'is not an EDTF date', '2025-07'],
    ['2003-7', 'is not an EDTF date', '2025-07'],
    ['2003-13', 'is not an EDTF date', '2025-07'],
    [' 2003', 'is not an EDTF date', '2025'],
    ['202x', 'is not an EDTF date', '2025'],
    ['2003-02-30', 'is not an EDTF date', '2025-07-03'],
    ['[2003-10..2003-12-24]', 'is not an EDTF date', 'both ends written alike'],
    ['03/07/2025', 'more than one slash', '2003-05/2004-02'],
    ['2001-02-29', 'does not exist', '2023-02-28'],
    ['[2001-02-29..2002-01-01]', 'does not exist', '2023-02-28'],
    ['2003/2001', 'ends before it begins', '2003-05/2004-02'],
    ['[2003..2005]/2002-12-31', 'ends before it begins', '2003-05/2004-02'],
    ['[2005..2003]', 'ends before it begins', '[2023-10..2023-12]'],
    ['{2001,2002}', 'all of several dates', '[2003,2005]'],
    ['../{2001}', 'all of several dates', '[2003,2005]'],
    ['2001-01-01T10:00:00Z', 'time of day', '2025-07-03'],
    ['0000', 'outside the years', '0001'],
    ['0000-24', 'outside the years', '0001'],
    ['-0001-05', 'outside the years', '0001'],
    ['Y12345', 'exponent or significant digits', '0001'],
    ['1950S2', 'exponent or significant digits', '0001'],
    ['201', 'fewer than four digits', '202X'],
    ['20', 'fewer than four digits', '20XX'],
    ['2003-25', 'has the month 25', '2022-21'],
    ['2003-40', 'has the month 40', '2022-21'],
  ])('"%s" %s, and the message shows a right form', (text, reason, example) => {
    const parsing = (): unknown => parseEdtf(text);
    expect(parsing).toThrow(EdtfError);
    expect(parsing).toThrow(`"${text}"`);
    expect(parsing).toThrow(reason);
    expect(parsing).toThrow(example);
  });
});
