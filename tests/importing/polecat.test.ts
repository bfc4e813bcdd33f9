import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EVENT_TYPE_NAMES, declarationOf } from '../../src/ontology/lookups.ts';
import { typeOfCode } from '../../src/importing/coded/typeOfCode.ts';
import { polecat } from '../../src/importing/polecat/polecat.ts';
import { PLOVER_EVENTS, ploverCode } from '../../src/importing/polecat/ploverEvents.ts';
import { requireFormat } from '../../src/importing/recognize.ts';
import { icews } from '../../src/importing/icews/icews.ts';
import { anyPartRows, expectSameInParts, fileOf, wholeOf } from './importerLaws.ts';
import { POLECAT_HEADINGS, type PolecatCells, polecatFile, polecatRow } from './polecatRows.ts';

const read = (cells: PolecatCells = {}, changes = {}) =>
  wholeOf(polecat, polecatFile(polecatRow(cells)), changes);
const eventOf = async (cells: PolecatCells = {}, changes = {}) => (await read(cells, changes)).events[0];

describe('a row of POLECAT', () => {
  test('is an event on its day, known when its story was published', async () => {
    const { events, sources, entities } = await read();
    expect(events).toMatchObject([
      {
        id: 'event:test-0a1b2c3d-2',
        ...{ type: 'URGED', closeness: 'close', plover: 'REQUEST:meet', cameo: null },
        summary: 'Norway asked Finland to meet or negotiate',
        topics: ['diplomatic', 'military'],
        places: ['Bergen', 'Norway'],
        participants: [
          { role: 'AGENT', entity: 'norway' },
          { role: 'TARGET', entity: 'finland' },
        ],
        reports: [{ stance: 'AFFIRMS', date: '2023-05-04', locator: '2', key: 'polecat:0a1b2c3d_2' }],
      },
    ]);
    expect(sources).toMatchObject([
      {
        ...{ id: 'source:polecat-0a1b2c3d', publisher: 'Example News' },
        ...{ published: '2023-05-06', read: '2023-05-06' },
      },
    ]);
    expect(entities.map(({ id, kind }) => `${id} ${kind}`)).toEqual(['norway COUNTRY', 'finland COUNTRY']);
  });

  test('of a meeting has parties, and one of several on a side has them all', async () => {
    const meeting = { 'Event Type': 'CONSULT', 'Event Mode': 'visit', 'Actor Name': 'Sweden; Norway' };
    const parties = async (cells: PolecatCells) =>
      (await eventOf({ ...meeting, ...cells }))?.participants.map(({ role, entity }) => `${role} ${entity}`);
    expect(await parties({})).toEqual(['PARTY sweden', 'PARTY norway', 'PARTY finland']);
    expect(await parties({ 'Event Type': 'REQUEST' })).toEqual([
      'AGENT sweden',
      'AGENT norway',
      'TARGET finland',
    ]);
    expect(await eventOf(meeting)).toMatchObject({ summary: 'Sweden and Norway met Finland' });
  });

  test('before which its story was published is expected', async () => {
    const stanceOf = async (day: string) => (await eventOf({ 'Event Date': day }))?.reports[0]?.stance;
    expect(await stanceOf('2023-05-06')).toBe('AFFIRMS');
    expect(await stanceOf('2023-05-07')).toBe('EXPECTS');
  });

  test('taken as it is keeps its code and no verb of ours', async () => {
    const event = await eventOf({ 'Event Type': 'CONSULT', 'Event Mode': 'None' }, { asIs: true });
    expect(event).toMatchObject({
      type: 'CODED',
      plover: 'CONSULT',
      summary: 'Norway toward Finland: consult',
    });
  });

  test.each<[string, PolecatCells, string]>([
    ['Event ID', { 'Event ID': '' }, 'the key of the row'],
    ['Event Date', { 'Event Date': '' }, 'not a day such as'],
    ['Event Date', { 'Event Date': '2023-02-30' }, 'not a day such as'],
    ['Publication Date', { 'Publication Date': 'None' }, 'not a day such as'],
    ['Event Type', { 'Event Type': 'ATTACK' }, 'no event of PLOVER: AGREE, CONSULT'],
    ['Event Mode', { 'Event Mode': 'a lot of words' }, 'not one word'],
  ])('has a fault in %s: %j', async (column, cells, message) => {
    const { faults, events } = await wholeOf(polecat, polecatFile(polecatRow(cells), polecatRow()));
    expect(faults).toMatchObject([{ line: 2, column, message: expect.stringContaining(message) }]);
    expect(events).toHaveLength(1);
  });
});

describe('an actor of POLECAT', () => {
  const first = async (cells: PolecatCells) => (await read(cells)).entities[0];

  test('is a country by its name, or has one by the codes of ISO or of the Correlates of War', async () => {
    expect(await first({ 'Actor Name': 'Russia', 'Actor Country': 'RUS' })).toMatchObject({ id: 'russia' });
    const person = { 'Actor Name': 'Kari Nordmann' };
    expect(await first(person)).toMatchObject({
      ...{ kind: 'ACTOR', name: 'Kari Nordmann', countries: ['norway'] },
      identifiers: [{ scheme: 'polecat', value: 'Kari Nordmann' }],
    });
    expect(await first({ ...person, 'Actor Country': 'None' })).toMatchObject({ countries: ['norway'] });
    expect(await first({ ...person, 'Actor Country': 'None', 'Actor COW': 'None' })).toMatchObject({
      countries: [],
    });
  });

  test('without a name is called as the story calls it, in its country', async () => {
    const police = { 'Actor Name': 'None', 'Actor Name Raw': 'the police' };
    expect(await first(police)).toMatchObject({ name: 'the police (Norway)', countries: ['norway'] });
    expect(await first({ ...police, 'Actor Name Raw': 'Norway' })).toMatchObject({ id: 'norway' });
  });

  test('has the country of its place in the list, or the only one', async () => {
    const names = { 'Actor Name': 'Kari Nordmann; Erik Svensson', 'Actor COW': 'None' };
    const countriesOf = async (codes: string) =>
      (await read({ ...names, 'Actor Country': codes })).entities
        .slice(0, 2)
        .map(({ countries }) => countries);
    expect(await countriesOf('NOR; SWE')).toEqual([['norway'], ['sweden']]);
    expect(await countriesOf('NOR')).toEqual([['norway'], ['norway']]);
    expect(await countriesOf('NOR; SWE; FIN')).toEqual([[], []]);
  });
});

describe('rows of POLECAT that are left out', () => {
  test('have nobody on a side, or one on both, or are headings', async () => {
    const nobody = (side: string) => ({ [`${side} Name`]: 'None', [`${side} Name Raw`]: '' });
    const rows = [
      polecatRow(nobody('Actor')),
      polecatRow(nobody('Recipient')),
      polecatRow({ ...nobody('Actor'), ...nobody('Recipient') }),
      polecatRow({ 'Recipient Name': 'Norway' }),
      POLECAT_HEADINGS.join('\t'),
    ];
    expect((await wholeOf(polecat, polecatFile(...rows))).skipped).toEqual({
      'no actor': 1,
      'no recipient': 1,
      'no actor and no recipient': 1,
      'an entity acts toward itself': 1,
      'header row': 1,
    });
  });

  test('are broken by a line break or a tab in a value, and name their columns', async () => {
    const [half = '', rest = ''] = polecatRow({ 'Raw Placename': 'Bergen\nand around' }).split('\n');
    const file = polecatFile(half, rest, polecatRow({ Placename: 'a\tb' }), polecatRow());
    const { faults, events } = await wholeOf(polecat, file);
    expect(faults.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '2: it has 32 columns, but the first line names 40',
      '3: it has 9 columns, but the first line names 40',
      '4: it has 41 columns, but the first line names 40',
    ]);
    expect(events).toHaveLength(1);
  });

  test('have a key that a later row has, too', async () => {
    const { events, skipped } = await wholeOf(
      polecat,
      polecatFile(polecatRow(), polecatRow({ Placename: 'Oslo' })),
    );
    expect(events.map(({ places }) => places)).toEqual([['Oslo', 'Norway']]);
    expect(skipped).toEqual({ 'replaced by a later row with the same key': 1 });
  });

  test('are none for quotation marks, wherever they stand', async () => {
    const quoted = { 'Actor Name Raw': '"the police', Placename: '"Bergen"', 'Story People': 'the "Boss" X' };
    const { events, faults } = await read(quoted);
    expect([events.length, faults]).toEqual([1, []]);
  });
});

describe('a file of POLECAT', () => {
  test('may have other headings beside, in any order, and names those it lacks', async () => {
    const headings = POLECAT_HEADINGS.map((heading) =>
      heading === 'Intensity' ? 'Event Intensity' : heading,
    );
    const more = [...headings, 'Headline'].join('\t');
    const { events } = await wholeOf(polecat, `${more}\n${polecatRow()}\tA headline`);
    expect(events).toHaveLength(1);
    const file = await fileOf(`${POLECAT_HEADINGS.slice(1).join('\t')}\n`);
    await expect(requireFormat(polecat, [file])).rejects.toThrow('its first line lacks the column event_id');
  });

  test('is not said to be binary for its commas, as a table between control characters is', async () => {
    const table = (between: string) => fileOf(`one${between}two\r\n1${between}2\r\n`);
    await expect(requireFormat(polecat, [await table(',')])).rejects.toThrow(/publication_date\.$/);
    await expect(requireFormat(polecat, [await table('\u0001')])).rejects.toThrow('as Hive writes it');
  });

  test('is known to other importers', async () => {
    await expect(requireFormat(icews, [await fileOf(polecatFile(polecatRow()))])).rejects.toThrow(
      'npm run import -- polecat FILE',
    );
  });

  test('comes to the same in parts of any size, and after any of them', async () => {
    const row = fc
      .record({
        id: fc.nat(5),
        name: fc.constantFrom('Norway', 'None', 'Sweden; X'),
        day: fc.constantFrom('2023-05-04', 'x'),
      })
      .map(({ id, name, day }) =>
        polecatRow({
          'Event ID': `0a1b_${id}`,
          'Actor Name': name,
          'Actor Name Raw': 'None',
          'Event Date': day,
        }),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), anyPartRows, (rows, size) =>
        expectSameInParts(polecat, polecatFile(...rows), size),
      ),
      { numRuns: 20 },
    );
  });
});

/** The modes that the manual of PLOVER and its crosswalk name. */
const MODES: Readonly<Record<string, string>> = {
  AGREE: '',
  CONSULT: 'visit third-party multilateral phone',
  SUPPORT: '',
  CONCEDE: '',
  COOPERATE: '',
  AID: '',
  RETREAT: 'withdraw release return disarm ceasefire access resign',
  REQUEST: 'assist change yield meet',
  ACCUSE: 'disapprove investigate allege',
  REJECT: 'assist change yield meet',
  THREATEN: 'restrict ban arrest relations expel territory violence political',
  PROTEST: 'demo riot strike hunger boycott obstruct',
  SANCTION: 'convict expel withdraw discontinue',
  MOBILIZE: 'troops weapons police militia',
  COERCE: 'seize restrict ban censor curfew martial-law arrest deport withhold misinform cyber',
  ASSAULT:
    'abduct beat torture execute sexual assassinate primitive firearms explosives suicide-attack heavy-weapons aerial massacre cleansing unconventional',
};

/** By what an event of PLOVER between two states is known here. All others are CODED: they put together what we tell apart. */
const MAPPED: Readonly<Record<string, readonly string[]>> = {
  ANNOUNCED_INTENTION: ['AGREE'],
  MET: ['CONSULT', 'CONSULT:visit', 'CONSULT:phone', 'CONSULT:third-party', 'CONSULT:multilateral'],
  AIDED: ['AID'],
  WITHDREW: ['RETREAT:withdraw', 'RETREAT:disarm'],
  URGED: ['REQUEST', 'REQUEST:assist', 'REQUEST:change', 'REQUEST:yield', 'REQUEST:meet'],
  CRITICIZED: ['ACCUSE', 'ACCUSE:disapprove', 'ACCUSE:allege'],
  DESIGNATED: ['COERCE:ban'],
  ATTACKED: [
    'ASSAULT',
    ...['explosives', 'suicide-attack', 'heavy-weapons', 'aerial'].map((mode) => `ASSAULT:${mode}`),
  ],
  FOUGHT: ['ASSAULT:firearms'],
};

describe('each event of PLOVER, in each of its modes', () => {
  const codes = Object.entries(MODES).flatMap(([event, modes]) =>
    [null, ...modes.split(' ').filter(Boolean)].map((mode) => ploverCode(event, mode)),
  );

  test('is one of those that are read', () => {
    expect(Object.keys(MODES)).toEqual(PLOVER_EVENTS);
  });

  test.each(codes)('%s is the event type that is decided, or only coded', (code) => {
    const [decided = 'CODED'] = Object.keys(MAPPED).filter((type) => MAPPED[type]!.includes(code));
    expect(typeOfCode('plover', code, ['COUNTRY'], ['COUNTRY']).type).toBe(decided);
  });

  test('no mapping names what PLOVER has not', () => {
    const mapped = EVENT_TYPE_NAMES.flatMap((name) => Object.keys(declarationOf(name).plover ?? {}));
    expect([...mapped, ...Object.values(MAPPED).flat()].filter((code) => !codes.includes(code))).toEqual([]);
  });
});
