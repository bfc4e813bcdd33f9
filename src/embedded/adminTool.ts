import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { claimOrJoin } from './claimOrJoin.ts';
import { EmbeddedError } from './embeddedError.ts';
import { findNeo4j, type Neo4jOptions } from './findNeo4j.ts';
import { explainingFileErrors, type HomeFolder, prepareHome } from './homeFolder.ts';
import { addOpens, argumentFile } from './javaArguments.ts';
import { launch } from './launch.ts';
import { settleRestore } from './pendingRestore.ts';
import { removeRecord } from './serverRecord.ts';

/**
 * Does work that needs a store without a server. No server starts on the store meanwhile.
 * @param what the work, as a part of the sentence `its store can only be … while none does`
 * @throws EmbeddedError STORE_IN_USE
 */
export async function onIdleStore(
  { home, onProgress = () => undefined }: Neo4jOptions,
  what: string,
  work: (folder: HomeFolder) => Promise<void>,
): Promise<void> {
  await explainingFileErrors(async () => {
    const folder = await prepareHome(home);
    const claim = await claimOrJoin(folder, onProgress);
    if ('joined' in claim)
      throw new EmbeddedError(
        'STORE_IN_USE',
        `A Neo4j runs in ${folder.home} (process ${claim.joined.process.pid}). Its store can only be ${what} while no server runs.`,
        'stop it',
        { orElse: 'set CHANCERY_HOME to another folder' },
      );
    try {
      await settleRestore(folder);
      await work(folder);
    } finally {
      await removeRecord(folder.record, claim.own.id);
    }
  });
}

export function hasStore({ home }: HomeFolder): boolean {
  return existsSync(path.join(home, 'data/databases/neo4j'));
}

/** Runs a command of `neo4j-admin`, with its output in the log. @returns its exit code */
export async function runAdmin(
  folder: HomeFolder,
  options: Neo4jOptions,
  args: readonly string[],
  log: string,
): Promise<number> {
  const { java, release, classpath } = await findNeo4j(options);
  const argFile = path.join(folder.home, 'run/admin.args');
  await writeFile(argFile, argumentFile([...addOpens(release), '-cp', classpath.join(':')]));
  try {
    const admin = await launch(java.program, [`@${argFile}`, 'org.neo4j.cli.AdminTool', ...args], log, {
      ...options.env,
      NEO4J_HOME: folder.home,
      NEO4J_CONF: path.join(folder.home, 'conf'),
    });
    return await admin.exited;
  } finally {
    await rm(argFile, { force: true });
  }
}
