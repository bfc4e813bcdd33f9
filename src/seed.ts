import { Command, Option } from 'commander';
import { fileNamed, readConfig } from './program/config.ts';
import { widthTable } from './program/dateWidths.ts';
import { readCorpus, SEED_FOLDER } from './program/readCorpus.ts';
import { ProgramError } from './program/programError.ts';
import { type Database, openDatabase } from './program/openDatabase.ts';
import { runProgram } from './program/runProgram.ts';
import { runStages } from './program/runStages.ts';
import { watchCorrection } from './correcting/correction.ts';
import { formatFaults } from './seeding/formatFaults.ts';
import { loadDataset, type LoadReport, planDataset } from './loading/loadDataset.ts';
import { verifyTexts } from './seeding/verifyTexts.ts';

const options = new Command('npm run seed --')
  .showHelpAfterError('Options: npm run seed -- --help')
  .description('Checks the seed files and loads them into the graph.')
  .option('--dry-run', 'check, and print what would change, without writing')
  .option('--texts <folder>', 'also compare the ledger with the texts in this folder')
  .addOption(new Option('--from <folder>', 'the folder with the seed files').default(SEED_FOLDER, 'seed'))
  .parse()
  .opts<{ dryRun?: true; texts?: string; from: string }>();

const OVERWRITTEN = `These reports were removed or changed. Do this only to correct a data-entry mistake. If the source itself was wrong,
keep its report, and add a better source or set \`retracted\` on the source (docs/guides/correct.md):`;

await runProgram(async () => {
  const dataset = await readCorpus(fileNamed(options.from));
  if (options.texts !== undefined) await checkTexts(options.from, options.texts);
  console.log(
    `Checked: ${dataset.entities.length} entities, ${dataset.sources.length} sources, ${dataset.events.length} events. No faults.`,
  );
  if (options.dryRun) console.log(widthTable(dataset));
  const database = await openedDatabase();
  try {
    const { graph } = database;
    const watched = await watchCorrection(graph, dataset);
    const report = options.dryRun ? await planDataset(graph, dataset) : await loadDataset(graph, dataset);
    console.log(reportText(report, options.dryRun === true));
    const { changed, overwritten } = await watched();
    if (changed.length > 0) console.log(['Changed statuses and events:', ...changed].join('\n  '));
    if (overwritten.length > 0) console.log([OVERWRITTEN, ...overwritten].join('\n  '));
  } finally {
    await database.close();
  }
});

async function checkTexts(folder: string, texts: string): Promise<void> {
  const faults = await verifyTexts(fileNamed(folder), fileNamed(texts));
  if (faults.length > 0) throw new ProgramError(formatFaults(faults));
}

async function openedDatabase(): Promise<Database> {
  const opened: { database?: Database } = {};
  const stage = {
    title: 'Neo4j',
    task: async (context: typeof opened, shown: { output: string }) => {
      context.database = await openDatabase(readConfig(), {
        onProgress: (message) => (shown.output = message),
        readOnly: options.dryRun === true,
      });
    },
  };
  await runStages([stage], opened);
  const { database } = opened;
  if (database === undefined) throw new Error('The database was not opened.');
  return database;
}

function reportText(report: LoadReport, isPlan: boolean): string {
  const lines = Object.entries(report).map(
    ([what, { created, changed, removed, left }]) =>
      `  ${what.padEnd(9)} ${created} created, ${changed} changed, ${removed} removed, ${left} unchanged`,
  );
  return [isPlan ? 'Would write:' : 'Wrote:', ...lines].join('\n');
}
