import { basename } from 'node:path';
import type { Graph } from '../graph/graph.ts';
import type { Importer } from '../importing/importer.ts';
import { ImportError } from '../importing/rows/fault.ts';
import { followedFiles, rememberFollowed } from '../loading/datasetVersion.ts';
import type { DatasetIdentity } from '../record/datasetIdentity.ts';
import { readConfig } from './config.ts';
import { followFolder, requireFolder } from './followFolder.ts';
import { graphTarget, readInto, type ReadingOptions, withInputs } from './importInputs.ts';
import { reportText } from './importReport.ts';
import { openDatabase } from './openDatabase.ts';
import { untilStopped } from './untilStopped.ts';

/**
 * Imports the files of a folder, and others as they arrive, until the program is asked to stop; then it ends after the
 * part that is being written. Files that cannot be imported are named and left out.
 * @throws ProgramError if there is no such folder
 */
export async function importAsTheyArrive(
  folder: string,
  importer: Importer,
  dataset: DatasetIdentity,
  options: ReadingOptions,
): Promise<void> {
  await requireFolder(folder);
  const database = await openDatabase(readConfig(), { onProgress: console.log });
  const stopping = new AbortController();
  const { graph } = database;
  const arrival = { graph, importer, dataset, options, stop: stopping.signal };
  try {
    const done = await followedFiles(graph, dataset.id);
    console.log(`Following "${folder}". Stop with Ctrl-C.`);
    const stopped = untilStopped(database)
      .then(() => {
        console.log('Stopping, once what is being written is written. Ctrl-C again stops at once.');
      })
      .finally(() => {
        stopping.abort();
      });
    stopped.catch(() => undefined);
    await followFolder(folder, {
      ...{ done, stop: stopping.signal, onProgress: console.log, awaits: importer.awaits ?? (() => null) },
      take: (paths) => importArrived(paths, arrival),
      remember: (all) => rememberFollowed(graph, dataset.id, all),
    });
    await stopped;
  } finally {
    stopping.abort();
    await database.close();
  }
}

interface Arrival {
  readonly graph: Graph;
  readonly importer: Importer;
  readonly dataset: DatasetIdentity;
  readonly options: ReadingOptions;
  readonly stop: AbortSignal;
}

/**
 * Imports files together; if that fails, each by itself. What cannot be imported is told.
 * @returns those that were imported whole
 */
async function importArrived(paths: readonly string[], arrival: Arrival): Promise<string[]> {
  const { graph, importer, dataset, options, stop } = arrival;
  const target = await graphTarget(graph, dataset, importer.terms ?? {});
  try {
    const report = await withInputs(paths, (inputs) =>
      readInto(target, inputs, importer, dataset, { ...options, restart: true }, { stop }),
    );
    console.log([paths.map((file) => basename(file)).join(', '), reportText(report, false)].join('\n'));
    return stop.aborted ? [] : [...paths];
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    if (paths.length === 1) console.log(`Left out: ${error.message}`);
  }
  const done: string[] = [];
  if (paths.length > 1) for (const file of paths) done.push(...(await importArrived([file], arrival)));
  return done;
}
