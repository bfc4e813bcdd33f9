import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { MENTION_COLUMNS } from '../../src/importing/gdelt/gdeltMention.ts';
import { IMPORTERS } from '../../src/importing/importers.ts';
import { POLECAT_COLUMNS } from '../../src/importing/polecat/polecat.ts';
import { POLECAT_HEADINGS } from '../importing/polecatRows.ts';
import { GDELT_1, GDELT_2 } from '../../src/importing/gdelt/gdeltRow.ts';

const PLACES = ['Actor1Geo_', 'Actor2Geo_', 'ActionGeo_'];

/** The columns of which the first cells of a table tell, by the prefixes that they name. */
function toldIn(text: string): string[] {
  const cells = [...text.matchAll(/^\| ([^|]+?) +\|/gm)]
    .map(([, cell = '']) => cell)
    .filter((cell) => /\w/.test(cell));
  return cells.flatMap((cell) => {
    const [, names = cell, of = ''] = / of ([^,]+)$/.test(cell) ? /^(.*) of ([^,]+)$/.exec(cell)! : [];
    const columns = names.split(/, /).map((name) => name.replace(/^no /, ''));
    if (of === '') return columns;
    const prefixes =
      of === 'each actor' ? ['Actor1', 'Actor2'] : PLACES.filter((place) => of.includes(place));
    return prefixes.flatMap((prefix) => columns.map((column) => `${prefix}${column}`));
  });
}

test('the page of GDELT tells of every column, what becomes of it or that it is left out', () => {
  const [, events = '', mentions = ''] =
    /## What becomes what([^]*)In a row of mentions:([^]*?)\n- \*\*/.exec(
      readFileSync('docs/guides/import/gdelt.md', 'utf8'),
    ) ?? [];
  const ofPlaces = (column: string) => (/^Actor[12]Geo_/.exec(column) ? `${column.slice(0, 10)}all` : column);
  const columns = [...GDELT_1.columns, ...GDELT_2.columns].map(ofPlaces);
  expect(new Set(toldIn(events))).toEqual(new Set(['in the row', ...columns]));
  expect(new Set(toldIn(mentions))).toEqual(new Set(['in the row', ...MENTION_COLUMNS]));
});

test('the page of POLECAT tells of every column, and of no other', () => {
  const [, rows = ''] =
    /## What becomes what([^]*)## The events/.exec(readFileSync('docs/guides/import/polecat.md', 'utf8')) ??
    [];
  const told = new Set(toldIn(rows));
  expect(told).toEqual(new Set(['in the row', ...POLECAT_HEADINGS]));
  const headings = [...told].map((heading) => heading.toLowerCase().replaceAll(' ', '_'));
  expect(headings).toEqual(expect.arrayContaining([...POLECAT_COLUMNS]));
});

test('the table of formats says of each what it carries and what it drops', () => {
  const [, rows = ''] =
    /\| format +\| carries +\| drops([^]*?)\n\n/.exec(readFileSync('docs/reference/formats.md', 'utf8')) ??
    [];
  expect(toldIn(rows)).toEqual(Object.keys(IMPORTERS).map((format) => `\`${format}\``));
});
