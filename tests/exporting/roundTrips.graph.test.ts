import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import { importFiles, type ImportReport } from '../../src/importing/importFiles.ts';
import { intoGraph } from '../../src/importing/importTarget.ts';
import { jsonl } from '../../src/importing/jsonl/jsonlImporter.ts';
import { stated } from '../../src/record/attribute.ts';
import { ENTITY, type EntityRecord } from '../../src/record/entity.ts';
import { EVENT, type EventRecord } from '../../src/record/event.ts';
import { REPORT } from '../../src/record/report.ts';
import { SOURCE, type SourceRecord } from '../../src/record/source.ts';
import { fileOf } from '../importing/importerLaws.ts';
import { PREFIX } from '../loading/smallDatasets.ts';
import { clear } from '../loading/snapshot.ts';
import { anyRecord, EDGE_TEXTS } from '../record/anyRecord.ts';
import { startService, type TestService } from '../setup/testService.ts';
import { exportFiles, exportText, exportTexts } from './exportText.ts';
import { allOf, readXml } from './readXml.ts';

// Whatever the schemas let in comes back as the same value, by every door that has a place for it.

const DATASET = `${PREFIX}round`;
const COUNT = 40;
const numbered = <T>(make: (i: number) => fc.Arbitrary<T>) =>
  fc.tuple(...Array.from({ length: COUNT }, (_, i) => make(i)));
/** With digits in order, because participants are kept in the order of their ids. */
const entityId = (i: number) => `${PREFIX}round-${100 + (i % COUNT)}`;
const sourceId = (i: number) => `source:${PREFIX}round-${i % COUNT}`;

const anyEntity = (i: number) =>
  anyRecord(ENTITY, {
    ...{ id: fc.constant(entityId(i)), partOf: fc.constant(null), existed: fc.constant(null) },
    // A text of each kind stands somewhere for sure.
    ...(EDGE_TEXTS[i] === undefined ? {} : { name: fc.constant(EDGE_TEXTS[i]) }),
  });
const anySource = (i: number) =>
  anyRecord(SOURCE, {
    ...{ id: fc.constant(sourceId(i)), basedOn: fc.constant([]), retracted: fc.constant(null) },
    ...{ published: fc.constant('2019-05-02'), read: fc.constant('2019-05-03') },
  });
const anyReport = (i: number) =>
  anyRecord(REPORT, {
    ...{ source: fc.constant(sourceId(i)), stance: fc.constant('AFFIRMS'), date: fc.constant('2019-05-01') },
    ...{ basedOn: fc.constant([]), participants: fc.constant(null) },
    attributedTo: fc.option(fc.constant(entityId(i + 2))),
  });
const anyEvent = (i: number) =>
  anyRecord(EVENT, {
    ...{ id: fc.constant(`event:${PREFIX}round-${i}`), type: fc.constant('MET') },
    ...{ post: fc.constant(null), intends: fc.constant(null), partOf: fc.constant([]) },
    follows: fc.constant([]),
    participants: fc.constant(
      [i, i + 1]
        .map((one) => ({ role: 'PARTY', entity: entityId(one), onBehalfOf: null }))
        .sort((a, b) => (a.entity < b.entity ? -1 : 1)),
    ),
    reports: fc.tuple(anyReport(i)),
  });

const [seed] = fc.sample(fc.integer(), 1) as [number];
const [records] = fc.sample(
  fc.record({ entities: numbered(anyEntity), sources: numbered(anySource), events: numbered(anyEvent) }),
  { numRuns: 1, seed },
) as unknown as [{ entities: EntityRecord[]; sources: SourceRecord[]; events: EventRecord[] }];

/** By default, the reader takes a first U+FEFF for a byte order mark. */
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });
const PARSERS = { stringFromBytes: (bytes?: Uint8Array) => bytes && DECODER.decode(bytes) };

/** As a line states it, with what has no order of its own in one order. */
const entityOf = (entity: EntityRecord) => ({
  ...stated(ENTITY, entity),
  countries: [...entity.countries].sort(),
  identifiers: entity.identifiers.map((one) => JSON.stringify(one)).sort(),
});
const byId = <T extends { readonly id: string }>(rows: readonly T[]) =>
  new Map(rows.map((row) => [row.id, row]));
const input = () => ({ graph: service.graph, filter: { datasets: [DATASET] } });

let service: TestService;
let first: ImportReport;
async function imported(text: string): Promise<ImportReport> {
  const target = intoGraph(service.graph, { id: DATASET, coding: 'HUMAN' });
  return await importFiles(target, jsonl, {
    ...{ files: [await fileOf(text)], dataset: DATASET, limit: Infinity },
    ...{ asIs: false, strict: false, restart: true, onProgress: () => undefined },
  });
}

beforeAll(async () => {
  service = await startService();
  const lines = [
    { dataset: DATASET, license: EDGE_TEXTS[0], origin: EDGE_TEXTS[1] },
    ...records.entities.map((entity) => ({ entity })),
    ...records.sources.map((source) => ({ source })),
    ...records.events.map((event) => ({ event })),
  ];
  first = await imported(lines.map((line) => JSON.stringify(line)).join('\n'));
});
afterAll(async () => {
  await clear(service.graph, 'round');
  await service.close();
});

describe(`Records with texts of every character and numbers of every size (seed ${seed}) come back`, () => {
  test('through jsonl, and nothing is written when that is read again', async () => {
    expect([first.firstFaults, first.created]).toEqual([[], COUNT]);
    const text = await exportText('jsonl', input());
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const of = (name: string) => byId(lines.flatMap((line) => line[name] ?? []) as { id: string }[]);
    const filled = (table: any, record: any) => ({ ...table.empty, ...record });
    for (const entity of records.entities)
      expect(entityOf(filled(ENTITY, of('entity').get(entity.id)))).toEqual(entityOf(entity));
    for (const source of records.sources) expect(of('source').get(source.id)).toEqual(stated(SOURCE, source));
    for (const event of records.events) expect(of('event').get(event.id)).toEqual(stated(EVENT, event));
    expect(lines).toContainEqual({ dataset: DATASET, license: EDGE_TEXTS[0], origin: EDGE_TEXTS[1] });
    expect(await imported(text)).toMatchObject({ faults: 0, created: 0, changed: 0, left: COUNT });
  });

  test('through GraphQL', async () => {
    const aliased = (field: string, rows: readonly { id: string }[], fields: string) =>
      rows.map(({ id }, i) => `r${i}: ${field}(id: ${JSON.stringify(id)}) { ${fields} }`).join(' ');
    const ask = async (field: string, rows: readonly { id: string }[], fields: string): Promise<any[]> =>
      Object.values(await service.data(`{ ${aliased(field, rows, fields)} }`));
    const entities = await ask(
      'entity',
      records.entities,
      'id kind name aliases description group countries identifiers { scheme value }',
    );
    for (const [i, { partOf, existed, ...entity }] of records.entities.entries())
      expect(entityOf(entities[i])).toEqual(entityOf({ ...entity, partOf, existed }));
    const sources = await ask(
      'source',
      records.sources,
      'title publisher author publishedBasis entries unread',
    );
    for (const [
      i,
      { title, publisher, author, publishedBasis, entries, unread },
    ] of records.sources.entries())
      expect(sources[i]).toEqual({
        ...{ title, publisher, author, publishedBasis, unread },
        entries: entries ?? null,
      });
    const events = await ask(
      'event',
      records.events,
      'summary cameo topics places figures { what value } reports { wording basis locator key }',
    );
    for (const [i, { summary, cameo, topics, places, figures, reports }] of records.events.entries())
      expect(events[i]).toEqual({
        ...{ summary, cameo, topics, places, figures },
        reports: reports.map(({ wording, basis, locator, key }) => ({
          wording,
          basis,
          locator,
          key: key ?? null,
        })),
      });
    const { datasets } = await service.data('{ datasets { id coding license origin } }');
    expect(datasets).toContainEqual({
      ...{ id: DATASET, coding: 'HUMAN' },
      ...{ license: EDGE_TEXTS[0], origin: EDGE_TEXTS[1] },
    });
  });

  test.each([true, undefined])('through csv, with --raw-cells: %s', async (rawCells) => {
    const texts = await exportTexts('csv', { ...input(), ...(rawCells && { rawCells }) });
    const undone = (cell: string) => (rawCells ? cell : cell.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, ''));
    const tables = Object.fromEntries(
      Object.entries(texts).map(([file, text]) => {
        const [header = [], ...rows]: string[][] = parse(text, {
          record_delimiter: '\r\n',
          relax_column_count: true,
        });
        expect(rows.filter((row) => row.length !== header.length)).toEqual([]);
        if (!rawCells) expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
        const named = rows.map((row) => Object.fromEntries(row.map((cell, i) => [header[i], undone(cell)])));
        return [file, named as Record<string, string>[]];
      }),
    );
    const listed = (cell: string): string[] => {
      const [values = []]: string[][] = parse(cell, { delimiter: ';', ltrim: true });
      return values;
    };
    const entities = byId(tables['entities.csv'] as any[]);
    for (const { id, name, aliases, description, identifiers } of records.entities) {
      const row = entities.get(id)!;
      expect([row.name, row.description, listed(row.aliases)]).toEqual([name, description ?? '', aliases]);
      expect(listed(row.identifiers).sort()).toEqual(
        identifiers.map(({ scheme, value }) => `${scheme}:${value}`).sort(),
      );
    }
    const sources = byId(tables['sources.csv'] as any[]);
    for (const { id, title, publisher, author, unread, entries = '' } of records.sources) {
      const row = sources.get(id)!;
      expect([row.title, row.publisher, row.author]).toEqual([title, publisher, author ?? '']);
      expect([listed(row.unread), row.entries]).toEqual([unread, String(entries)]);
    }
    const events = byId(tables['events.csv'] as any[]);
    for (const { id, summary, topics, places, figures } of records.events) {
      const row = events.get(id)!;
      expect([row.summary, listed(row.topics), listed(row.places)]).toEqual([summary, topics, places]);
      const read = listed(row.figures).map((text) => {
        const at = text.lastIndexOf(': ');
        return { what: text.slice(0, at), value: Number(text.slice(at + 2)) };
      });
      expect(read).toEqual(figures);
    }
    expect(tables['datasets.csv']).toMatchObject([{ license: EDGE_TEXTS[0], origin: EDGE_TEXTS[1] }]);
  });

  test('through parquet, with types', async () => {
    const files = await exportFiles('parquet', input());
    const tableOf = async (name: string): Promise<Map<string, any>> => {
      const bytes = files[`${name}.parquet`]!;
      const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
      return byId((await parquetReadObjects({ file, parsers: PARSERS })) as { id: string }[]);
    };
    const entities = await tableOf('entities');
    for (const entity of records.entities) {
      const { datasets, ...row } = entities.get(entity.id);
      expect(datasets).toEqual([DATASET]);
      expect(entityOf(row)).toEqual(entityOf(entity));
    }
    const sources = await tableOf('sources');
    for (const { id, title, author, entries = null, unread, titled } of records.sources)
      expect(sources.get(id)).toMatchObject({
        title,
        author,
        entries,
        unread,
        titled,
        read: new Date('2019-05-03'),
      });
    const events = await tableOf('events');
    for (const { id, summary, topics, places, figures, cameo } of records.events)
      expect(events.get(id)).toMatchObject({
        ...{ summary, topics, places, figures, cameo },
        ...{ earliest: new Date('2019-05-01'), disputed: false, stances: ['AFFIRMS'] },
      });
  });

  test.each(['graphml', 'gexf'])('through %s, which is well-formed', async (format) => {
    const root = readXml(await exportText(format, input()));
    const nodes = new Map(allOf(root, 'node').map((node) => [node.attributes.id, node]));
    for (const { id, name } of records.entities) {
      const node = nodes.get(id)!;
      const labelled = allOf(node, 'data').find(({ attributes }) => attributes.key === 'label');
      expect(format === 'gexf' ? node.attributes.label : labelled!.text).toBe(name);
    }
  });

  test('through ftm, as far as it has a place for them', async () => {
    const objects = (await exportText('ftm', input()))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const all = byId(objects as { id: string; properties: Record<string, string[]>; datasets: string[] }[]);
    for (const { id, name, aliases, description } of records.entities) {
      const { properties, datasets } = all.get(id)!;
      expect([properties.name, properties.notes ?? []]).toEqual([
        [name],
        description === null ? [] : [description],
      ]);
      expect(properties.alias ?? []).toEqual([...new Set(aliases)]);
      expect(datasets).toEqual([DATASET]);
    }
  });
});
