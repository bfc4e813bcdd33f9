import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import yauzl from 'yauzl';
import type { Day } from '../../time/day.ts';
import { ImportError } from './fault.ts';

/** A file as people have it: plain, packed by gzip, a member of a zip archive, or piped in. */
export interface InputFile {
  /** As messages and places name it. */
  readonly name: string;
  /** The day on which it was last written, UTC; of what is piped in, today. */
  readonly written: Day;
  /** Its unpacked bytes, from the beginning each time. @throws ImportError if it cannot be read or unpacked */
  readonly bytes: () => AsyncIterable<Buffer>;
}

/** The files of a command. */
export interface InputFiles {
  readonly files: readonly InputFile[];
  /** The size of all files, in bytes as they lie on the disk. */
  readonly size: number;
  /** How many of these bytes have been read so far, in all passes over the files. */
  readonly bytesRead: () => number;
  /** Removes the copy of what was piped in. */
  readonly close: () => Promise<void>;
}

/**
 * Opens files by their paths. `-` is the standard input. What can be read only once, as a pipe, is copied first, because
 * some formats are read twice. An archive gives each of its members.
 * @throws ImportError if a file cannot be read, or is packed in another way
 */
export async function openInputs(names: readonly string[]): Promise<InputFiles> {
  const counter = { read: 0 };
  const copies = new Copies();
  const files: InputFile[] = [];
  let size = 0;
  try {
    for (const name of names) {
      const source = await sourceOf(name, copies);
      size += source.size;
      files.push(...(await filesIn(source, counter)));
    }
  } catch (error) {
    await copies.remove();
    throw error;
  }
  return { files, size, bytesRead: () => counter.read, close: () => copies.remove() };
}

interface Source {
  readonly name: string;
  readonly path: string;
  readonly size: number;
  readonly written: Day;
}

interface Counter {
  read: number;
}

const STANDARD_INPUT = '-';

async function sourceOf(name: string, copies: Copies): Promise<Source> {
  try {
    const piped = name === STANDARD_INPUT ? process.stdin : null;
    const found = piped === null ? await stat(name) : null;
    if (found?.isDirectory() === true)
      throw new ImportError(`"${name}" is a folder. Name the files in it: ${path.join(name, '*')}.`);
    const place = found?.isFile() === true ? name : await copies.make(piped ?? createReadStream(name));
    const { size, mtime } = await stat(place);
    return { name, path: place, size, written: dayOf(mtime) };
  } catch (error) {
    throw unreadable(name, error);
  }
}

/** Copies of what can be read only once. */
class Copies {
  #folder: string | null = null;
  #count = 0;

  async make(stream: Readable): Promise<string> {
    this.#folder ??= await mkdtemp(path.join(tmpdir(), 'chancery-input-'));
    const copy = path.join(this.#folder, String(++this.#count));
    await pipeline(stream, createWriteStream(copy, { mode: 0o600 }));
    return copy;
  }

  async remove(): Promise<void> {
    if (this.#folder !== null) await rm(this.#folder, { recursive: true, force: true });
  }
}

async function filesIn(source: Source, counter: Counter): Promise<InputFile[]> {
  const first = await firstBytes(source);
  const packing = PACKINGS.find(({ magic }) => first.subarray(0, magic.length).equals(magic));
  if (packing !== undefined)
    throw new ImportError(`"${source.name}" is packed by ${packing.by}. Unpack it first: ${packing.command}`);
  if (first.equals(ZIP)) return membersOf(source, counter);
  return [inputFile(source, () => counted(createReadStream(source.path), counter))];
}

const ZIP = Buffer.from('PK\x03\x04', 'latin1');

const PACKINGS = [
  { magic: Buffer.from('BZh', 'latin1'), by: 'bzip2', command: 'bunzip2 FILE' },
  { magic: Buffer.from([0xfd, 0x37, 0x7a, 0x58]), by: 'xz', command: 'unxz FILE' },
  { magic: Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), by: 'Zstandard', command: 'unzstd FILE' },
  { magic: Buffer.from([0x37, 0x7a, 0xbc, 0xaf]), by: '7-Zip', command: '7z x FILE' },
  { magic: Buffer.from('Rar!', 'latin1'), by: 'RAR', command: 'unrar x FILE' },
];

async function firstBytes({ name, path: place }: Source): Promise<Buffer> {
  try {
    const handle = await open(place);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw unreadable(name, error);
  }
}

/** The members of an archive, in its order. */
async function membersOf(source: Source, counter: Counter): Promise<InputFile[]> {
  try {
    const archive = await yauzl.openPromise(source.path, { autoClose: false });
    const entries: yauzl.Entry[] = [];
    for await (const entry of archive.eachEntry()) entries.push(entry);
    archive.close();
    if (entries.some(({ fileName }) => fileName === '[Content_Types].xml'))
      throw new ImportError(`"${source.name}" is a spreadsheet or a document of an office. Save it as CSV.`);
    const members = entries.filter(({ fileName }) => !/(?:^__MACOSX\/|(?:^|\/)\.[^/]*$|\/$)/.test(fileName));
    if (members.length === 0) throw new ImportError(`"${source.name}" is an archive without a file.`);
    return members.map((entry) =>
      inputFile(
        { ...source, name: `${source.name}/${entry.fileName}`, written: dayOf(entry.getLastModDate()) },
        () => memberBytes(source, entry, counter),
      ),
    );
  } catch (error) {
    throw unreadable(source.name, error);
  }
}

async function* memberBytes(
  { path: place }: Source,
  entry: yauzl.Entry,
  counter: Counter,
): AsyncGenerator<Buffer> {
  const archive = await yauzl.openPromise(place, { autoClose: false });
  const packed = entry.compressedSize / Math.max(1, entry.uncompressedSize);
  try {
    for await (const chunk of (await archive.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      counter.read += chunk.length * packed;
      yield chunk;
    }
  } finally {
    archive.close();
  }
}

async function* counted(stream: AsyncIterable<Buffer>, counter: Counter): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    counter.read += chunk.length;
    yield chunk;
  }
}

function inputFile({ name, written }: Source, raw: () => AsyncIterable<Buffer>): InputFile {
  return {
    name,
    written,
    bytes: async function* () {
      try {
        yield* unpacked(raw());
      } catch (error) {
        throw unreadable(name, error);
      }
    },
  };
}

const GZIP = Buffer.from([0x1f, 0x8b]);

/** The bytes; if they are packed by gzip, unpacked. */
async function* unpacked(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const chunks = bytes[Symbol.asyncIterator]();
  const { value: first, done } = (await chunks.next()) as IteratorResult<Buffer, undefined>;
  if (done === true) return;
  const all = (async function* () {
    try {
      yield first;
      yield* { [Symbol.asyncIterator]: () => chunks };
    } finally {
      await chunks.return?.();
    }
  })();
  if (!first.subarray(0, 2).equals(GZIP)) yield* all;
  else yield* gunzipped(all);
}

async function* gunzipped(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  const fed = pipeline(bytes, gunzip);
  // A failure is reported where the bytes are read.
  fed.catch(() => undefined);
  yield* gunzip as AsyncIterable<Buffer>;
  await fed;
}

/** What the system says is about reading; every other error is one of unpacking. */
function unreadable(name: string, error: unknown): unknown {
  if (error instanceof ImportError) return error;
  const { syscall, message } = error as NodeJS.ErrnoException;
  if (syscall === undefined)
    return new ImportError(`Cannot unpack "${name}": ${message}. Get the file again.`, { cause: error });
  const [, reason = message] = /^\w+: (.*?), /.exec(message) ?? [];
  return new ImportError(`Cannot read "${name}": ${reason}. Check the path and its permissions.`, {
    cause: error,
  });
}

function dayOf(date: Date): Day {
  return date.toISOString().slice(0, 10);
}
