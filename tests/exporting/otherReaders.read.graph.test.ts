import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Graph } from '../../src/graph/graph.ts';
import { PROJECT } from '../../src/program/config.ts';
import { pythonWith } from '../setup/python.ts';
import { testGraph } from '../setup/testGraph.ts';
import { exportFiles, exportTexts } from './exportText.ts';
import { allOf, readXml } from './readXml.ts';

const PYTHON = path.join(PROJECT, 'tests/exporting/python');

let graph: Graph;
let folder: string;
beforeAll(async () => {
  graph = testGraph();
  folder = await mkdtemp(path.join(os.tmpdir(), 'chancery-readers-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await graph.close();
});

test('FollowTheMoney finds every object valid, and pyarrow and networkx read what was written', async () => {
  const input = { graph, filter: { datasets: ['corpus'] } };
  for (const format of ['parquet', 'graphml', 'gexf', 'ftm'])
    for (const [file, bytes] of Object.entries(await exportFiles(format, input)))
      await writeFile(path.join(folder, file || format), bytes);
  const texts = Object.entries(await exportTexts('csv', input));
  const root = readXml((await exportTexts('gexf', input))['']!);

  const environment = await pythonWith(path.join(PYTHON, 'requirements.txt'));
  if ('missing' in environment) {
    console.warn(`The exports were not read by others: ${environment.missing}.`);
    expect(environment.missing).toMatch(/^no (Python|way)/);
    return;
  }
  const python = path.join(environment.programs, 'python');
  const { stdout } = await promisify(execFile)(python, [path.join(PYTHON, 'read_exports.py'), folder]);
  const network = { nodes: allOf(root, 'node').length, edges: allOf(root, 'edge').length };
  const found = JSON.parse(stdout);
  expect(found).toMatchObject({
    ...{ invalid: [], graphml: network, gexf: network },
    rows: Object.fromEntries(texts.map(([file, text]) => [path.parse(file).name, parse(text).length - 1])),
    types: {
      ...{ id: 'string', earliest: 'date32[day]', disputed: 'bool', reports: 'int32' },
      topics: 'list<element: string not null>',
      figures: 'list<element: struct<what: string not null, value: double not null> not null>',
    },
  });
  expect(found.objects).toBeGreaterThan(200);
});
