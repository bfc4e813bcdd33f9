import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatBounds } from '../../src/time/formatBounds.ts';
import { parseEdtf } from '../../src/time/parseEdtf.ts';
import { anyEdtf } from './arbitraries.ts';

describe('the text of bounds', () => {
  test.each([
    ['2025-07-03', '2025-07-03'],
    ['[2025-07-01..2025-07-31]', '2025-07'],
    ['[2003-01..2003-12]', '2003'],
    ['[2020..2029]', '202X'],
    ['[2000..2099]', '20XX'],
    ['[..9999]', 'XXXX'],
    ['2023-36', '[2023-10..2023-12]'],
    ['2022-24', '[2022-12..2023-02]'],
    ['[2003,2005]', '[2003..2005]'],
    ['[..2025-06-30]', '[..2025-06]'],
    ['[2021-08-02..]', '[2021-08-02..]'],
    ['2003-05/2004', '2003-05/2004'],
    ['2017-01-01/..', '2017-01-01/..'],
    ['2017/[2017..]', '2017/'],
    ['[..1989]/1989', '/1989'],
    ['2003-07-03/[2003-07-03..2003-07-31]', '2003-07-03/2003-07'],
    ['[2003-07-01..2003-07-05]/2003-07-05', '2003-07/2003-07-05'],
    ['2003-21/..', '[2003-03..2003-05]/..'],
  ])('of %s is %s', (edtf, text) => {
    const date = parseEdtf(edtf);
    expect(formatBounds(date, date.extent)).toBe(text);
  });

  test('parses back to the same bounds and extent, and is its own text', () => {
    fc.assert(
      fc.property(anyEdtf, (edtf) => {
        const date = parseEdtf(edtf);
        const text = formatBounds(date, date.extent);
        const { earliest, beginLatest, endEarliest, latest, extent } = date;
        expect(parseEdtf(text)).toMatchObject({ earliest, beginLatest, endEarliest, latest, extent });
        expect(formatBounds(parseEdtf(text), extent)).toBe(text);
      }),
      { numRuns: 400 },
    );
  });

  test('is never longer than the plain form it was written in', () => {
    fc.assert(
      fc.property(anyEdtf, (edtf) => {
        fc.pre(!/[?~%,]|\d{4}-[234]|-\dX|X-/.test(edtf));
        fc.pre(!/\dXXX|X\d/.test(edtf));
        const date = parseEdtf(edtf);
        expect(formatBounds(date, date.extent).length).toBeLessThanOrEqual(edtf.length);
      }),
      { numRuns: 200 },
    );
  });
});
