import { afterAll, expect, test } from '@jest/globals';
import type { Graph } from '../../src/graph/graph.ts';
import { IMPORTERS } from '../../src/importing/importers.ts';
import { knownDatasets } from '../../src/queries/datasets.ts';
import { testConnection, testGraph } from '../setup/testGraph.ts';
import { runCommand } from './runCommand.ts';

const EVENTS = 'tests/importing/fixtures/icews/events.csv';
const NAME = 'load-test-under-terms';

const graph: Graph = testGraph();
const { uri, user, password } = testConnection();
const run = (...args: string[]) =>
  runCommand('import', args, { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password });
const terms = async () => (await graph.read(knownDatasets())).find(({ id }) => id === NAME);

afterAll(async () => {
  await run('remove', NAME);
  await graph.close();
});

test('a dataset has the terms of its publisher until others are stated, and keeps those', async () => {
  const usual = { id: NAME, coding: 'MACHINE', ...IMPORTERS.icews!.terms };
  await run('icews', EVENTS, '--dataset', NAME);
  expect(await terms()).toEqual(usual);
  const { output } = await run('icews', EVENTS, '--dataset', NAME, '--licence', 'CC0-1.0');
  expect(output).toContain('0 events created, 0 records changed');
  expect(await terms()).toEqual({ ...usual, license: 'CC0-1.0' });
  await run('icews', EVENTS, '--dataset', NAME, '--origin', 'A "copy" of ours');
  expect(await terms()).toEqual({ ...usual, license: 'CC0-1.0', origin: 'A "copy" of ours' });
});

test.each([
  ['--licence', ' ', /It is empty\./],
  ['--origin', 'a\u0007', /It has a control character \(U\+0007\) at character 2\./],
])('npm run import %s %j is refused', async (flag, value, message) => {
  const { code, output } = await run('icews', EVENTS, '--dry-run', flag, value);
  expect(output).toMatch(message);
  expect(code).toBe(1);
});
