import { basename } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { fileNamed, readConfig } from './program/config.ts';
import { followFolder } from './program/followFolder.ts';
import type { Importer } from './importing/importer.ts';
import { ImportError } from './importing/rows/fault.ts';
import { IMPORTERS } from './importing/importers.ts';
import { type InputFiles, openInputs } from './importing/rows/inputFile.ts';
import { importFiles, type ImportReport, StoppedAtRow } from './importing/importFiles.ts';
import { reportText, showProgress } from './program/importReport.ts';
import { importInBulk } from './program/importInBulk.ts';
import { type ImportTarget, dryRun, intoGraph } from './importing/importTarget.ts';
import { type Database, openDatabase } from './program/openDatabase.ts';
import { CORPUS_ID } from './program/readCorpus.ts';
import { ProgramError } from './program/programError.ts';
import { addRemoveCommand } from './program/removeCommand.ts';
import { addReviewCommands } from './program/reviewCommands.ts';
import { applyDecisions } from './resolving/applyReview.ts';
import { ReviewError } from './resolving/reviewFile.ts';
import { runProgram } from './program/runProgram.ts';
import type { Graph } from './graph/graph.ts';
import { followedFiles, OtherCoding, rememberFollowed, storedTerms } from './loading/datasetVersion.ts';
import { CODINGS, type Coding } from './ontology/codings.ts';
import type { DatasetIdentity, DatasetTerms } from './record/datasetIdentity.ts';
import { whyTextIsUnkept } from './record/structure/keptValues.ts';
import { BulkError } from './loading/bulk/bulkWriter.ts';
import { untilStopped } from './program/untilStopped.ts';
import { wholeNumber } from './program/wholeNumber.ts';

interface Options {
  readonly dataset?: string;
  readonly coding?: Coding;
  readonly licence?: string;
  readonly origin?: string;
  readonly dryRun?: true;
  readonly asIs?: true;
  readonly strict?: true;
  readonly restart?: true;
  readonly partial?: true;
  readonly bulk?: true;
  readonly replace?: true;
  readonly files?: string;
  readonly follow?: string;
  readonly limit: number;
}

const command = new Command('npm run import --')
  .description('Imports files in a known format into the graph.')
  .argument('<format>', Object.keys(IMPORTERS).join(', '))
  .argument('[file...]', 'the files, plain or packed as .gz or .zip; - is the standard input')
  .option('--dataset <name>', 'the dataset to which the rows belong (default: the name of the format)')
  .addOption(
    new Option('--coding <coding>', 'who read the sources (default: what the format says)').choices(
      Object.keys(CODINGS),
    ),
  )
  .option('--licence <licence>', 'the licence of the rows: an SPDX identifier or words', notEmpty)
  .option('--origin <origin>', 'where the rows are from: an address or words', notEmpty)
  .option('--dry-run', 'read and count the rows, without a database')
  .option('--as-is', 'import each row as one directed event with its own code: no mapping, no merging')
  .option('--strict', 'stop at the first row that cannot be read')
  .option('--restart', 'start from the first row instead of continuing an earlier import')
  .option('--partial', 'the files are not the whole list: nothing is concluded from who is missing')
  .option('--bulk', 'build a new embedded store from these files alone: the fastest way for millions of rows')
  .option('--replace', 'with --bulk: overwrite the existing store')
  .option('--files <folder>', 'with --bulk: only write the files for neo4j-admin into this folder')
  .option(
    '--follow <folder>',
    'import the files of a folder, and others as they arrive there, until it is stopped',
  )
  .addOption(
    new Option('--limit <rows>', 'stop after about this many rows')
      .argParser(wholeNumber)
      .default(Infinity, 'all'),
  )
  .addHelpText('after', `\nFormats:\n${formats()}`)
  .showHelpAfterError('Formats and options: npm run import -- --help')
  .enablePositionalOptions()
  .action((format: string, files: string[], options: Options) =>
    runProgram(() => importFormat(format, files, options)),
  );
addReviewCommands(command);
addRemoveCommand(command);
await command.parseAsync();

async function importFormat(format: string, names: readonly string[], options: Options): Promise<void> {
  const importer = IMPORTERS[format];
  if (importer === undefined)
    throw new ProgramError(`Unknown format "${format}". Formats: ${Object.keys(IMPORTERS).join(', ')}.`);
  requireSense(format, importer, names, options);
  const { dataset = format, coding = importer.coding, licence, origin, follow } = options;
  const own = { id: dataset, coding, ...(licence && { license: licence }), ...(origin && { origin }) };
  try {
    if (follow !== undefined) await importAsTheyArrive(fileNamed(follow), importer, own, options);
    else await importOnce(names, importer, own, options);
  } catch (error) {
    throw isExpected(error) ? new ProgramError((error as Error).message) : error;
  }
}

function isExpected(error: unknown): boolean {
  return [StoppedAtRow, ImportError, BulkError, ReviewError, OtherCoding].some(
    (kind) => error instanceof kind,
  );
}

async function importOnce(
  names: readonly string[],
  importer: Importer,
  dataset: DatasetIdentity,
  options: Options,
): Promise<void> {
  const paths = names.map((name) => (name === '-' ? name : fileNamed(name)));
  const report = await withInputs(paths, (inputs) =>
    importInto(dataset, importer.terms ?? {}, options, (target) =>
      readInto(target, inputs, importer, dataset, options),
    ),
  );
  console.log(reportText(report, options.dryRun === true));
}

async function withInputs<T>(paths: readonly string[], work: (inputs: InputFiles) => Promise<T>): Promise<T> {
  const inputs = await openInputs(paths);
  try {
    return await work(inputs);
  } finally {
    await inputs.close();
  }
}

async function readInto(
  target: ImportTarget,
  inputs: InputFiles,
  importer: Importer,
  { id }: DatasetIdentity,
  { limit, asIs, strict, restart, partial, coding }: Options,
): Promise<ImportReport> {
  const progress = showProgress(inputs, limit, importer.passes ?? 1);
  try {
    return await importFiles(target, importer, {
      ...{ dataset: id, limit, asIs: asIs === true, strict: strict === true, restart: restart === true },
      ...{ files: inputs.files, isPartial: partial === true },
      ...(coding === undefined ? {} : { coding }),
      onProgress: progress.report,
    });
  } finally {
    progress.stop();
  }
}

/** Ends when the program is asked to stop. Files that are not of the format are named and left out. */
async function importAsTheyArrive(
  folder: string,
  importer: Importer,
  dataset: DatasetIdentity,
  options: Options,
): Promise<void> {
  const database = await openDatabase(readConfig(), { onProgress: console.log });
  const stop = new AbortController();
  try {
    const { graph } = database;
    const done = await followedFiles(graph, dataset.id);
    console.log(`Following "${folder}". Stop with Ctrl-C.`);
    const stopped = untilStopped(database).finally(() => {
      stop.abort();
    });
    stopped.catch(() => undefined);
    await followFolder(folder, {
      ...{ done, stop: stop.signal, onProgress: console.log, awaits: importer.awaits ?? (() => null) },
      take: (paths) => importArrived(paths, importer, dataset, options, database),
      remember: (all) => rememberFollowed(graph, dataset.id, all),
    });
    await stopped;
    console.log('Stopping.');
  } finally {
    stop.abort();
    await database.close();
  }
}

/**
 * Imports files together; if that fails, each by itself. What cannot be imported is told.
 * @returns those that could be imported
 */
async function importArrived(
  paths: readonly string[],
  importer: Importer,
  dataset: DatasetIdentity,
  options: Options,
  { graph }: Pick<Database, 'graph'>,
): Promise<string[]> {
  const target = await graphTarget(graph, dataset, importer.terms ?? {});
  try {
    const report = await withInputs(paths, (inputs) =>
      readInto(target, inputs, importer, dataset, { ...options, restart: true }),
    );
    console.log([paths.map((file) => basename(file)).join(', '), reportText(report, false)].join('\n'));
    return [...paths];
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    if (paths.length === 1) console.log(`Left out: ${error.message}`);
  }
  const done: string[] = [];
  if (paths.length > 1)
    for (const file of paths)
      done.push(...(await importArrived([file], importer, dataset, options, { graph })));
  return done;
}

/** @throws ProgramError for a name that cannot be used, or an option without effect */
function requireSense(format: string, importer: Importer, names: readonly string[], options: Options): void {
  const { dataset = format, dryRun, restart, partial, bulk, replace, files, follow, limit } = options;
  if (names.length === 0 && follow === undefined)
    throw new ProgramError('No file is named. Name the files, or a folder with --follow.');
  if (!/^[a-z0-9][a-z0-9-]*$/.test(dataset))
    throw new ProgramError(`--dataset is "${dataset}". Use small letters, digits and hyphens.`);
  if (dataset === CORPUS_ID)
    throw new ProgramError(
      `--dataset is "${CORPUS_ID}", which the seed files maintain. Choose another name.`,
    );
  const senseless = [
    [
      partial && !importer.absence,
      `--partial has no meaning for ${format}: nothing is concluded from who is missing.`,
    ],
    [replace && !bulk, '--replace has no meaning without --bulk.'],
    [files !== undefined && !bulk, '--files has no meaning without --bulk.'],
    [
      replace && files !== undefined,
      '--replace has no meaning with --files, which leaves the store as it is.',
    ],
    [bulk && dryRun, '--bulk has no meaning with --dry-run, which writes nothing.'],
    [
      restart && (bulk ?? dryRun),
      '--restart has no meaning here: the import begins at the first row anyway.',
    ],
    [
      follow !== undefined && names.length > 0,
      'Files have no meaning with --follow, which takes those of its folder.',
    ],
    [
      follow !== undefined && (dryRun ?? bulk ?? restart),
      '--dry-run, --bulk and --restart have no meaning with --follow, which adds what is new to the graph.',
    ],
    [follow !== undefined && limit < Infinity, '--limit has no meaning with --follow, which goes on.'],
  ] as const;
  const found = senseless.find(([isSo]) => isSo === true);
  if (found !== undefined) throw new ProgramError(`${found[1]} Leave it out.`);
}

/** @param usual the terms of a dataset that states none */
async function importInto(
  dataset: DatasetIdentity,
  usual: DatasetTerms,
  { dryRun: isDry, bulk, replace, files }: Options,
  read: (target: ImportTarget) => Promise<ImportReport>,
): Promise<ImportReport> {
  if (isDry === true) return await read(dryRun());
  if (bulk !== true) return await addToGraph(dataset, usual, read);
  const folder = files === undefined ? null : fileNamed(files);
  return await importInBulk(readConfig(), { ...usual, ...dataset }, read, {
    ...{ replace: replace === true, folder, onProgress: console.log },
  });
}

async function addToGraph(
  dataset: DatasetIdentity,
  usual: DatasetTerms,
  read: (target: ImportTarget) => Promise<ImportReport>,
): Promise<ImportReport> {
  const database = await openDatabase(readConfig(), { onProgress: console.log });
  try {
    return await read(await graphTarget(database.graph, dataset, usual));
  } finally {
    await database.close();
  }
}

async function graphTarget(
  graph: Graph,
  dataset: DatasetIdentity,
  usual: DatasetTerms,
): Promise<ImportTarget> {
  const own = { ...usual, ...(await storedTerms(graph, dataset.id)), ...dataset };
  return intoGraph(graph, own, (decisions) => applyDecisions(graph, decisions));
}

function notEmpty(text: string): string {
  const reason = text.trim() === '' ? 'is empty' : whyTextIsUnkept(text);
  if (reason === null) return text;
  throw new InvalidArgumentError(`It ${reason}.`);
}

function formats(): string {
  return Object.entries(IMPORTERS)
    .map(([name, { files, description }]) => `  ${name.padEnd(12)} ${files}\n               ${description}`)
    .join('\n');
}
