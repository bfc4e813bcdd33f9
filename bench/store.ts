import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Config, PROJECT, readConfig } from '../src/program/config.ts';
import { IMPORTERS } from '../src/importing/importers.ts';
import { openInputs } from '../src/importing/rows/inputFile.ts';
import { importFiles } from '../src/importing/importFiles.ts';
import { type ImportTarget, intoGraph } from '../src/importing/importTarget.ts';
import { importInBulk } from '../src/program/importInBulk.ts';
import { type Database, openDatabase } from '../src/program/openDatabase.ts';
import type { BenchSet } from './sets.ts';

/** What stores depend on. A store of another version of these is loaded again. */
const MODEL = ['schema', 'src/ontology', 'src/loading', 'src/reasoning', 'src/time', 'bench/generate'];

/** Opens a set's own store, with a Neo4j of its own, and loads the set first if the store is missing. */
export async function openStore(set: BenchSet, home: string, say: (line: string) => void): Promise<Database> {
  const folder = path.join(home, `${set.name}-${await modelVersion()}`);
  const loaded = path.join(folder, 'loaded');
  if (!existsSync(loaded)) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  if (!existsSync(loaded)) {
    const files = await set.files(home);
    const start = performance.now();
    await makeStore(set, folder, files, say);
    await writeFile(loaded, '');
    say(`loaded in ${Math.round((performance.now() - start) / 1_000)} s`);
  }
  return await openDatabase(configOf(folder), { onProgress: () => undefined });
}

/** Makes a store of a set as `npm run import -- --bulk` does. */
export async function makeStore(
  set: BenchSet,
  folder: string,
  files: readonly string[],
  say: (line: string) => void,
): Promise<void> {
  await importInBulk(configOf(folder), { id: set.name }, (target) => importInto(target, set, files), {
    ...{ replace: true, folder: null, onProgress: say },
  });
}

/** Imports a set as `npm run import` does. */
export async function load({ graph }: Pick<Database, 'graph'>, set: BenchSet, files: readonly string[]) {
  return await importInto(intoGraph(graph, { id: set.name }), set, files);
}

/** Imports a set into a target. */
export async function importInto(target: ImportTarget, { name, format }: BenchSet, files: readonly string[]) {
  const importer = IMPORTERS[format];
  if (importer === undefined) throw new Error(`There is no format ${format}.`);
  const inputs = await openInputs(files);
  return await importFiles(target, importer, {
    ...{ files: inputs.files, dataset: name, limit: Infinity, onProgress: () => undefined },
    ...{ asIs: false, strict: true, restart: false },
  });
}

/** Its own server, whatever the environment names, with the memory settings that the benchmark page states. */
export function configOf(home: string): Config {
  const config = readConfig();
  return { ...config, neo4j: null, embedded: { heap: '2g', pageCache: '1g', ...config.embedded, home } };
}

async function modelVersion(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of MODEL) {
    const entries = await readdir(path.join(PROJECT, folder), { recursive: true, withFileTypes: true });
    const files = entries
      // The GraphQL schema changes nothing in the store.
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.graphql'))
      .map((entry) => path.join(entry.parentPath, entry.name));
    for (const file of files.sort()) hash.update(file.slice(PROJECT.length)).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 8);
}
