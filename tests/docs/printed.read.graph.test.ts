import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { benchPlot, benchPrinters } from '../../bench/report/benchPrinters.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { answers } from '../../src/program/docs/answers.ts';
import { DECLARED } from '../../src/program/docs/declaredTables.ts';
import { fillPage, type Printers } from '../../src/program/docs/fillPage.ts';
import { HELP } from '../../src/program/docs/helpTexts.ts';
import { pages } from '../../src/program/docs/pages.ts';
import { testGraph } from '../setup/testGraph.ts';
import { readFileOf } from './readme.ts';

let graph: Graph;
let printers: Printers;
beforeAll(async () => {
  graph = testGraph();
  printers = { ...answers(graph), ...DECLARED, ...HELP, ...(await benchPrinters()) };
});
afterAll(() => graph.close());

test.each(await pages())('%s is as `npm run docs` writes it (else: run npm run docs)', async (page) => {
  const text = await readFileOf(page);
  expect(text).toBe(await fillPage(page, text, printers));
});

test('so is the plot of the benchmark (else: run npm run docs)', async () => {
  expect(await readFileOf(benchPlot.file)).toBe(await benchPlot.svg());
});

test.each([
  ['a marker without an end', '<!-- limits -->\n'],
  ['a marker within another', '<!-- limits -->\n<!-- costs -->\n<!-- end -->\n'],
])('%s is a fault', async (_, text) => {
  await expect(fillPage('page.md', text, printers)).rejects.toThrow('has no `<!-- end -->` of its own');
});

test('a marker that nothing prints is named', async () => {
  await expect(fillPage('page.md', '<!-- limit -->\n<!-- end -->\n', printers)).rejects.toThrow(
    'page.md: unknown marker "limit". Markers: question, answer,',
  );
});

test('what is marked is replaced, and nothing else', async () => {
  const page =
    'Before.\n\n<!-- word: a -->\n\nold\n\n<!-- end -->\n\nBetween.\n\n<!-- word: b -->\n<!-- end -->\n';
  expect(await fillPage('page.md', page, { word: (name) => `new ${name}` })).toBe(
    'Before.\n\n<!-- word: a -->\n\nnew a\n\n<!-- end -->\n\nBetween.\n\n<!-- word: b -->\n\nnew b\n\n<!-- end -->\n',
  );
});
