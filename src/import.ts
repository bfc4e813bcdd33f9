import { Command, InvalidArgumentError, Option } from 'commander';
import { fileNamed, readConfig } from './program/config.ts';
import { counted } from './program/counted.ts';
import type { Importer } from './importing/importer.ts';
import { ImportError } from './importing/rows/fault.ts';
import { IMPORTERS } from './importing/importers.ts';
import { type InputFiles, openInputs } from './importing/rows/inputFile.ts';
import { importFiles, type ImportReport, StoppedAtRow, textsOf } from './importing/importFiles.ts';
import { importInBulk } from './program/importInBulk.ts';
import { type ImportTarget, intoGraph, DRY_RUN } from './importing/importTarget.ts';
import { openDatabase } from './program/openDatabase.ts';
import { CORPUS_ID } from './program/readCorpus.ts';
import { ProgramError } from './program/programError.ts';
import { addRemoveCommand } from './program/removeCommand.ts';
import { addReviewCommands } from './program/reviewCommands.ts';
import { applyDecisions } from './resolving/applyReview.ts';
import { ReviewError } from './resolving/reviewFile.ts';
import { runProgram } from './program/runProgram.ts';
import { OtherCoding, storedTerms } from './loading/datasetVersion.ts';
import { CODINGS, type Coding } from './ontology/codings.ts';
import type { DatasetIdentity, DatasetTerms } from './record/datasetIdentity.ts';
import { whyTextIsUnkept } from './record/structure/keptValues.ts';
import { BulkError } from './loading/bulk/bulkWriter.ts';
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
  readonly limit: number;
}

const command = new Command('npm run import --')
  .description('Imports files in a known format into the graph.')
  .argument('<format>', Object.keys(IMPORTERS).join(', '))
  .argument('<file...>', 'the files, plain or packed as .gz or .zip; - is the standard input')
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
  const { dataset = format, dryRun, asIs, strict, restart, partial, limit } = options;
  requireSense(format, importer, options);
  const { coding = importer.coding, licence, origin } = options;
  const own = { id: dataset, coding, ...(licence && { license: licence }), ...(origin && { origin }) };
  let inputs: InputFiles | null = null;
  try {
    const opened = await openInputs(names.map((name) => (name === '-' ? name : fileNamed(name))));
    inputs = opened;
    const read = async (target: ImportTarget): Promise<ImportReport> => {
      const progress = showProgress(opened, limit, importer.passes ?? 1);
      try {
        return await importFiles(target, importer, {
          ...{ dataset, limit, asIs: asIs === true, strict: strict === true, restart: restart === true },
          ...{ files: opened.files, isPartial: partial === true },
          ...(options.coding === undefined ? {} : { coding: options.coding }),
          onProgress: progress.report,
        });
      } finally {
        progress.stop();
      }
    };
    console.log(reportText(await importInto(own, importer.terms ?? {}, options, read), dryRun === true));
  } catch (error) {
    const isExpected = [StoppedAtRow, ImportError, BulkError, ReviewError, OtherCoding].some(
      (kind) => error instanceof kind,
    );
    throw isExpected ? new ProgramError((error as Error).message) : error;
  } finally {
    await inputs?.close();
  }
}

/** @throws ProgramError for a name that cannot be used, or an option without effect */
function requireSense(format: string, importer: Importer, options: Options): void {
  const { dataset = format, dryRun, restart, partial, bulk, replace, files } = options;
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
  ] as const;
  const found = senseless.find(([isSo]) => isSo === true);
  if (found !== undefined) throw new ProgramError(`${found[1]} Leave it out.`);
}

/** @param usual the terms of a dataset that states none */
async function importInto(
  dataset: DatasetIdentity,
  usual: DatasetTerms,
  { dryRun, bulk, replace, files }: Options,
  read: (target: ImportTarget) => Promise<ImportReport>,
): Promise<ImportReport> {
  if (dryRun === true) return await read(DRY_RUN);
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
    const { graph } = database;
    const own = { ...usual, ...(await storedTerms(graph, dataset.id)), ...dataset };
    return await read(intoGraph(graph, own, (decisions) => applyDecisions(graph, decisions)));
  } finally {
    await database.close();
  }
}

function notEmpty(text: string): string {
  const reason = text.trim() === '' ? 'is empty' : whyTextIsUnkept(text);
  if (reason === null) return text;
  throw new InvalidArgumentError(`It ${reason}.`);
}

/**
 * Prints a line every few seconds, with the share of the files that has been read and the remaining time.
 * @returns `report` takes the number of rows so far, `stop` ends it
 */
function showProgress(inputs: InputFiles, limit: number, passes: number) {
  const start = performance.now();
  let rows = 0;
  const timer = setInterval(() => {
    const read = inputs.bytesRead() / Math.max(1, inputs.size * passes);
    const done = Math.min(1, Math.max(read, rows / limit));
    const seconds = (performance.now() - start) / 1_000;
    const left = done === 0 || done === 1 ? '' : `, about ${Math.ceil((seconds * (1 - done)) / done)} s left`;
    console.log(`  ${Math.round(done * 100)} % read, ${counted(rows, 'row')}${left}`);
  }, 2_000).unref();
  return {
    report: (report: ImportReport) => {
      ({ rows } = report);
    },
    stop: () => {
      clearInterval(timer);
    },
  };
}

function reportText(report: ImportReport, isDry: boolean): string {
  const { rows, created, changed, left, merged, faults, firstFaults, notes } = report;
  return [
    `${isDry ? 'Would import' : 'Imported'}: ${counted(rows, 'row')} read`,
    `  ${counted(created, 'event')} created, ${counted(changed, 'record')} changed, ${counted(left, 'event')} unchanged`,
    `  ${counted(merged, 'row')} merged into events of other rows`,
    ...(faults === 0 ? [] : [`  ${counted(faults, 'row')} could not be read:`]),
    ...firstFaults.flatMap(textsOf).map((text) => `    ${text}`),
    ...(faults > firstFaults.length ? [`    and ${faults - firstFaults.length} more`] : []),
    ...leftOut(report),
    ...notes,
  ].join('\n');
}

/** The last line: the rows that were read and are not in the graph. */
function leftOut({ rows, skipped, faults }: ImportReport): string[] {
  const counts = [
    ...(faults === 0 ? [] : [['could not be read', faults] as const]),
    ...Object.entries(skipped),
  ];
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  const reasons = counts.map(([reason, count]) => `${count} ${reason}`).join('; ');
  return all === 0 ? [] : [`Left out: ${all} of ${counted(rows, 'row')} (${reasons})`];
}

function formats(): string {
  return Object.entries(IMPORTERS)
    .map(([name, { files, description }]) => `  ${name.padEnd(12)} ${files}\n               ${description}`)
    .join('\n');
}
