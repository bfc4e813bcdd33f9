import type { Command } from 'commander';
import { readConfig } from './config.ts';
import { type Removal, removeDataset } from '../loading/removeDataset.ts';
import { knownDatasets } from '../queries/datasets.ts';
import { openDatabase } from './openDatabase.ts';
import { ProgramError } from './programError.ts';
import { CORPUS_ID } from './readCorpus.ts';
import { runProgram } from './runProgram.ts';

/** Adds the command that removes a dataset from the graph. */
export function addRemoveCommand(program: Command): void {
  program
    .command('remove')
    .description(
      'Removes a dataset from the graph: its reports, and all records that no other dataset needs.',
    )
    .argument('<dataset>', 'the name given with --dataset, or the name of the format')
    .action((dataset: string) => runProgram(() => remove(dataset)));
}

async function remove(dataset: string): Promise<void> {
  if (dataset === CORPUS_ID)
    throw new ProgramError(
      `"${CORPUS_ID}" is the dataset of the seed files, which npm start loads again. Delete the records from the seed files, then run npm run seed.`,
    );
  const { graph, close } = await openDatabase(readConfig(), { onProgress: console.log });
  try {
    const existing = (await graph.read(knownDatasets())).map(({ id }) => id);
    if (!existing.includes(dataset))
      throw new ProgramError(`Unknown dataset "${dataset}". Datasets: ${existing.join(', ') || 'none'}.`);
    const removal = await removeDataset(graph, dataset, progress());
    console.log(reportText(dataset, removal));
  } finally {
    await close();
  }
}

/** Prints a line every few seconds. */
function progress(): (done: number, all: number) => void {
  let last = performance.now();
  return (done, all) => {
    if (performance.now() - last < 2_000) return;
    last = performance.now();
    console.log(`  ${done} of ${all} events`);
  };
}

function reportText(dataset: string, { toLoadAgain, ...counts }: Removal): string {
  return [
    `Removed: ${dataset}`,
    ...Object.entries(counts).map(
      ([what, { removed, kept }]) =>
        `  ${what.padEnd(9)} ${removed} removed${kept === 0 ? '' : `, ${kept} kept, because other datasets need them`}`,
    ),
    ...(toLoadAgain.length === 0
      ? []
      : [
          `Load again: ${toLoadAgain.join(', ')}. Their versions of the kept records were hidden by ${dataset}.`,
        ]),
  ].join('\n');
}
