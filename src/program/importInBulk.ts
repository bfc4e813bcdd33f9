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
export async function importInBulk(
  { neo4j, ...config }: Config,
  dataset: DatasetIdentity,
  read: (target: ImportTarget) => Promise<unknown>,
  { replace, folder, onProgress }: BulkOptions,
): Promise<void> {
  if (neo4j !== null && folder === null)
    throw new ProgramError(
      '--bulk builds the store of the embedded Neo4j, but NEO4J_URI names another. Unset NEO4J_URI, or give --files FOLDER and import the files on the machine of that Neo4j.',
    );
  const { home, release, cache } = config.embedded;
  const said = stopwatch(onProgress);
  const files = folder ?? path.join(home, 'import');
  try {
    const writer = new BulkWriter(dataset, files);
    await read(intoFiles(writer, dataset));
    const args = writer.finish();
    said('files written');
    if (folder !== null) {
      onProgress(howToImport(args, dataset));
      return;
    }
    await importFull({
      ...{ home, release, cache, env: config.environment, args, replace },
      onProgress: ({ message, done }) => {
        onProgress(done === undefined ? message : `${message} (${done})`);
      },
    });
    said('store built');
  } finally {
    if (folder === null) await rm(files, { recursive: true, force: true });
  }
  const database = await openDatabase({ ...config, neo4j }, { onProgress });
  await database.graph.write((transaction) => transaction.run(finishImport(dataset, randomUUID())));
  said('server started, constraints and indexes created');
  await database.close();
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
