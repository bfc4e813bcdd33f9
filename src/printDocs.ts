import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { benchPrinters, benchPlot } from '../bench/report/benchPrinters.ts';
import { isLoaded, loadDataset } from './loading/loadDataset.ts';
import { answers } from './program/docs/answers.ts';
import { DECLARED } from './program/docs/declaredTables.ts';
import { fillPage } from './program/docs/fillPage.ts';
import { HELP } from './program/docs/helpTexts.ts';
import { pages } from './program/docs/pages.ts';
import { PROJECT, readConfig } from './program/config.ts';
import { noArguments } from './program/noArguments.ts';
import { openDatabase } from './program/openDatabase.ts';
import { ProgramError } from './program/programError.ts';
import { readCorpus } from './program/readCorpus.ts';
import { runProgram } from './program/runProgram.ts';
import type { Graph } from './graph/graph.ts';
import { knownDatasets } from './queries/datasets.ts';

noArguments(
  'npm run docs',
  'Writes into the documentation what follows from the code, the corpus and the service.',
);

/** Writes into the pages of the documentation what follows from code, the corpus and the service. */
await runProgram(async () => {
  const database = await openDatabase(readConfig(), { onProgress: console.log });
  try {
    await holdTheCorpusAlone(database.graph);
    const printers = { ...answers(database.graph), ...DECLARED, ...HELP, ...(await benchPrinters()) };
    for (const page of await pages()) {
      const file = path.join(PROJECT, page);
      const text = await readFile(file, 'utf8');
      const filled = await fillPage(page, text, printers);
      if (filled === text) continue;
      await writeFile(file, filled);
      console.log(`Wrote ${page}`);
    }
    await writeFile(path.join(PROJECT, benchPlot.file), await benchPlot.svg());
  } finally {
    await database.close();
  }
});

/** The answers in the pages are those of the corpus, and of nothing else. */
async function holdTheCorpusAlone(graph: Graph): Promise<void> {
  const corpus = await readCorpus();
  if (!(await isLoaded(graph, corpus))) await loadDataset(graph, corpus);
  const others = (await graph.read(knownDatasets())).map(({ id }) => id).filter((id) => id !== corpus.id);
  if (others.length > 0)
    throw new ProgramError(
      `The graph holds other datasets than the corpus: ${others.join(', ')}. Set CHANCERY_HOME to a new folder.`,
    );
}
