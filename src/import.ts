import { createReadStream } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import { fileNamed, readConfig } from './program/config.ts';
import { ImportError } from './importing/importer.ts';
import { IMPORTERS } from './importing/importers.ts';
import { importFiles, type ImportReport, StoppedAtRow, textsOf } from './importing/importFiles.ts';
import { importInBulk } from './program/importInBulk.ts';
import { type ImportTarget, intoGraph, DRY_RUN } from './importing/importTarget.ts';
import { openDatabase } from './program/openDatabase.ts';
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
  .argument('<file...>', 'the files, in any order')
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
  if (!/^[a-z0-9][a-z0-9-]*$/.test(dataset))
    throw new ProgramError(`--dataset is "${dataset}". Use small letters, digits and hyphens.`);
  if (partial === true && importer.absence === undefined)
    throw new ProgramError(
      `--partial has no meaning for ${format}: nothing is concluded from who is missing. Leave it out.`,
    );
  const { licence, origin } = options;
  const own = { id: dataset, coding: options.coding ?? importer.coding };
  const terms = { ...(licence && { license: licence }), ...(origin && { origin }) };
  const files = names.map((name) => fileNamed(name));
  const lines = await linesIn(files);
  const read = async (target: ImportTarget): Promise<void> => {
    const report = await importFiles(target, importer, {
      ...{ files, dataset, limit, asIs: asIs === true, strict: strict === true, restart: restart === true },
      isPartial: partial === true,
      onProgress: progress(Math.min(lines, limit)),
    });
    console.log(reportText(report, dryRun === true));
  };
  try {
    if (dryRun === true) await read(DRY_RUN);
    else if (options.bulk === true)
      await importInBulk(readConfig(), { ...own, ...importer.terms, ...terms }, read, {
        ...{
          replace: options.replace === true,
          folder: options.files === undefined ? null : fileNamed(options.files),
          onProgress: console.log,
        },
      });
    else await addToGraph(own, { usual: importer.terms, stated: terms }, read);
  } catch (error) {
    const isExpected = [StoppedAtRow, ImportError, BulkError, ReviewError, OtherCoding].some(
      (kind) => error instanceof kind,
    );
    throw isExpected ? new ProgramError((error as Error).message) : error;
  }
}

async function addToGraph(
  dataset: DatasetIdentity,
  { usual, stated }: { usual: DatasetTerms | undefined; stated: DatasetTerms },
  read: (target: ImportTarget) => Promise<void>,
): Promise<void> {
  const database = await openDatabase(readConfig(), { onProgress: console.log });
  try {
    const { graph } = database;
    const own = { ...dataset, ...usual, ...(await storedTerms(graph, dataset.id)), ...stated };
    await read(intoGraph(graph, own, (decisions) => applyDecisions(graph, decisions)));
  } finally {
    await database.close();
  }
}

function notEmpty(text: string): string {
  const reason = text.trim() === '' ? 'is empty' : whyTextIsUnkept(text);
  if (reason === null) return text;
  throw new InvalidArgumentError(`It ${reason}.`);
}

/** Prints a line every few seconds with the progress, the speed and the remaining time. */
function progress(rows: number): (report: ImportReport) => void {
  const start = performance.now();
  let last = start;
  return ({ rows: done }) => {
    const now = performance.now();
    if (now - last < 2_000) return;
    last = now;
    const rate = done / ((now - start) / 1_000);
    const left = Math.max(0, (rows - done) / rate);
    console.log(
      `  ${done} of about ${rows} rows, ${Math.round(rate)} rows/s, about ${Math.ceil(left)} s left`,
    );
  };
}

function reportText(report: ImportReport, isDry: boolean): string {
  const { rows, created, changed, left, merged, faults, firstFaults, notes } = report;
  return [
    `${isDry ? 'Would import' : 'Imported'}: ${rows} rows read`,
    `  ${created} events created, ${changed} records changed, ${left} events unchanged`,
    `  ${merged} rows merged into events of other rows`,
    ...(faults === 0 ? [] : [`  ${faults} rows could not be read:`]),
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
  return all === 0 ? [] : [`Left out: ${all} of ${rows} rows (${reasons})`];
}

/** The number of lines of all files, from which the remaining time is estimated. */
async function linesIn(files: readonly string[]): Promise<number> {
  let lines = 0;
  for (const file of files) {
    try {
      for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>)
        for (const byte of chunk) if (byte === 10) lines++;
    } catch {
      throw new ProgramError(`"${file}" cannot be read. Check the path and its permissions.`);
    }
  }
  return lines;
}

function formats(): string {
  return Object.entries(IMPORTERS)
    .map(([name, { files, description }]) => `  ${name.padEnd(12)} ${files}\n               ${description}`)
    .join('\n');
}
