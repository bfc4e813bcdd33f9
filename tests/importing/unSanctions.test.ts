import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { EventRecord } from '../../src/record/event.ts';
import { unSanctions } from '../../src/importing/unSanctions/unSanctions.ts';
import {
  anyPartRows,
  expectSameInParts,
  expectWhole,
  fileOf,
  inputOf,
  partsOf,
  wholeOf,
} from './importerLaws.ts';
import { listing, unList, type ListingFields } from './unXml.ts';

const read = (fields: ListingFields, changes = {}) =>
  wholeOf(unSanctions, unList([listing(fields)]), changes);

const designationsIn = (events: readonly EventRecord[]) => events.filter(({ type }) => type === 'DESIGNATED');

describe('a listing of the UN Security Council', () => {
  test('is a designation by the Council on its list, known from its day on', async () => {
    const { events, sources } = await read({});
    expect(designationsIn(events)).toMatchObject([
      {
        id: 'event:test-xxi-001',
        type: 'DESIGNATED',
        summary: 'The UN Security Council puts ARNE OLAV on its sanctions list: Taliban.',
        participants: [
          { role: 'AGENT', entity: 'un-security-council' },
          { role: 'TARGET', entity: 'un-sc-xxi-001' },
          { role: 'LIST', entity: 'un-list-taliban' },
        ],
        reports: [{ stance: 'AFFIRMS', date: '2011-05-04', locator: 'XXi.001', key: 'un-sc:XXi.001' }],
      },
    ]);
    expect(sources[0]).toMatchObject({
      ...{ id: 'source:un-sc-listed-2011-05-04', published: '2011-05-04', read: '2024-02-03', role: 'DATA' },
    });
  });

  test('is observed by the issue on its own day', async () => {
    const { events, sources } = await read({});
    expect(events[1]).toMatchObject({
      id: 'event:test-xxi-001-on-2024-02-03',
      type: 'LISTS',
      participants: events[0]!.participants,
      reports: [{ source: 'source:un-sanctions-issue-2024-02-03', date: '2024-02-03', locator: 'XXi.001' }],
    });
    expect(sources[1]).toMatchObject({
      ...{ id: 'source:un-sanctions-issue-2024-02-03', published: '2024-02-03', titled: false, entries: 1 },
      publisher: 'United Nations Security Council',
    });
  });

  test('keeps all names, the reference, and why the person was listed', async () => {
    const more = `<NAME_ORIGINAL_SCRIPT>אַרנע</NAME_ORIGINAL_SCRIPT>
<TITLE><VALUE>Captain</VALUE></TITLE>
<DESIGNATION><VALUE>Keeper of the
  light &amp; the bell</VALUE><VALUE>Pilot</VALUE></DESIGNATION>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Arne the Tall</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>007</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>`;
    const { entities } = await read({ more });
    expect(entities.find(({ id }) => id === 'un-sc-xxi-001')).toEqual({
      id: 'un-sc-xxi-001',
      kind: 'ACTOR',
      name: 'ARNE OLAV',
      aliases: ['Arne the Tall', '007', 'אַרנע'],
      description: 'Captain: Keeper of the light & the bell; Pilot',
      existed: null,
      countries: [],
      group: false,
      partOf: null,
      identifiers: [{ scheme: 'un-sc', value: 'XXi.001' }],
    });
  });

  test('of an entity is one of an organization, on a list that is named in full', async () => {
    const more = '<ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>The Guild</ALIAS_NAME></ENTITY_ALIAS>';
    const { entities } = await read({
      element: 'ENTITY',
      reference: 'XXe.002',
      list: 'GB',
      names: ['GUILD'],
      more,
    });
    expect(entities).toContainEqual(
      expect.objectContaining({ id: 'un-sc-xxe-002', kind: 'ORGANIZATION', aliases: ['The Guild'] }),
    );
    expect(entities).toContainEqual(
      expect.objectContaining({
        id: 'un-list-gb',
        name: 'UN Security Council sanctions list: Guinea-Bissau',
      }),
    );
  });

  test('is of the day that is written, whatever zone follows it', async () => {
    const { events } = await read({ listedOn: '2017-05-05-04:00' });
    expect(events[0]!.reports[0]!.date).toBe('2017-05-05');
  });

  test('concerns the entity that the graph knows by the reference, and no new one', async () => {
    const asked: string[] = [];
    const knownIds = (keys: readonly string[]) => {
      asked.push(...keys);
      return Promise.resolve(new Map([['un-sc:XXi.001', 'arne-olav']]));
    };
    const content = unList([listing(), listing({ reference: 'XXi.002' })]);
    const part = await wholeOf(unSanctions, content, { knownIds });
    expect(asked).toEqual(['un-sc:XXi.001', 'un-sc:XXi.002']);
    expectWhole(part);
    const targets = designationsIn(part.events).map(({ participants }) => participants[1]!.entity);
    expect(targets).toEqual(['arne-olav', 'un-sc-xxi-002']);
    expect(part.entities.map(({ id }) => id)).not.toContain('un-sc-xxi-001');
  });

  test.each<[string | null, ListingFields, string]>([
    ['LISTED_ON', { listedOn: '4 May 2011' }, 'not a day written as YYYY-MM-DD'],
    ['LISTED_ON', { listedOn: '2024-02-04' }, 'after the list was generated'],
    ['LISTED_ON', { listedOn: '' }, 'is missing or empty'],
    ['REFERENCE_NUMBER', { reference: 'E.03.II' }, 'is not a reference such as QDe.004'],
    ['FIRST_NAME', { names: [] }, 'is empty'],
    [null, { more: '<TITLE><VALUE>Captain</TITLE>' }, 'is not well-formed XML'],
  ])('has a fault in %s: %j', async (column, fields, message) => {
    const file = await fileOf(
      unList([listing(), listing({ reference: 'XXi.002', ...fields }), listing({ reference: 'XXi.003' })]),
    );
    const [part] = await partsOf(unSanctions, inputOf(file));
    expect(designationsIn(part!.events).map(({ id }) => id)).toEqual([
      'event:test-xxi-001',
      'event:test-xxi-003',
    ]);
    expect(part!.faults).toEqual([
      { file: file.name, line: 11, column, message: expect.stringContaining(message) },
    ]);
  });

  test('that the file cuts short is a fault', async () => {
    const content = unList([listing(), listing()]);
    const { events, faults } = await wholeOf(
      unSanctions,
      content.slice(0, content.lastIndexOf('<LISTED_ON>')),
    );
    expect(designationsIn(events)).toHaveLength(1);
    expect(faults).toMatchObject([{ line: 11, message: 'the file ends before </INDIVIDUAL>' }]);
  });
});

describe('an issue', () => {
  const issueOf = async (content: string, changes = {}) => {
    const { sources, notes } = await wholeOf(unSanctions, content, changes);
    const { entries, unread } = sources.find(({ id }) => id.startsWith('source:un-sanctions-issue-'))!;
    return { entries, unread, notes };
  };
  const [one, two] = [listing(), listing({ reference: 'XXi.002', listedOn: 'then' })];

  test('is whole by its head, and tells which of its entries could not be read', async () => {
    expect(await issueOf(unList([one]))).toEqual({ entries: 1, unread: [], notes: [] });
    expect(await issueOf(unList([one, two]))).toEqual({ entries: 2, unread: ['XXi.002'], notes: [] });
  });

  test('tells nothing of who is missing if that was denied', async () => {
    expect(await issueOf(unList([one]), { isPartial: true })).toEqual({ unread: [], notes: [] });
  });

  test.each([
    ['a reference cannot be read', unList([one, listing({ reference: 'odd' })]), '1 of its listings have no'],
    ['the file is cut short', unList([one]).replace('</CONSOLIDATED_LIST>', ''), 'it ends before </CONS'],
  ])('tells nothing of who is missing if %s, and the import says so', async (_, content, note) => {
    expect(await issueOf(content)).toEqual({ unread: [], notes: [expect.stringContaining(note)] });
  });
});

describe('what the file says is what XML 1.0 has it mean', () => {
  const plain = unList([listing(), listing({ element: 'ENTITY', reference: 'XXe.002', names: ['GUILD'] })]);
  const namesIn = async (content: string) => {
    const { entities, events, faults } = await wholeOf(unSanctions, content);
    const names = entities.filter(({ id }) => id.startsWith('un-sc-')).map(({ name }) => name);
    return [names, designationsIn(events).length, faults];
  };

  test.each<[string, (text: string) => string]>([
    [
      'comments that have tags',
      (text) => text.replaceAll('<LISTED_ON>', '<!-- </INDIVIDUAL><ENTITY> - --><LISTED_ON>'),
    ],
    [
      'comments between listings',
      (text) => text.replace('<ENTITY>', '<!--<INDIVIDUAL></INDIVIDUAL>--><ENTITY>'),
    ],
    [
      'CDATA',
      (text) => text.replace('ARNE', '<![CDATA[ARNE]]>').replace('OLAV', '<![CDATA[]]>OL<![CDATA[AV]]>'),
    ],
    [
      'CDATA that has tags',
      (text) => text.replace('<LISTED_ON>', '<COMMENTS1><![CDATA[</INDIVIDUAL>]]></COMMENTS1><LISTED_ON>'),
    ],
    [
      'instructions to processors',
      (text) => text.replaceAll('<UN_LIST_TYPE>', '<?go </ENTITY> <INDIVIDUAL> ?><UN_LIST_TYPE>'),
    ],
    ['single quotes', (text) => text.replaceAll('"', "'")],
    ['blanks within tags', (text) => text.replaceAll(/<(\/?[A-Z_]+)>/g, '<$1 \n\t >')],
    [
      'attributes with tags in them',
      (text) => text.replaceAll('<INDIVIDUAL>', '<INDIVIDUAL note="&lt;/INDIVIDUAL>" other=\'"&lt;>\'>'),
    ],
    ['references to characters', (text) => text.replace('ARNE', '&#65;RN&#x45;')],
    [
      'entities',
      (text) =>
        text
          .replace('?>', '?><!DOCTYPE CONSOLIDATED_LIST [<!ENTITY a "A"> <!ENTITY ar \'&a;R\'>]>')
          .replace('ARNE', '&ar;NE'),
    ],
    [
      'an external document type',
      (text) => text.replace('?>', '?><!DOCTYPE CONSOLIDATED_LIST SYSTEM "list.dtd">'),
    ],
    ['a default namespace', (text) => text.replace('<CONSOLIDATED_LIST', '<CONSOLIDATED_LIST xmlns="urn:x"')],
    [
      'a prefix',
      (text) => text.replaceAll(/<(\/?)([A-Z])/g, '<$1un:$2').replace('dateG', 'xmlns:un="urn:x" dateG'),
    ],
    [
      'empty elements',
      (text) => text.replaceAll('<LISTED_ON>', '<COMMENTS1/><TITLE><VALUE/></TITLE><LISTED_ON>'),
    ],
    ['line ends of Windows', (text) => text.replaceAll('\n', '\r\n')],
    ['no line ends', (text) => text.replaceAll('\n', '')],
    ['no declaration', (text) => text.slice(text.indexOf('?>') + 2)],
  ])('also with %s', async (_, changed) => {
    const content = changed(plain);
    expect(content).not.toBe(plain);
    expect(await namesIn(content)).toEqual(await namesIn(plain));
  });

  test.each([
    ['an unknown entity', '<COMMENTS1>&nobody;</COMMENTS1>'],
    ['a stray closing tag', '</NAME>'],
    ['a stray closing tag of the list', '</CONSOLIDATED_LIST>'],
    ['an element left open', '<COMMENTS1>'],
    ['elements that cross', '<TITLE><VALUE></TITLE></VALUE>'],
    ['a stray sign', '<COMMENTS1>a < b & c</COMMENTS1>'],
    ['an attribute without quotes', '<COMMENTS1 a=b></COMMENTS1>'],
    ['a tag within an attribute', '<COMMENTS1 a="<ENTITY>"></COMMENTS1>'],
    ['an attribute twice', '<COMMENTS1 a="1" a="2"></COMMENTS1>'],
    ['the end of CDATA alone', '<COMMENTS1>]]></COMMENTS1>'],
    ['a forbidden character', '<COMMENTS1>&#0;</COMMENTS1>'],
    ['a control character', '<COMMENTS1>\u0007</COMMENTS1>'],
    ['a tag without a name', '<></>'],
    ['too much text', `<COMMENTS1>${'word '.repeat(900_000)}</COMMENTS1>`],
    ['two lists', '<UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE>'],
  ])('%s spoils its own listing alone', async (_, more) => {
    const [one, other, third] = ['XXi.001', 'XXi.002', 'XXi.003'].map((reference) => ({ reference }));
    const { events, faults } = await wholeOf(
      unSanctions,
      unList([listing(one), listing({ ...other, more }), listing(third)]),
    );
    expect(designationsIn(events).map(({ id }) => id)).toEqual(['event:test-xxi-001', 'event:test-xxi-003']);
    expect(faults).toMatchObject([{ line: 11 }]);
  });

  test('a listing with a broken tag of its own spoils no other', async () => {
    const broken = listing({ reference: 'XXi.002' }).replace('<INDIVIDUAL>', '<INDIVIDUAL a>');
    const content = unList([listing(), broken, listing({ reference: 'XXi.003' })]);
    const { events, faults, sources } = await wholeOf(unSanctions, content);
    expect(designationsIn(events).map(({ id }) => id)).toEqual(['event:test-xxi-001', 'event:test-xxi-003']);
    expect(faults).toMatchObject([{ line: 11 }]);
    expect(sources.find(({ id }) => id.includes('issue'))).toMatchObject({ entries: 3, unread: ['XXi.002'] });
  });

  test('a listing without its closing tag spoils no other', async () => {
    const open = listing({ reference: 'XXi.002' }).replace('</INDIVIDUAL>', '');
    const content = unList([listing(), open, listing({ reference: 'XXi.003' })]);
    const { events, faults, sources } = await wholeOf(unSanctions, content);
    expect(designationsIn(events).map(({ id }) => id)).toEqual(['event:test-xxi-001', 'event:test-xxi-003']);
    expect(faults).toMatchObject([{ line: 11, message: '</INDIVIDUAL> is missing' }]);
    expect(sources.find(({ id }) => id.includes('issue'))).toMatchObject({ entries: 3, unread: ['XXi.002'] });
  });

  test('a reference belongs to one listing: that of another is told with the line of the first', async () => {
    const { events, faults, sources } = await wholeOf(
      unSanctions,
      unList([listing(), listing({ list: 'CAR' })]),
    );
    expect(designationsIn(events)).toHaveLength(1);
    expect(faults).toMatchObject([
      {
        line: 11,
        column: 'REFERENCE_NUMBER',
        message: 'is XXi.001, which the listing in line 4 has already',
      },
    ]);
    expect(sources.find(({ id }) => id.includes('issue'))).toMatchObject({ entries: 1, unread: [] });
  });

  test('DELISTED_ON says that the listing is over, so the issue does not observe it', async () => {
    const { events, sources } = await read({ more: '<DELISTED_ON>2020-01-02T00:00:00</DELISTED_ON>' });
    expect(events.map(({ id, type, reports }) => [id, type, reports[0]?.date])).toEqual([
      ['event:test-xxi-001', 'DESIGNATED', '2011-05-04'],
      ['event:test-xxi-001-delisted', 'DELISTED', '2020-01-02'],
    ]);
    expect(sources.find(({ id }) => id.includes('issue'))?.entries).toBe(0);
  });
});

describe('the list itself', () => {
  test('comes to the same without a line break in it', async () => {
    const content = unList([listing(), listing({ element: 'ENTITY', reference: 'XXe.001' })]);
    const broken = await wholeOf(unSanctions, content);
    const { events, entities } = await wholeOf(unSanctions, content.replaceAll('\n', ''), { partRows: 1 });
    expect({ events, entities }).toEqual({ events: broken.events, entities: broken.entities });
  });

  test('is known by its head, which says when it was generated', async () => {
    const failing = async (content: string) =>
      expect(partsOf(unSanctions, inputOf(await fileOf(content)))).rejects;
    await (await failing('')).toThrow('ends before CONSOLIDATED_LIST');
    await (
      await failing('<LIST><ENTITY></ENTITY></LIST>')
    ).toThrow('begins with LIST, not with CONSOLIDATED');
    await (await failing('<CONSOLIDATED_LIST><ENTITY></ENTITY>')).toThrow('dateGenerated');
  });

  test('declares what the corpus declares too as the corpus does', async () => {
    const corpus = parse(await readFile('seed/entities/organizations.yaml', 'utf8')) as any[];
    const { entities } = await read({});
    const shared = entities.filter(({ id }) => corpus.some((each) => each.id === id));
    expect(shared.map(({ id }) => id)).toEqual([
      'united-nations',
      'un-security-council',
      'un-security-council-sanctions-list',
      'un-list-taliban',
    ]);
    for (const { identifiers, group, existed, countries, ...rest } of shared) {
      const { partOf = null, description = null, ...seed } = corpus.find(({ id }) => id === rest.id);
      delete seed.existed;
      // The corpus adds to them, and its declaration counts first.
      expect({ identifiers, countries, group, existed }).toEqual({
        ...{ identifiers: [], countries: [], group: false, existed: null },
      });
      expect(rest).toEqual({ ...seed, partOf, description });
    }
  });
});

const anyListing = fc.record({
  element: fc.constantFrom('INDIVIDUAL' as const, 'ENTITY' as const),
  isOdd: fc.constantFrom(false, false, true),
  list: fc.constantFrom('Taliban', 'CAR', ''),
  listedOn: fc.constantFrom('2011-05-04', '2012-01-01', 'then'),
  names: fc.constantFrom(['ARNE'], []),
  more: fc.constantFrom('', '<TITLE>', '<TITLE><VALUE>Captain</VALUE></TITLE>'),
});
const anyList = fc.tuple(fc.array(anyListing, { maxLength: 12 }), fc.boolean()).map(([all, isPlain]) => {
  const listings = all.map(({ isOdd, ...fields }, index) =>
    listing({ ...fields, reference: isOdd ? 'odd' : `XXi.${index}` }),
  );
  return isPlain ? unList(listings) : unList(listings).replaceAll('</ENTITY>\n', '</ENTITY>');
});

test('every listing is in one report or one fault, whatever the parts and wherever reading goes on', async () => {
  await fc.assert(
    fc.asyncProperty(anyList, anyPartRows, async (content, partRows) => {
      const parts = await partsOf(unSanctions, inputOf(await fileOf(content)));
      for (const { events, faults, rows } of parts)
        expect(designationsIn(events).length + faults.length).toBe(rows);
      await expectSameInParts(unSanctions, content, partRows);
    }),
    { numRuns: 30 },
  );
});
