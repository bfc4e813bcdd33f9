import { existsSync } from 'node:fs';
import { type FileHandle, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from '../embedded/makeFolder.ts';
import type { Piece } from '../exporting/exporter.ts';
import { ProgramError } from './programError.ts';

/** The destination of an export. An unfinished export leaves no file that looks complete. */
export interface ExportSink {
  readonly write: (piece: Piece) => Promise<void>;
  readonly finish: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

export function intoStdout(): ExportSink {
  // Each failed write is reported by the write itself. Without a listener, the event would end the process.
  process.stdout.on('error', () => undefined);
  return { write: ({ text }) => writeOut(text), finish: nothing, discard: nothing };
}

/** @throws ProgramError if the file exists already, or cannot be written */
export async function intoFile(file: string): Promise<ExportSink> {
  if (existsSync(file)) throw new ProgramError(`"${file}" exists already. Name another file, or delete it.`);
  const unmake = await madeFolder(path.dirname(file), file);
  return intoFiles(() => file, [file], unmake);
}

/** @throws ProgramError if the folder is not empty, or cannot be written */
export async function intoFolder(folder: string, names: readonly string[]): Promise<ExportSink> {
  const unmake = await madeFolder(folder, folder);
  if ((await readdir(folder)).length > 0)
    throw new ProgramError(`"${folder}" is not empty. Name another folder, or delete its contents.`);
  return intoFiles(
    (name) => path.join(folder, name),
    names.map((name) => path.join(folder, name)),
    unmake,
  );
}

/** Makes the folder and those above it. @returns a function that removes the new ones again if they are empty */
async function madeFolder(folder: string, file: string): Promise<() => Promise<void>> {
  const first = await naming(file, () => makeFolder(folder));
  return async () => {
    if (first === undefined) return;
    for (let made = folder; made.startsWith(first); made = path.dirname(made))
      await rmdir(made).catch(() => undefined);
  };
}

async function intoFiles(
  fileOf: (name: string) => string,
  files: readonly string[],
  unmakeFolder: () => Promise<void>,
): Promise<ExportSink> {
  const handles = new Map<string, FileHandle>();
  for (const file of files) handles.set(file, await naming(file, () => open(unfinished(file), 'w')));
  const close = () => Promise.all([...handles.values()].map((handle) => handle.close()));
  return {
    write: async ({ file, text }) => {
      await naming(fileOf(file), async () => handles.get(fileOf(file))?.appendFile(text));
    },
    finish: async () => {
      await close();
      for (const file of files) await naming(file, () => rename(unfinished(file), file));
    },
    discard: async () => {
      await close();
      for (const file of files) await rm(unfinished(file), { force: true });
      await unmakeFolder();
    },
  };
}

function unfinished(file: string): string {
  return `${file}.part`;
}

/** Adds the name of the file to a fault of the disk. */
async function naming<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new ProgramError(`"${file}" cannot be written: ${(error as Error).message}.`);
  }
}

/** Resolves when more may be written. A reader such as `head` closes the pipe when it has enough. */
function writeOut(text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error === null || error === undefined) resolve();
      else reject(new ProgramError(isClosed(error) ? 'The reader stopped reading.' : error.message));
    });
  });
}

function isClosed(error: Error): boolean {
  return (error as NodeJS.ErrnoException).code === 'EPIPE';
}

function nothing(): Promise<void> {
  return Promise.resolve();
}
