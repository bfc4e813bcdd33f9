import type { FastifyInstance } from 'fastify';
import type * as Api from './http/server.ts';
import type { TrustedDocuments } from './http/trustedDocuments.ts';
import { type Config, readConfig } from './program/config.ts';
import { noArguments } from './program/noArguments.ts';
import { readCorpus } from './program/readCorpus.ts';
import { readExampleTabs } from './program/examples.ts';
import type { DatasetRecord } from './record/dataset.ts';
import { type Database, openDatabase } from './program/openDatabase.ts';
import { ProgramError } from './program/programError.ts';
import { runProgram } from './program/runProgram.ts';
import { runStages } from './program/runStages.ts';
import { isLoaded, loadDataset } from './loading/loadDataset.ts';
import { untilStopped } from './program/untilStopped.ts';
import { welcome } from './program/welcome.ts';

interface Stages {
  api?: Promise<typeof Api>;
  database?: Database;
  app?: FastifyInstance;
}

noArguments(
  'npm start',
  'Starts Neo4j and the service, and loads the corpus. Environment variables configure it (docs/reference/configuration.md).',
);

await runProgram(async () => {
  const config = readConfig();
  // Read before anything is started: faults of the seed files need no database.
  const corpus = await readCorpus();
  const trusted = await trustedDocumentsOf(config);
  const stages: Stages = {};
  const begun = performance.now();
  try {
    await runStages(stagesOf(config, corpus, trusted), stages);
    const { database, app } = stages;
    if (database === undefined || app === undefined) return;
    console.log(welcome(database, addressOf(app, config), { graphiql: trusted === null }));
    console.log(`  Ready after ${((performance.now() - begun) / 1_000).toFixed(1)} s.\n`);
    await untilStopped(database);
    console.log('Stopping.');
  } finally {
    await stages.app?.close();
    await stages.database?.close();
  }
});

/** The module that checks them is loaded only if there are any, because it would delay the start. */
async function trustedDocumentsOf({ trustedDocuments }: Config): Promise<TrustedDocuments | null> {
  if (trustedDocuments === null) return null;
  const { readTrustedDocuments } = await import('./program/readTrustedDocuments.ts');
  return await readTrustedDocuments(trustedDocuments);
}

function stagesOf(config: Config, corpus: DatasetRecord, trusted: TrustedDocuments | null) {
  return [
    {
      title: 'Neo4j',
      task: async (stages: Stages, task: { output: string }) => {
        const opening = openDatabase(config, { onProgress: (message) => (task.output = message) });
        // Loaded while Neo4j starts, which takes longer.
        stages.api = import('./http/server.ts');
        stages.database = await opening;
      },
    },
    {
      title: 'Corpus',
      task: async ({ database }: Stages, task: { output: string; title: string }) => {
        if (database === undefined) return;
        task.title = await seed(database, corpus, (message) => (task.output = message));
      },
    },
    {
      title: 'GraphQL',
      task: async (stages: Stages) => {
        if (stages.database === undefined || stages.api === undefined) return;
        const { createServer } = await stages.api;
        const tabs = await readExampleTabs();
        stages.app = await createServer({
          graph: stages.database.graph,
          tabs,
          corsOrigins: config.corsOrigins,
          trustedDocuments: trusted,
          onFault: logFault,
        });
        await listen(stages.app, config);
      },
    },
  ];
}

async function seed(
  { graph }: Database,
  dataset: DatasetRecord,
  onProgress: (message: string) => void,
): Promise<string> {
  if (await isLoaded(graph, dataset)) return 'Corpus: already loaded';
  const { events } = await loadDataset(graph, dataset, onProgress);
  return `Corpus: ${events.created} events created, ${events.changed} changed, ${events.removed} removed`;
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES' && code !== 'EADDRNOTAVAIL') throw error;
    const why = {
      EADDRINUSE: 'another program uses it',
      EACCES: 'this user has no permission',
      EADDRNOTAVAIL: 'this machine has no such address',
    }[code];
    throw new ProgramError(
      `Cannot listen on ${host}:${port}: ${why}. Choose another address with HOST or PORT, for example PORT=4001 npm start.`,
    );
  }
}

function addressOf(app: FastifyInstance, { host }: Config): string {
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function logFault(error: Error): void {
  console.error(error);
}
