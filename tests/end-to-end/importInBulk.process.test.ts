import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readConfig } from '../../src/program/config.ts';
import { importFull } from '../../src/embedded/importFull.ts';
import type { Graph } from '../../src/graph/graph.ts';
import type { DatasetRecord } from '../../src/record/dataset.ts';
import { openDatabase } from '../../src/program/openDatabase.ts';
import { addRecords } from '../../src/loading/addRecords.ts';
import { BulkWriter, type LastVersions } from '../../src/loading/bulk/bulkWriter.ts';
import { graphHash } from '../setup/graphHash.ts';
import { loadDataset } from '../../src/loading/loadDataset.ts';
import { anyDataset, dataset, PREFIX } from '../loading/smallDatasets.ts';
import { plainStatement } from '../setup/plainStatement.ts';
import { runCommand } from './runCommand.ts';

// Each makes a store and starts a Neo4j on it.

const EVENTS = 'tests/importing/fixtures/icews/events.csv';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'chancery-bulk-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

test('npm run import --bulk makes the store from the files, which an import then has nothing to add to', async () => {
  const env = { CHANCERY_HOME: path.join(home, 'command') };
  const bulk = await runCommand('import', ['icews', EVENTS, '--bulk'], env);
  expect(bulk.output).toMatch(/s: files written[^]*s: store built[^]*Imported: 6 rows read/);
  expect(bulk.code).toBe(0);

  const refused = await runCommand('import', ['icews', EVENTS, '--bulk'], env);
  expect(refused.output).toMatch(/holds a store already\.\nEither add --replace/);
  expect(refused.code).toBe(1);

  const again = await runCommand('import', ['icews', EVENTS], env);
  expect(again.output).toMatch(/ 0 events created, 0 records changed, 4 events unchanged/);
});

test('The graph is the same made in bulk, added in parts, and loaded as a whole', async () => {
  const records = manyAsOne();
  const folder = path.join(home, 'same');
  const older = {
    ...records,
    entities: records.entities.map((entity, i) => (i % 3 === 0 ? { ...entity, name: 'Of before' } : entity)),
    events: records.events.map((event, i) => (i % 3 === 0 ? { ...event, summary: 'Of before.' } : event)),
  };
  const written = (last?: LastVersions) => {
    const writer = new BulkWriter(records, path.join(home, 'files'), last);
    for (const each of [older, records]) writer.add(each);
    return { last: writer.lastVersions(), args: writer.finish() };
  };
  // Of what comes twice the last counts, for which the files are written twice.
  const { last } = written();
  const { last: none, args } = written(last ?? undefined);
  expect(none).toBeNull();
  const config = readConfig({ ...process.env, CHANCERY_HOME: folder, NEO4J_URI: '' });
  const { release, cache } = config.embedded;
  await importFull({ home: folder, env: process.env, release, cache, args, replace: false });

  const database = await openDatabase(config, { onProgress: () => undefined });
  const { graph } = database;
  try {
    const inBulk = await graphHash(graph);
    const afterwards = async (load: () => Promise<unknown>) => {
      await graph.write((transaction) => transaction.run(plainStatement('MATCH (n) DETACH DELETE n')));
      await load();
      await graph.write((transaction) => transaction.run(plainStatement('MATCH (d:Dataset) DELETE d')));
      return await graphHash(graph);
    };
    expect(await afterwards(() => addRecords(graph, records, 'end:1'))).toBe(inBulk);
    expect(await afterwards(() => loadDataset(graph, records))).toBe(inBulk);
    expect(await contains(graph, 'EventVersion', 'Identifier')).toBe(true);
  } finally {
    await database.close();
  }
});

test('npm run import --bulk for a Neo4j of one’s own writes the files and says how they are imported', async () => {
  const env = { NEO4J_URI: 'bolt://127.0.0.1:1' };
  const args = ['icews', EVENTS, '--bulk'];
  const kept = await runCommand('import', [...args, '--files', path.join(home, 'kept')], env);
  expect(kept.output).toMatch(/neo4j-admin database import full --nodes=Entity=\S+Entity\.csv /);
  expect(kept.code).toBe(0);

  const refused = await runCommand('import', args, env);
  expect(refused.output).toContain('NEO4J_URI names another');
  expect(refused.code).toBe(1);
});

/** Datasets of every kind of record, each with ids of its own, as one. */
function manyAsOne(): DatasetRecord {
  const all = fc.sample(anyDataset('all'), { numRuns: 60, seed: 1815 }).map((one, index) => {
    const text = JSON.stringify(one).replaceAll(/load-test([-:])/g, `${PREFIX}${index}$1`);
    return JSON.parse(text) as DatasetRecord;
  });
  return dataset('all', {
    entities: all.flatMap(({ entities }) => entities),
    sources: all.flatMap(({ sources }) => sources),
    events: all.flatMap(({ events }) => events),
  });
}

async function contains(graph: Graph, ...labels: readonly string[]): Promise<boolean> {
  const rows = await graph.read(
    plainStatement<{ label: string }>('MATCH (n) UNWIND labels(n) AS label RETURN DISTINCT label'),
  );
  return labels.every((label) => rows.some((row) => row.label === label));
}
