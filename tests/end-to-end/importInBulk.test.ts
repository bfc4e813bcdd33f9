import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/openDatabase.ts';
import { graphHash } from '../../src/seeding/graphHash.ts';
import { fixtureFiles } from '../importing/fixtureFiles.ts';
import { plainStatement } from '../setup/plainStatement.ts';
import { runCommand } from './runCommand.ts';

jest.setTimeout(300_000);

let env: { readonly CHANCERY_HOME: string };
let fixtures: Record<string, string[]>;
beforeAll(async () => {
  env = { CHANCERY_HOME: await mkdtemp(path.join(os.tmpdir(), 'chancery-bulk-')) };
  fixtures = await fixtureFiles();
});
afterAll(() => rm(env.CHANCERY_HOME, { recursive: true, force: true }));

async function hash(wipe = false): Promise<string> {
  const database = await openDatabase(readConfig(env), { onProgress: () => undefined });
  try {
    const made = await graphHash(database.graph);
    if (wipe) await database.graph.write((tx) => tx.run(plainStatement('MATCH (n) DETACH DELETE n')));
    return made;
  } finally {
    await database.close();
  }
}

describe.each(['icews', 'un-sanctions', 'ftm'])('A bulk import of %s', (format) => {
  test('makes the graph that an import into a running database makes, which then has nothing to add', async () => {
    const args = [format, ...fixtures[format]!];
    const bulk = await runCommand('import', [...args, '--bulk', '--replace'], env);
    expect(bulk.output).toMatch(/Imported: \d+ rows read/);
    expect(bulk.code).toBe(0);
    const made = await hash();

    const again = await runCommand('import', args, env);
    expect(again.output).toMatch(/ 0 events created, 0 records changed, [1-9]/);
    expect(await hash(true)).toBe(made);

    const online = await runCommand('import', args, env);
    expect(online.output).toMatch(/ [1-9]\d* events created/);
    expect(await hash()).toBe(made);
  });
});

test('A bulk import leaves alone a store that is there, unless it may replace it', async () => {
  const { code, output } = await runCommand('import', ['icews', ...fixtures.icews!, '--bulk'], env);
  expect(output).toMatch(/There is a store in .* already\.\nEither add --replace/);
  expect(code).toBe(1);
});

test('A bulk import for a Neo4j of one’s own writes the files and says how they are imported', async () => {
  const folder = path.join(env.CHANCERY_HOME, 'files');
  const uri = { NEO4J_URI: 'bolt://127.0.0.1:1' };
  const args = ['icews', ...fixtures.icews!, '--bulk'];
  const { code, output } = await runCommand('import', [...args, '--files', folder], uri);
  expect(output).toMatch(/neo4j-admin database import full --nodes=Entity=\S+Entity\.csv /);
  expect(code).toBe(0);
  const refused = await runCommand('import', args, uri);
  expect(refused.output).toContain('NEO4J_URI names another');
  expect(refused.code).toBe(1);
});
