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
    ['2003-26', '2003-06-01', '2003-08-31', 'SEASON'],
    ['2003-29', '2003-09-01', '2003-11-30', 'SEASON'],
    ['2003-30', '2003-12-01', '2004-02-29', 'SEASON'],
    ['2003-31', '2003-03-01', '2003-05-31', 'SEASON'],
    ['9999-30', '9999-12-01', LAST, 'SEASON'],
    ['2003-37', '2003-01-01', '2003-04-30', 'SEASON'],
    ['2003-38', '2003-05-01', '2003-08-31', 'SEASON'],
    ['2003-40', '2003-01-01', '2003-06-30', 'SEASON'],
    ['2003-41', '2003-07-01', '2003-12-31', 'SEASON'],
    ['2003-2X', '2003-03-01', '2004-02-29', 'SEASON'],
    ['194X-35', '1940-07-01', '1949-09-30', 'RANGE'],
    ['199X-24', '1990-12-01', '2000-02-29', 'RANGE'],
    ['XXXX-36', '0001-10-01', LAST, 'RANGE'],
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
    ['1871-X0', '1871-10-01', '1871-10-31', 'RANGE'],
    ['1871-X0-07', '1871-10-07', '1871-10-07', 'RANGE'],
    ['187X-X0-07', '1870-10-07', '1879-10-07', 'RANGE'],
    ['1871-X8', '1871-08-01', '1871-08-31', 'RANGE'],
    ['1871-11-3X', '1871-11-30', '1871-11-30', 'RANGE'],
    ['1871-X1-31', '1871-01-31', '1871-01-31', 'RANGE'],
    ['1871-02-X9', '1871-02-09', '1871-02-19', 'RANGE'],
    ['1XX3', '1003-01-01', '1993-12-31', 'RANGE'],
    ['X004-02-29', '0004-02-29', '9004-02-29', 'RANGE'],
    ['1870S2', '1800-01-01', '1899-12-31', 'CENTURY'],
    ['1870S3', '1870-01-01', '1879-12-31', 'DECADE'],
    ['1870S1', '1000-01-01', '1999-12-31', 'RANGE'],
    ['0870S1', '0800-01-01', '0899-12-31', 'CENTURY'],
    ['1870S4', '1870-01-01', '1870-12-31', 'YEAR'],
    ['Y187E1', '1870-01-01', '1870-12-31', 'YEAR'],
    ['Y187E1S2', '1800-01-01', '1899-12-31', 'CENTURY'],
    ['[2023-10..2023-12]', '2023-10-01', '2023-12-31', 'RANGE'],
    ['[2025-07-03..2025-07-07]', '2025-07-03', '2025-07-07', 'RANGE'],
    ['[..2025-06-10]', FIRST, '2025-06-10', 'RANGE'],
    ['[2021-08..]', '2021-08-01', LAST, 'RANGE'],
    ['[2003,2005]', '2003-01-01', '2005-12-31', 'RANGE'],
    ['[2005,2003]', '2003-01-01', '2005-12-31', 'RANGE'],
    ['[2003]', '2003-01-01', '2003-12-31', 'RANGE'],
    ['[..2003,2005-02]', FIRST, '2005-02-28', 'RANGE'],
    ['[2001,2003-05..2003-07]', '2001-01-01', '2003-07-31', 'RANGE'],
    ['[2001 , 2003-05]', '2001-01-01', '2003-05-31', 'RANGE'],
    ['[2003-10..2003-12-24]', '2003-10-01', '2003-12-24', 'RANGE'],
    ['[187X..1884]', '1870-01-01', '1884-12-31', 'RANGE'],
    ['[..2020-21]', FIRST, '2020-05-31', 'RANGE'],
    ['[2020-21..2020-23,2022]', '2020-03-01', '2022-12-31', 'RANGE'],
    ['[1870S3,1885]', '1870-01-01', '1885-12-31', 'RANGE'],
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
    ['1871-X0-07/1871-10-30', '1871-10-07', '1871-10-07', '1871-10-30', '1871-10-30', 'RANGE'],
    ['1871-09-02/1871-X0-01', '1871-09-02', '1871-09-02', '1871-10-01', '1871-10-01', 'DAY'],
    ['/1985-25', FIRST, '1985-05-31', '1985-03-01', '1985-05-31', 'SEASON'],
    ['187X-23/188X', '1870-09-01', '1879-11-30', '1880-01-01', '1889-12-31', 'RANGE'],
    ['1870S3/..', '1870-01-01', '1879-12-31', LAST, LAST, 'DECADE'],
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
    ['187X?', '187X'],
    ['18XX%', '18XX'],
    ['XXXX~', 'XXXX'],
    ['1871-06-XX~', '1871-06-XX'],
    ['187X-01~', '187X-01'],
    ['1871-1X?', '1871-1X'],
    ['1871?-~1X-0X%', '1871-1X-0X'],
    ['%1871~-21?', '1871-21'],
    ['1871-~37', '1871-37'],
    ['1870S2?', '1870S2'],
    ['[1871~,1885]', '[1871,1885]'],
    ['[1871..?1885-1X]', '[1871..1885-1X]'],
    ['187X~/?188X-21', '187X/188X-21'],
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
    ['2003-7', 'a month or a day of one digit', 'Write "2003-07".'],
    ['2003-7/2004-1-5', 'a month or a day of one digit', 'Write "2003-07/2004-01-05".'],
    ['2003-13', 'has the month 13', '2022-21'],
    ['2003-42', 'has the month 42', '2022-21'],
    ['2003-5X', 'has the month 5X', '2022-21'],
    ['2003-21-05', 'has a day within the season 21', '2003-21'],
    ['2003-2X-05', 'has a day within the season 2X', '2003-2X'],
    [' 2003', 'has a space', 'Write "2003".'],
    ['202x', 'has a small letter', 'Write "202X".'],
    ['202u-uu', 'has a small letter', 'Write "202X-XX".'],
    ['2003?~', 'has two qualifiers', 'Write "2003%".'],
    ['2003-(07)?', 'has parentheses', '2004-?06-11'],
    ['20030725', 'has no hyphens', 'Write "2003-07-25".'],
    ['2003/7/25', 'has slashes within a date', 'Write "2003-07-25".'],
    ['2003/unknown', 'has a word for the end', 'Write "2003/".'],
    ['2003-02-30', 'does not exist', '2003-02-01 to 2003-02-28'],
    ['2003-04-00', 'does not exist', '2003-04-01 to 2003-04-30'],
    ['2001-02-29', 'does not exist', '2001-02-28'],
    ['200X-02-3X', 'does not exist', '2023-02-28'],
    ['[2001-02-29..2002-01-01]', 'does not exist', '2001-02-28'],
    ['[2001,,2002]', 'is not an EDTF date', '[2023-10..2023-12]'],
    ['[2001..,2002]', 'is not an EDTF date', '[2023-10..2023-12]'],
    ['[2001..2002..2003]', 'is not an EDTF date', '[2023-10..2023-12]'],
    ['[]', 'is not an EDTF date', '[2023-10..2023-12]'],
    ['[2001/2002]', 'an interval within a set', '[2003,2005]/[2010..]'],
    ['03/07/2025', 'more than one slash', '2003-05/2004-02'],
    ['2003/2001', 'ends before it begins', '2003-05/2004-02'],
    ['[2003..2005]/2002-12-31', 'ends before it begins', '2003-05/2004-02'],
    ['[2005..2003]', 'ends before it begins', '[2023-10..2023-12]'],
    ['{2001,2002}', 'all of several dates', '[2003,2005]'],
    ['../{2001}', 'all of several dates', '[2003,2005]'],
    ['2001-01-01T10:00:00Z', 'time of day', 'Write "2001-01-01".'],
    ['2001-02-30T10:00:00Z', 'time of day', '2025-07-03'],
    ['0000', 'outside the years', '0001'],
    ['0000-24', 'outside the years', '0001'],
    ['-0001-05', 'outside the years', '0001'],
    ['Y12345', 'outside the years', '0001'],
    ['Y-17E7', 'outside the years', '0001'],
    ['Y2001', 'has a Y', 'Write "2001".'],
    ['Y2001S2', 'has a Y', 'Write "2001S2".'],
    ['1950S0', 'is not an EDTF date', '2025'],
    ['195XS2', 'is not an EDTF date', '2025'],
    ['1950S2-05', 'is not an EDTF date', '2025'],
    ['201', 'fewer than four digits', 'Write "201X".'],
    ['20', 'fewer than four digits', 'Write "20XX".'],
  ])('"%s" %s, and the message shows a right form', (text, reason, example) => {
    const parsing = (): unknown => parseEdtf(text);
    expect(parsing).toThrow(EdtfError);
    expect(parsing).toThrow(`"${text}"`);
    expect(parsing).toThrow(reason);
    expect(parsing).toThrow(example);
  });
});
