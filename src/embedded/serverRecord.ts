import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessIdentity } from './processIdentity.ts';

/**
 * Who has the server of a home, from the decision to start one until it is gone. The file is also the lock: the process
 * that creates it owns the server.
 */
export interface ServerRecord {
  readonly id: string;
  readonly phase: 'starting' | 'running' | 'stopping';
  readonly owner: ProcessIdentity;
  /** Present once the JVM runs. */
  readonly server?: {
    readonly process: ProcessIdentity;
    readonly boltPort: number;
    readonly httpPort: number;
  };
}

/** Creates the record with all its content at once. @returns false if there is a record already */
export async function createRecord(file: string, record: ServerRecord): Promise<boolean> {
  return createWhole(file, JSON.stringify(record));
}

export async function replaceRecord(file: string, record: ServerRecord): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(record));
  await rename(draft, file);
}

/** The record; `damaged` for a file that is not a record; undefined if there is no file. */
export async function readRecord(file: string): Promise<ServerRecord | 'damaged' | undefined> {
  try {
    return parse(await readFile(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Removes the record if it is still the one meant: another process may have just cleared the same stale record and
 * created its own. Whoever removes a record holds a lock, so that what it has read is what it removes.
 */
export async function removeRecord(file: string, meant: string | undefined): Promise<void> {
  const lock = `${file}.remove-${meant ?? 'damaged'}`;
  if (!(await createWhole(lock, ''))) {
    await waitFor(lock);
    return;
  }
  try {
    const present = await readRecord(file);
    if (present !== undefined && recordId(present) === meant) await rm(file, { force: true });
  } finally {
    await rm(lock, { force: true });
  }
}

/** Far longer than it takes to remove a file. */
const ABANDONED_AFTER_MS = 10_000;

/** A process that was killed while it held the lock does not keep it for ever. */
async function waitFor(lock: string): Promise<void> {
  await sleep(10);
  const age = await stat(lock).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
  if (age > ABANDONED_AFTER_MS) await rm(lock, { force: true });
}

/** The argument for removeRecord: undefined for a damaged record. */
export function recordId(record: ServerRecord | 'damaged'): string | undefined {
  return record === 'damaged' ? undefined : record.id;
}

async function createWhole(file: string, text: string): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, text);
    await link(draft, file); // Fails if the name is taken, and is atomic.
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

function parse(text: string): ServerRecord | 'damaged' {
  try {
    const record = JSON.parse(text) as Partial<ServerRecord> | null;
    const whole = typeof record?.id === 'string' && typeof record.owner?.pid === 'number';
    return whole ? (record as ServerRecord) : 'damaged';
  } catch {
    return 'damaged';
  }
}
