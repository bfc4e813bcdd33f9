import { createReadStream } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { ImportError, type RowPlace } from '../importer.ts';

/** A line of a file, without its end. */
export interface TextLine extends RowPlace {
  readonly text: string;
}

/**
 * The lines of UTF-8 files, one after the other, including empty ones; with `after`, only the lines after that row.
 * Only a line feed ends a line, with the carriage return before it: other line separators may be within a value.
 * @throws ImportError if a file cannot be read, or if `after` is in none of them
 */
export async function* textLines(files: readonly string[], after: RowPlace | null): AsyncGenerator<TextLine> {
  for (const file of filesFrom(files, after)) {
    const isDone = (line: number) => after !== null && file === after.file && line <= after.line;
    for await (const line of linesOf(file)) if (!isDone(line.line)) yield line;
  }
}

async function* linesOf(file: string): AsyncGenerator<TextLine> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let line = 0;
  try {
    for await (const chunk of createReadStream(file)) {
      const texts = (rest + decoder.write(chunk as Buffer)).split('\n');
      rest = texts.pop() ?? '';
      for (const text of texts) yield { file, line: ++line, text: cleaned(text, line) };
    }
  } catch (error) {
    throw unreadable(file, error);
  }
  rest += decoder.end();
  if (rest !== '') yield { file, line: ++line, text: cleaned(rest, line) };
}

/** The error to throw if the system refuses a file; otherwise the error itself. */
export function unreadable(file: string, error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === undefined ? error : new ImportError(`Cannot read ${file}: ${message}`);
}

/** Removes the byte order mark that some editors put before the first line. */
function cleaned(text: string, line: number): string {
  const from = line === 1 && text.startsWith('\uFEFF') ? 1 : 0;
  return text.slice(from, text.endsWith('\r') ? -1 : undefined);
}

/**
 * The files that are left to read after a row, including its own.
 * @throws ImportError if the row's file is not among them
 */
export function filesFrom(files: readonly string[], after: RowPlace | null): readonly string[] {
  if (after === null) return files;
  const first = files.indexOf(after.file);
  if (first >= 0) return files.slice(first);
  throw new ImportError(
    `Cannot continue after line ${after.line} of "${after.file}": the file is missing from the command. Name it, or add --restart.`,
  );
}
