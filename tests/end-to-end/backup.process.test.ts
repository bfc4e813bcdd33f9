import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readConfig } from '../../src/program/config.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { openDatabase } from '../../src/program/openDatabase.ts';
import { graphHash } from '../setup/graphHash.ts';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import { readCorpus } from '../../src/program/readCorpus.ts';
import { plainStatement } from '../setup/plainStatement.ts';
import { runCommand } from './runCommand.ts';

// Starts a Neo4j of its own several times.

let folder: string;
let env: Record<string, string>;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'chancery-backup-'));
  env = { CHANCERY_HOME: path.join(folder, 'home') };
  file = path.join(folder, 'kept', 'corpus.dump');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function onStore<T>(work: (graph: Graph) => Promise<T>): Promise<T> {
  const config = readConfig({ ...process.env, NEO4J_URI: '', ...env });
  const database = await openDatabase(config, { onProgress: () => undefined });
  try {
    return await work(database.graph);
  } finally {
    await database.close();
  }
}

test('npm run restore brings back what npm run backup wrote', async () => {
  const none = await runCommand('backup', [file], env);
  expect(none.output).toMatch(/holds no store\.\nEither create one with npm start/);
  expect(none.code).toBe(1);

  const before = await onStore(async (graph) => {
    await loadDataset(graph, await readCorpus('tests/fixtures/seeds-small'));
    const running = await runCommand('backup', [file], env);
    expect(running.output).toMatch(/A Neo4j runs in .* can only be written to a file while no server runs\./);
    expect(running.code).toBe(1);
    return await graphHash(graph);
  });
  const kept = await runCommand('backup', [file], env);
  expect(kept.output).toContain('Backed up: ');
  expect(kept.code).toBe(0);
  expect(await readdir(path.dirname(file))).toEqual(['corpus.dump']);

  const changed = await onStore(async (graph) => {
    await graph.write((tx) => tx.run(plainStatement('MATCH (e:Event) DETACH DELETE e')));
    return await graphHash(graph);
  });
  expect(changed).not.toBe(before);

  const refused = await runCommand('restore', [file], env);
  expect(refused.output).toMatch(/holds a store already\.\nEither add --replace/);
  expect(refused.code).toBe(1);
  const cut = path.join(folder, 'cut.dump');
  await writeFile(cut, (await readFile(file)).subarray(0, -1_000));
  for (const [broken, wrong] of [
    [
      cut,
      /cut\.dump is damaged: cut short, or changed .* The store in .* is unchanged\.\nEither copy it again/,
    ],
    ['README.md', /README\.md is not a backup\. The store in .* is unchanged\./],
  ] as const) {
    const failed = await runCommand('restore', [broken, '--replace'], env);
    expect(failed.output).toMatch(wrong);
    expect(failed.output).not.toMatch(/Exception|verbose/);
    expect(failed.output.match(/Looking for Java/g)).toHaveLength(1);
    expect(failed.code).toBe(1);
  }
  // As a restore leaves it that was killed before its store was whole.
  const data = path.join(folder, 'home/data');
  await mkdir(path.join(data, 'restoring/data/databases/neo4j'), { recursive: true });
  expect(await onStore(graphHash)).toBe(changed);
  expect(await readdir(data)).not.toContain('restoring');
  for (const kind of ['databases', 'transactions'])
    await cp(path.join(data, kind, 'neo4j'), path.join(folder, 'whole', kind, 'neo4j'), { recursive: true });

  const restored = await runCommand('restore', [file, '--replace'], env);
  expect(restored.output).toContain('Restored: ');
  expect(restored.code).toBe(0);
  expect(await onStore(graphHash)).toBe(before);

  // As a restore leaves it that was killed while its store, whole, took the place of the other.
  await cp(path.join(folder, 'whole'), path.join(data, 'restored'), { recursive: true });
  await rm(path.join(data, 'databases/neo4j'), { recursive: true });
  expect(await onStore(graphHash)).toBe(changed);
  expect(await readdir(data)).not.toContain('restored');
});

test('npm run backup names a file that cannot be written', async () => {
  const taken = path.join(folder, 'taken');
  await writeFile(taken, '');
  const { code, output } = await runCommand('backup', [path.join(taken, 'corpus.dump')], env);
  expect(output).toMatch(/taken\/corpus\.dump" cannot be written: /);
  expect(output).not.toMatch(/^ +at |CHANCERY_HOME/m);
  expect(code).toBe(1);
});

test.each(['backup', 'restore'])('npm run %s does not reach a Neo4j of one’s own', async (program) => {
  const { code, output } = await runCommand(program, [file], { NEO4J_URI: 'bolt://127.0.0.1:1' });
  expect(output).toMatch(/Run neo4j-admin database (dump|load) on its machine/);
  expect(code).toBe(1);
});
