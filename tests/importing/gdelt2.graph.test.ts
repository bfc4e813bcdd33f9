import { afterEach, beforeAll, afterAll, expect, test } from '@jest/globals';
import { gdelt2 } from '../../src/importing/gdelt/gdelt2.ts';
import { importFiles, type ImportReport } from '../../src/importing/importFiles.ts';
import { intoGraph } from '../../src/importing/importTarget.ts';
import { graphContents } from '../../src/queries/graphContents.ts';
import { rebuildView } from '../../src/loading/rebuildView.ts';
import { removeDataset } from '../../src/loading/removeDataset.ts';
import { sortedJson } from '../setup/sortedJson.ts';
import { startService, type TestService } from '../setup/testService.ts';
import { type GdeltColumns, gdelt2Row, mentionRow } from './gdeltRows.ts';
import { fileOf } from './importerLaws.ts';

const DATASET = 'test-gdelt2';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterEach(async () => {
  await removeDataset(service.graph, DATASET);
});
afterAll(() => service.close());

async function imported(...contents: string[][]): Promise<ImportReport> {
  const files = await Promise.all(contents.map((lines) => fileOf(lines.join('\n'))));
  return await importFiles(intoGraph(service.graph, { id: DATASET, coding: 'MACHINE' }), gdelt2, {
    ...{ files, dataset: DATASET, limit: Infinity },
    ...{ asIs: false, strict: false, restart: false, onProgress: () => undefined },
  });
}

/** An article that is not the one of the row. */
const article = (name: string, columns: Parameters<typeof mentionRow>[0] = {}) =>
  mentionRow({ MentionIdentifier: `https://${name}.example/story`, ...columns });

async function reportsOf(id: string): Promise<string[]> {
  const { event } = await service.data(
    `query ($id: ID!) {
      event(id: $id) { reports { date { edtf } locator confidence coding key source { publisher published { edtf } } } }
    }`,
    { id: `event:${DATASET}-${id}` },
  );
  return event.reports
    .map(
      ({ date, locator, confidence, coding, key, source }: any) =>
        `${source.publisher} ${source.published.edtf}: ${date.edtf} ${locator} ${confidence} ${coding} ${key}`,
    )
    .sort();
}

async function contents(): Promise<string[]> {
  const rows = await Promise.all(graphContents().map((statement) => service.graph.read(statement)));
  return rows
    .flat()
    .map(sortedJson)
    .filter((row) => row.includes(DATASET) && !row.includes('"names":["Dataset"]'))
    .sort();
}

test('articles that mention an event report it, whenever their file comes; the row of the event stands for the first', async () => {
  await imported([gdelt2Row(), gdelt2Row({ GLOBALEVENTID: '701' })]);
  expect(await reportsOf('700')).toEqual(['example.org 2019-03-06: 2019-03-04  null MACHINE gdelt2:700']);
  const later = [
    mentionRow(),
    article('daily', { MentionTimeDate: '20190410000000', SentenceID: '7', Confidence: '20' }),
    article('daily', { MentionTimeDate: '20190410000000', SentenceID: '9', Confidence: '100' }),
  ];
  expect(await imported(later)).toMatchObject({ created: 0, changed: 1, merged: 3, skipped: {} });
  const all = [
    'daily.example 2019-04-10: 2019-03-04 s7 20 MACHINE null',
    'daily.example 2019-04-10: 2019-03-04 s9 100 MACHINE null',
    'example.org 2019-03-06: 2019-03-04 s3 80 MACHINE gdelt2:700',
  ];
  expect(await reportsOf('700')).toEqual(all);
  expect(await reportsOf('701')).toEqual(['example.org 2019-03-06: 2019-03-04  null MACHINE gdelt2:701']);
  const { event } = await service.data(
    `{ event(id: "event:${DATASET}-700") { reportCount then: reportCount(knownBy: "2019-04-01") } }`,
  );
  expect(event).toEqual({ reportCount: 3, then: 1 });
});

test('files that are read again change nothing, in any order, and come to what they come to at once', async () => {
  const events = [gdelt2Row(), gdelt2Row({ GLOBALEVENTID: '701' })];
  const mentions = [mentionRow(), article('daily'), article('weekly', { GLOBALEVENTID: '701' })];
  await imported(mentions, events);
  const once = await contents();
  for (const again of [[events], [mentions], [events, mentions], [mentions.slice(1)]])
    expect(await imported(...again)).toMatchObject({ created: 0, changed: 0 });
  expect(await contents()).toEqual(once);
  await rebuildView(service.graph);
  expect(await contents()).toEqual(once);
  await removeDataset(service.graph, DATASET);
  await imported(events.slice(0, 1));
  await imported(mentions.slice(0, 2));
  await imported(events.slice(1), mentions.slice(2));
  expect(await contents()).toEqual(once);
});

test('a mention of an event that is not there is left out with its source, and told', async () => {
  await imported([gdelt2Row()]);
  const before = await contents();
  const stray = article('daily', { GLOBALEVENTID: '999' });
  const mention = mentionRow();
  expect(await imported([stray, mention])).toMatchObject({
    ...{ created: 0, changed: 1, merged: 1 },
    skipped: { 'of an event that is not in the dataset': 1 },
  });
  expect(await contents()).toHaveLength(before.length);
  await expect(imported([stray, stray])).rejects.toThrow(
    'Nothing could be imported of 2 rows.\nLeft out: 2 of an event that is not in the dataset',
  );
  expect(await contents()).toHaveLength(before.length);
});

test('what GDELT corrects of an event holds for all that mention it', async () => {
  const corrected: GdeltColumns = { SQLDATE: '20190305', ActionGeo_FullName: 'Oslo, Norway' };
  await imported([gdelt2Row()], [article('daily')]);
  await imported([gdelt2Row(corrected)]);
  expect((await reportsOf('700')).map((text) => text.slice(0, 38))).toEqual([
    'daily.example 2019-03-06: 2019-03-05 s',
    'example.org 2019-03-06: 2019-03-05  nu',
  ]);
  const { event } = await service.data(
    `{ event(id: "event:${DATASET}-700") { places date { disputed edtf } } }`,
  );
  expect(event).toEqual({ places: ['Oslo, Norway'], date: { disputed: false, edtf: '2019-03-05' } });
});

test('a row that names another article replaces what it said before, whether mentions came or not', async () => {
  const other = gdelt2Row({ SOURCEURL: 'https://late.example/story', DATEADDED: '20190307000000' });
  await imported([gdelt2Row()]);
  await imported([other]);
  expect(await reportsOf('700')).toEqual(['late.example 2019-03-07: 2019-03-04  null MACHINE gdelt2:700']);
  await imported([gdelt2Row()]);
  await imported([mentionRow(), mentionRow({ SentenceID: '1' })]);
  await imported([other]);
  expect(await reportsOf('700')).toEqual([
    'example.org 2019-03-06: 2019-03-04 s1 80 MACHINE null',
    'example.org 2019-03-06: 2019-03-04 s3 80 MACHINE null',
    'late.example 2019-03-07: 2019-03-04  null MACHINE gdelt2:700',
  ]);
  const { event } = await service.data(
    '{ event(identifier: { scheme: "gdelt2", value: "700" }) { reportCount } }',
  );
  expect(event).toEqual({ reportCount: 3 });
});

test('an event is found by its key after its own article was mentioned', async () => {
  await imported([gdelt2Row()], [mentionRow({ SentenceID: '9' }), mentionRow()]);
  await imported([mentionRow({ SentenceID: '1' })]);
  const { event } = await service.data(
    '{ event(identifier: { scheme: "gdelt2", value: "700" }) { id reportCount } }',
  );
  expect(event).toEqual({ id: `event:${DATASET}-700`, reportCount: 3 });
});

test('a corrected day makes the reports that are there expect the event, or affirm it', async () => {
  const stances = async () => {
    const { event } = await service.data(
      `{ event(id: "event:${DATASET}-700") { reports { stance source { publisher } } } }`,
    );
    return event.reports.map(({ stance, source }: any) => `${source.publisher} ${stance}`).sort();
  };
  await imported([gdelt2Row()], [article('daily')]);
  await imported([gdelt2Row({ SQLDATE: '20190401' })]);
  expect(await stances()).toEqual(['daily.example EXPECTS', 'example.org EXPECTS']);
  await imported([gdelt2Row()]);
  expect(await stances()).toEqual(['daily.example AFFIRMS', 'example.org AFFIRMS']);
});

test('what was to come is expected by those who mentioned it before, and affirmed by others', async () => {
  const early = article('daily');
  const late = article('weekly', { MentionTimeDate: '20190501000000' });
  await imported([gdelt2Row({ SQLDATE: '20190401' })], [early, late]);
  const { event } = await service.data(
    `{ event(id: "event:${DATASET}-700") { date { edtf } reports { stance source { publisher } } } }`,
  );
  expect(event.date.edtf).toBe('2019-04-01');
  expect(event.reports.map(({ stance, source }: any) => `${source.publisher} ${stance}`).sort()).toEqual([
    'daily.example EXPECTS',
    'example.org EXPECTS',
    'weekly.example AFFIRMS',
  ]);
});
