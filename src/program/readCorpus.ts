import path from 'node:path';
import type { DatasetRecord } from '../record/dataset.ts';
import { PROJECT } from './config.ts';
import { compileSeeds } from '../seeding/compileSeeds.ts';
import { ProgramError } from './programError.ts';
import { formatFaults } from '../seeding/formatFaults.ts';

/** The dataset of the curated corpus. */
export const CORPUS_ID = 'corpus';

/** The default folder of the corpus. */
export const SEED_FOLDER = path.join(PROJECT, 'seed');

/** Reads and checks seed files. @throws ProgramError that lists every fault of every file */
export async function readCorpus(folder = SEED_FOLDER): Promise<DatasetRecord> {
  const result = await compileSeeds(folder, CORPUS_ID);
  if ('faults' in result) throw new ProgramError(formatFaults(result.faults));
  return result.dataset;
}
