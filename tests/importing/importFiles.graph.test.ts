import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Graph } from '../../src/graph/graph.ts';
import { importFiles, type ImportOptions, StoppedAtRow } from '../../src/importing/importFiles.ts';
import type { InputFile } from '../../src/importing/rows/inputFile.ts';
import { IMPORTERS } from '../../src/importing/importers.ts';
import { dryRun, intoGraph } from '../../src/importing/importTarget.ts';
import { graphContents } from '../../src/queries/graphContents.ts';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import { removeDataset } from '../../src/loading/removeDataset.ts';
import { rebuildView } from '../../src/loading/rebuildView.ts';
import { plainStatement } from '../setup/plainStatement.ts';
import { sortedJson } from '../setup/sortedJson.ts';
import { startService, type TestService } from '../setup/testService.ts';
import { fixtureFiles } from './fixtureFiles.ts';
import { fileOf, inputFileOf, inputOf, partsOf } from './importerLaws.ts';

const DATASET = 'test-import';

let service: TestService;
let graph: Graph;
let fixtures: Record<string, InputFile[]>;
beforeAll(async () => {
  service = await startService();
  ({ graph } = service);
  fixtures = await fixtureFiles();
});
afterEach(async () => {
  await loadDataset(graph, { id: DATASET, entities: [], sources: [], events: [] });
  await graph.write((tx) =>
    tx.run(plainStatement('MATCH (d:Dataset {id: $id}) DETACH DELETE d', { id: DATASET })),
  );
});
afterAll(() => service.close());

async function imported(format: string, options: Partial<ImportOptions> = {}) {
  return await importFiles(intoGraph(graph, { id: DATASET }), IMPORTERS[format]!, {
    ...{ files: fixtures[format]!, dataset: DATASET },
    ...{ limit: Infinity, asIs: false, strict: false, restart: false, onProgress: () => undefined },
    ...options,
  });
}

/** The files of the format, and again; of tables that come once, the rows again. */
async function twice(format: string): Promise<readonly InputFile[]> {
  const files = fixtures[format]!;
  if (format !== 'icews14') return [...files, ...(await Promise.all(files.map(copyOf)))];
  const [facts, ...names] = files;
  const text = await readFile(facts!.name, 'utf8');
  return [await fileOf(`${text.trimEnd()}\n${text.slice(text.indexOf('\n') + 1)}`), ...names];
}

async function copyOf({ name }: InputFile): Promise<InputFile> {
  return fileOf(await readFile(name));
}

/** All that the graph holds but the versions of datasets, which no two imports share. */
async function contents(): Promise<string[]> {
  const rows = await Promise.all(graphContents().map((statement) => graph.read(statement)));
  return rows
    .flat()
    .filter(({ names }) => !names.includes('Dataset'))
    .map(sortedJson)
    .sort();
}

describe.each(Object.keys(IMPORTERS))('An import of %s', (format) => {
  test('makes events, which their row’s key finds; again, it writes nothing', async () => {
    const first = await imported(format);
    expect(first.created).toBeGreaterThan(0);
    const before = await contents();
    const again = await imported(format);
    expect(again).toMatchObject({ rows: first.rows, created: 0, changed: 0, left: first.created });
    expect(await contents()).toEqual(before);

    const keys = await graph.read(
      plainStatement<{ key: string; id: string }>(
        'MATCH ()-[r:REPORTS {dataset: $id}]->(e:Event) WHERE r.key IS NOT NULL RETURN r.key AS key, e.id AS id LIMIT 3',
        { id: DATASET },
      ),
    );
    expect(keys.length).toBeGreaterThan(0);
    for (const { key, id } of keys) {
      const [, scheme, value] = /^([^:]+):(.*)$/.exec(key)!;
      const { event } = await service.data(
        'query ($identifier: IdentifierInput) { event(identifier: $identifier) { id reports { key } } }',
        { identifier: { scheme, value } },
      );
      expect(event.id).toBe(id);
      expect(event.reports.map((report: { key: string }) => report.key)).toContain(key);
    }
  });

  test('writes what working it out again from the record writes', async () => {
    await imported(format);
    const before = await contents();
    await rebuildView(graph);
    expect(await contents()).toEqual(before);
  });

  test('that has its rows twice comes to the same, however they are cut into parts', async () => {
    await imported(format);
    const once = await contents();
    for (const partRows of [1, 1_000]) {
      await loadDataset(graph, { id: DATASET, entities: [], sources: [], events: [] });
      await imported(format, { files: await twice(format), partRows });
      expect(await contents()).toEqual(once);
    }
  });

  test('that is stopped goes on where it stopped, and comes to the same', async () => {
    await imported(format);
    const whole = await contents();
    await loadDataset(graph, { id: DATASET, entities: [], sources: [], events: [] });
    const part = await imported(format, { limit: 1, partRows: 1 });
    const rest = await imported(format, { partRows: 1 });
    expect(rest.created).toBeGreaterThan(0);
    expect(part.created).toBeLessThan(part.created + rest.created);
    expect(await contents()).toEqual(whole);
  });
});

test('An import warns of parts beyond their whole, and of sequels before what they follow', async () => {
  const day = { id: 'source:jsonl-gazette', title: 'Gazette', publisher: 'Gazette Press' };
  const meeting = (id: string, date: string, links: object = {}) => ({
    event: {
      ...{ id: `event:jsonl-${id}`, type: 'MET', summary: 'North and South meet.', ...links },
      participants: ['north', 'south'].map((one) => ({ role: 'PARTY', entity: `jsonl-${one}` })),
      reports: [{ source: day.id, date, locator: id }],
    },
  });
  const lines = [
    ...['north', 'south'].map((one) => ({ entity: { id: `jsonl-${one}`, kind: 'COUNTRY', name: one } })),
    { source: { ...day, published: '2019-06-01', read: '2019-06-02' } },
    meeting('whole', '2019-05-02'),
    meeting('part', '2019-05-02', { partOf: ['event:jsonl-whole'] }),
    meeting('wide', '2019-05', { partOf: ['event:jsonl-whole'] }),
    meeting('sequel', '2019-05-03', { follows: ['event:jsonl-whole'] }),
    meeting('early', '2019-05-01', { follows: ['event:jsonl-whole'] }),
  ];
  const files = [await fileOf(lines.map((line) => JSON.stringify(line)).join('\n'))];
  const { notes } = await imported('jsonl', { files });
  expect(notes).toEqual([
    expect.stringMatching(/^Warning: the dates of 2 links between events do not fit\./),
    '  event:jsonl-early (2019-05-01) follows event:jsonl-whole (2019-05-02)',
    '  event:jsonl-wide (2019-05-01..2019-05-31) is part of event:jsonl-whole (2019-05-02)',
  ]);
});

const LAND = { entity: { id: 'jsonl-land', kind: 'COUNTRY', name: 'Land' } };
const CITY = { entity: { id: 'jsonl-city', kind: 'ORGANIZATION', name: 'City', partOf: 'jsonl-land' } };
const PAPER = { source: { id: 'source:jsonl-paper', title: 'Paper', publisher: 'P', read: '2019-06-02' } };
const TALKS = {
  event: {
    ...{ id: 'event:jsonl-talks', type: 'MET', summary: 'They meet.' },
    participants: [
      { role: 'PARTY', entity: 'jsonl-land' },
      { role: 'PARTY', entity: 'jsonl-city' },
    ],
    reports: [{ source: 'source:jsonl-paper', date: '2019-05' }],
  },
};
const linesOf = (...lines: readonly object[]) => fileOf(lines.map((line) => JSON.stringify(line)).join('\n'));

test('lines refer to what the graph has of earlier files', async () => {
  await imported('jsonl', { files: [await linesOf(LAND, CITY)] });
  expect(await imported('jsonl', { files: [await linesOf(PAPER)] })).toMatchObject({ faults: 0 });
  const report = await imported('jsonl', { files: [await linesOf(TALKS)] });
  expect(report).toMatchObject({ created: 1, faults: 0 });
  const stray = {
    event: { ...TALKS.event, id: 'event:jsonl-stray', reports: [{ source: 'source:no', date: '2019' }] },
  };
  const { firstFaults } = await imported('jsonl', { files: [await linesOf(TALKS, stray)] });
  expect(firstFaults.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^no line before this one declares the source `source:no`/),
  ]);
});

test('a dataset keeps the terms that an earlier line states, whatever its lines hold', async () => {
  const terms = { license: 'CC0-1.0', origin: 'https://example.org' };
  const [first, second] = ['test-import-a', 'test-import-b'];
  const named = (id: string, rest = {}) => ({ dataset: id, coding: 'REGISTER', ...rest });
  const claimed = { claim: { of: 'entity', id: 'jsonl-land', fingerprint: 'abc' } };
  const lines = [
    named(first, terms),
    LAND,
    named(second, terms),
    claimed,
    named(first),
    CITY,
    named(second),
    PAPER,
  ];
  try {
    await imported('jsonl', { files: [await linesOf(...lines)] });
    const { datasets } = await service.data('{ datasets { id license origin } }');
    expect(datasets.filter(({ id }: any) => [first, second].includes(id))).toEqual(
      [first, second].map((id) => ({ id, ...terms })),
    );
  } finally {
    for (const id of [first, second]) await removeDataset(graph, id);
  }
});

test('an import that is stopped before its decisions makes them when it goes on', async () => {
  const decision = {
    decision: { left: 'jsonl-city', right: 'jsonl-land', verdict: 'different', on: '2020-01-01', by: 'me' },
  };
  const options = {
    ...{ files: [await linesOf(LAND, CITY, decision)], dataset: DATASET, limit: Infinity },
    ...{ asIs: false, strict: false, restart: false, onProgress: () => undefined },
  };
  const stopping = intoGraph(graph, { id: DATASET }, () => Promise.reject(new Error('stopped')));
  await expect(importFiles(stopping, IMPORTERS.jsonl!, options)).rejects.toThrow('stopped');
  const made: unknown[] = [];
  const goingOn = intoGraph(graph, { id: DATASET }, (decisions) => Promise.resolve(made.push(...decisions)));
  await importFiles(goingOn, IMPORTERS.jsonl!, options);
  expect(made).toEqual([expect.objectContaining(decision.decision)]);
});

test('without a graph an import only counts', async () => {
  const before = await contents();
  const options = { dataset: DATASET, limit: Infinity, asIs: false, strict: false, restart: false };
  const report = await importFiles(dryRun(), IMPORTERS.icews!, {
    ...options,
    files: fixtures.icews!,
    onProgress: () => undefined,
  });
  expect(report.created).toBeGreaterThan(0);
  expect(await contents()).toEqual(before);
});

test('a strict import stops at the first row that cannot be read, and says where', async () => {
  const file = await inputFileOf(path.resolve('tests/importing/fixtures/icews/broken.csv'));
  const faulty = { files: [file], strict: true };
  await expect(imported('icews', faulty)).rejects.toThrow(StoppedAtRow);
  await expect(imported('icews', faulty)).rejects.toThrow(/broken\.csv:3, event_date: /);
});

test('two records with one key are told with the key and the rows', async () => {
  const [part] = await partsOf(IMPORTERS.gdelt!, { ...inputOf(fixtures.gdelt![0]!), dataset: DATASET });
  const target = intoGraph(graph, { id: DATASET });
  await expect(target.add({ ...part!, events: [part!.events[0]!, part!.events[0]!] })).rejects.toThrow(
    /has a record with this key already: id "event:test-import-700"\. It is of the 3 rows up to line 3 of "\S+txt"/,
  );
});

test('a coding that the file denies is refused', async () => {
  const files = [await fileOf('{"dataset": "other", "coding": "REGISTER"}')];
  await expect(imported('jsonl', { files, coding: 'HUMAN' })).rejects.toThrow(
    /line 1: the coding of other is REGISTER there, but --coding says HUMAN\./,
  );
});
