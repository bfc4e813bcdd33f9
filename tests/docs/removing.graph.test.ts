import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Graph } from '../../src/graph/graph.ts';
import { graphHash } from '../setup/graphHash.ts';
import { runCommand } from '../end-to-end/runCommand.ts';
import { fixtureFiles } from '../importing/fixtureFiles.ts';
import { testConnection, testGraph } from '../setup/testGraph.ts';
import { readFileOf } from './readme.ts';

const page = await readFileOf('docs/guides/import/removing.md');
const [, dataset = ''] = /^npm run import -- remove (\w+)$/m.exec(page)!;
const [, shown = ''] = /^(Removed: .*?)^```$/ms.exec(page)!;

let graph: Graph;
let env: Record<string, string>;
beforeAll(() => {
  const { uri, user, password } = testConnection();
  env = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
  graph = testGraph();
});
afterAll(() => graph.close());

test('npm run import -- remove takes away what an import brought, and prints what the page shows', async () => {
  const before = await graphHash(graph);
  const files = (await fixtureFiles()).gdelt!.map(({ name }) => name);
  await runCommand('import', ['gdelt', ...files, '--dataset', dataset], env);
  expect(await graphHash(graph)).not.toBe(before);
  const { code, output } = await runCommand('import', ['remove', dataset], env);
  expect(output).toContain(shown);
  expect(code).toBe(0);
  expect(await graphHash(graph)).toBe(before);
});

test.each([
  ['no-such-dataset', /Unknown dataset "no-such-dataset"\. Datasets: (.*, )?corpus\b/],
  ['corpus', /"corpus" is the dataset of the seed files, which npm start loads again/],
])('npm run import -- remove %s is refused', async (name, message) => {
  const before = await graphHash(graph);
  const { code, output } = await runCommand('import', ['remove', name], env);
  expect(output).toMatch(message);
  expect(output).not.toMatch(/^ +at /m);
  expect(code).toBe(1);
  expect(await graphHash(graph)).toBe(before);
});
