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

/** Adds the commands that propose pairs of entities of several datasets, and apply decisions about them. */
export function addReviewCommands(program: Command): void {
  program
    .command('propose')
    .description('Writes pairs of entities that may be the same to a file for review.')
    .argument('<review.csv>', 'the file to write; must not exist')
    .option('--dataset <name>', 'only pairs with an entity of this dataset')
    .option('--minimum-score <score>', 'only pairs with at least this score: 0.7 to 1', score, 0.85)
    .action((file: string, options: ProposeOptions) => runProgram(() => propose(fileNamed(file), options)));
  program
    .command('resolve')
    .description(
      'Applies the verdicts of a review: same, different or undo. Rows without a verdict are skipped.',
    )
    .argument('<review.csv>', 'the reviewed file')
    .option('--by <name>', 'the person who decided (default: the name of the file)')
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
        ? `"${file}" exists already and may hold verdicts. Name another file, or delete it.`
        : `"${file}" cannot be written: ${(error as Error).message}`,
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
    `  ${left} pairs had the same verdict already, ${undecided} have no verdict yet`,
    `  ${events} events now refer to the joined entities`,
  ].join('\n');
}

function score(text: string): number {
  const number = Number(text);
  if (number >= 0.7 && number <= 1) return number;
  throw new InvalidArgumentError('Give a number from 0.7 to 1.');
}
