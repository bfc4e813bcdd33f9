import { access, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { fileNamed, readConfig } from './config.ts';
import { counted } from './counted.ts';
import type { Graph } from '../graph/graph.ts';
import { openDatabase } from './openDatabase.ts';
import { ProgramError } from './programError.ts';
import { CORPUS_ID } from './readCorpus.ts';
import { applyReview, type ReviewReport } from '../resolving/applyReview.ts';
import { type ProposedReview, proposeReview, type ReviewOptions } from '../resolving/proposeReview.ts';
import { acceptedRows, readReview, ReviewError, reviewText } from '../resolving/reviewFile.ts';
import { runProgram } from './runProgram.ts';
import { today } from '../time/day.ts';

/** Adds the commands that propose entities of several datasets that may be one, and apply decisions about them. */
export function addReviewCommands(program: Command): void {
  program
    .command('propose')
    .description('Writes entities that may be the same to a file for review, in groups.')
    .argument('<review.csv>', 'the file to write; must not exist')
    .option('--dataset <name>', 'only pairs with an entity of this dataset')
    .option('--minimum-score <score>', 'only pairs with at least this score: 0.7 to 1', score, 0.85)
    .option(
      '--accept <score>',
      'accept at once what is exact: 1.0, for equal names of one kind and country. Needs --by',
      exactScore,
    )
    .option('--by <name>', 'with --accept: the person who decides')
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
  readonly accept?: number;
  readonly by?: string;
}

async function propose(file: string, { accept, by, ...options }: ProposeOptions): Promise<void> {
  const person = by?.trim() ?? '';
  if (accept !== undefined && person === '')
    throw new ProgramError('--accept needs --by NAME: the decisions carry the name of who took them.');
  if (accept === undefined && by !== undefined)
    throw new ProgramError('--by has no meaning without --accept. Give it when you apply the review.');
  await requireNone(file);
  await withGraph(async (graph) => {
    const review = await proposeReview(graph, {
      ...{ ...options, first: CORPUS_ID, acceptsExact: accept !== undefined },
      onProgress: progressPrinter(),
    });
    await writeReview(file, reviewText(review));
    if (accept !== undefined) console.log(await acceptExact(graph, review, file, person));
    console.log(proposedText(review, file));
  });
}

async function acceptExact(graph: Graph, review: ProposedReview, file: string, by: string): Promise<string> {
  const rows = acceptedRows(review, file);
  const { events } = await forReader(applyReview(graph, { rows }, { on: today(), by }));
  const groups = review.groups.filter(({ proposals }) => proposals.some(({ isAccepted }) => isAccepted));
  const contradicting = review.contradicting ?? 0;
  return [
    `Accepted by ${by}: ${counted(rows.length, 'pair')} of equal names, of one kind and country, in ${counted(groups.length, 'group')}`,
    ...(contradicting === 0
      ? []
      : [`  ${counted(contradicting, 'group')} of equal names not accepted: two in it cannot be the same`]),
    `  ${eventsText(events)}`,
  ].join('\n');
}

function proposedText({ groups }: ProposedReview, file: string): string {
  const open = groups.map(({ proposals }) => proposals.filter(({ isAccepted }) => !isAccepted));
  const left = open.filter((pairs) => pairs.length > 0);
  const conflicts = groups.filter(({ conflict }) => conflict !== null).length;
  return [
    `Proposed: ${counted(left.flat().length, 'pair')} in ${counted(left.length, 'group')}, in ${file}`,
    ...(conflicts === 0
      ? []
      : [`  ${counted(conflicts, 'group')} with entities that cannot be the same: see the column conflict`]),
  ].join('\n');
}

/** Prints how far the comparison is, every two seconds. */
function progressPrinter(): NonNullable<ReviewOptions['onProgress']> {
  let last = performance.now();
  return (compared, of) => {
    if (performance.now() - last < 2_000) return;
    last = performance.now();
    console.log(`  ${Math.floor((100 * compared) / of)} % compared, ${compared} of ${of} entities`);
  };
}

/** Before the long work. */
async function requireNone(file: string): Promise<void> {
  const exists = await access(file).then(
    () => true,
    () => false,
  );
  if (exists) throw new ProgramError(existsText(file));
}

async function writeReview(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new ProgramError(
      isThere ? existsText(file) : `"${file}" cannot be written: ${(error as Error).message}`,
    );
  }
}

function existsText(file: string): string {
  return `"${file}" exists already and may hold verdicts. Name another file, or delete it.`;
}

async function resolve(file: string, { by = path.basename(file) }: { by?: string }): Promise<void> {
  const review = await forReader(readReview(file));
  const report = await withGraph((graph) => forReader(applyReview(graph, review, { on: today(), by })));
  console.log(reportText(report, review.undecided));
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
    `  ${eventsText(events)}`,
  ].join('\n');
}

function eventsText(events: number): string {
  return `${counted(events, 'event')} now ${events === 1 ? 'refers' : 'refer'} to the joined entities`;
}

function score(text: string): number {
  const number = Number(text);
  if (number >= 0.7 && number <= 1) return number;
  throw new InvalidArgumentError('Give a number from 0.7 to 1.');
}

function exactScore(text: string): number {
  if (Number(text) === 1 && text.trim() !== '') return 1;
  throw new InvalidArgumentError(
    'Only exact names are accepted at once: give 1.0. Decide about others in the file.',
  );
}
