import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EXPORTERS } from '../../src/exporting/exporters.ts';
import { runCommand } from '../end-to-end/runCommand.ts';
import { testConnection } from '../setup/testGraph.ts';
import { readFileOf } from './readme.ts';

const page = await readFileOf('docs/guides/export.md');
const commands = [...page.matchAll(/^npm run export -- (.*)$/gm)].map(([, args]) => args!.split(' '));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'chancery-export-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(commands)('npm run export %s %s %s %s writes what the page says', async (...args) => {
  const { uri, user, password } = testConnection();
  const env = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
  const into = args.map((arg) => arg.replace(/^exports\//, `${folder}/`));
  const { code, output } = await runCommand('export', into, env);
  expect(output).toMatch(/Exported: [1-9]\d* events/);
  expect(code).toBe(0);
  expect(await readdir(folder)).toContain(path.basename(into.at(-1)!));
});

test('the page names every table and every filter', async () => {
  const tables = [...page.matchAll(/^\| `(\w+\.csv)`/gm)].map(([, name]) => name).sort();
  expect(tables).toEqual([...EXPORTERS.csv!.files!].sort());
  const { output } = await runCommand('export', ['--help'], {});
  const options = [...output.matchAll(/^ +(--[a-z-]+) </gm)].map(([, name]) => name!);
  const named = [...page.matchAll(/`(--[a-z-]+)/g)].map(([, name]) => name!);
  const written = commands.flat().filter((arg) => arg.startsWith('--'));
  expect(options.filter((name) => ![...named, ...written].includes(name))).toEqual([]);
});
