import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from './config.ts';
import { importFull } from '../embedded/importFull.ts';
import { type ImportTarget, intoFiles } from '../importing/importTarget.ts';
import { openDatabase } from './openDatabase.ts';
import { ProgramError } from './programError.ts';
import { BulkWriter } from '../loading/bulk/bulkWriter.ts';
import type { DatasetIdentity } from '../record/datasetIdentity.ts';
import { finishImport } from '../loading/datasetVersion.ts';

export interface BulkOptions {
  /** Whether an existing store may be lost. */
  readonly replace: boolean;
  /** The folder in which to leave the files without importing them; `null` to import them. */
  readonly folder: string | null;
  readonly onProgress: (message: string) => void;
}

/**
 * Makes the embedded store from one dataset: first its records as files, then the store from the files, then
 * constraints and indexes. Last it marks the dataset as whole.
 */
export async function importInBulk<R>(
  { neo4j, ...config }: Config,
  dataset: DatasetIdentity,
  read: (target: ImportTarget) => Promise<R>,
  { replace, folder, onProgress }: BulkOptions,
): Promise<R> {
  if (neo4j !== null && folder === null)
    throw new ProgramError(
      '--bulk builds the store of the embedded Neo4j, but NEO4J_URI names another. Unset NEO4J_URI, or give --files FOLDER and import the files on the machine of that Neo4j.',
    );
  const { home, release, cache } = config.embedded;
  const said = stopwatch(onProgress);
  const files = folder ?? path.join(home, 'import');
  try {
    const { args, result } = await writeFiles(dataset, files, read, said);
    if (folder !== null) {
      onProgress(howToImport(args, dataset));
      return result;
    }
    await importFull({
      ...{ home, release, cache, env: config.environment, args, replace },
      onProgress: ({ message, done }) => {
        onProgress(done === undefined ? message : `${message} (${done})`);
      },
    });
    said('store built');
    const database = await openDatabase({ ...config, neo4j }, { onProgress });
    await database.graph.write((transaction) => transaction.run(finishImport(dataset, randomUUID())));
    said('server started, constraints and indexes created');
    await database.close();
    return result;
  } finally {
    if (folder === null) await rm(files, { recursive: true, force: true });
  }
}

/** Writes the files, and once more if records came several times: the last of each counts. */
async function writeFiles<R>(
  dataset: DatasetIdentity,
  folder: string,
  read: (target: ImportTarget) => Promise<R>,
  said: (done: string) => void,
): Promise<{ args: string[]; result: R }> {
  let writer = new BulkWriter(dataset, folder);
  let result = await read(intoFiles(writer, dataset));
  let args = writer.finish();
  const last = writer.lastVersions();
  if (last !== null) {
    said('files written, in which records come several times; writing them again with the last of each');
    writer = new BulkWriter(dataset, folder, last);
    result = await read(intoFiles(writer, dataset));
    args = writer.finish();
  }
  said('files written');
  return { args, result };
}

/** Prints how long each step took. */
function stopwatch(onProgress: (message: string) => void): (done: string) => void {
  let last = performance.now();
  return (done) => {
    const now = performance.now();
    onProgress(`${((now - last) / 1_000).toFixed(1)} s: ${done}`);
    last = now;
  };
}

function howToImport(
  args: readonly string[],
  { id, coding = 'HUMAN', license, origin }: DatasetIdentity,
): string {
  // A text of JSON is a text of Cypher.
  const stated = Object.entries({ coding, license, origin })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `d.${name} = ${JSON.stringify(value)}`);
  return [
    'The files are written. Stop the server and run:',
    '',
    `neo4j-admin database import full ${args.join(' ')} --overwrite-destination neo4j`,
    '',
    'Then start the server, run npm start to create the constraints and indexes, and mark the dataset as complete in Cypher:',
    '',
    `MERGE (d:Dataset {id: '${id}'}) SET ${stated.join(', ')}, d.version = randomUUID()`,
  ].join('\n');
}
