import type { DatasetRecord } from '../record/dataset.ts';
import { checkSeeds } from './checkSeeds.ts';
import { datasetOf } from './datasetOf.ts';
import type { SeedFault } from './fault.ts';
import { readSeeds } from './readSeeds.ts';

/** Either every fault of every file, sorted, or the dataset; never a part of it. */
export type CompiledSeeds =
  | { readonly faults: readonly SeedFault[]; readonly dataset?: never }
  | { readonly dataset: DatasetRecord; readonly faults?: never };

/**
 * Reads and checks the seed files of a folder and makes them a dataset of that id. In which order the files
 * and their items come makes no difference to it.
 */
export async function compileSeeds(folder: string, datasetId: string): Promise<CompiledSeeds> {
  const { corpus, faults } = checkSeeds(await readSeeds(folder));
  return faults.length > 0 ? { faults } : { dataset: datasetOf(corpus, datasetId) };
}
