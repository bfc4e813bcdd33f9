import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { icews, icewsEntity, icewsRow } from '../../src/importing/icews/icews.ts';
import { isFault } from '../../src/importing/rows/tableRows.ts';
import { importAll, outline } from './importAll.ts';

const EVENTS = 'tests/importing/fixtures/icews/events.csv';
const BROKEN = 'tests/importing/fixtures/icews/broken.csv';

describe('ICEWS as it is published', () => {
  test('becomes events, with a report by its story for each row', async () => {
    const parts = await importAll(icews, [EVENTS]);
    expect(outline(parts)).toEqual([
      [
        'event:test-101-2001-01-01',
        'MET 040',
        'Tuvalu met Nauru',
        ['icews:101-2001-01-01', 'icews:102-2001-01-01', 'icews:103-2001-01-01'],
      ],
      [
        'event:test-104-2001-01-01',
        'CODED 163',
        'Citizen (Tuvalu) toward Police (Nauru), Reserve: impose embargo, boycott, or sanctions',
        ['icews:104-2001-01-01'],
      ],
      [
        'event:test-105-2001-01-02',
        'CRITICIZED 1121',
        'Tuvalu accused Nauru of crime or corruption',
        ['icews:105-2001-01-02'],
      ],
      [
        'event:test-106-2001-01-02',
        'CRITICIZED 1121',
        'Tuvalu accused Nauru of crime or corruption',
        ['icews:106-2001-01-02'],
      ],
    ]);
    const [met, coded] = parts.flatMap(({ events }) => events);
    expect(met?.reports.map(({ source, locator }) => [source, locator])).toEqual([
      ['source:icews-11-2001-01-01', 's2/101'],
      ['source:icews-11-2001-01-01', 's2/102'],
      ['source:icews-12-2001-01-01', 's1/103'],
    ]);
    expect(met?.places).toEqual(['Funafuti', 'Tuvalu', 'Yaren', 'Nauru']);
    expect(coded?.places).toEqual([]);
    expect(parts).toMatchObject([{ rows: 6, merged: 2, skipped: {}, faults: [], end: { line: 7 } }]);
  });

  test('has a source for each story, published on the day of its events', async () => {
    const [part] = await importAll(icews, [EVENTS]);
    expect(
      part?.sources.map(({ id, title, publisher, published }) => [id, title, publisher, published]),
    ).toEqual([
      ['source:icews-11-2001-01-01', 'ICEWS story 11', 'Lagoon Gazette', '2001-01-01'],
      ['source:icews-12-2001-01-01', 'ICEWS story 12', 'Reef Wire', '2001-01-01'],
      ['source:icews-13-2001-01-02', 'ICEWS story 13', 'Lagoon Gazette', '2001-01-02'],
      ['source:icews-14-2001-01-02', 'ICEWS story 14', 'Reef Wire', '2001-01-02'],
    ]);
  });

  test('goes on after a place, in whichever of several files it is', async () => {
    const both = await importAll(icews, [BROKEN, EVENTS], { partRows: 1 });
    expect(both.map(({ end }) => [end.file, end.line])).toEqual([
      [EVENTS, 5],
      [EVENTS, 7],
    ]);
    const rest = await importAll(icews, [BROKEN, EVENTS], { after: { file: EVENTS, line: 5 } });
    expect(outline(rest)).toEqual(outline(both.slice(1)));
    await expect(importAll(icews, [EVENTS], { after: { file: BROKEN, line: 5 } })).rejects.toThrow(
      'missing from the command',
    );
  });

  test('has rows that cannot be read left out and told, by line and column', async () => {
    const [part] = await importAll(icews, [BROKEN]);
    expect(outline(part === undefined ? [] : [part]).map(([id]: any) => id)).toEqual([
      'event:test-1-2001-01-01',
      'event:test-10-2001-01-01',
    ]);
    expect(part?.skipped).toEqual({ 'an entity acts toward itself': 1 });
    expect(part?.faults.map(({ line, column, message }) => [line, column, message.slice(0, 40)])).toEqual([
      [3, 'event_date', '"2001-13-01" is not a day such as 2018-0'],
      [4, 'source_name', 'is empty'],
      [5, 'cameo_code', '"40" is not a CAMEO code of three or fou'],
      [6, 'target_name', 'a quotation mark is opened but not close'],
      [7, 'target_name', 'a quotation mark stands inside a field; '],
      [8, null, 'it has 23 columns, but the first line na'],
      [10, 'story_id', 'is empty'],
      [11, null, 'line 2 has its key 1-2001-01-01 already'],
    ]);
    expect(part?.rows).toBe(11);
  });
});

describe('A row of ICEWS', () => {
  const good = {
    event_id: '1',
    event_date: '2001-01-01',
    source_name: 'Tuvalu',
    source_country: 'Tuvalu',
    event_text: 'Consult',
    cameo_code: '040',
    target_name: 'Nauru',
    target_country: 'Nauru',
    story_id: '11',
    sentence_number: '2',
    publisher: 'Reef Wire',
    city: '',
    country: '',
  };
  const place = { file: 'events.csv', line: 2 };

  test('is read, or says which of its columns is not as it should be, whatever stands there', () => {
    const column = fc.constantFrom(...(Object.keys(good) as (keyof typeof good)[]));
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('', ' ', '10', '010', '2001-02-29', '-1', '1e3', '\u00A0'),
    );
    fc.assert(
      fc.property(column, cell, (name, text) => {
        const row = icewsRow({ place, cells: { ...good, [name]: text } });
        if (isFault(row)) expect(row).toMatchObject({ ...place, column: name });
        else expect(row).toMatchObject({ place, target: { id: expect.any(String) } });
      }),
    );
  });

  test.each([
    ['cameo_code', '10'],
    ['cameo_code', '40'],
    ['cameo_code', '241'],
    ['event_date', '2001-02-29'],
    ['event_id', '1e3'],
    ['publisher', '\u00A0'],
  ])('is at fault in %s if that is "%s"', (column, text) => {
    expect(icewsRow({ place, cells: { ...good, [column]: text } })).toMatchObject({ column });
  });
});

describe('An entity of ICEWS', () => {
  test.each([
    ['Ada Lovelace', 'Tuvalu', ['tuvalu']],
    ['Ada Lovelace', 'Russian Federation', ['russia']],
    ['Ada Lovelace', '', []],
    ['Ada Lovelace', 'NULL', []],
    ['Tuvalu', 'Nauru', []],
  ])('called %s, with the country "%s"', (name, country, countries) => {
    expect(icewsEntity(name, country).countries).toEqual(countries);
  });

  test('has an id of its name that is a slug, whatever the name', () => {
    expect(icewsEntity('François Hollande').id).toMatch(/^icews-francois-hollande-[0-9a-f]{8}$/);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (name) => {
        const { id, identifiers } = icewsEntity(name);
        expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(identifiers).toEqual([{ scheme: 'icews', value: name }]);
      }),
    );
  });

  test('is another than one whose name has the same letters a to z', () => {
    const ids = ['Jose Marti', 'José Martí', 'jose-marti', 'Jose Marti\u00A0'].map(
      (name) => icewsEntity(name).id,
    );
    expect(new Set(ids).size).toBe(4);
  });
});
