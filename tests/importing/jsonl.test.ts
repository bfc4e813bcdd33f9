import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { jsonl } from '../../src/importing/jsonl/jsonlImporter.ts';
import { anyPartRows, expectSameInParts, expectWhole, wholeOf } from './importerLaws.ts';

const country = (id: string, changes = {}) => ({ entity: { id, kind: 'COUNTRY', name: id, ...changes } });
const source = (id: string, changes = {}) => ({
  source: { id: `source:${id}`, title: id, publisher: 'Press', read: '2020-01-01', ...changes },
});
const PARTIES = [
  { role: 'PARTY', entity: 'north' },
  { role: 'PARTY', entity: 'south' },
];
const REPORT = { source: 'source:gazette', date: '2019-05' };
const meeting = (id: string, changes = {}) => ({
  event: {
    ...{ id: `event:${id}`, type: 'MET', summary: 'They meet.', participants: PARTIES, reports: [REPORT] },
    ...changes,
  },
});
const DECLARED = [country('north'), country('south'), source('gazette')];

const textOf = (lines: readonly unknown[]) => lines.map((line) => JSON.stringify(line)).join('\n');
const read = (...lines: readonly unknown[]) => wholeOf(jsonl, textOf([...DECLARED, ...lines]));
const faultOf = async (...lines: readonly unknown[]) => {
  const { faults } = await read(...lines);
  expect(faults).toHaveLength(1);
  return `${faults[0]!.line} ${faults[0]!.column ?? '-'}: ${faults[0]!.message}`;
};

describe('Records', () => {
  test('are as they stand, and empty in what they leave out', async () => {
    const part = await read(meeting('talks'));
    expectWhole(part);
    expect(part.faults).toEqual([]);
    expect(part.entities[0]).toEqual({
      ...{ id: 'north', kind: 'COUNTRY', name: 'north', aliases: [], description: null },
      ...{ group: false, partOf: null, identifiers: [] },
    });
    expect(part.sources[0]).toMatchObject({ id: 'source:gazette', role: 'DATA', published: null });
    expect(part.events).toMatchObject([
      {
        ...{ id: 'event:talks', post: null, intends: null, topics: [], follows: [] },
        participants: PARTIES.map((party) => ({ ...party, onBehalfOf: null })),
        reports: [{ ...REPORT, stance: 'AFFIRMS', wording: null, locator: '', participants: null }],
      },
    ]);
  });

  test('come with all that they refer to, whole upon whole', async () => {
    const organ = { kind: 'ORGANIZATION', partOf: 'north' };
    const office = { entity: { id: 'office', name: 'Office', ...organ, partOf: 'ministry' } };
    const lines = [
      ...DECLARED,
      { entity: { id: 'ministry', name: 'Ministry', ...organ } },
      office,
      meeting('talks', { reports: [{ ...REPORT, attributedTo: 'office' }] }),
    ];
    await expectSameInParts(jsonl, textOf(lines), 1);
  });

  test('of an event that comes again replace the first', async () => {
    const { events } = await read(meeting('talks'), meeting('talks', { summary: 'They meet again.' }));
    expect(events).toMatchObject([{ id: 'event:talks', summary: 'They meet again.' }]);
  });

  test('do not depend on the size of parts, nor on where one goes on', async () => {
    const line = fc.oneof(
      fc.constantFrom(country('west'), source('courier'), country('north'), { entity: {} }, 'no record'),
      fc
        .record({
          id: fc.nat(),
          entity: fc.constantFrom('south', 'west'),
          source: fc.constantFrom('gazette', 'courier'),
        })
        .map(({ id, entity, ...of }) =>
          meeting(`talks-${id}`, {
            participants: [PARTIES[0], { role: 'PARTY', entity }],
            reports: [{ ...REPORT, source: `source:${of.source}` }],
          }),
        ),
    );
    // Of an event that comes twice each part has its own: it is the graph that keeps the last.
    const lines = fc.uniqueArray(line, {
      maxLength: 12,
      selector: (each) =>
        typeof each === 'object' && 'event' in each ? each.event.id : JSON.stringify(each),
    });
    await fc.assert(
      fc.asyncProperty(lines, anyPartRows, (drawn, partRows) =>
        expectSameInParts(jsonl, textOf([...DECLARED, ...drawn]), partRows),
      ),
      { numRuns: 30 },
    );
  });
});

describe('A line is left out, and its place and field are told, where', () => {
  test.each([
    ['it is no record', { thing: {} }, '4 -: has thing; it is to have one of entity, source, event'],
    ['it is a list', [], '4 -: is JSON, but not an object'],
    ['it has two records', { ...country('west'), ...source('courier') }, /^4 -: has entity, source/],
    ['a field is missing', { entity: { id: 'west', kind: 'COUNTRY' } }, '4 entity.name: is missing'],
    ['a field is not known', country('west', { capital: 'W' }), /^4 entity\.capital: is no field/],
    ['a value is not allowed', country('west', { kind: 'EMPIRE' }), /^4 entity\.kind: .*COUNTRY, ORG/],
    [
      'a date is not EDTF',
      meeting('a', { reports: [{ ...REPORT, date: 'May' }] }),
      /^4 event\.reports\.0\.date/,
    ],
    ['a day is none', source('courier', { read: '2019-02-30' }), /^4 source\.read/],
    ['an id is taken', country('north'), '4 entity.id: north is declared already'],
    [
      'a source is not declared',
      meeting('a', { reports: [{ ...REPORT, source: 'source:x' }] }),
      /declares source:x/,
    ],
    [
      'an entity is not declared',
      country('west', { partOf: 'x' }),
      '4 entity.partOf: no line before this one declares x',
    ],
    [
      'the type lacks a role',
      meeting('a', { type: 'URGED' }),
      '4 event.participants.0: URGED has no role PARTY',
    ],
    [
      'a role lacks a participant',
      meeting('a', { participants: PARTIES.slice(1) }),
      /^4 event\.participants: MET has 2/,
    ],
    ['one is named twice', meeting('a', { participants: [PARTIES[0], PARTIES[0]] }), /north is PARTY twice/],
    ['an announcement announces nothing', meeting('a', { intends: 'MET' }), /^4 event\.intends: is MET, but/],
    [
      'a source says it twice',
      meeting('a', { reports: [REPORT, REPORT] }),
      /^4 event\.reports\.1: is of a source/,
    ],
  ])('%s', async (_, line, fault) => {
    expect(await faultOf(line)).toMatch(fault);
  });

  test('a kind does not fit, or it is no JSON', async () => {
    const invasion = meeting('a', {
      type: 'INVADED',
      participants: [
        { role: 'AGENT', entity: 'anne' },
        { role: 'TARGET', entity: 'south' },
      ],
    });
    expect(await faultOf(country('anne', { kind: 'ACTOR' }), invasion)).toMatch(
      /^5 event\.participants\.0: anne is of kind/,
    );
    const { faults } = await wholeOf(jsonl, '{"entity":');
    expect(faults).toMatchObject([
      { line: 1, column: null, message: expect.stringContaining('is not JSON') },
    ]);
  });
});
