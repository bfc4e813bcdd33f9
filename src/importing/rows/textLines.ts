import { whyTextIsUnkept } from '../../record/structure/keptValues.ts';
import { ImportError, type RowPlace } from './fault.ts';
import { type Encoding, encodingOf } from './encoding.ts';
import type { InputFile } from './inputFile.ts';

/** A line of a file, without its end. */
export interface TextLine extends RowPlace {
  /** In an unsound line, U+FFFD stands for what cannot be decoded. */
  readonly text: string;
  /** Why the line must not be stored, if so. */
  readonly unsound?: string;
}

/**
 * The lines of files, one after the other, including empty ones; with `after`, only the lines after that row.
 * Only a line feed ends a line, with the carriage return before it: other line separators may be within a value.
 * @throws ImportError if a file cannot be read, or if `after` is in none of them
 */
export async function* textLines(
  files: readonly InputFile[],
  after: RowPlace | null,
): AsyncGenerator<TextLine> {
  for (const file of filesFrom(files, after)) {
    const isDone = (line: number) => after !== null && file.name === after.file && line <= after.line;
    for await (const lines of lineBlocks(file)) for (const line of lines) if (!isDone(line.line)) yield line;
  }
}

/** No row is that long. A file without line breaks would fill the memory. */
const MAX_LINE_BYTES = 16 * 1024 * 1024;

/** The lines of a file in blocks, in their order. A line that is too long is unsound and has no text. */
export async function* lineBlocks(file: InputFile): AsyncGenerator<readonly TextLine[]> {
  let encoding: Encoding | null = null;
  let rest: Buffer = Buffer.alloc(0);
  let line = 0;
  let isTooLong = false;
  const take = (bytes: Buffer, coding: Encoding): TextLine[] => {
    const lines = linesOf(bytes, coding, file.name, line);
    line += lines.length;
    if (isTooLong) lines[0] = { file: file.name, line: line - lines.length + 1, text: '', unsound: TOO_LONG };
    isTooLong = false;
    return lines;
  };
  for await (const chunk of file.bytes()) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (encoding === null) {
      if (rest.length < DECLARATION_BYTES) continue;
      encoding = encodingOf(rest, file.name);
      rest = rest.subarray(encoding.mark);
    }
    const end = endOfLines(rest, encoding.lineFeed);
    if (end > 0) yield take(rest.subarray(0, end), encoding);
    rest = rest.subarray(end);
    if (rest.length <= MAX_LINE_BYTES) continue;
    isTooLong = true;
    rest = rest.subarray(rest.length - (rest.length % encoding.lineFeed.length));
  }
  if (encoding === null) {
    encoding = encodingOf(rest, file.name);
    rest = rest.subarray(encoding.mark);
  }
  if (rest.length > 0 || isTooLong) yield take(rest, encoding);
}

/** Enough for the declaration of XML. */
const DECLARATION_BYTES = 256;
const TOO_LONG = `it is longer than ${MAX_LINE_BYTES / 1024 / 1024} MB`;

/** After the last line feed. In UTF-16 its bytes may also lie across two letters. */
function endOfLines(bytes: Buffer, lineFeed: Buffer): number {
  const { length } = lineFeed;
  let found = bytes.lastIndexOf(lineFeed);
  while (found >= 0 && found % length !== 0)
    found = found === 0 ? -1 : bytes.lastIndexOf(lineFeed, found - 1);
  return found < 0 ? 0 : found + length;
}

function linesOf(bytes: Buffer, encoding: Encoding, file: string, before: number): TextLine[] {
  const text = encoding.decode(bytes);
  const place = (i: number) => ({ file, line: before + i + 1 });
  if (text === null)
    return byteLines(bytes, encoding.lineFeed).map((own, i) => decoded(own, encoding, place(i)));
  const isSound = whyTextIsUnkept(text) === null;
  return separate(text).map((each, i) => {
    const line = { ...place(i), text: each };
    return isSound ? line : checked(line);
  });
}

function separate(text: string): string[] {
  const texts = text.split('\n').map((each) => (each.endsWith('\r') ? each.slice(0, -1) : each));
  if (text.endsWith('\n')) texts.pop();
  return texts;
}

function byteLines(bytes: Buffer, lineFeed: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let start = 0;
  for (let found = bytes.indexOf(lineFeed); found >= 0; found = bytes.indexOf(lineFeed, found + 1)) {
    if (found % lineFeed.length !== 0) continue;
    lines.push(bytes.subarray(start, found + lineFeed.length));
    start = found + lineFeed.length;
  }
  return start < bytes.length ? [...lines, bytes.subarray(start)] : lines;
}

function decoded(bytes: Buffer, encoding: Encoding, place: RowPlace): TextLine {
  const sound = encoding.decode(bytes);
  if (sound !== null) return checked({ ...place, text: separate(sound)[0] ?? '' });
  const text = separate(encoding.decodeLoosely(bytes))[0] ?? '';
  const name = encoding.name.toUpperCase();
  return { ...place, text, unsound: `it is not ${name}: see character ${text.indexOf('\uFFFD') + 1}` };
}

function checked(line: TextLine): TextLine {
  const reason = whyTextIsUnkept(line.text);
  return reason === null ? line : { ...line, unsound: `it ${reason}` };
}

/**
 * The files that are left to read after a row, including its own.
 * @throws ImportError if the row's file is not among them
 */
export function filesFrom(files: readonly InputFile[], after: RowPlace | null): readonly InputFile[] {
  if (after === null) return files;
  const first = files.findIndex(({ name }) => name === after.file);
  if (first >= 0) return files.slice(first);
  throw new ImportError(
    `Cannot continue after line ${after.line} of "${after.file}": the file is missing from the command. Name it, or add --restart.`,
  );
}
