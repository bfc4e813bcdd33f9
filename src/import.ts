import { Command, InvalidArgumentError, Option } from 'commander';
import { fileNamed, readConfig } from './program/config.ts';
import type { Importer } from './importing/importer.ts';
import { ImportError } from './importing/rows/fault.ts';
import { IMPORTERS } from './importing/importers.ts';
import { type ImportReport, StoppedAtRow } from './importing/importFiles.ts';
import { importAsTheyArrive } from './program/importAsTheyArrive.ts';
import { graphTarget, readInto, type ReadingOptions, withInputs } from './program/importInputs.ts';
import { reportText } from './program/importReport.ts';
import { importInBulk } from './program/importInBulk.ts';
import { dryRun, type ImportTarget } from './importing/importTarget.ts';
import { openDatabase } from './program/openDatabase.ts';
import { CORPUS_ID } from './program/readCorpus.ts';
import { ProgramError } from './program/programError.ts';
import { addRemoveCommand } from './program/removeCommand.ts';
import { addReviewCommands } from './program/reviewCommands.ts';
import { ReviewError } from './resolving/reviewFile.ts';
import { runProgram } from './program/runProgram.ts';
import { OtherCoding } from './loading/datasetVersion.ts';
import { CODINGS } from './ontology/codings.ts';
import type { DatasetIdentity, DatasetTerms } from './record/datasetIdentity.ts';
import { whyTextIsUnkept } from './record/structure/keptValues.ts';
import { BulkError } from './loading/bulk/bulkWriter.ts';
import { wholeNumber } from './program/wholeNumber.ts';

interface Options extends ReadingOptions {
  readonly dataset?: string;
  readonly licence?: string;
  readonly origin?: string;
  readonly dryRun?: true;
  readonly bulk?: true;
  readonly replace?: true;
  readonly files?: string;
  readonly follow?: string;
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
