import path from 'node:path';
import type { DatasetTerms } from '../record/datasetIdentity.ts';
import type { DatasetRecord } from '../record/dataset.ts';
import { PROJECT } from './config.ts';
import { compileSeeds } from '../seeding/compileSeeds.ts';
import { ProgramError } from './programError.ts';
import { formatFaults } from '../seeding/formatFaults.ts';

/** The dataset of the curated corpus. */
export const CORPUS_ID = 'corpus';

/** The default folder of the corpus. */
export const SEED_FOLDER = path.join(PROJECT, 'seed');

/** Of the files in that folder; other seed files have their own. */
const CORPUS_TERMS: DatasetTerms = {
  license: 'Apache-2.0',
  origin: "The seed files of Chancery: texts and public records in the editors' own words",
};

/** Reads and checks seed files. @throws ProgramError that lists every fault of every file */
export async function readCorpus(folder = SEED_FOLDER): Promise<DatasetRecord> {
  const result = await compileSeeds(folder, CORPUS_ID);
  if ('faults' in result) throw new ProgramError(formatFaults(result.faults));
  return { ...result.dataset, ...(folder === SEED_FOLDER ? CORPUS_TERMS : {}) };
}
