import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gdelt } from '../../src/importing/gdelt/gdelt.ts';
import { gdelt2 } from '../../src/importing/gdelt/gdelt2.ts';
import { requireFormat } from '../../src/importing/recognize.ts';
import { gdelt2Row, gdeltRow, mentionRow } from './gdeltRows.ts';
import { importAll } from './importAll.ts';
import { anyPartRows, expectSameInParts, fileOf, wholeOf } from './importerLaws.ts';

describe('a row of events of GDELT 2.0', () => {
  test('is what it is in 1.0, known on the day of its time', async () => {
    const { events, sources } = await wholeOf(gdelt2, gdelt2Row({ DATEADDED: '20190306234500' }));
    const [first] = (await wholeOf(gdelt, gdeltRow())).events;
    const { id, type, summary, places, figures, participants } = first!;
    expect(events).toMatchObject([{ id, type, summary, places, figures, participants }]);
    expect(events[0]!.reports).toMatchObject([{ date: '2019-03-04', locator: '', key: 'gdelt2:700' }]);
    expect(sources).toMatchObject([{ published: '2019-03-06', publisher: 'example.org' }]);
  });

  test.each(['20190306', '20190306240000', '20190230101500', '2019030610150', ''])(
    'has no time in DATEADDED: %j',
    async (DATEADDED) => {
      const { faults } = await wholeOf(gdelt2, gdelt2Row({ DATEADDED }));
      expect(faults).toMatchObject([
        { column: 'DATEADDED', message: expect.stringContaining('not a time written as YYYYMMDDHHMMSS') },
      ]);
    },
  );
});

describe('a mention', () => {
  test('is a report of its article, on its day, at its sentence, as sure as GDELT is', async () => {
    const { joining, sources, merged, events } = await wholeOf(gdelt2, mentionRow());
    expect(joining).toMatchObject([
      {
        event: 'event:test-700',
        report: { source: sources[0]!.id, stance: 'AFFIRMS', locator: 's3', confidence: 80 },
      },
    ]);
    expect([merged, events]).toEqual([1, []]);
  });

  test('has the same source as the row of its event, if that has the article first', async () => {
    const { sources } = await wholeOf(gdelt2, [gdelt2Row(), mentionRow()].join('\n'));
    expect(sources).toHaveLength(1);
  });

  test('without an address names its source in words', async () => {
    const words = {
      MentionType: '2',
      MentionSourceName: 'Radio Example',
      MentionIdentifier: 'News at ten, Bergen',
    };
    const { sources } = await wholeOf(gdelt2, mentionRow(words));
    expect(sources).toMatchObject([{ title: 'News at ten, Bergen', publisher: 'Radio Example', url: null }]);
  });

  test.each([
    ['GLOBALEVENTID', { GLOBALEVENTID: 'x' }, 'not a number'],
    ['MentionTimeDate', { MentionTimeDate: '20190306' }, 'not a time'],
    ['MentionIdentifier', { MentionIdentifier: ' ' }, 'it names the source'],
    ['SentenceID', { SentenceID: '' }, 'not the number of a sentence'],
    ['Confidence', { Confidence: '101' }, 'at most 100'],
    ['Confidence', { Confidence: '0.8' }, 'not a number of percent'],
  ])('has a fault in %s: %j', async (column, columns, message) => {
    const { faults } = await wholeOf(gdelt2, [mentionRow(), mentionRow(columns)].join('\n'));
    expect(faults).toMatchObject([{ line: 2, column, message: expect.stringContaining(message) }]);
  });
});

describe('files of GDELT 2.0', () => {
  test('are read with the events first', async () => {
    const files = [await fileOf(mentionRow()), await fileOf(gdelt2Row())];
    const [part] = await importAll(gdelt2, files);
    expect(part!.end).toEqual({ file: files[0]!.name, line: 1 });
    const [first, second] = await importAll(gdelt2, files, { partRows: 1 });
    expect([first!.events.length, second!.joining!.length]).toEqual([1, 1]);
  });

  test('have 61 columns, or 16', async () => {
    const { faults } = await wholeOf(gdelt2, [gdelt2Row(), gdeltRow(), 'torn\toff'].join('\n'));
    expect(faults.map(({ message }) => message)).toEqual([
      'has 58 columns instead of 61 of an event or 16 of a mention',
      'has 2 columns instead of 61 of an event or 16 of a mention',
    ]);
  });

  test('are told from those of 1.0, in both directions', async () => {
    await expect(requireFormat(gdelt, [await fileOf(gdelt2Row())])).rejects.toThrow(
      'has 61 columns between tabs instead of 57 or 58. It seems to be one of GDELT 2.0 events and mentions: npm run import -- gdelt2 FILE',
    );
    await expect(requireFormat(gdelt2, [await fileOf(gdeltRow())])).rejects.toThrow(
      'npm run import -- gdelt FILE',
    );
    await expect(requireFormat(gdelt2, [await fileOf(mentionRow())])).resolves.toBeUndefined();
  });

  test('come to the same in parts of any size, and after any of them', async () => {
    const line = fc.oneof(
      fc.nat(5).map((id) => gdelt2Row({ GLOBALEVENTID: String(id) })),
      fc
        .tuple(fc.nat(5), fc.nat(3))
        .map(([id, sentence]) => mentionRow({ GLOBALEVENTID: String(id), SentenceID: String(sentence) })),
    );
    const anyFile = fc.array(line, { minLength: 1, maxLength: 12 }).map((lines) => lines.join('\n'));
    await fc.assert(
      fc.asyncProperty(anyFile, anyPartRows, (content, rows) => expectSameInParts(gdelt2, content, rows)),
      { numRuns: 20 },
    );
  });
});
