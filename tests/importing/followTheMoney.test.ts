import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { followTheMoney } from '../../src/importing/followTheMoney/ftmImporter.ts';
import {
  anyPartRows,
  expectSameInParts,
  expectWhole,
  fileOf,
  inputOf,
  partsOf,
  wholeOf,
} from './importerLaws.ts';

type Properties = Record<string, readonly string[]>;

const object = (id: string, schema: string, properties: Properties, changes: object = {}) =>
  JSON.stringify({
    ...{ id, caption: '', schema, properties, datasets: ['a_list'] },
    ...{ first_seen: '2020-02-02T10:00:00', last_seen: '2024-04-04', last_change: '2022-03-03' },
    ...changes,
  });

const ANNE = object('Q-Anne', 'Person', { name: ['Anne Example', 'EXAMPLE, Anne'], alias: ['Annie'] });
const SHIPS = object('co-1', 'Company', { name: ['Example Ships'] }, { caption: 'Example Ships Ltd' });
const SANCTION: Properties = { entity: ['Q-Anne'], authority: ['Ministry of Examples'], country: ['no'] };

const read = (lines: readonly string[], changes = {}) => wholeOf(followTheMoney, lines.join('\n'), changes);
const eventsOf = async (lines: readonly string[], changes = {}) => {
  const part = await read(lines, changes);
  expect(part.faults).toEqual([]);
  expectWhole(part);
  return part.events;
};
const sanctioned = (properties: Properties, changes = {}) =>
  eventsOf([object('s-1', 'Sanction', { ...SANCTION, ...properties }, changes), ANNE]);

describe('a person or an organization', () => {
  test('keeps its key and its names, and is called as its caption says', async () => {
    const wikidata = object('NK-AbC', 'PublicBody', { name: ['Office'], wikidataId: ['Q42'] });
    expect((await read([ANNE, SHIPS, wikidata])).entities).toEqual([
      expect.objectContaining({
        id: 'ftm-q-anne',
        kind: 'ACTOR',
        name: 'Anne Example',
        aliases: ['EXAMPLE, Anne', 'Annie'],
        identifiers: [{ scheme: 'ftm', value: 'Q-Anne' }],
      }),
      expect.objectContaining({ id: 'ftm-co-1', kind: 'ORGANIZATION', name: 'Example Ships Ltd' }),
      expect.objectContaining({
        id: 'ftm-nk-abc',
        identifiers: [
          { scheme: 'ftm', value: 'NK-AbC' },
          { scheme: 'wikidata', value: 'Q42' },
        ],
      }),
    ]);
  });

  test('has properties that no record carries, as statements have; they are counted by name, if its row is carried', async () => {
    const born = { birthDate: ['1961'], gender: ['female'] };
    const persons = ['Q-Anne', 'Q-Bert'].map((id) => object(id, 'Person', { name: [id], ...born }));
    const because = object('s-1', 'Sanction', { ...SANCTION, startDate: ['2020'], reason: ['for a test'] });
    const ofNobody = object('s-2', 'Sanction', { ...SANCTION, entity: ['nobody'], reason: ['for a test'] });
    const { uncarried } = await read([...persons, because, ofNobody]);
    expect(uncarried).toEqual({ 'Person.birthDate': 2, 'Person.gender': 2, 'Sanction.reason': 1 });
  });

  test('is the entity that the graph knows by one of its keys, in statements too', async () => {
    const known = new Map([['ftm:Q-Anne', 'anne-example']]);
    const lines = [object('s-1', 'Sanction', SANCTION), ANNE];
    const part = await read(lines, { knownIds: () => Promise.resolve(known) });
    expectWhole(part);
    expect(part.events[0]!.participants).toContainEqual(expect.objectContaining({ entity: 'anne-example' }));
    expect(part.entities.map(({ id }) => id)).not.toContain('ftm-q-anne');
  });
});

describe('a sanction', () => {
  test('is a designation by its authority, on its programme, though whom it names stands further down', async () => {
    const properties = { startDate: ['2019-05-06'], programId: ['NO-EX'], program: ['Examples'] };
    expect(await sanctioned({ ...properties, listingDate: ['2019-06-06'] })).toMatchObject([
      {
        id: 'event:test-s-1',
        type: 'DESIGNATED',
        summary: 'Ministry of Examples puts Anne Example under sanctions: Examples.',
        participants: [
          { role: 'AGENT', entity: 'ftm-authority-no-ministry-of-examples' },
          { role: 'TARGET', entity: 'ftm-q-anne' },
          { role: 'LIST', entity: 'ftm-program-no-ex' },
        ],
        reports: [{ source: 'source:ftm-s-1', date: '2019-05-06', stance: 'AFFIRMS', key: 'ftm:s-1' }],
      },
      { type: 'LISTS' },
    ]);
  });

  test('is known at the latest when the collection first held it', async () => {
    const { sources } = await read([object('s-1', 'Sanction', SANCTION), ANNE]);
    expect(sources).toMatchObject([
      {
        id: 'source:ftm-s-1',
        publisher: 'Ministry of Examples',
        published: '[..2020-02-02]',
        read: '2020-02-02',
      },
      { id: 'source:ftm-s-1-last-seen' },
    ]);
  });

  test('that is not over is observed when the collection last had it', async () => {
    const { events, sources } = await read([
      object('s-1', 'Sanction', {
        ...SANCTION,
        startDate: ['2018'],
        programId: ['A'],
        program: ['Examples'],
      }),
      ANNE,
    ]);
    const [designation, presence] = events;
    expect(presence).toEqual({
      ...designation,
      id: 'event:test-s-1-last-seen',
      type: 'LISTS',
      summary: 'Ministry of Examples has Anne Example under sanctions: Examples.',
      reports: [
        expect.objectContaining({
          ...{ source: 'source:ftm-s-1-last-seen', date: '2024-04-04', stance: 'AFFIRMS', locator: 's-1' },
        }),
      ],
    });
    expect(sources[1]).toMatchObject({ published: '2024-04-04', basedOn: ['source:ftm-s-1'] });
  });

  test.each<[string, boolean, Properties, object]>([
    ['if its end is still to come', true, { startDate: ['2018'], endDate: ['2030'] }, {}],
    ['if its end may have come', false, { startDate: ['2018'], endDate: ['2024'] }, {}],
    ['if its end has come', false, { startDate: ['2018'], endDate: ['2023'] }, {}],
    ['if its status says that it is over', false, { startDate: ['2018'], status: ['ended'] }, {}],
    ['if it is still to begin', false, { startDate: ['2030'] }, {}],
    ['on the day on which it begins', false, { startDate: ['2024-04-04'] }, {}],
    ['on the day after it begins', true, { startDate: ['2024-04-03'] }, {}],
    ['if it has no date', true, {}, { last_seen: '2020-02-02' }],
    ['if the row does not say when it was last seen', false, { startDate: ['2018'] }, { last_seen: null }],
  ])('is so observed, %s: %s', async (_, isObserved, properties, changes) => {
    const types = (await sanctioned(properties, changes)).map(({ type }) => type);
    expect(types.includes('LISTS')).toBe(isObserved);
  });

  test('begins on its first start, else on its first listing, else no later than it was seen', async () => {
    const dateOf = async (properties: Properties) => {
      const { date, wording } = (await sanctioned(properties))[0]!.reports[0]!;
      return [date, wording];
    };
    expect(await dateOf({ startDate: ['2019-05-06', '2018'] })).toEqual(['2018', '2018, 2019-05-06']);
    expect(await dateOf({ listingDate: ['2019-05-06T12:00:00'] })).toEqual(['2019-05-06', null]);
    expect(await dateOf({})).toEqual(['[..2020-02-02]', 'no date']);
  });

  test('that ended is taken back, which was known when the statement changed or the end came', async () => {
    const lines = [
      object('s-1', 'Sanction', { ...SANCTION, startDate: ['2018'], endDate: ['2023-01-02'] }),
      ANNE,
    ];
    const { events, sources } = await read(lines);
    expect(events[1]).toMatchObject({
      id: 'event:test-s-1-end',
      type: 'DELISTED',
      follows: ['event:test-s-1'],
      reports: [{ source: 'source:ftm-s-1-end', date: '2023-01-02', stance: 'AFFIRMS' }],
    });
    expect(sources[1]).toMatchObject({ id: 'source:ftm-s-1-end', published: '[..2023-01-02]' });
  });

  test('that is to end is expected to', async () => {
    const [, ending] = await sanctioned({ startDate: ['2018'], endDate: ['2030-01-01'] });
    expect(ending!.reports[0]).toMatchObject({ stance: 'EXPECTS', date: '2030-01-01' });
  });

  test.each(['Inactive', 'ended', 'REVOKED', 'expired', 'Delisted', 'lifted'])(
    'with the status %s is over since some day',
    async (status) => {
      const [, ending] = await sanctioned({ startDate: ['2018'], status: [status] });
      expect(ending).toMatchObject({
        type: 'DELISTED',
        reports: [{ stance: 'AFFIRMS', date: '[2018-01-01..2024-04-04]', wording: status }],
      });
    },
  );

  test('that is over ended on the day that it names, unless that is still to come', async () => {
    const end = async (properties: Properties) =>
      (await sanctioned({ startDate: ['2018'], status: ['ended'], ...properties }))[1]!.reports[0];
    expect(await end({ endDate: ['2023-01-02'] })).toMatchObject({ stance: 'AFFIRMS', date: '2023-01-02' });
    expect(await end({ endDate: ['2030'] })).toMatchObject({ date: '[2018-01-01..2024-04-04]' });
  });

  test('with another status goes on', async () => {
    for (const status of [['Active'], ['active', 'inactive'], ['License may be revoked']]) {
      const types = (await sanctioned({ startDate: ['2018'], status })).map(({ type }) => type);
      expect(types).toEqual(['DESIGNATED', 'LISTS']);
    }
  });

  test('is on a list for each programme that it names, by id or else by name', async () => {
    const lists = async (properties: Properties) =>
      (await sanctioned(properties))[0]!.participants.flatMap(({ role, entity }) =>
        role === 'LIST' ? [entity] : [],
      );
    expect(await lists({ programId: ['B', 'A'], program: ['Examples'] })).toEqual([
      'ftm-program-a',
      'ftm-program-b',
    ]);
    expect(await lists({ program: ['Examples of arms'] })).toEqual(['ftm-programme-examples-of-arms']);
  });

  describe('beside others of the same target', () => {
    /** The lists of each sanction, which its events have in common, with what they are part of. */
    const listsOf = async (...all: readonly Properties[]) => {
      const lines = all.map((one, i) => object(`s-${i}`, 'Sanction', { ...SANCTION, ...one }));
      const { events, entities } = await read([...lines, ANNE]);
      const wholes = new Map(entities.map(({ id, partOf }) => [id, partOf]));
      const [opened, listed] = (['DESIGNATED', 'LISTS'] as const).map((wanted) =>
        events
          .filter(({ type }) => type === wanted)
          .map(({ participants }) =>
            participants.flatMap(({ role, entity }) =>
              role === 'LIST' ? [[entity, wholes.get(entity)].filter(Boolean).join(' in ')] : [],
            ),
          ),
      );
      expect(listed).toEqual(opened);
      return opened;
    };
    const A: Properties = { programId: ['A'] };

    test('and one programme is an entry of its own in it', async () => {
      expect(await listsOf(A, { programId: ['B', 'A'] })).toEqual([
        ['ftm-program-a-entry-s-0 in ftm-program-a'],
        ['ftm-program-a-entry-s-1 in ftm-program-a', 'ftm-program-b'],
      ]);
      expect(await listsOf({ program: ['Arms'] }, { program: ['Arms'] })).toEqual([
        ['ftm-programme-arms-entry-s-0 in ftm-programme-arms'],
        ['ftm-programme-arms-entry-s-1 in ftm-programme-arms'],
      ]);
    });

    test('without a programme is an entry of its authority', async () => {
      const office = 'ftm-authority-no-ministry-of-examples';
      expect(await listsOf({}, {})).toEqual([[`${office}-entry-s-0`], [`${office}-entry-s-1`]]);
      expect(await listsOf({}, A)).toEqual([[`${office}-entry-s-0`], ['ftm-program-a']]);
    });

    test('is on the list of its programme if they differ', async () => {
      const [a, none] = [['ftm-program-a'], []];
      expect(await listsOf(A, { programId: ['B'] })).toEqual([a, ['ftm-program-b']]);
      expect(await listsOf(A, { ...A, authority: ['Another ministry'] })).toEqual([a, a]);
      expect(await listsOf(A, { ...A, country: ['se'] })).toEqual([a, a]);
      expect(await listsOf(A, { ...A, entity: ['Q-Other'] })).toEqual([a]);
      expect(await listsOf({}, { authority: ['Another ministry'] })).toEqual([none, none]);
    });

    test('is one with itself in another file', async () => {
      const line = object('s-1', 'Sanction', { ...SANCTION, ...A });
      const files = [await fileOf([line, ANNE].join('\n')), await fileOf([line, ANNE].join('\n'))];
      const parts = await partsOf(followTheMoney, { ...inputOf(files[0]!), files });
      const lists = parts.flatMap(({ entities }) => entities).filter(({ id }) => id.includes('program'));
      expect(lists.map(({ id }) => id)).toEqual(['ftm-program-a']);
    });
  });

  test('that was dated later than it was first seen was published by then', async () => {
    const { sources } = await read([
      object('s-1', 'Sanction', { ...SANCTION, startDate: ['2021-05'] }),
      ANNE,
    ]);
    expect(sources[0]).toMatchObject({ published: '[..2021-05-31]' });
  });

  test('that ends before it begins is a fault', async () => {
    const statement = object('s-1', 'Sanction', { ...SANCTION, startDate: ['2019'], endDate: ['2018'] });
    expect((await read([statement, ANNE])).faults).toMatchObject([
      { line: 1, column: 'endDate', message: 'is 2018, before the start, 2019' },
    ]);
  });

  test('may have several authorities, in one country or another', async () => {
    const agents = async (properties: Properties) =>
      (await sanctioned(properties))[0]!.participants
        .filter(({ role }) => role === 'AGENT')
        .map(({ entity }) => entity);
    expect(await agents({ authority: ['Ministry B', 'Ministry A'] })).toEqual([
      'ftm-authority-no-ministry-a',
      'ftm-authority-no-ministry-b',
    ]);
    expect(await agents({ country: ['se'] })).toEqual(['ftm-authority-se-ministry-of-examples']);
    const [inScript] = await agents({ authority: ['Рада'] });
    expect(inScript).toMatch(/^ftm-authority-no-[0-9a-f]{8}$/);
  });

  test('is left out without an authority, or of what the files do not have', async () => {
    const { events, skipped } = await read([
      object('s-1', 'Sanction', { ...SANCTION, authority: [] }),
      object('s-2', 'Sanction', { ...SANCTION, entity: ['ship-1', 'nobody'] }),
      object('ship-1', 'Vessel', { name: ['Example'] }),
      ANNE,
    ]);
    expect(events).toEqual([]);
    expect(skipped).toEqual({
      'Sanction without an authority': 1,
      'Sanction of what is not in the files': 1,
      'Vessel is not imported': 1,
    });
  });
});

describe('a post', () => {
  const director = (properties: Properties) =>
    object('d-1', 'Directorship', { director: ['Q-Anne'], organization: ['co-1'], ...properties });
  const dateOf = async (properties: Properties) =>
    (await eventsOf([director(properties), ANNE, SHIPS]))[0]!.reports[0]!.date;

  test('is held in the organization, under the name of the role', async () => {
    expect(await eventsOf([director({ role: ['Chair'], startDate: ['2010'] }), ANNE, SHIPS])).toMatchObject([
      {
        type: 'HOLDS_POST',
        post: 'Chair',
        participants: [
          { role: 'AGENT', entity: 'ftm-q-anne' },
          { role: 'TARGET', entity: 'ftm-co-1' },
        ],
      },
    ]);
  });

  test('lasts from its start to its end', async () => {
    expect(await dateOf({ startDate: ['2010'], endDate: ['2012-05'] })).toBe('2010/2012-05');
    expect(await dateOf({ endDate: ['2012'] })).toBe('/2012');
    expect(await dateOf({ date: ['2012'] })).toBe('2012');
  });

  test.each([{}, { status: ['current'] }, { status: ['current', 'ended'] }])(
    'goes on without an end, which is known to the day on which the collection last had it: %j',
    async (properties) => {
      const { events, sources } = await read([director({ startDate: ['2010'], ...properties }), ANNE, SHIPS]);
      expect(events[0]!.reports).toMatchObject([
        { source: 'source:ftm-d-1', stance: 'AFFIRMS', date: '2010/..' },
        { source: 'source:ftm-d-1-last-seen', stance: 'AFFIRMS', date: '2010/..' },
      ]);
      expect(sources).toMatchObject([
        { published: '[..2020-02-02]', basedOn: [] },
        { published: '2024-04-04', read: '2024-04-04', basedOn: ['source:ftm-d-1'] },
      ]);
    },
  );

  test('without a start is observed since the collection first had it', async () => {
    expect(await dateOf({})).toBe('2020-02-02/..');
    expect(await dateOf({ endDate: ['2030'] })).toBe('2020-02-02/..');
  });

  test('is known by its first source alone if the collection had it no later', async () => {
    const sourcesOf = async (startDate: readonly string[], changes: object) => {
      const post = { director: ['Q-Anne'], organization: ['co-1'], startDate };
      return (await read([object('d-1', 'Directorship', post, changes), ANNE, SHIPS])).sources.length;
    };
    expect(await sourcesOf(['2024-04-04'], {})).toBe(1);
    expect(await sourcesOf(['2024-04-03'], {})).toBe(2);
    expect(await sourcesOf([], { last_seen: '2020-02-02' })).toBe(1);
    expect(await sourcesOf(['2010'], { last_seen: undefined })).toBe(1);
  });

  test('with a status that says so is over when the collection last had it', async () => {
    const over = async (properties: Properties) => {
      const [event] = await eventsOf([director({ status: ['Ended'], ...properties }), ANNE, SHIPS]);
      return event!.reports.map(({ date, wording, stance }) => [date, wording, stance].join(' '));
    };
    expect(await over({ startDate: ['2010'] })).toEqual(['2010/[2010-01-01..2024-04-04] Ended AFFIRMS']);
    expect(await over({ startDate: ['2024-04-04'] })).toEqual(['2024-04-04/2024-04-04 Ended AFFIRMS']);
    expect(await over({ date: ['2010'] })).toEqual(['2010/[2010-01-01..2024-04-04] Ended AFFIRMS']);
    expect(await over({})).toEqual(['/[..2024-04-04] Ended AFFIRMS']);
    expect(await over({ endDate: ['2030'] })).toEqual(['/[..2024-04-04] Ended AFFIRMS']);
    expect(await over({ startDate: ['2010'], endDate: ['2024'] })).toEqual(['2010/2024  AFFIRMS']);
  });

  test('that is to begin is expected', async () => {
    const [event] = await eventsOf([director({ startDate: ['2030'] }), ANNE, SHIPS]);
    expect(event!.reports).toMatchObject([{ stance: 'EXPECTS', date: '2030/..' }]);
  });

  test('that ends before it begins is a fault', async () => {
    const { faults } = await read([SHIPS, ANNE, director({ startDate: ['2012'], endDate: ['2010'] })]);
    expect(faults).toMatchObject([
      { line: 3, column: 'endDate', message: 'is 2010, before the start, 2012' },
    ]);
  });

  test('that is to end is held, and expected to end', async () => {
    const [event] = await eventsOf([director({ startDate: ['2010'], endDate: ['2030'] }), ANNE, SHIPS]);
    expect(event!.reports).toMatchObject([
      { stance: 'AFFIRMS', date: '2010/..' },
      { stance: 'EXPECTS', date: '2010/2030' },
      { source: 'source:ftm-d-1-last-seen', stance: 'AFFIRMS', date: '2010/..' },
    ]);
  });

  test('whose end may have come is not known to be held until then', async () => {
    const [event] = await eventsOf([director({ startDate: ['2010'], endDate: ['2024'] }), ANNE, SHIPS]);
    expect(event!.reports).toMatchObject([
      { source: 'source:ftm-d-1', stance: 'AFFIRMS', date: '2010/..' },
      { source: 'source:ftm-d-1', stance: 'EXPECTS', date: '2010/2024' },
    ]);
  });

  test('of a Position is held in its organization, or else in its country', async () => {
    const occupancy = (post: string) =>
      object(`o-${post}`, 'Occupancy', { holder: ['Q-Anne'], post: [post] });
    const position = (id: string, properties: Properties) =>
      object(id, 'Position', { name: ['Judge'], ...properties });
    const part = await read([
      occupancy('p-1'),
      occupancy('p-2'),
      occupancy('p-3'),
      position('p-1', { organization: ['co-1'] }),
      position('p-2', { country: ['no'] }),
      position('p-3', {}),
      SHIPS,
      ANNE,
    ]);
    expectWhole(part);
    expect(part.events.map(({ post, participants }) => [post, participants[1]!.entity])).toEqual([
      ['Judge', 'ftm-co-1'],
      ['Judge', 'norway'],
    ]);
    expect(part.skipped).toEqual({
      'Occupancy of a post that has neither an organization nor a country': 1,
      'Position: imported through its holders': 3,
    });
  });

  test('is a person’s; an organization may be a member', async () => {
    const lines = [
      director({ director: ['co-2'] }),
      object('m-1', 'Membership', { member: ['co-2'], organization: ['co-1'] }),
      object('co-2', 'Company', { name: ['Example Boats'] }),
      SHIPS,
    ];
    const { events, skipped } = await read(lines);
    expect(events).toMatchObject([{ type: 'MEMBER_OF', post: null }]);
    expect(skipped).toEqual({ 'Directorship of an organization, which holds no post': 1 });
  });
});

describe('rows that cannot be read', () => {
  test.each<[string | null, string, string]>([
    [null, '{"id": "x"', 'is not JSON'],
    [null, '[]', 'not an object'],
    ['id', '{"schema": "Person", "properties": {}}', 'is missing or not a text'],
    ['properties', '{"id": "x", "schema": "Person"}', 'is missing or not an object'],
    ['name', object('x', 'Person', {}), 'is missing, and there is no caption'],
    ['startDate', object('x', 'Sanction', { ...SANCTION, startDate: ['spring'] }), 'is not an EDTF date'],
  ])('have a fault in %s: %s', async (column, line, message) => {
    const { faults } = await read([ANNE, line]);
    expect(faults).toMatchObject([{ line: 2, column, message: expect.stringContaining(message) }]);
  });
});

const IDS = ['a', 'b', 'c'];
const anyId = fc.constantFrom(...IDS, 'nobody').map((id) => [id]);
const anyDates = fc.subarray(['2001', '2002-03-04', 'never'], { maxLength: 1 });
const anyStatement = fc.record({
  schema: fc.constantFrom('Sanction', 'Directorship', 'Membership', 'Family'),
  properties: fc.record({
    entity: anyId,
    director: anyId,
    member: anyId,
    organization: anyId,
    programId: fc.subarray(['P', 'Q']),
    authority: fc.subarray(['Ministry A', 'Ministry B']),
    startDate: anyDates,
    endDate: anyDates,
  }),
});
const anyFile = fc
  .tuple(fc.array(anyStatement, { maxLength: 10 }), fc.shuffledSubarray(IDS), fc.nat(10))
  .map(([statements, ids, at]) => {
    const lines = statements.map(({ schema, properties }, index) => object(`x${index}`, schema, properties));
    const entities = ids.map((id) => object(id, id === 'a' ? 'Person' : 'Company', { name: [`The ${id}`] }));
    lines.splice(at, 0, ...entities);
    return ['{}', ...lines].join('\n');
  });

test('every row is an entity, a report, a skip or a fault, whatever the parts and wherever reading goes on', async () => {
  await fc.assert(
    fc.asyncProperty(anyFile, anyPartRows, async (content, partRows) => {
      const part = await wholeOf(followTheMoney, content);
      const skipped = Object.values(part.skipped).reduce((a, b) => a + b, 0);
      const keys = new Set(part.events.flatMap(({ reports }) => reports.flatMap(({ key }) => key ?? [])));
      const own = content.split('\n').filter((line) => /"schema":"(Person|Company)"/.test(line));
      expect(own.length + keys.size + skipped + part.faults.length).toBe(part.rows);
      await expectSameInParts(followTheMoney, content, partRows);
    }),
    { numRuns: 30 },
  );
});

describe('the published shapes', () => {
  const eventsIn = async (content: string) => {
    const { events, faults } = await wholeOf(followTheMoney, content);
    expect(faults).toEqual([]);
    return events.map(({ id, reports }) => [id, reports.map(({ date }) => date)]);
  };
  const seen = { datasets: ['a_list'], first_seen: '2020-02-02', last_seen: '2024-04-04' };
  const dated = [
    ['event:test-s-1', ['2019-05-04']],
    ['event:test-s-1-last-seen', ['2024-04-04']],
  ];

  test('an entity with its statements and their posts within it', async () => {
    const post = {
      id: 'post-1',
      schema: 'Position',
      ...seen,
      properties: { name: ['Envoy'], country: ['no'] },
    };
    const nested = {
      ...{ id: 'Q-Anne', schema: 'Person', caption: 'Anne', ...seen },
      properties: {
        sanctions: [
          {
            ...{ id: 's-1', schema: 'Sanction', ...seen },
            properties: { authority: ['Ministry of Examples'], country: ['no'], startDate: ['2019-05-04'] },
          },
        ],
        positionOccupancies: [
          {
            id: 'o-1',
            schema: 'Occupancy',
            ...seen,
            properties: { post: [post], startDate: ['2010'], endDate: ['2012'] },
          },
        ],
        addressEntity: [{ id: 'a-1', schema: 'Address', properties: { full: ['Bergen'] } }],
      },
    };
    expect(await eventsIn(JSON.stringify(nested))).toEqual([...dated, ['event:test-o-1', ['2010/2012']]]);
  });

  test('statements, as a table', async () => {
    const head =
      'canonical_id,entity_id,prop,prop_type,schema,value,dataset,lang,original_value,external,first_seen,last_seen,id';
    const statement = (id: string, prop: string, schema: string, value: string) =>
      `${id},x-${id},${prop},,${schema},"${value}",a_list,,,f,2020-02-02T10:00:00,2024-04-04T10:00:00,0`;
    const content = [
      head,
      statement('Q-Anne', 'id', 'Person', 'checksum'),
      statement('Q-Anne', 'name', 'LegalEntity', 'Anne "the Example"'.replaceAll('"', '""')),
      statement('s-1', 'entity', 'Sanction', 'x-Q-Anne'),
      statement('s-1', 'authority', 'Sanction', 'Ministry of Examples'),
      statement('Q-Anne', 'alias', 'Person', 'Annie'),
      statement('s-1', 'startDate', 'Sanction', '2019-05-04'),
    ].join('\n');
    const { events, entities, skipped } = await wholeOf(followTheMoney, content);
    expect(events.map(({ id, reports }) => [id, reports.map(({ date }) => date)])).toEqual(dated);
    expect(entities.find(({ id }) => id === 'ftm-q-anne')).toMatchObject({
      ...{ kind: 'ACTOR', name: 'Anne "the Example"', aliases: ['Annie'] },
      identifiers: [
        { scheme: 'ftm', value: 'Q-Anne' },
        { scheme: 'ftm', value: 'x-Q-Anne' },
      ],
    });
    expect(skipped).toEqual({ 'more of an object that is imported with its first line': 2 });
  });

  test('the changes between two versions, of which a deletion concludes nothing', async () => {
    const sanction = {
      id: 's-1',
      schema: 'Sanction',
      ...seen,
      properties: { ...SANCTION, startDate: ['2019-05-04'] },
    };
    const lines = [
      { op: 'ADD', entity: JSON.parse(ANNE) as object },
      { op: 'MOD', entity: sanction },
      { op: 'DEL', entity: { id: 's-2' } },
    ];
    const { events, skipped } = await wholeOf(
      followTheMoney,
      lines.map((line) => JSON.stringify(line)).join('\n'),
    );
    expect(events.map(({ id }) => id)).toEqual(['event:test-s-1', 'event:test-s-1-last-seen']);
    expect(skipped).toEqual({ 'an object that the collection dropped, from which nothing is concluded': 1 });
  });
});

describe('an object', () => {
  const SPREAD = { entity: ['Q-Anne'], authority: ['Ministry of Examples'], country: ['no'] };

  test('is one however it is spread over lines and files, and whatever their order', async () => {
    const whole = await read([
      ANNE,
      object('s-1', 'Sanction', { ...SPREAD, startDate: ['2014', '2014-05-02'] }),
    ]);
    const pieces = [
      object('s-1', 'Sanction', { entity: ['Q-Anne'], startDate: ['2014'] }, { last_seen: '2023-01-01' }),
      object('s-1', 'Sanction', { authority: SPREAD.authority, startDate: ['2014-05-02'] }),
      object('s-1', 'Sanction', { country: SPREAD.country }, { first_seen: '2021-01-01' }),
      ANNE,
    ];
    for (const [one, two, three, four] of [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [2, 3, 0, 1],
    ] as const) {
      const files = [
        await fileOf(`${pieces[one]}\n${pieces[two]}`),
        await fileOf(`${pieces[three]}\n${pieces[four]}`),
      ];
      const parts = await partsOf(followTheMoney, { ...inputOf(files[0]!), files, partRows: 1 });
      expect(parts.flatMap(({ events }) => events)).toEqual(whole.events);
    }
    expect(whole.events[0]!.reports).toMatchObject([{ date: '2014-05-02', wording: '2014, 2014-05-02' }]);
  });

  test('is found by an id that it had before', async () => {
    const anne = object('Q-Anne', 'Person', { name: ['Anne'] }, { referents: ['old-anne'] });
    const { events, entities } = await read([
      anne,
      object('s-1', 'Sanction', { ...SPREAD, entity: ['old-anne'] }, { last_seen: null }),
    ]);
    expect(events[0]!.participants).toContainEqual({
      role: 'TARGET',
      entity: 'ftm-q-anne',
      onBehalfOf: null,
    });
    expect(entities.find(({ id }) => id === 'ftm-q-anne')?.identifiers).toContainEqual({
      ...{ scheme: 'ftm', value: 'old-anne' },
    });
  });

  test('may have a text in place of a list; any other form is a fault that names the property', async () => {
    const plain = JSON.stringify({ id: 'Q-Anne', schema: 'Person', properties: { name: 'Anne' } });
    const { entities, faults } = await read([
      plain,
      JSON.stringify({ id: 'Q-B', schema: 'Person', properties: { name: [7] } }),
      JSON.stringify({ id: 'Q-C', schema: 'Person', properties: { name: ['C'] }, datasets: { a: 1 } }),
    ]);
    expect(entities.map(({ name }) => name)).toEqual(['Anne']);
    expect(faults).toMatchObject([
      { line: 2, column: 'name', message: 'has 7, which is not a text' },
      { line: 3, column: 'datasets', message: 'has {"a":1}, which is not a text' },
    ]);
  });
});

describe('the dates of a term', () => {
  const occupied = async (properties: Properties) => {
    const { events } = await read([
      ANNE,
      object('p-1', 'Position', { name: ['Envoy'], country: ['no'] }),
      object('o-1', 'Occupancy', { holder: ['Q-Anne'], post: ['p-1'], ...properties }),
    ]);
    return events[0]!.reports.map(({ date, wording }) => [date, wording]);
  };

  test('are those of the posting, else of the term, the election or the declaration', async () => {
    expect(await occupied({ periodStart: ['2016-11-25'], periodEnd: ['2021-11-24'] })).toEqual([
      ['2016-11-25/2021-11-24', null],
    ]);
    expect(await occupied({ declarationDate: ['2019-06-01'] })).toEqual([
      ['2019-06-01/..', null],
      ['2019-06-01/..', null],
    ]);
    expect(await occupied({ startDate: ['2014', '2014-03-23'], endDate: ['2020-07-17', '2020'] })).toEqual([
      ['2014-03-23/2020-07-17', '2014, 2014-03-23, 2020, 2020-07-17'],
    ]);
  });

  test('a vague end of a sanction is on a day since its start', async () => {
    const [, end] = await sanctioned({ startDate: ['2021-05-02'], endDate: ['2021'] });
    expect(end!.reports).toMatchObject([{ date: '[2021-05-02..2021-12-31]', wording: '2021' }]);
  });
});
