import { Command } from 'commander';
import { fileNamed, readConfig } from './program/config.ts';
import { addFilterOptions, type FilterOptions, readOptions } from './program/exportOptions.ts';
import { type ExportSink, intoFile, intoFolder, intoStdout } from './program/exportSink.ts';
import type { Exporter } from './exporting/exporter.ts';
import { exportedDatasets } from './exporting/exportedDatasets.ts';
import { EXPORTERS } from './exporting/exporters.ts';
import { ExportError } from './exporting/exportError.ts';
import { exportGraph } from './exporting/exportGraph.ts';
import { wrongIds } from './exporting/exportedIds.ts';
import { openDatabase } from './program/openDatabase.ts';
import { ProgramError } from './program/programError.ts';
import type { KnownDataset } from './queries/datasets.ts';
import { runProgram } from './program/runProgram.ts';

interface Options extends FilterOptions {
  readonly format: string;
  readonly out?: string;
}

const {
  format,
  out: named,
  ...filters
} = addFilterOptions(
  new Command('npm run export --')
    .description(
      'Exports the whole graph, or the events that match a filter with their entities and sources. Filters are those of `events`.',
    )
    .requiredOption('--format <format>', Object.keys(EXPORTERS).join(', '))
    .option('--out <path>', 'the file to write, or for csv and parquet the folder (default: standard output)')
    .addHelpText('after', `\nFormats:\n${formats()}`)
    .showHelpAfterError('Formats and options: npm run export -- --help'),
)
  .parse()
  .opts<Options>();
const out = named === undefined ? undefined : fileNamed(named);

await runProgram(async () => {
  const exporter = EXPORTERS[format];
  if (exporter === undefined)
    throw new ProgramError(`Unknown format "${format}". Formats: ${Object.keys(EXPORTERS).join(', ')}.`);
  const { filter, how } = readOptions(filters);
  // The export may go to standard output, so all messages go to standard error.
  const database = await openDatabase(readConfig(), { onProgress: console.error, readOnly: true });
  try {
    const wrong = filter === null ? [] : await wrongIds(database.graph, filter);
    if (wrong.length > 0) throw new ProgramError(wrong.join('\n'));
    const input = { graph: database.graph, filter, ...how };
    const events = await written(exporter, input, await sinkFor(exporter));
    console.error(`Exported: ${events} events${out === undefined ? '' : `, to ${out}`}`);
    for (const note of exporter.notes?.(how) ?? []) console.error(note);
    console.error(`Datasets: ${(await exportedDatasets(input)).map(termsOf).join('; ')}`);
  } finally {
    await database.close();
  }
});

async function sinkFor({ files }: Exporter): Promise<ExportSink> {
  if (files === null) return out === undefined ? intoStdout() : await intoFile(out);
  if (out !== undefined) return await intoFolder(out, files);
  throw new ProgramError(`Format "${format}" writes several files. Name a folder with --out FOLDER.`);
}

async function written(
  exporter: Exporter,
  input: Parameters<typeof exportGraph>[1],
  sink: ExportSink,
): Promise<number> {
  const say = progress();
  try {
    const events = await exportGraph(exporter, input, async (piece) => {
      await sink.write(piece);
      say(piece.events);
    });
    await sink.finish();
    return events;
  } catch (error) {
    await sink.discard();
    throw error instanceof ExportError ? new ProgramError(error.message) : error;
  }
}

function termsOf({ id, license }: KnownDataset): string {
  return `${id} (${license ?? 'no licence stated'})`;
}

/** Prints a line every few seconds. */
function progress(): (events: number) => void {
  let [done, last] = [0, performance.now()];
  return (events) => {
    done += events;
    if (performance.now() - last < 2_000) return;
    last = performance.now();
    console.error(`  ${done} events`);
  };
}

function formats(): string {
  return Object.entries(EXPORTERS)
    .map(([name, { description }]) => `  ${name.padEnd(8)} ${description}`)
    .join('\n');
}
