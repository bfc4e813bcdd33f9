import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/program/config.ts';
import type { Graph } from '../../src/graph/graph.ts';
import type { InputFile } from '../../src/importing/rows/inputFile.ts';
import { importFiles, type ImportReport } from '../../src/importing/importFiles.ts';
import { IMPORTERS } from '../../src/importing/importers.ts';
import { intoGraph } from '../../src/importing/importTarget.ts';
import { wholeEvents } from '../../src/queries/wholeRecords.ts';
import { readDecisions } from '../../src/queries/allDecisions.ts';
import { type Database, openDatabase } from '../../src/program/openDatabase.ts';
import { readCorpus } from '../../src/program/readCorpus.ts';
import { applyDecisions } from '../../src/resolving/applyReview.ts';
import { graphHash } from '../setup/graphHash.ts';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import { fixtureFiles } from '../importing/fixtureFiles.ts';
import { fileOf } from '../importing/importerLaws.ts';
import { decide, review } from '../resolving/decide.ts';
import { dataset, entity, event, PREFIX, part, report, source } from '../loading/smallDatasets.ts';
import { plainStatement } from '../setup/plainStatement.ts';
import { exportText } from './exportText.ts';

// A database of its own, even where NEO4J_URI names one: everything in it is deleted here.
let home: string;
let database: Database | undefined;
let graph: Graph;
beforeAll(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'chancery-jsonl-'));
  const config = readConfig({ ...process.env, CHANCERY_HOME: home, NEO4J_URI: '' });
  database = await openDatabase(config, { onProgress: () => undefined });
  graph = database.graph;
  await loadDataset(graph, await readCorpus());
});
afterAll(async () => {
  await database?.close();
  await rm(home, { recursive: true, force: true });
});

const FORMATS = Object.keys(IMPORTERS).filter((format) => format !== 'jsonl');
const [FIRST, SECOND] = [dataset('a'), dataset('b')].map(({ id }) => id) as [string, string];

async function imported(format: string, files: readonly InputFile[], id: string): Promise<ImportReport> {
  const { coding, terms } = IMPORTERS[format]!;
  const target = intoGraph(graph, { id, coding, ...terms }, (decisions) => applyDecisions(graph, decisions));
  const options = {
    limit: Infinity,
    asIs: false,
    strict: false,
    restart: false,
    onProgress: () => undefined,
  };
  return await importFiles(target, IMPORTERS[format]!, { files, dataset: id, ...options });
}

/** Everything: several datasets, of which two tell of the same things otherwise, links, a retraction, decisions. */
async function crowd(): Promise<void> {
  const files = await fixtureFiles();
  for (const format of FORMATS) await imported(format, files[format]!, `${PREFIX}${format}`);
  const [ada, bo] = [entity('ada', { identifiers: [{ scheme: 'x', value: '1' }] }), entity('bo')];
  await loadDataset(graph, {
    id: FIRST,
    entities: [ada, bo, entity('organ', { kind: 'ORGANIZATION', partOf: `${PREFIX}ada` })],
    sources: [source('gazette'), source('herald', { retracted: '2024-07-01', published: null })],
    events: [
      event('z-first'),
      event('talks', {
        follows: [`event:${PREFIX}z-first`],
        figures: [{ what: 'dead', value: 0 }],
        participants: [part('AGENT', 'ada', 'bo'), part('TARGET', 'bo')],
        reports: [
          report('gazette', { locator: 'p2', participants: [part('AGENT', 'organ'), part('TARGET', 'bo')] }),
          report('herald', { stance: 'DENIES', attributedTo: `${PREFIX}organ` }),
        ],
      }),
    ],
  });
  await loadDataset(graph, {
    id: SECOND,
    entities: [entity('ada', { name: 'Ada, otherwise', aliases: ['A.'] }), entity('bo'), entity('cy')],
    sources: [source('gazette', { publisher: 'Another press' })],
    events: [
      event('talks', {
        summary: 'Told otherwise',
        reports: [report('gazette', { date: '2024-05', locator: 'p9' })],
      }),
    ],
  });
  await decide(
    graph,
    review([`${PREFIX}bo`, 'same', `${PREFIX}cy`], [`${PREFIX}ada`, 'different', `${PREFIX}bo`]),
  );
}

describe('An export of everything as jsonl', () => {
  test('makes the same graph anew', async () => {
    await crowd();
    const before = await graphHash(graph);
    const text = await exportText('jsonl', { graph, filter: null });
    const file = await fileOf(text);

    const again = await imported('jsonl', [file], 'nobody');
    expect(again).toMatchObject({ created: 0, faults: 0 });
    expect(await graphHash(graph)).toBe(before);

    await graph.write((tx) => tx.run(plainStatement('MATCH (n) DETACH DELETE n')));
    const { faults, firstFaults } = await imported('jsonl', [file], 'nobody');
    expect([faults, firstFaults]).toEqual([0, []]);
    expect(await graphHash(graph)).toBe(before);
    expect(await graph.read(readDecisions())).toHaveLength(2);
    expect(await exportText('jsonl', { graph, filter: null })).toBe(text);
  });

  test('keeps links from the events of one dataset to those of another', async () => {
    // Only lines make such links. The second leads from a dataset that by name comes before that of its whole.
    const records = [
      ...[{ dataset: SECOND }, { entity: entity('ada') }, { entity: entity('bo') }],
      ...[{ source: source('gazette') }, { event: event('root') }],
      { event: event('summit', { follows: [`event:${PREFIX}root`] }) },
      ...[{ dataset: FIRST }, { event: event('meeting', { partOf: [`event:${PREFIX}summit`] }) }],
      ...[{ dataset: SECOND }, { event: event('reply', { follows: [`event:${PREFIX}meeting`] }) }],
    ];
    const lines = records.map((record) => `${JSON.stringify(record)}\n`).join('');
    await imported('jsonl', [await fileOf(lines)], 'nobody');
    const before = await graphHash(graph);
    const file = await fileOf(await exportText('jsonl', { graph, filter: null }));

    await graph.write((tx) => tx.run(plainStatement('MATCH (n) DETACH DELETE n')));
    await imported('jsonl', [file], 'nobody');
    const rows = await graph.read(
      wholeEvents(['summit', 'meeting', 'reply'].map((id) => `event:${PREFIX}${id}`)),
    );
    expect(rows.map(({ partOf, follows }) => [...partOf, ...follows])).toEqual([
      [`event:${PREFIX}summit`],
      [`event:${PREFIX}meeting`],
      [`event:${PREFIX}root`],
    ]);
    expect(await graphHash(graph)).toBe(before);
  });

  test('is refused where the graph changes meanwhile', async () => {
    graph.onStatement = ({ text }) => {
      if (!text.includes('MATCH (n:Event)')) return;
      graph.onStatement = undefined;
      void graph.write((tx) =>
        tx.run(plainStatement("MERGE (d:Dataset {id: 'corpus'}) SET d.version = 'x'")),
      );
    };
    const changing = exportText('jsonl', { graph, filter: null }).then(() => 'exported');
    await expect(changing).rejects.toThrow(/The graph changed while it was exported/);
  });
});

describe('An export of some events as jsonl', () => {
  test('has all that these name, so that it can be imported by itself', async () => {
    const filter = { types: ['RECOGNIZED'], to: ['taliban'] } as const;
    const text = await exportText('jsonl', { graph, filter });
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, { id: string }>);
    expect(lines.flatMap(({ event }) => event?.id ?? [])).toEqual(['event:russia-recognizes-taliban']);
    expect(lines.flatMap(({ entity }) => entity?.id ?? []).sort()).toContain('taliban');
    expect(lines.flatMap(({ source }) => source?.id ?? [])).toContain('source:recognition-2025');
    const report = await imported('jsonl', [await fileOf(text)], 'nobody');
    expect(report).toMatchObject({ faults: 0, created: 0, changed: 0, left: 1 });
  });
});
