import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { fileNamed, readConfig } from './config.ts';
import type { Graph } from '../graph/graph.ts';
import { openDatabase } from './openDatabase.ts';
import { ProgramError } from './programError.ts';
import { CORPUS_ID } from './readCorpus.ts';
import { applyReview, type ReviewReport } from '../resolving/applyReview.ts';
import { proposeReview } from '../resolving/proposeReview.ts';
import { readReview, ReviewError, reviewText } from '../resolving/reviewFile.ts';
import { runProgram } from './runProgram.ts';
import { today } from '../time/day.ts';

/** Adds the commands by which entities of several datasets are found, and decided, to be one. */
export function addReviewCommands(program: Command): void {
  program
    .command('propose')
    .description('Writes which entities may be one into a file, for a person to review.')
    .argument('<review.csv>', 'the file to write; one that is there is left alone')
    .option('--dataset <name>', 'only pairs of which one belongs to this dataset')
    .option('--minimum-score <score>', 'only pairs that score as much: 0.7 to 1', score, 0.85)
    .action((file: string, options: ProposeOptions) => runProgram(() => propose(fileNamed(file), options)));
  program
    .command('resolve')
    .description('Applies the verdicts of a review: same, different, or undo; rows without one wait.')
    .argument('<review.csv>', 'the reviewed file')
    .option('--by <name>', 'who decided; the name of the file if left out')
    .action((file: string, options: { by?: string }) => runProgram(() => resolve(fileNamed(file), options)));
}

interface ProposeOptions {
  readonly dataset?: string;
  readonly minimumScore: number;
}

async function propose(file: string, options: ProposeOptions): Promise<void> {
  const proposals = await withGraph((graph) => proposeReview(graph, { ...options, first: CORPUS_ID }));
  try {
    await writeFile(file, reviewText(proposals), { flag: 'wx' });
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new ProgramError(
      isThere
        ? `${file} is there already: it may hold verdicts. Name another file, or take it away.`
        : `${file} cannot be written: ${(error as Error).message}`,
    );
  }
  console.log(`Proposed: ${proposals.length} pairs, in ${file}`);
}

async function resolve(file: string, { by = path.basename(file) }: { by?: string }): Promise<void> {
  const { rows, undecided } = await forReader(readReview(file));
  const report = await withGraph((graph) => forReader(applyReview(graph, rows, { on: today(), by })));
  console.log(reportText(report, undecided));
}

async function withGraph<T>(work: (graph: Graph) => Promise<T>): Promise<T> {
  const database = await openDatabase(readConfig(), { onProgress: console.log });
  try {
    return await work(database.graph);
  } finally {
    await database.close();
  }
}

async function forReader<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof ReviewError ? new ProgramError(error.message) : error;
  }
}

function reportText({ same, different, undone, left, events }: ReviewReport, undecided: number): string {
  return [
    `Applied: ${same} pairs are the same, ${different} are different, ${undone} decisions undone`,
    `  ${left} pairs were decided so already, ${undecided} are not decided yet`,
    `  ${events} events are told of the entities as they are joined now`,
  ].join('\n');
}

function score(text: string): number {
  const number = Number(text);
  if (number >= 0.7 && number <= 1) return number;
  throw new InvalidArgumentError('Give a number from 0.7 to 1.');
}
