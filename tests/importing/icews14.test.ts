import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { icews14, icews14Row } from '../../src/importing/icews/icews14.ts';
import { namedEntity } from '../../src/importing/coded/codedRow.ts';
import { isFault } from '../../src/importing/rows/tableRows.ts';
import { importAll, outline } from './importAll.ts';

const FOLDER = 'tests/importing/fixtures/icews14';
const FILES = ['facts', 'entities', 'relations'].map((name) => `${FOLDER}/${name}.tsv`);
const BROKEN = ['facts', 'entities', 'relations'].map((name) => `${FOLDER}/broken-${name}.tsv`);

describe('ICEWS as the benchmark has it', () => {
  test('becomes events, with a report for each fact', async () => {
    const parts = await importAll(icews14, FILES);
    expect(outline(parts)).toEqual([
      ['event:test-0', 'MET 040', 'Tuvalu met Nauru', ['icews14:0', 'icews14:2']],
      ['event:test-1', 'PRAISED 051', 'Citizen (Tuvalu) praised Tuvalu', ['icews14:1']],
      ['event:test-3', 'MET 042', 'Tuvalu visited Nauru', ['icews14:3', 'icews14:4']],
      ['event:test-5', 'MET 042', 'Nauru visited Tuvalu', ['icews14:5']],
      ['event:test-6', 'PRAISED 051', 'Citizen (Tuvalu) praised Tuvalu', ['icews14:6']],
      ['event:test-8', 'MET 040', 'Nauru met Tuvalu', ['icews14:8']],
      ['event:test-9', 'CODED 090', 'Fishing Council toward Province: investigate', ['icews14:9']],
      [
        'event:test-10',
        'DESIGNATED 163',
        'Tuvalu imposed an embargo, a boycott or sanctions on Nauru',
        ['icews14:10'],
      ],
      [
        'event:test-11',
        'CODED 163',
        'Anna "Nan" Example toward Nauru: impose embargo, boycott, or sanctions',
        ['icews14:11'],
      ],
    ]);
    expect(parts).toMatchObject([
      {
        rows: 12,
        merged: 2,
        skipped: { 'an entity acts toward itself': 1 },
        faults: [],
        end: { file: FILES[0], line: 13 },
      },
    ]);
  });

  test('has one source a day, and entities with their own numbers and names, letter by letter', async () => {
    const [part] = await importAll(icews14, FILES);
    expect(part?.sources).toMatchObject([
      {
        id: 'source:icews14-2001-01-01',
        publisher: 'ICEWS',
        role: 'DATA',
        published: '2001-01-01',
        read: '2001-01-01',
      },
      {
        id: 'source:icews14-2001-01-02',
        publisher: 'ICEWS',
        role: 'DATA',
        published: '2001-01-02',
        read: '2001-01-02',
      },
    ]);
    expect(part?.entities.map(({ id, kind, name }) => [id, kind, name]).sort()).toEqual([
      ['icews14-2', 'ACTOR', 'Citizen (Tuvalu)'],
      ['icews14-3', 'ACTOR', 'Anna "Nan" Example'],
      ['icews14-4', 'ACTOR', 'Province\u00A0'],
      ['icews14-5', 'ORGANIZATION', 'Fishing Council'],
      ['nauru', 'COUNTRY', 'Nauru'],
      ['tuvalu', 'COUNTRY', 'Tuvalu'],
    ]);
    expect(part?.entities.find(({ id }) => id === 'icews14-2')?.identifiers).toEqual([
      { scheme: 'icews14', value: '2' },
    ]);
    expect(part?.events[0]?.reports[0]).toMatchObject({ date: '2001-01-01', locator: '0' });
  });

  test('knows its tables by their columns, whatever order they come in', async () => {
    expect(await importAll(icews14, [...FILES].reverse())).toEqual(await importAll(icews14, FILES));
  });

  test('as it is, is one directed CODED event a fact', async () => {
    const parts = await importAll(icews14, FILES, { asIs: true });
    const events = parts.flatMap((part) => part.events);
    expect(events).toHaveLength(11);
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(['CODED']));
    expect(parts.map(({ merged }) => merged)).toEqual([0]);
  });

  test('goes on after a place', async () => {
    const [whole] = await importAll(icews14, FILES);
    const rest = await importAll(icews14, FILES, { after: { file: FILES[0] ?? '', line: 9 } });
    expect(rest.flatMap(({ events }) => events)).toEqual(whole?.events.slice(5));
    const elsewhere = importAll(icews14, FILES, { after: { file: 'other.tsv', line: 9 } });
    await expect(elsewhere).rejects.toThrow('To continue after "other.tsv", name it again');
  });

  test('has what cannot be read left out and told, first of the names, then of the facts', async () => {
    const [facts = '', entities = '', relations = ''] = BROKEN;
    const parts = await importAll(icews14, BROKEN);
    expect(outline(parts)).toEqual([
      ['event:test-0', 'MET 040', 'Tuvalu met Nauru', ['icews14:0']],
      ['event:test-6', 'PRAISED 051', 'Citizen (Tuvalu) praised Tuvalu', ['icews14:6']],
    ]);
    expect(parts.map(({ rows, end }) => [rows, end.line])).toEqual([
      [0, 1],
      [8, 9],
    ]);
    const lostZero =
      '"10" is not a CAMEO code of three or four digits; codes are text, and a leading zero may have been lost';
    expect(parts.flatMap(({ faults }) => faults)).toEqual([
      { file: entities, line: 5, column: 'entity_id', message: '2 has a name already' },
      { file: entities, line: 6, column: 'name', message: 'is empty' },
      { file: entities, line: 7, column: 'entity_id', message: '"x" is not a number' },
      { file: relations, line: 4, column: 'cameo_code', message: lostZero },
      { file: facts, line: 3, column: 'subject_id', message: '"9" is not the number of an entity' },
      { file: facts, line: 4, column: 'relation_id', message: '"9" is not the number of a relation' },
      { file: facts, line: 5, column: 'date', message: '"2001-02-30" is not a day such as 2014-01-31' },
      { file: facts, line: 6, column: null, message: 'it has 5 columns, but the first line names 6' },
      { file: facts, line: 7, column: null, message: 'line 2 has its key 0 already' },
      { file: facts, line: 8, column: 'fact_id', message: '"x" is not a number' },
    ]);
  });

  test('needs each of its tables, once', async () => {
    const [facts = '', entities = '', relations = ''] = FILES;
    await expect(importAll(icews14, [facts, entities])).rejects.toThrow(
      'The table of relations is missing. Name a file with the columns relation_id, name, cameo_code.',
    );
    await expect(importAll(icews14, [facts, entities, relations, BROKEN[1] ?? ''])).rejects.toThrow(
      'are both a table of entities',
    );
  });
});

describe('A fact', () => {
  test('is read, or says which of its columns is not as it should be, whatever stands there', () => {
    const names = {
      entities: new Map(
        ['0', '1'].map((id) => [id, namedEntity(`icews14-${id}`, `Entity ${id}`, 'icews14', id)]),
      ),
      relations: new Map([['7', { text: 'Consult', code: '040' }]]),
    };
    const good = { fact_id: '5', subject_id: '0', relation_id: '7', object_id: '1', date: '2001-01-01' };
    const place = { file: 'facts.tsv', line: 2 };
    const column = fc.constantFrom(...(Object.keys(good) as (keyof typeof good)[]));
    const cell = fc.oneof(fc.string(), fc.constantFrom('0', '1', '7', '01', '2001-02-29', ''));
    fc.assert(
      fc.property(column, cell, (name, text) => {
        const row = icews14Row({ place, cells: { ...good, [name]: text } }, names);
        if (isFault(row)) expect(row).toMatchObject({ ...place, column: name });
        else expect(row).toMatchObject({ place, code: '040', agent: { kind: 'ACTOR' } });
      }),
    );
  });
});
