import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gdelt } from '../../src/importing/gdelt/gdelt.ts';
import { gdeltRow, type GdeltColumns } from './gdeltRows.ts';
import {
  anyPartRows,
  expectSameInParts,
  expectWhole,
  fileOf,
  inputOf,
  partsOf,
  wholeOf,
} from './importerLaws.ts';

const read = (columns: GdeltColumns, changes = {}) => wholeOf(gdelt, `${gdeltRow(columns)}\n`, changes);
const actorsOf = (event: { participants: readonly { role: string; entity: string }[] }) =>
  event.participants.map(({ role, entity }) => `${role} ${entity}`);

describe('a row of GDELT', () => {
  test('is an event on its day, known when GDELT added it, with its counts as figures', async () => {
    const { events, sources, entities } = await read({});
    expect(events).toEqual([
      {
        id: 'event:test-700',
        type: 'URGED',
        closeness: 'exact',
        cameo: '020',
        intends: null,
        post: null,
        summary: 'OSLO urged FINLAND',
        topics: [],
        places: ['Bergen, Hordaland, Norway'],
        figures: [
          { what: 'mentions', value: 6 },
          { what: 'sources', value: 2 },
          { what: 'articles', value: 5 },
        ],
        partOf: [],
        follows: [],
        participants: [
          { role: 'AGENT', entity: 'norway', onBehalfOf: null },
          { role: 'TARGET', entity: 'finland', onBehalfOf: null },
        ],
        reports: [
          {
            source: sources[0]!.id,
            stance: 'AFFIRMS',
            date: '2019-03-04',
            wording: null,
            attributedTo: null,
            locator: '700',
            ...{ basis: null, basedOn: [] },
            key: 'gdelt:700',
            participants: null,
          },
        ],
      },
    ]);
    expect(sources).toMatchObject([
      {
        id: expect.stringMatching(/^source:gdelt-[0-9a-f]{20}$/),
        title: 'example.org: fish and ships',
        publisher: 'example.org',
        url: 'https://www.example.org/2019/03/fish-and-ships.html',
        role: 'DATA',
        published: '2019-03-06',
        read: '2019-03-06',
      },
    ]);
    expect(entities.map(({ id, kind, name }) => ({ id, kind, name }))).toEqual([
      { id: 'norway', kind: 'COUNTRY', name: 'Norway' },
      { id: 'finland', kind: 'COUNTRY', name: 'Finland' },
    ]);
    expect(entities[0]!.identifiers).toContainEqual({ scheme: 'iso3166-1-alpha-3', value: 'NOR' });
  });

  test('of a day after GDELT added it is expected, not affirmed', async () => {
    const stanceOf = async (SQLDATE: string) => (await read({ SQLDATE })).events[0]!.reports[0]!.stance;
    expect(await stanceOf('20190306')).toBe('AFFIRMS');
    expect(await stanceOf('20190307')).toBe('EXPECTS');
    expect(await stanceOf('20290306')).toBe('EXPECTS');
  });

  test('without an address is said by GDELT itself, once a day', async () => {
    const rows = ['1', '2'].map((GLOBALEVENTID) => gdeltRow({ GLOBALEVENTID }, { withUrl: false }));
    const { events, sources } = await wholeOf(gdelt, rows.join('\n'));
    expect(events).toHaveLength(2);
    expect(sources).toMatchObject([
      { id: 'source:gdelt-added-2019-03-06', publisher: 'GDELT Project', url: null },
    ]);
  });

  test('may name its source in words, which are no address', async () => {
    const { sources } = await read({ SOURCEURL: 'Radio Example, Bergen' });
    expect(sources).toMatchObject([{ title: 'Radio Example, Bergen', publisher: 'unknown', url: null }]);
  });

  test('may have an address whose path is badly encoded', async () => {
    const { sources } = await read({ SOURCEURL: 'http://example.org/50%-off-fish' });
    expect(sources).toMatchObject([{ title: 'example.org: 50% off fish' }]);
  });

  test('of a meeting has two parties, whoever comes first', async () => {
    const { events } = await read({ EventCode: '040', EventRootCode: '04' });
    expect(events[0]).toMatchObject({ type: 'MET', closeness: 'exact' });
    expect(actorsOf(events[0]!)).toEqual(['PARTY finland', 'PARTY norway']);
  });

  test('without a verb of ours says its code', async () => {
    const { events } = await read({ EventCode: '090', EventRootCode: '09' });
    expect(events[0]).toMatchObject({ type: 'CODED', summary: 'OSLO toward FINLAND: code 090 of CAMEO' });
  });

  test('announces a meeting by the code 036', async () => {
    const { events } = await read({ EventCode: '036', EventRootCode: '03' });
    expect(events[0]).toMatchObject({ type: 'ANNOUNCED_INTENTION', intends: 'MET', cameo: '036' });
  });

  test('taken as it is keeps its direction and its code, and no verb of ours', async () => {
    const { events } = await read({ EventCode: '040', EventRootCode: '04' }, { asIs: true });
    expect(events[0]).toMatchObject({ type: 'CODED', cameo: '040' });
    expect(events[0]).not.toHaveProperty('closeness');
    expect(actorsOf(events[0]!)).toEqual(['AGENT norway', 'TARGET finland']);
  });

  test('keeps its code alone where our verb does not admit such actors', async () => {
    const recognizes = { EventCode: '054', EventRootCode: '05' };
    expect((await read(recognizes)).events[0]).toMatchObject({ type: 'RECOGNIZED', closeness: 'close' });
    const byFarmers = { ...recognizes, Actor1Code: 'NORAGR', Actor1Name: 'FARMER', Actor1Type1Code: 'AGR' };
    const { events, entities } = await read(byFarmers);
    expect(entities[0]).toMatchObject({ kind: 'ACTOR' });
    expect(events[0]).toMatchObject({ type: 'CODED', cameo: '054' });
    expect(events[0]).not.toHaveProperty('closeness');
  });
});

describe('an actor of GDELT', () => {
  const first = async (columns: GdeltColumns) => (await read(columns)).entities[0]!;

  test('with a country alone for its code is the country, by whatever words', async () => {
    const words = ['NORWEGIAN', 'BERGEN', ''];
    const found = await Promise.all(words.map((Actor1Name) => first({ Actor1Name })));
    expect(new Set(found.map(({ id }) => id))).toEqual(new Set(['norway']));
  });

  test('with any other code is one with its name', async () => {
    const named = (Actor1Name: string) => first({ Actor1Code: 'NORGOV', Actor1Name, Actor1Type1Code: 'GOV' });
    expect(await named('PRIME MINISTER')).toMatchObject({
      id: 'gdelt-norgov-prime-minister',
      kind: 'ORGANIZATION',
      name: 'PRIME MINISTER',
      identifiers: [{ scheme: 'cameo-actor', value: 'NORGOV PRIME MINISTER' }],
      countries: ['norway'],
    });
    const ids = await Promise.all(['AL FATEH', 'AL-FATEH', 'AL  FATEH', 'ÁL FATEH'].map(named));
    expect(new Set(ids.map(({ id }) => id)).size).toBe(4);
  });

  test('has its role beside the name of a country', async () => {
    const named = async (columns: GdeltColumns) => (await first(columns)).name;
    const military = { Actor1Code: 'USAMIL', Actor1Type1Code: 'MIL' };
    expect(await named({ ...military, Actor1Name: 'UNITED STATES' })).toBe('United States (military)');
    expect(await named({ ...military, Actor1Name: 'MARINE CORPS' })).toBe('MARINE CORPS');
    expect(await named({ Actor1Code: 'RUSXYZ', Actor1Name: 'RUSSIA' })).toBe('Russia (XYZ)');
  });

  test('that is a region is none of its countries, nor a person', async () => {
    const region = await first({ Actor1Code: 'EUR', Actor1Name: 'EUROPE' });
    expect(region).toMatchObject({ id: 'gdelt-eur-europe', kind: 'ORGANIZATION', group: true });
  });

  test('is an organization for its role or as a group that CAMEO knows, else an actor', async () => {
    const kindOf = async (columns: GdeltColumns) => (await first({ Actor1Code: 'XXX', ...columns })).kind;
    expect(await kindOf({ Actor1Type1Code: 'IGO' })).toBe('ORGANIZATION');
    expect(await kindOf({ Actor1KnownGroupCode: 'UNO' })).toBe('ORGANIZATION');
    expect(await kindOf({ Actor1Type1Code: 'CVL' })).toBe('ACTOR');
  });
});

describe('rows of GDELT that are left out', () => {
  test('have fewer than two actors, or one on both sides', async () => {
    const nobody = { Actor2Code: '', Actor2Name: '' };
    const rows = [
      gdeltRow(nobody),
      gdeltRow({ Actor1Code: '', Actor1Name: '' }),
      gdeltRow({ ...nobody, Actor1Code: '', Actor1Name: '' }),
      gdeltRow({ Actor2Code: 'NOR', Actor2Name: 'BERGEN' }),
    ];
    const { events, skipped, rows: count } = await wholeOf(gdelt, rows.join('\n'));
    expect({ events, skipped, count }).toEqual({
      events: [],
      skipped: { 'only one actor': 2, 'no actor': 1, 'both actors are the same': 1 },
      count: 4,
    });
  });

  test.each<[string, GdeltColumns, string]>([
    ['EventCode', { EventCode: '40', EventRootCode: '4' }, 'a leading zero may have been lost'],
    ['EventCode', { EventCode: '112', EventRootCode: '12' }, 'begins with its root'],
    ['EventCode', { EventCode: '' }, 'not a CAMEO code'],
    ['EventCode', { EventCode: '112', EventRootCode: '1' }, 'a leading zero may have been lost'],
    ['SQLDATE', { SQLDATE: '20190230' }, 'not a day written as YYYYMMDD'],
    ['DATEADDED', { DATEADDED: '20190306120000' }, 'not a day written as YYYYMMDD'],
    ['NumArticles', { NumArticles: '-1' }, 'not a count'],
    ['GLOBALEVENTID', { GLOBALEVENTID: 'x' }, 'not a number'],
  ])('have a fault in %s: %j', async (column, columns, message) => {
    const file = await fileOf(`${gdeltRow()}\n\n${gdeltRow(columns)}\n`);
    const [part] = await partsOf(gdelt, inputOf(file));
    expect(part).toMatchObject({ rows: 2, events: [{ id: 'event:test-700' }] });
    expect(part!.faults).toEqual([
      { file: file.name, line: 3, column, message: expect.stringContaining(message) },
    ]);
  });

  test('have another number of columns', async () => {
    const { faults } = await wholeOf(gdelt, `${gdeltRow()}\n${gdeltRow()}\tmore\n`);
    expect(faults).toMatchObject([{ line: 2, column: null, message: 'has 59 columns instead of 57 or 58' }]);
  });
});

describe('a file that is not GDELT 1.0', () => {
  test('is missing from the command', async () => {
    const after = { file: 'other.csv', line: 2 };
    await expect(partsOf(gdelt, inputOf(await fileOf(gdeltRow()), { after }))).rejects.toThrow(
      'missing from the command',
    );
  });
});

const anyRow = fc
  .record(
    {
      GLOBALEVENTID: fc.nat(9999).map(String),
      Actor1Code: fc.constantFrom('', 'NOR', 'FINGOV', 'CVL'),
      Actor1Name: fc.constantFrom('', 'BERGEN', 'MINISTER'),
      Actor2Code: fc.constantFrom('', 'NOR', 'USA'),
      Actor2Name: fc.constantFrom('', 'BERGEN'),
      EventCode: fc.constantFrom('020', '040', '40', '0241'),
      EventRootCode: fc.constantFrom('02', '04'),
      DATEADDED: fc.constantFrom('20190306', '20190307', 'soon'),
      SOURCEURL: fc.constantFrom('', 'http://example.org/a', 'http://example.org/b'),
    },
    { requiredKeys: [] },
  )
  .chain((columns) => fc.boolean().map((withUrl) => gdeltRow(columns, { withUrl })));
const anyLine = fc.oneof({ weight: 9, arbitrary: anyRow }, fc.constantFrom('', 'torn\toff'));
const anyFile = fc.array(anyLine, { maxLength: 20 }).map((lines) => [gdeltRow(), ...lines].join('\n'));

describe('any file of GDELT', () => {
  test('has every row in one report, one skip or one fault', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, async (content) => {
        const part = await wholeOf(gdelt, content);
        expectWhole(part);
        const skipped = Object.values(part.skipped).reduce((a, b) => a + b, 0);
        const reports = part.events.flatMap((event) => event.reports);
        expect(reports.length + skipped + part.faults.length).toBe(part.rows);
        expect(part.rows).toBe(content.split('\n').filter((line) => line !== '').length);
      }),
      { numRuns: 50 },
    );
  });

  test('comes to the same in parts of any size, and after any of them', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, anyPartRows, (content, rows) => expectSameInParts(gdelt, content, rows)),
      { numRuns: 30 },
    );
  });
});
