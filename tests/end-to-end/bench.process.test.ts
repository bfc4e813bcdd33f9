import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { plot } from '../../bench/report/plot.ts';
import { tables } from '../../bench/report/tables.ts';
import { type BenchResult, readResults } from '../../bench/result.ts';

declare global {
  /** Set under `npm run test:bench`, which takes five minutes: all parts, and against @neo4j/graphql too. */
  var wholeBench: boolean | undefined;
}

const PARTS = globalThis.wholeBench ? ['--draws', '2'] : ['--draws', '1', '--only', 'decode'];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'chancery-bench-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('npm run bench loads a set, finds that all arms answer alike, and writes what it measured', async () => {
  const [home, results] = ['home', 'results'].map((name) => path.join(folder, name));
  const size = ['--sets', '300', '--quick', '--rounds', '1'];
  const { code, output } = await run(...size, ...PARTS, '--home', home!, '--results', results!);
  expect(output).toContain('Written: ');
  expect(code).toBe(0);

  const found = JSON.parse(await readFile(path.join(results!, '300.json'), 'utf8')) as BenchResult;
  expect(found.decode!.events).toBeGreaterThan(250);
  if (globalThis.wholeBench) expectAllParts(found);

  const measured = await readResults(results!);
  expect(tables(measured)).toContain('| goal');
  if (!globalThis.wholeBench) return;
  expect(tables(measured)).toMatch(/\| eventById \| [\d.]+ \([\d.]+\)/);
  expect(plot(measured[0]!)).toMatch(/^<svg [^]*<\/svg>\n$/);
}, 1_800_000);

function expectAllParts({ operations, throughput, graphqlAlone, loading, bulk }: BenchResult): void {
  expect(operations!.length).toBeGreaterThanOrEqual(20);
  for (const { arms, ratios, hits } of operations!) {
    expect(arms.chancery!.p50).toBeGreaterThan(0);
    expect(ratios.cypher!.low).toBeLessThanOrEqual(ratios.cypher!.high);
    expect(hits.chancery).toBeGreaterThan(0);
  }
  const compared = operations!.filter(({ arms }) => arms.neo4jGraphql !== undefined);
  expect(compared.length).toBeGreaterThanOrEqual(20);
  expect(throughput).toHaveLength(2);
  expect(graphqlAlone!.graphql).toBeGreaterThan(0);
  expect(loading).toMatchObject({ events: 300, againWrites: 0 });
  expect(bulk!.ratio).toBeGreaterThan(0);
}

async function run(...args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ['bin/run.mjs', 'bench/main.ts', ...args]);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (output += data.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { code, output };
}
