import { open, readFile, stat } from 'node:fs/promises';
import { EmbeddedError } from './embeddedError.ts';
import type { Neo4jRelease } from './neo4jRelease.ts';

/** The backup, the store that it was to become, and the log of the tool. */
export interface Restore {
  readonly file: string;
  readonly home: string;
  readonly release: Neo4jRelease;
  readonly hadStore: boolean;
  readonly log: string;
}

/** Why the tool could not make a store of the file. */
export async function loadFailure(restore: Restore): Promise<EmbeddedError> {
  const { file, log } = restore;
  const said = await readFile(log, 'utf8').catch(() => '');
  if (said.includes('No space left'))
    return failed(restore, 'NO_SPACE', `There is no space left to restore ${file}.`, 'free some space');
  if (!(await isDump(file)))
    return failed(
      restore,
      'RESTORE_FAILED',
      `${file} is not a backup.`,
      'name a file written by npm run backup',
    );
  if (said.includes('is of a newer version than')) return newerBackup(restore);
  if (/ZstdIOException|EOFException|Not a valid Neo4j archive/.test(said)) {
    const wrong = `${file} is damaged: cut short, or changed since it was written.`;
    return failed(restore, 'RESTORE_FAILED', wrong, 'copy it again from an intact original');
  }
  const wrong = `neo4j-admin could not restore ${file}. Its output is in ${log}.`;
  return failed(restore, 'RESTORE_FAILED', wrong, 'fix what the log names');
}

/** Why this Neo4j does not open the store that the file became. */
export function openFailure(restore: Restore, error: unknown): unknown {
  return error instanceof EmbeddedError && error.code === 'NEWER_STORE' ? newerBackup(restore) : error;
}

function newerBackup(restore: Restore): EmbeddedError {
  const { file, release } = restore;
  const wrong = `${file} was written by a newer release of Neo4j than ${release.version}. Neo4j cannot downgrade a store.`;
  return failed(restore, 'NEWER_STORE', wrong, 'name that release in NEO4J_VERSION');
}

function failed(
  { home, hadStore }: Restore,
  code: 'NO_SPACE' | 'RESTORE_FAILED' | 'NEWER_STORE',
  wrong: string,
  remedy: string,
): EmbeddedError {
  const left = hadStore ? `The store in ${home} is unchanged.` : `${home} still holds no store.`;
  return new EmbeddedError(code, `${wrong} ${left}`, remedy, { orElse: 'restore another backup' });
}

/** Whether the file begins like a dump of Neo4j, in any of its compressions. */
async function isDump(file: string): Promise<boolean> {
  if (!(await stat(file)).isFile()) return false;
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && ['DZV1', 'DGV1'].includes(buffer.toString('latin1'));
  } finally {
    await handle.close();
  }
}
