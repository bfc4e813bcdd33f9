import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { hasStore, onIdleStore, runAdmin } from './adminTool.ts';
import type { Neo4jOptions } from './findNeo4j.ts';
import { EmbeddedError } from './embeddedError.ts';
import { type HomeFolder, prepareHome } from './homeFolder.ts';
import { endOfLog } from './launch.ts';
import { replaceStore, scratchHome, settleRestore } from './pendingRestore.ts';
import { loadFailure, openFailure, type Restore } from './restoreFailure.ts';
import { startEmbedded } from './startEmbedded.ts';

/**
 * Dumps the store of a home into a folder, as `neo4j.dump`, with Neo4j's own tool. Community can do so only while no
 * server runs.
 * @throws EmbeddedError STORE_IN_USE, NO_STORE, BACKUP_FAILED, and as finding Java and resolving the jars do
 */
export async function dumpStore(options: Neo4jOptions, into: string): Promise<void> {
  await onIdleStore(options, 'written to a file', async (folder) => {
    if (!hasStore(folder))
      throw new EmbeddedError('NO_STORE', `${folder.home} holds no store.`, 'create one with npm start', {
        orElse: 'set CHANCERY_HOME to a folder that holds one',
      });
    await admin(folder, options, 'BACKUP_FAILED', ['dump', 'neo4j', `--to-path=${into}`], log(folder));
  });
}

/**
 * Replaces the store of a home by the one in the file. The home keeps its password, and the old store stays until the
 * new one is complete and has been opened once.
 * @throws EmbeddedError STORE_IN_USE, STORE_NOT_EMPTY, RESTORE_FAILED, and as starting a server does
 */
export async function loadStore(
  options: Neo4jOptions & { readonly replace: boolean },
  file: string,
): Promise<void> {
  await onIdleStore(options, 'restored', async (folder) => {
    if (!options.replace && hasStore(folder))
      throw new EmbeddedError(
        'STORE_NOT_EMPTY',
        `${folder.home} holds a store already.`,
        'add --replace to overwrite it',
        { orElse: 'set CHANCERY_HOME to another folder' },
      );
    const hadStore = hasStore(folder);
    if (hadStore) await assertNotOpen(folder, options);
    const restore = { file, home: folder.home, release: options.release, hadStore, log: log(folder) };
    try {
      await intoScratch(folder, options, restore);
      await replaceStore(folder);
    } finally {
      await settleRestore(folder);
    }
  });
}

/** Opened once before the old store is lost, so that a store that this Neo4j cannot open is found in time. */
async function intoScratch(folder: HomeFolder, options: Neo4jOptions, restore: Restore): Promise<void> {
  const scratch = await prepareHome(scratchHome(folder));
  // The tool takes a folder and looks there for a file name of its own.
  const from = path.join(scratch.home, 'run');
  await symlink(restore.file, path.join(from, 'neo4j.dump'));
  const load = ['database', 'load', 'neo4j', `--from-path=${from}`];
  if ((await runAdmin(scratch, options, load, restore.log)) !== 0) throw await loadFailure(restore);
  try {
    await (await startEmbedded({ ...options, home: scratch.home })).stop();
  } catch (error) {
    throw openFailure(restore, error);
  }
}

/** Checks the lock of the store itself, because a Neo4j that was not started by Chancery has no record. */
async function assertNotOpen(folder: HomeFolder, options: Neo4jOptions): Promise<void> {
  await admin(folder, options, 'RESTORE_FAILED', ['info', 'neo4j'], log(folder));
  if (!/Database in use: +true/.test(await endOfLog(log(folder), 50))) return;
  throw new EmbeddedError(
    'STORE_IN_USE',
    `The store in ${folder.home} is in use by a Neo4j that was not started from here.`,
    'stop that Neo4j',
    { orElse: 'set CHANCERY_HOME to another folder' },
  );
}

function log({ home }: HomeFolder): string {
  return path.join(home, 'logs/backup.log');
}

async function admin(
  folder: HomeFolder,
  options: Neo4jOptions,
  failure: 'BACKUP_FAILED' | 'RESTORE_FAILED',
  command: readonly string[],
  into: string,
): Promise<void> {
  const code = await runAdmin(folder, options, ['database', ...command], into);
  if (code === 0) return;
  throw new EmbeddedError(
    failure,
    `neo4j-admin database ${command[0] ?? ''} failed. The end of ${into}:\n${await endOfLog(into, 8)}`,
    'fix what the log names',
  );
}
