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

describe('What parsing JSON would change in silence', () => {
  test.each([
    ['9007199254740993', 'the number 9007199254740993 would come back as 9007199254740992'],
    ['0.1000000000000000001', 'the number 0.1000000000000000001 would come back as 0.1'],
    ['1e400', 'the number 1e400 would come back as Infinity'],
    ['1e-400', 'the number 1e-400 would come back as 0'],
    ['-0', 'the number -0 would come back as 0'],
    ['-0.0e5', 'the number -0.0e5 would come back as 0'],
  ])('is refused: %s', async (literal, message) => {
    const line = JSON.stringify(meeting('talks', { figures: [{ what: 'all', value: 4711 }] }));
    const { faults } = await wholeOf(jsonl, `${textOf(DECLARED)}\n${line.replace('4711', literal)}`);
    expect(faults).toMatchObject([
      { column: 'event.figures.0.value', message: `${message} — Write a number with at most 15 digits.` },
    ]);
  });

  test.each(['9007199254740992', '1e308', '5e-324', '-1.50E+1', '0.30000000000000004', '0'])(
    'is not %s',
    async (literal) => {
      const line = JSON.stringify(meeting('talks', { figures: [{ what: 'all', value: 4711 }] }));
      const { faults, events } = await wholeOf(
        jsonl,
        `${textOf(DECLARED)}\n${line.replace('4711', literal)}`,
      );
      expect(faults).toEqual([]);
      expect(events[0]!.figures).toEqual([{ what: 'all', value: Number(literal) }]);
    },
  );

  test('is one of two values of a name, at whatever depth', async () => {
    const twice = '{"entity": {"id": "anne", "kind": "ACTOR", "name": "Anne {\\"", "name": "Anna"}}';
    const within = JSON.stringify(meeting('talks', { figures: [{ what: 'all', value: 1 }] }));
    const { faults } = await wholeOf(
      jsonl,
      [textOf(DECLARED), twice, within.replace('"value":1', '"value":1,"value":2')].join('\n'),
    );
    expect(faults).toMatchObject([
      { column: 'entity.name', message: '`name` stands twice — Keep one of the two.' },
      { column: 'event.figures.0.value', message: '`value` stands twice — Keep one of the two.' },
    ]);
  });

  test('is half of a surrogate pair', async () => {
    expect(await faultOf(country('west', { name: 'W\uD83D' }))).toBe(
      '4 entity.name: `name` has half of a surrogate pair (U+D83D) at character 2 — Correct the character, or take it out.',
    );
  });
});

describe('Records', () => {
  test('are as they stand, and empty in what they leave out', async () => {
    const part = await read(meeting('talks'));
    expectWhole(part);
    expect(part.faults).toEqual([]);
    expect(part.entities[0]).toEqual({
      ...{ id: 'north', kind: 'COUNTRY', name: 'north', aliases: [], description: null },
      ...{ group: false, partOf: null, existed: null, identifiers: [], countries: [] },
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
    [
      'it is no record',
      { thing: {} },
      '4 -: has thing — Write one of entity, source, event, dataset, claim, decision on each line.',
    ],
    ['it is a list', [], '4 -: is JSON, but not an object — Write one JSON object on each line.'],
    [
      'the name of its record is misspelled',
      { evnt: {} },
      /^4 -: has evnt — Did you mean `event`\? Write one of /,
    ],
    ['it has two records', { ...country('west'), ...source('courier') }, /^4 -: has entity, source/],
    [
      'a field is missing',
      { entity: { id: 'west', kind: 'COUNTRY' } },
      '4 entity.name: the entity has no `name` — Add `name`: the common English name.',
    ],
    [
      'a field is not known',
      country('west', { capital: 'W' }),
      '4 entity.capital: `capital` is no field of an entity — Known are id, kind, name, aliases,',
    ],
    [
      'a field is misspelled',
      source('courier', { autor: 'A.' }),
      '4 source.autor: `autor` is no field of a source — Did you mean `author`?',
    ],
    [
      'a value is not allowed',
      country('west', { kind: 'EMPIRE' }),
      '4 entity.kind: `kind` is "EMPIRE", which is not an allowed value — Write one of COUNTRY, ORGANIZATION, ACTOR.',
    ],
    [
      'a value is not of its type',
      meeting('a', { topics: 'trade' }),
      '4 event.topics: `topics` must be a list, but is "trade" — Write a list: `["one", "another"]`.',
    ],
    ['a record is none', { source: 7 }, '4 source: the source must be a mapping, but is 7 — Write an object'],
    [
      'an event has no reports',
      meeting('a', { reports: [] }),
      '4 event.reports: the event has no report — Add under `reports` which source says it',
    ],
    [
      'an address is none',
      source('courier', { url: 'courier.example' }),
      '4 source.url: `url` is "courier.example", which is not in the expected form — An address starts with https:// or http:// and has no spaces.',
    ],
    [
      'a date is not EDTF',
      meeting('a', { reports: [{ ...REPORT, date: 'May' }] }),
      '4 event.reports.0.date: "May" is not an EDTF date — Write a day as',
    ],
    [
      'a day is none',
      source('courier', { read: '2019-02-30' }),
      '4 source.read: `read` is "2019-02-30", which is no day of the calendar — Write a day as 2025-07-03.',
    ],
    [
      'an id is taken',
      country('north'),
      /^4 entity\.id: the id `north` is also that of the entity at \S+:1 — Give one of the two another id, or make them one\.$/,
    ],
    [
      'a source is not declared',
      meeting('a', { reports: [{ ...REPORT, source: 'source:gazete' }] }),
      '4 event.reports.0.source: no line before this one declares the source `source:gazete` — Did you mean `source:gazette`? Name one that is declared, or declare it on an earlier line.',
    ],
    [
      'an entity is not declared',
      country('west', { partOf: 'x' }),
      '4 entity.partOf: no line before this one declares the entity `x` — Name one',
    ],
    [
      'an entity is a part of itself',
      country('west', { partOf: 'west' }),
      '4 entity.partOf: `west` is a part of `west` — Take one of the links out.',
    ],
    [
      'the type lacks a role',
      meeting('a', { type: 'URGED' }),
      '4 event.participants.0.role: URGED has no role PARTY — It takes AGENT, TARGET, FORMAT, ABOUT.',
    ],
    [
      'a role lacks a participant',
      meeting('a', { participants: PARTIES.slice(1) }),
      '4 event.participants.0.role: MET needs 2 or more in the role PARTY, but has 1 — Add whom the source',
    ],
    [
      'one is named twice',
      meeting('a', { participants: [...PARTIES, PARTIES[0]] }),
      '4 event.participants.2.entity: `north` is PARTY twice — Keep one of the two.',
    ],
    [
      'an announcement announces nothing',
      meeting('a', { intends: 'MET' }),
      '4 event.intends: MET announces nothing, so it cannot have `intends` — Leave it out, or make',
    ],
    [
      'a post is of an event that is not about one',
      meeting('a', { post: 'Chancellor' }),
      '4 event.post: MET is not about a post, so it cannot have `post` — Leave it out, or make the type SUCCEEDED, RESIGNED or HOLDS_POST.',
    ],
    [
      'a source was published after it was read',
      source('courier', { published: '2020-01-02' }),
      '4 source.published: it was published (2020-01-02) after the day it was read (2020-01-01) — Correct one of the two days.',
    ],
    [
      'a source was retracted before it was published',
      source('courier', { published: '2019-05-02', retracted: '2019-05-01' }),
      '4 source.retracted: it was retracted (2019-05-01) before it was published (2019-05-02) — Correct one of the two days.',
    ],
    [
      'a derived date has no basis',
      source('courier', { published: '2019-05~' }),
      '4 source.published: `published` is a date that the source does not state itself, but it has no `publishedBasis` — Add `publishedBasis`: how the date was found.',
    ],
    [
      'an event is a part of itself',
      meeting('a', { partOf: ['event:a'] }),
      '4 event.partOf: `event:a` is a part of `event:a` — Take one of the links out.',
    ],
    [
      'an event follows itself',
      meeting('a', { follows: ['event:b', 'event:a'] }),
      '4 event.follows: `event:a` follows `event:a` — Take one of the links out.',
    ],
    [
      'a source says it twice',
      meeting('a', { reports: [REPORT, REPORT] }),
      '4 event.reports.1: the event has a report of `source:gazette` already at event.reports.0 — Make the two',
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
      /^5 event\.participants\.0\.entity: `anne` is of kind ACTOR, but the AGENT of INVADED must be .* correct its kind at \S+:4\.$/,
    );
    const { faults } = await wholeOf(jsonl, '{"entity":');
    expect(faults).toMatchObject([
      { line: 1, column: null, message: expect.stringContaining('is not JSON') },
    ]);
  });

  test('there are several faults, with all of them', async () => {
    const { faults } = await read(
      meeting('a', {
        sumary: 'They meet.',
        participants: [PARTIES[0], { role: 'PARTY', entity: 'nowhere' }],
        reports: [{ ...REPORT, date: 'May' }, { source: 'source:courier' }],
      }),
    );
    expect(faults).toHaveLength(1);
    const { line, others = [], ...first } = faults[0]!;
    expect([line, ...[first, ...others].map(({ column }) => column)]).toEqual([
      4,
      'event.sumary',
      'event.reports.1.date',
      'event.participants.1.entity',
      'event.reports.1.source',
      'event.reports.0.date',
    ]);
  });
});

describe('A line may', () => {
  test('give an item of a list twice, and a key that another entity has', async () => {
    const key = { identifiers: [{ scheme: 'wikidata', value: 'Q1' }] };
    const { faults } = await read(
      country('west', key),
      country('east', key),
      meeting('a', { topics: ['trade', 'trade'], follows: ['event:b', 'event:b'] }),
    );
    expect(faults).toEqual([]);
  });

  test('link an event to one that comes later, and repeat an event', async () => {
    const later = meeting('a', { follows: ['event:b'] });
    expect((await read(later, meeting('b'), later)).faults).toEqual([]);
  });
});
