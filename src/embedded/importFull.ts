import path from 'node:path';
import { hasStore, onIdleStore, runAdmin } from './adminTool.ts';
import type { Neo4jOptions } from './findNeo4j.ts';
import { EmbeddedError } from './embeddedError.ts';
import type { HomeFolder } from './homeFolder.ts';
import { endOfLog } from './launch.ts';

export interface FullImport extends Neo4jOptions {
  /** The arguments of `neo4j-admin database import full`, without the command. */
  readonly args: readonly string[];
  /** Whether an existing store may be replaced. */
  readonly replace: boolean;
}

/**
 * Makes the store of a home from files, with Neo4j's own tool. No server may run there.
 * @throws EmbeddedError STORE_IN_USE, STORE_NOT_EMPTY, IMPORT_FAILED, and as finding Java and resolving the jars do
 */
export async function importFull(options: FullImport): Promise<void> {
  await onIdleStore(options, 'made', async (folder) => {
    if (!options.replace && hasStore(folder))
      throw new EmbeddedError(
        'STORE_NOT_EMPTY',
        `${folder.home} holds a store already.`,
        'add --replace to overwrite it, or set CHANCERY_HOME to another folder',
      );
    await importInto(folder, options);
  });
}

async function importInto(folder: HomeFolder, options: FullImport): Promise<void> {
  const { args, onProgress = () => undefined } = options;
  const log = path.join(folder.home, 'logs/import.log');
  onProgress({ stage: 'import', message: `Building the store in ${folder.home}` });
  const timer = setInterval(() => {
    void percentIn(log).then((done) => {
      onProgress({ stage: 'import', message: 'Building the store, per cent', done, total: 100 });
    });
  }, 3_000);
  const report = `--report-file=${path.join(folder.home, 'logs/import.report')}`;
  const command = ['database', 'import', 'full', 'neo4j', '--overwrite-destination', report, ...args];
  const code = await runAdmin(folder, options, command, log).finally(() => {
    clearInterval(timer);
  });
  if (code === 0) return;
  throw new EmbeddedError(
    'IMPORT_FAILED',
    `neo4j-admin could not import the files. The end of ${log}:\n${await endOfLog(log, 15)}`,
    'fix what the log names',
  );
}

/** The progress that the tool reports, in percent. */
async function percentIn(log: string): Promise<number> {
  const percent = [...(await endOfLog(log, 200)).matchAll(/ (\d+)% /g)].at(-1);
  return Number(percent?.[1] ?? 0);
}
