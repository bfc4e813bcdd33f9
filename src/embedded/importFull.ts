import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { claimOrJoin } from './claimOrJoin.ts';
import { EmbeddedError } from './embeddedError.ts';
import { findNeo4j, type Neo4jOptions } from './findNeo4j.ts';
import { explainingFileErrors, type HomeFolder, prepareHome } from './homeFolder.ts';
import { endOfLog, launch } from './launch.ts';
import { removeRecord } from './serverRecord.ts';

export interface FullImport extends Neo4jOptions {
  /** The folder whose store is made. */
  readonly home: string;
  /** The arguments of `neo4j-admin database import full`, without the command itself. */
  readonly args: readonly string[];
  /** Whether a store that is there may be replaced. */
  readonly replace: boolean;
}

/**
 * Makes the store of a home from files, with Neo4j's own tool. No server may run there.
 * @throws EmbeddedError STORE_IN_USE, STORE_NOT_EMPTY, IMPORT_FAILED, and those of finding Java and the jars
 */
export async function importFull(options: FullImport): Promise<void> {
  await explainingFileErrors(async () => {
    const folder = await prepareHome(options.home);
    const onProgress = options.onProgress ?? (() => undefined);
    const claim = await claimOrJoin(folder, onProgress);
    if ('joined' in claim)
      throw new EmbeddedError(
        'STORE_IN_USE',
        `A Neo4j runs in ${folder.home} (process ${claim.joined.process.pid}), and its store can only be made while none does.`,
        'stop it, or set CHANCERY_HOME to another folder',
      );
    try {
      if (!options.replace && hasStore(folder))
        throw new EmbeddedError(
          'STORE_NOT_EMPTY',
          `There is a store in ${folder.home} already.`,
          'add --replace to lose it, or set CHANCERY_HOME to another folder',
        );
      await runAdmin(folder, options);
    } finally {
      await removeRecord(folder.record, claim.own.id);
    }
  });
}

function hasStore({ home }: HomeFolder): boolean {
  return existsSync(path.join(home, 'data/databases/neo4j'));
}

async function runAdmin(folder: HomeFolder, options: FullImport) {
  const { env, args, onProgress = () => undefined } = options;
  const { java, classpath } = await findNeo4j(options);
  const argFile = path.join(folder.home, 'run/import.args');
  await writeFile(argFile, `-cp\n"${classpath.join(':')}"\n`);
  const log = path.join(folder.home, 'logs/import.log');
  onProgress({ stage: 'import', message: `Making the store in ${folder.home}` });
  const admin = await launch(
    java.program,
    [
      `@${argFile}`,
      'org.neo4j.cli.AdminTool',
      'database',
      'import',
      'full',
      'neo4j',
      '--overwrite-destination',
      `--report-file=${path.join(folder.home, 'logs/import.report')}`,
      ...args,
    ],
    log,
    { ...env, NEO4J_HOME: folder.home, NEO4J_CONF: path.join(folder.home, 'conf') },
  );
  const telling = setInterval(() => {
    void toldIn(log).then((done) => {
      onProgress({ stage: 'import', message: 'Making the store, per cent', done, total: 100 });
    });
  }, 3_000);
  const code = await admin.exited;
  clearInterval(telling);
  await rm(argFile, { force: true });
  if (code === 0) return;
  throw new EmbeddedError(
    'IMPORT_FAILED',
    `neo4j-admin could not import the files. The end of ${log}:\n${await endOfLog(log, 15)}`,
    'mend what it names',
  );
}

/** How far the tool says that it is, in per cent. */
async function toldIn(log: string): Promise<number> {
  const told = [...(await endOfLog(log, 200)).matchAll(/ (\d+)% /g)].at(-1);
  return Number(told?.[1] ?? 0);
}
