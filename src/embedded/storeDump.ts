import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { hasStore, onIdleStore, runAdmin, type StoreOptions } from './adminTool.ts';
import { EmbeddedError } from './embeddedError.ts';
import type { HomeFolder } from './homeFolder.ts';
import { endOfLog } from './launch.ts';

/**
 * Writes the store of a home into a file, with Neo4j's own tool; over a file of that name. Community can do so only
 * while no server runs. @throws EmbeddedError STORE_IN_USE, NO_STORE, BACKUP_FAILED, and those of finding Java and the jars
 */
export async function dumpStore(options: StoreOptions, file: string): Promise<void> {
  await onIdleStore(options, 'written into a file', async (folder) => {
    if (!hasStore(folder))
      throw new EmbeddedError('NO_STORE', `There is no store in ${folder.home}.`, 'let npm start make one', {
        orElse: 'set CHANCERY_HOME to the folder that has one',
      });
    // Beside the file, so that it is there whole or not at all.
    const into = await mkdtemp(`${file}-`);
    try {
      await dumpOrLoad(folder, options, 'BACKUP_FAILED', ['dump', 'neo4j', `--to-path=${into}`]);
      await rename(path.join(into, 'neo4j.dump'), file);
    } finally {
      await rm(into, { recursive: true, force: true });
    }
  });
}

/**
 * Makes the store of a home what the file has. The password stays that of the home.
 * @throws EmbeddedError STORE_IN_USE, STORE_NOT_EMPTY, RESTORE_FAILED, and those of finding Java and the jars
 */
export async function loadStore(
  options: StoreOptions & { readonly replace: boolean },
  file: string,
): Promise<void> {
  await onIdleStore(options, 'restored', async (folder) => {
    if (!options.replace && hasStore(folder))
      throw new EmbeddedError(
        'STORE_NOT_EMPTY',
        `There is a store in ${folder.home} already.`,
        'add --replace to lose it',
        { orElse: 'set CHANCERY_HOME to another folder' },
      );
    // The tool takes a folder, and in it a name of its own.
    const from = await mkdtemp(path.join(folder.home, 'run/restore-'));
    try {
      await symlink(file, path.join(from, 'neo4j.dump'));
      const command = ['load', 'neo4j', `--from-path=${from}`, '--overwrite-destination=true'];
      await orAsBefore(folder, () => dumpOrLoad(folder, options, 'RESTORE_FAILED', command));
    } finally {
      await rm(from, { recursive: true, force: true });
    }
  });
}

/** Keeps the store aside meanwhile: the tool deletes it before it looks at the file. */
async function orAsBefore({ home }: HomeFolder, work: () => Promise<void>): Promise<void> {
  const places = ['databases', 'transactions'].map((kind) => path.join(home, 'data', kind, 'neo4j'));
  const kept = places.filter((place) => existsSync(place));
  for (const place of kept) await rename(place, `${place}.before`);
  try {
    await work();
  } catch (error) {
    for (const place of places) await rm(place, { recursive: true, force: true });
    for (const place of kept) await rename(`${place}.before`, place);
    throw error;
  }
  for (const place of kept) await rm(`${place}.before`, { recursive: true, force: true });
}

async function dumpOrLoad(
  folder: HomeFolder,
  options: StoreOptions,
  failure: 'BACKUP_FAILED' | 'RESTORE_FAILED',
  command: readonly string[],
): Promise<void> {
  const log = path.join(folder.home, 'logs/backup.log');
  const code = await runAdmin(folder, options, ['database', ...command], log);
  if (code === 0) return;
  throw new EmbeddedError(
    failure,
    `neo4j-admin database ${command[0] ?? ''} failed. The end of ${log}:\n${await endOfLog(log, 8)}`,
    'mend what it names',
  );
}
