import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { intoFolder } from '../../src/program/exportSink.ts';
import { testConnection } from '../setup/testGraph.ts';
import { runCommand } from './runCommand.ts';

let folder: string;
let env: Record<string, string>;
beforeAll(async () => {
  const { uri, user, password } = testConnection();
  env = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
  folder = await mkdtemp(path.join(os.tmpdir(), 'chancery-export-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('npm run export writes a file whole or not at all, and none that is there', async () => {
  const out = path.join(folder, 'recognized.jsonl');
  const args = ['--format', 'jsonl', '--types', 'RECOGNIZED', '--to', 'taliban', '--out', out];
  const { code, output } = await runCommand('export', args, env);
  expect(output).toContain('Exported: 1 events');
  expect(code).toBe(0);
  expect(await readFile(out, 'utf8')).toContain('{"event":{"id":"event:russia-recognizes-taliban"');
  expect(await readdir(folder)).toEqual(['recognized.jsonl']);
  const again = await runCommand('export', args, env);
  expect(again.output).toContain('exists already');
  expect(again.code).toBe(1);
});

test.each([
  [['--format', 'xls'], /Unknown format "xls"\. Formats: jsonl, csv, parquet, graphml, gexf, ftm\./],
  [['--format', 'csv'], /"csv" writes several files\. Name a folder with --out FOLDER/],
  [
    ['--format', 'jsonl', '--types', 'MEET'],
    /"MEET" is unknown\. Did you mean `MET`\? Allowed: DESIGNATED, /,
  ],
  [['--format', 'jsonl', '--from', 'rusia'], /No entity has the id "rusia"\./],
  [['--format', 'jsonl', '--sources', 'source:x'], /No source has the id "source:x"\./],
  [['--format', 'jsonl', '--during', '2025-01-01/2024-01-01'], /the earlier first/],
  [['--format', 'jsonl', '--known-by', '2024-02-30'], /Give a day/],
  [['--format', 'jsonl', '--between', 'russia'], /Give at least two values/],
  [['--format', 'parquet'], /"parquet" writes several files\. Name a folder with --out FOLDER/],
  [['--format', 'jsonl', '--datasets', 'korpus'], /No dataset has the name "korpus"\./],
  [['--format', 'ftm', '--stances', 'DENIES'], /only affirmed events\. Leave --stances out/],
])('npm run export %j says what is wrong, without a stack', async (args, message) => {
  const { code, output } = await runCommand('export', args, env);
  expect(output).toMatch(message);
  expect(output).not.toMatch(/^ +at /m);
  expect(code).toBe(1);
});

test.each([
  ['jsonl', '--levels', 'NAMED', /"jsonl" holds events, .*\. Leave --levels out/],
  ['ftm', '--levels', 'NAMED', /"ftm" has no levels .*\. Leave --levels out/],
  ['csv', '--levels', 'NAMED', /Exported: 1 events/],
  ['graphml', '--levels', 'NAMED', /Exported: 1 events/],
  ['gexf', '--levels', 'NAMED', /Exported: 1 events.*\nDatasets: corpus \(Apache-2\.0\)/],
  ['gexf', '--datasets', 'corpus', /level NAMED alone, .* --levels NAMED,PRINCIPAL\n/],
  ['parquet', '--levels', 'NAMED', /Exported: 1 events/],
  ['jsonl', '--stances', 'AFFIRMS', /Exported: 1 events/],
  ['ftm', '--stances', 'AFFIRMS', /Exported: 1 events/],
  ['csv', '--stances', 'AFFIRMS', /Exported: 1 events/],
  ['graphml', '--stances', 'AFFIRMS', /Exported: 1 events/],
])(
  'npm run export --format %s %s %s: an option is used, or refused',
  async (format, name, value, message) => {
    const out = path.join(folder, `with${name}-${format}`, 'out');
    const args = ['--format', format, '--types', 'RECOGNIZED', '--to', 'taliban', name, value, '--out', out];
    const { code, output } = await runCommand('export', args, env);
    expect(output).toMatch(message);
    const isRefused = !output.includes('Exported');
    expect(code).toBe(isRefused ? 1 : 0);
    // Nor are the folders left behind that were made for it.
    expect(await readdir(folder)).toEqual(
      isRefused
        ? expect.not.arrayContaining([`with${name}-${format}`])
        : expect.arrayContaining([`with${name}-${format}`]),
    );
  },
);

test.each([
  ['jsonl', '--pairs', /"jsonl" holds events, not relationships\. Leave --pairs out/],
  ['ftm', '--pairs', /"ftm" has events, not pairs of entities\. Leave --pairs out/],
  ['graphml', '--raw-cells', /"graphml" has no cells\. Leave --raw-cells out/],
  ['parquet', '--raw-cells', /"parquet" has exact texts in any case\. Leave --raw-cells out/],
])('npm run export --format %s %s is refused', async (format, flag, message) => {
  const args = ['--format', format, flag, '--out', path.join(folder, 'refused', format)];
  const { code, output } = await runCommand('export', args, env);
  expect(output).toMatch(message);
  expect(code).toBe(1);
});

test('npm run export writes where the user is, and says where that was', async () => {
  const args = ['--format', 'csv', '--types', 'RECOGNIZED', '--to', 'taliban', '--out', 'here'];
  const { output } = await runCommand('export', args, { ...env, INIT_CWD: folder });
  expect(output).toContain(`Exported: 1 events, to ${path.join(folder, 'here')}\n`);
  expect(await readdir(path.join(folder, 'here'))).toContain('events.csv');
});

test('an export that fails leaves none of the folders behind that were made for it', async () => {
  const out = path.join(folder, 'changed', 'tables');
  const sink = await intoFolder(out, ['a.csv', 'b.csv']);
  await sink.write({ file: 'a.csv', text: 'a', events: 0 });
  await sink.discard();
  expect(await readdir(folder)).not.toContain('changed');
  const there = path.join(folder, 'there');
  await mkdir(there);
  await (await intoFolder(there, ['a.csv'])).discard();
  expect(await readdir(folder)).toContain('there');
});

test.each(['jsonl', 'csv'])(
  'npm run export --format %s names the file that cannot be written',
  async (format) => {
    const taken = path.join(folder, `taken-${format}`);
    await writeFile(taken, '');
    const args = ['--format', format, '--out', path.join(taken, 'out')];
    const { code, output } = await runCommand('export', args, env);
    expect(output).toMatch(/taken-\w+\/out" cannot be written: /);
    expect(output).not.toMatch(/^ +at /m);
    expect(code).toBe(1);
  },
);

test('npm run export ends without a stack where its reader has enough', async () => {
  const child = spawn(process.execPath, ['bin/run.mjs', 'src/export.ts', '--format', 'jsonl'], {
    env: { ...process.env, ...env },
  });
  let errors = '';
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  child.stdout.once('data', () => child.stdout.destroy());
  await once(child, 'close');
  expect(errors).toContain('The reader stopped reading.');
  expect(errors).not.toMatch(/^ +at /m);
});
