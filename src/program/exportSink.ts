import { createWriteStream, existsSync, type WriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import path from 'node:path';
import type { Writable } from 'node:stream';
import type { Piece } from '../exporting/exporter.ts';
import { ProgramError } from './programError.ts';

/** Where an export goes. What is not finished leaves no file behind that could pass for whole. */
export interface ExportSink {
  readonly write: (piece: Piece) => Promise<void>;
  readonly finish: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

export const TO_STDOUT: ExportSink = {
  write: ({ text }) => writeTo(process.stdout, text),
  finish: () => Promise.resolve(),
  discard: () => Promise.resolve(),
};

/** @throws ProgramError if it is there already */
export async function intoFile(file: string): Promise<ExportSink> {
  if (existsSync(file))
    throw new ProgramError(`${file} is there already. Name another file, or take it away.`);
  await mkdir(path.dirname(file), { recursive: true });
  return intoFiles(() => file, [file]);
}

/** @throws ProgramError if the folder holds something already */
export async function intoFolder(folder: string, names: readonly string[]): Promise<ExportSink> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0)
    throw new ProgramError(`${folder} is not empty. Name another folder, or take away what is in it.`);
  return intoFiles(
    (name) => path.join(folder, name),
    names.map((name) => path.join(folder, name)),
  );
}

function intoFiles(fileOf: (name: string) => string, files: readonly string[]): ExportSink {
  const streams = new Map(files.map((file) => [file, createWriteStream(unfinished(file))]));
  const close = async (stream: WriteStream): Promise<void> => {
    stream.end();
    await finished(stream);
  };
  return {
    write: async ({ file, text }) => {
      const stream = streams.get(fileOf(file));
      if (stream !== undefined) await writeTo(stream, text);
    },
    finish: async () => {
      await Promise.all([...streams.values()].map(close));
      for (const file of files) await rename(unfinished(file), file);
    },
    discard: async () => {
      await Promise.allSettled([...streams.values()].map(close));
      for (const file of files) await rm(unfinished(file), { force: true });
    },
  };
}

function unfinished(file: string): string {
  return `${file}.part`;
}

/** Resolves when more may be written. */
function writeTo(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (error === null || error === undefined) resolve();
      else reject(unwritable(error));
    });
  });
}

/** A reader such as `head` that has enough closes the pipe: no fault of anybody's. */
function unwritable(error: Error): Error {
  const { code } = error as NodeJS.ErrnoException;
  return new ProgramError(
    code === 'EPIPE' ? 'The reader stopped reading.' : `It cannot be written: ${error.message}`,
  );
}
