import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { watch } from 'chokidar';
import type { Importer } from '../importing/importer.ts';
import { ProgramError } from './programError.ts';

interface Following {
  readonly awaits: NonNullable<Importer['awaits']>;
  /** What has been imported before, as `NAME:BYTES`. */
  readonly done: readonly string[];
  /** Imports files that came together. @returns those that could be imported */
  readonly take: (paths: readonly string[]) => Promise<readonly string[]>;
  readonly remember: (done: readonly string[]) => Promise<void>;
  readonly onProgress: (message: string) => void;
  readonly stop: AbortSignal;
}

/** Few enough that a stop is soon heard, and that a program that was killed has not much to do again. */
const TOGETHER = 40;

/** As long as a file must have stayed as it is to be whole, and as long as others may follow it to be taken with it. */
const SETTLED_MS = 2_000;

/**
 * Takes the files of a folder in the order of their names: first those that are there, then others as they arrive, until
 * it is asked to stop. A file that changes is taken again; one that could not be imported, only then. A file that needs
 * another waits for it, and so does one whose last line has not come to its end. Folders are left out, and so are files
 * whose names begin with a dot.
 */
export async function followFolder(folder: string, following: Following): Promise<void> {
  const { awaits, take, remember, onProgress, stop } = following;
  const stopped = aborted(stop);
  const goesOn = () => !stop.aborted;
  const done = new Set(following.done);
  const waiting = new Map<string, string>();
  const told = new Set<string>();
  const arrivals = watched(folder, (file, key) => {
    if (!done.has(key)) waiting.set(file, key);
  });
  try {
    while (goesOn()) {
      await Promise.race([arrivals.next(), stopped]);
      await after(SETTLED_MS, undefined, { signal: stop }).catch(() => undefined);
      for (;;) {
        const { ready, others } = await sorted(waiting, done, awaits);
        for (const [name, reason] of others) if (!told.has(name)) onProgress(`${name} waits for ${reason}.`);
        for (const [name] of others) told.add(name);
        if (ready.length === 0 || !goesOn()) break;
        for (const [file] of ready) waiting.delete(file);
        const taken = new Set(await take(ready.map(([file]) => file)));
        for (const [file, key] of ready) if (taken.has(file)) done.add(key);
        if (taken.size > 0) await remember([...done]);
      }
    }
  } finally {
    await arrivals.close();
  }
}

/** @throws ProgramError if there is no such folder */
export async function requireFolder(folder: string): Promise<void> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new ProgramError(`"${folder}" is no folder. Name one that files arrive in.`);
}

type Waiting = ReadonlyMap<string, string>;

interface Sorted {
  /** The first of the waiting files, with their keys, that need nothing which is not done or among them. */
  readonly ready: readonly (readonly [string, string])[];
  /** The names of those that wait, and for what. */
  readonly others: readonly (readonly [string, string])[];
}

async function sorted(
  waiting: Waiting,
  done: ReadonlySet<string>,
  awaits: Following['awaits'],
): Promise<Sorted> {
  const all = [...waiting].sort(([a], [b]) => (a < b ? -1 : 1));
  const whole = new Set<string>();
  for (const [file] of all) if (await endsWell(file)) whole.add(file);
  const there = new Set([...done].map((key) => stemOf(key.replace(/:\d+$/, ''))));
  for (const file of whole) there.add(stemOf(path.basename(file)));
  const needOf = (file: string): string | null => {
    const needed = awaits(stemOf(path.basename(file)));
    if (needed !== null && !there.has(needed)) return needed;
    return whole.has(file) ? null : 'the end of its last line';
  };
  return {
    ready: all.filter(([file]) => needOf(file) === null).slice(0, TOGETHER),
    others: all.flatMap(([file]) => {
      const need = needOf(file);
      return need === null ? [] : [[path.basename(file), need] as const];
    }),
  };
}

/** How a file can end: with a line break, of two bytes in UTF-16, or as XML and JSON do. */
const ENDS = /[\n\r>}\]]\0?$/;

/** Whether the file is packed, or its last line has an end: a download that has stalled mostly has none. */
async function endsWell(file: string): Promise<boolean> {
  if (/\.(?:zip|gz)$/i.test(file)) return true;
  const handle = await open(file).catch(() => null);
  // What cannot be read is told when it is imported.
  if (handle === null) return true;
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, Math.max(0, size - 2));
    return size === 0 || ENDS.test(buffer.toString('latin1', 0, bytesRead));
  } finally {
    await handle.close();
  }
}

/** The name of the file in the archive. */
function stemOf(name: string): string {
  return name.replace(/\.(?:zip|gz)$/i, '').toLowerCase();
}

/** Calls `onFile` for each whole file; `next` resolves at one that comes, and rejects if the folder cannot be read. */
function watched(folder: string, onFile: (file: string, key: string) => void) {
  const watcher = watch(folder, {
    depth: 0,
    alwaysStat: true,
    ignored: (name) => name !== folder && path.basename(name).startsWith('.'),
    awaitWriteFinish: { stabilityThreshold: SETTLED_MS },
  });
  let isNew = false;
  let failure: unknown = null;
  let wake = (): void => undefined;
  watcher
    .on('all', (happening, file, stats) => {
      if (happening !== 'add' && happening !== 'change') return;
      onFile(file, `${path.basename(file)}:${stats?.size ?? 0}`);
      isNew = true;
      wake();
    })
    .on('error', (error) => {
      failure = error;
      wake();
    });
  return {
    async next(): Promise<void> {
      if (!isNew && failure === null) await new Promise<void>((resolve) => (wake = resolve));
      isNew = false;
      if (failure !== null) throw failure as Error;
    },
    close: () => watcher.close(),
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else
      signal.addEventListener('abort', () => {
        resolve();
      });
  });
}
