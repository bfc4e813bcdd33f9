import { expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { jsonl } from '../../src/importing/jsonl/jsonlImporter.ts';
import { wholeOf } from '../importing/importerLaws.ts';
import { compileTexts } from '../seeding/seedFolder.ts';

type Fields = Record<string, unknown>;
type Identifier = Record<'scheme' | 'value', string>;
type Participant = Fields & { readonly role: string };

/** Records without faults, each after those that it refers to. */
const GOOD = {
  north: { id: 'north', kind: 'COUNTRY', name: 'North' },
  south: { id: 'south', kind: 'COUNTRY', name: 'South' },
  anne: { id: 'anne', kind: 'ACTOR', name: 'Anne' },
  gazette: {
    ...{ id: 'source:gazette', role: 'CONTEXT', title: 'Issue 7', publisher: 'Press' },
    ...{ published: '2019-06-01', read: '2020-01-01' },
  },
  talks: {
    ...{ id: 'event:talks', type: 'MET', summary: 'They meet.' },
    participants: [
      { role: 'PARTY', entity: 'north' },
      { role: 'PARTY', entity: 'south' },
    ],
    reports: [{ source: 'source:gazette', locator: 'column 1', date: '2019-05' }],
  },
  appeal: {
    ...{ id: 'event:appeal', type: 'URGED', summary: 'North urges South to meet.' },
    participants: [
      { role: 'AGENT', entity: 'north' },
      { role: 'TARGET', entity: 'south' },
    ],
    reports: [{ source: 'source:gazette', locator: 'column 2', date: '2019-05-02' }],
  },
} satisfies Record<string, Fields>;

type Changes = { readonly [Name in keyof typeof GOOD]?: Fields };

const REPORT = GOOD.talks.reports[0]!;
const PARTIES = GOOD.talks.participants;

/** What seeds say, and what an import says where that is different; without the prefixes of ids, and without places. */
const FAULTY: readonly [what: string, Changes, seed: readonly unknown[], lines?: readonly unknown[]][] = [
  [
    'a missing field',
    { anne: { name: undefined } },
    ['the entity has no `name` — Add `name`: the common English name.'],
  ],
  [
    'a misspelled field',
    { gazette: { autor: 'A.' } },
    ['`autor` is no field of a source — Did you mean `author`?'],
  ],
  [
    'a value that is not allowed',
    { anne: { kind: 'PERSON' } },
    ['`kind` is "PERSON", which is not an allowed value — Write one of COUNTRY, ORGANIZATION, ACTOR.'],
  ],
  [
    'a value of another type',
    { talks: { topics: 'trade' } },
    [
      '`topics` must be a list, but is "trade" — Write a list: `[one, another]`, or one item to a line, each after a hyphen.',
    ],
    ['`topics` must be a list, but is "trade" — Write a list: `["one", "another"]`.'],
  ],
  [
    'an address that is none',
    { gazette: { url: 'gazette.example' } },
    [
      '`url` is "gazette.example", which is not in the expected form — An address starts with https:// or http:// and has no spaces.',
    ],
  ],
  [
    'a day that is none',
    { gazette: { read: '2020-02-30' } },
    ['`read` is "2020-02-30", which is no day of the calendar — Write a day as 2025-07-03.'],
  ],
  [
    'an id given twice',
    { anne: { id: 'north' } },
    ['the id `north` is also that of the entity at … — Give one of the two another id, or make them one.'],
  ],
  [
    'an id given to two events: the second replaces the first in an import',
    { appeal: { id: 'event:talks' } },
    ['the id `talks` is also that of the event at … — Give one of the two another id, or make them one.'],
    [],
  ],
  [
    'an identifier of two entities: two datasets may share one',
    {
      north: { identifiers: [{ scheme: 'wikidata', value: 'Q1' }] },
      south: { identifiers: [{ scheme: 'wikidata', value: 'Q1' }] },
    },
    ['`north` at … has the same wikidata identifier, Q1 — Correct one of the two.'],
    [],
  ],
  [
    'a source that is not there',
    { talks: { reports: [{ ...REPORT, source: 'source:gazete' }] } },
    ['there is no source `gazete` — Did you mean `gazette`? Name one that exists, or add the source.'],
    [
      'no line before this one declares the source `gazete` — Did you mean `gazette`? Name one that is declared, or declare it on an earlier line.',
    ],
  ],
  [
    'a link to an event that is not there: an import does not make it',
    { talks: { follows: ['event:a-storm'] } },
    ['there is no event `a-storm` — Name one that exists, or add the event.'],
    [],
  ],
  [
    'a role that the type has not',
    { talks: { participants: [...PARTIES, { role: 'AGENT', entity: 'anne' }] } },
    ['MET has no role AGENT — It takes PARTY, HOST, FORMAT, ABOUT.'],
  ],
  [
    'a kind that the role does not allow',
    {
      appeal: {
        type: 'INVADED',
        participants: [
          { role: 'AGENT', entity: 'anne' },
          { role: 'TARGET', entity: 'south' },
        ],
      },
    },
    [
      '`anne` is of kind ACTOR, but the AGENT of INVADED must be COUNTRY or ORGANIZATION — Name another, or correct its kind at ….',
    ],
  ],
  [
    'too few in a role',
    { talks: { participants: [PARTIES[0]] } },
    [
      'MET needs 2 or more in the role PARTY, but has 1 — Add whom the source names as PARTY, or choose another type.',
    ],
  ],
  [
    'nobody in a role, by one report',
    { appeal: { reports: [{ ...REPORT, participants: [{ role: 'TARGET', entity: 'south' }] }] } },
    [
      'URGED needs 1 or more in the role AGENT, but has 0 — Add whom the source names as AGENT, or choose another type.',
    ],
  ],
  [
    'a participant named twice, for two entities',
    { talks: { participants: [...PARTIES, { role: 'PARTY', entity: 'north', onBehalfOf: 'anne' }] } },
    ['`north` is PARTY twice — Keep one of the two.'],
  ],
  [
    'an announcement of nothing',
    { appeal: { type: 'ANNOUNCED_INTENTION' } },
    [
      'ANNOUNCED_INTENTION tells of an act to come, but the event has no `intends` — Add `intends`: the type of the act to come.',
    ],
  ],
  [
    'an intention of what announces nothing',
    { talks: { intends: 'INVADED' } },
    [
      'MET announces nothing, so it cannot have `intends` — Leave it out, or make the type ANNOUNCED_INTENTION or LEGISLATED.',
    ],
  ],
  [
    'a post of what is about none',
    { talks: { post: 'Chancellor' } },
    [
      'MET is not about a post, so it cannot have `post` — Leave it out, or make the type SUCCEEDED, RESIGNED or HOLDS_POST.',
    ],
  ],
  [
    'a date that is not EDTF',
    { talks: { reports: [{ ...REPORT, date: 'May' }] } },
    [expect.stringMatching(/^"May" is not an EDTF date — Write a day as/)],
  ],
  [
    'a source whose date is not EDTF',
    { gazette: { published: '2019-13' } },
    [expect.stringMatching(/^"2019-13" has the month 13 — Months are 01 to 12/)],
  ],
  [
    'a source published after it was read',
    { gazette: { published: '2020-01-02' } },
    ['it was published (2020-01-02) after the day it was read (2020-01-01) — Correct one of the two days.'],
  ],
  [
    'a source retracted before it was published',
    { gazette: { retracted: '2019-05-31' } },
    ['it was retracted (2019-05-31) before it was published (2019-06-01) — Correct one of the two days.'],
  ],
  [
    'a derived date without its basis',
    { gazette: { published: '2019-06~' } },
    [
      '`published` is a date that the source does not state itself, but it has no `basis` — Add `basis`: how the date was found.',
    ],
    [
      '`published` is a date that the source does not state itself, but it has no `publishedBasis` — Add `publishedBasis`: how the date was found.',
    ],
  ],
  [
    'a report that affirms what began after its source was published',
    { talks: { reports: [{ ...REPORT, date: '2019-07' }] } },
    [
      'it affirms what began on 2019-07-01 at the earliest, after its source `gazette` at … was published, on 2019-06-01 at the latest — Correct one of the two days, or make the stance EXPECTS.',
    ],
  ],
  [
    'a report that affirms what began on the day after: data may be dated in another time zone',
    { talks: { reports: [{ ...REPORT, date: '2019-06-02' }] } },
    [expect.stringMatching(/^it affirms what began on 2019-06-02 at the earliest, after its source/)],
    [],
  ],
  [
    'a report that affirms an end still to come',
    { talks: { reports: [{ ...REPORT, date: '2019-05/2019-07' }] } },
    [
      'it affirms an end on 2019-07-01 at the earliest, after its source `gazette` at … was published, on 2019-06-01 at the latest — Write `..` for the end, and add a report of stance EXPECTS for it.',
    ],
  ],
  [
    'an agent that acts on itself',
    {
      appeal: {
        participants: [
          { role: 'AGENT', entity: 'north' },
          { role: 'TARGET', entity: 'north' },
        ],
      },
    },
    ['`north` is AGENT and TARGET of one event — Name another in one of the two roles.'],
  ],
  [
    'a source that is based on itself',
    { gazette: { basedOn: ['source:gazette'] } },
    ['`gazette` is based on `gazette` — Take one of the links out.'],
  ],
  [
    'a report that is based on its own source',
    { talks: { reports: [{ ...REPORT, basedOn: ['source:gazette'] }] } },
    ['`gazette` is based on `gazette` — Take the link out.'],
  ],
  [
    'an existence that is no date',
    { south: { existed: 'since long' } },
    [expect.stringMatching(/since long/)],
  ],
  [
    'a participant before it existed',
    { south: { existed: '2020/..' }, talks: {}, appeal: {} },
    [
      'it dates the event `2019-05`, when `south`, PARTY, did not exist: that existed `2020/..` — Correct the date, the participant, or when it existed.',
      'it dates the event `2019-05-02`, when `south`, TARGET, did not exist: that existed `2020/..` — Correct the date, the participant, or when it existed.',
    ],
  ],
  [
    'a part that is wider than a whole of one day: an import warns',
    { talks: { partOf: ['event:appeal'] } },
    [
      'it lies on [2019-05-01..2019-05-31], not within its whole `appeal` on 2019-05-02 — Date its reports to days of the whole, and give the `basis`; or take the link out.',
    ],
    [],
  ],
  [
    'a part that lies outside its whole, whatever the days of the whole are: an import warns',
    { appeal: { partOf: ['event:talks'], reports: [{ ...REPORT, locator: 'column 2', date: '2018' }] } },
    [
      'it lies on [2018-01-01..2018-12-31], not within its whole `talks` on [2019-05-01..2019-05-31] — Date its reports to days of the whole, and give the `basis`; or take the link out.',
    ],
    [],
  ],
  [
    'a sequel that may begin before what it follows: an import warns',
    { talks: { follows: ['event:appeal'] } },
    [
      'it begins on [2019-05-01..2019-05-31], but `appeal`, which it follows, begins on 2019-05-02 — Date its reports to days afterwards, and give the `basis`; or take the link out.',
    ],
    [],
  ],
  [
    'two reports of one place',
    { talks: { reports: [REPORT, { ...REPORT, date: '2019' }] } },
    [
      'the event has a report of `gazette`, column 1, already at … — Make the two reports one, or correct where one of them stands.',
    ],
  ],
  [
    'an entity that is a part of itself',
    { south: { partOf: 'south' } },
    ['`south` is a part of `south` — Take one of the links out.'],
  ],
  [
    'an event that follows itself',
    { talks: { follows: ['event:talks'] } },
    ['`talks` follows `talks` — Take one of the links out.'],
  ],
  [
    'two events that follow each other: an import holds no events',
    { talks: { follows: ['event:appeal'] }, appeal: { follows: ['event:talks'] } },
    ['`talks` follows `appeal` follows `talks` — Take one of the links out.'],
    [],
  ],
  [
    'an item given twice: the data of others may have it',
    { talks: { topics: ['trade', 'trade'] } },
    ['`topics` names `trade` twice — Keep one of the two.'],
    [],
  ],
  [
    'a control character, which XML cannot hold',
    { anne: { name: 'An\u0007ne' } },
    ['`name` has a control character (U+0007) at character 3 — Correct the character, or take it out.'],
  ],
  [
    'a code point that is no character, within a list',
    { anne: { aliases: ['Anna', 'A\uFFFFnne'] } },
    [
      'item 2 of `aliases` has a code point that is no character (U+FFFF) at character 2 — Correct the character, or take it out.',
    ],
    ['it has a code point that is no character (U+FFFF) at character 73'],
  ],
  [
    'an id that no index holds',
    { anne: { id: 'a'.repeat(1_001) } },
    ['`id` has more than 1000 characters — Shorten it: an index has to hold it.'],
  ],
  [
    'a scheme that would run into its key',
    { anne: { identifiers: [{ scheme: 'a:b', value: 'c' }] } },
    ['`a:b` is no scheme of a key — Name the scheme without a colon, as in `wikidata: Q159`.'],
    [
      '`scheme` is "a:b", which is not in the expected form — A scheme has no colon, because one stands between scheme and key.',
    ],
  ],
];

test('Seeds and imports accept the same records without faults', async () => {
  expect(await faultsOfSeeds(GOOD)).toEqual([]);
  expect(await faultsOfLines(GOOD, Object.keys(GOOD))).toEqual([]);
});

test.each(FAULTY)('Seeds and imports refuse %s', async (_, changes, seed, lines = seed) => {
  const records = Object.fromEntries(
    Object.entries(GOOD).map(([name, good]) => [name, { ...good, ...changes[name as keyof Changes] }]),
  );
  expect(await faultsOfSeeds(records)).toEqual(seed);
  expect(await faultsOfLines(records, Object.keys(changes))).toEqual(lines);
});

/** Of the lines of these records: a line that refers to one that is left out is left out too. */
async function faultsOfLines(records: Record<string, Fields>, changed: readonly string[]): Promise<string[]> {
  const lines = Object.values(records).map((record) => JSON.stringify({ [nounOf(record)]: record }));
  const { faults } = await wholeOf(jsonl, lines.join('\n'));
  return faults
    .filter(({ line }) => changed.includes(Object.keys(records)[line - 1] ?? ''))
    .flatMap(({ others = [], ...first }) => [first, ...others])
    .map(({ message }) => bare(message));
}

async function faultsOfSeeds(records: Record<string, Fields>): Promise<string[]> {
  const itemsOf = (noun: string): string =>
    stringify(Object.values(records).flatMap((record) => (nounOf(record) === noun ? [written(record)] : [])));
  const { faults = [] } = await compileTexts(
    new Map([
      ['entities/all.yaml', itemsOf('entity')],
      ['sources.yaml', itemsOf('source')],
      ['events/all.yaml', itemsOf('event')],
      ['ledger.yaml', '[]'],
    ]),
  );
  return faults.map(({ message, fix }) => bare(`${message} — ${fix}`));
}

/** A sentence without the prefixes of ids, and without places. */
function bare(sentence: string): string {
  return sentence
    .replaceAll(/ at [^ ]+(:|\.reports\.)\d+/g, ' at …')
    .replaceAll(/\b(source|event):(?=[a-z])/g, '');
}

function nounOf({ id }: Fields): string {
  const text = String(id);
  return text.includes(':') ? text.slice(0, text.indexOf(':')) : 'entity';
}

/** A record as seed files write it. */
function written(record: Fields): Fields {
  const { publishedBasis: basis, identifiers, participants, reports, ...rest } = record;
  const others = JSON.parse(JSON.stringify(rest), (_, value: unknown) =>
    typeof value === 'string' ? bare(value) : value,
  ) as Fields;
  return {
    ...others,
    ...(basis === undefined ? {} : { basis }),
    ...(identifiers === undefined ? {} : { identifiers: byScheme(identifiers as Identifier[]) }),
    ...(participants === undefined ? {} : { participants: byRole(participants as Participant[]) }),
    ...(reports === undefined ? {} : { reports: (reports as Fields[]).map(written) }),
  };
}

function byScheme(identifiers: readonly Identifier[]): Fields {
  return Object.fromEntries(identifiers.map(({ scheme, value }) => [scheme, value]));
}

function byRole(participants: readonly Participant[]): Fields {
  return Object.fromEntries(
    participants.map(({ role }) => [
      role,
      participants.filter((each) => each.role === role).map((each) => ({ ...each, role: undefined })),
    ]),
  );
}
