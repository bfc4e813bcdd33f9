import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Graph } from '../../src/graph/graph.ts';
import { graphHash } from '../setup/graphHash.ts';
import { testConnection, testGraph } from '../setup/testGraph.ts';
import { runCommand } from './runCommand.ts';

describe('npm run seed', () => {
  let graph: Graph;
  let folder: string;
  const { uri, user, password } = testConnection();
  const env = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };

  beforeAll(async () => {
    graph = testGraph();
    folder = await mkdtemp(path.join(os.tmpdir(), 'chancery-seed-'));
    await cp('seed', folder, { recursive: true });
  });
  afterAll(async () => {
    await graph.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('lists every fault of every file, ends with 1 and leaves the graph as it was', async () => {
    const before = await graphHash(graph);
    await change('events/recognition.yaml', (text) => text.replace('type: RECOGNIZED', 'type: RECOGNISED'));
    await change('entities/countries.yaml', (text) => text.replace('kind: COUNTRY', 'kind: COUNTY'));
    const { code, output } = await runCommand('seed', ['--from', folder], env);
    expect(code).toBe(1);
    expect(output).toMatch(/recognition\.yaml:\d+:\d+ .*RECOGNISED/);
    expect(output).toMatch(/countries\.yaml:\d+:\d+ .*COUNTY/);
    expect(output).not.toMatch(/^ +at /m);
    expect(await graphHash(graph)).toBe(before);
  });

  test('says with --dry-run what it would write, and writes nothing', async () => {
    await cp('seed', folder, { recursive: true });
    await change('entities/countries.yaml', (text) =>
      text.replace(/^ {2}name: Russia$/m, '  name: Russian Federation'),
    );
    const before = await graphHash(graph);
    const { code, output } = await runCommand('seed', ['--dry-run', '--from', folder], env);
    expect(output).toMatch(/entities +0 created, 1 changed, 0 removed/);
    expect(code).toBe(0);
    expect(await graphHash(graph)).toBe(before);
  });

  async function change(file: string, edit: (text: string) => string): Promise<void> {
    const text = await readFile(path.join(folder, file), 'utf8');
    const edited = edit(text);
    expect(edited).not.toBe(text);
    await writeFile(path.join(folder, file), edited);
  }
});
