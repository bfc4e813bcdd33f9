import { TextDecoder } from 'node:util';
import { ImportError } from './fault.ts';

/** How the bytes of a file are read as text. */
export interface Encoding {
  /** As the file declares it. */
  readonly name: string;
  /** The length of its byte order mark. */
  readonly mark: number;
  /** The bytes of a line feed. */
  readonly lineFeed: Buffer;
  /** Null for bytes that are no text in this encoding. */
  readonly decode: (bytes: Buffer) => string | null;
  /** The same, with U+FFFD for what cannot be decoded. */
  readonly decodeLoosely: (bytes: Buffer) => string;
}

/**
 * The encoding that a file declares: by its byte order mark, or else, in XML, by its first line. Any other file is
 * UTF-8.
 * @param start at least the first 256 bytes, or all
 * @throws ImportError if the encoding is not known, or is not that of the bytes
 */
export function encodingOf(start: Buffer, file: string): Encoding {
  const marked = MARKS.find(({ bytes }) => start.subarray(0, bytes.length).equals(bytes));
  if (marked !== undefined) return encodingNamed(marked.name, file, marked.bytes.length);
  const unmarked = WIDE_STARTS.find(({ bytes }) => start.subarray(0, bytes.length).equals(bytes));
  if (unmarked !== undefined) return encodingNamed(unmarked.name, file);
  if (looksWide(start))
    throw new ImportError(
      `"${file}" seems to be UTF-16 without a byte order mark. Save it as UTF-8: iconv -f UTF-16LE -t UTF-8.`,
    );
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(start.toString('latin1'))?.[1];
  if (declared === undefined) return encodingNamed('utf-8', file);
  if (/^(?:utf-16|utf-32|ucs-|iso-10646-ucs)/i.test(declared))
    throw new ImportError(
      `"${file}" declares the encoding ${declared}, but its bytes are not. Correct the declaration.`,
    );
  return encodingNamed(declared, file);
}

/** The longer marks first: that of UTF-32 begins with that of UTF-16. */
const MARKS = [
  { bytes: Buffer.from([0xff, 0xfe, 0, 0]), name: 'utf-32' },
  { bytes: Buffer.from([0, 0, 0xfe, 0xff]), name: 'utf-32' },
  { bytes: Buffer.from([0xff, 0xfe]), name: 'utf-16le' },
  { bytes: Buffer.from([0xfe, 0xff]), name: 'utf-16be' },
  { bytes: Buffer.from([0xef, 0xbb, 0xbf]), name: 'utf-8' },
];

/** `<?` without a byte order mark, from which XML tells the encoding. */
const WIDE_STARTS = [
  { bytes: Buffer.from('<\0?\0', 'latin1'), name: 'utf-16le' },
  { bytes: Buffer.from('\0<\0?', 'latin1'), name: 'utf-16be' },
];

/** Whether every other byte is NUL, as in UTF-16 of Latin letters. */
function looksWide(start: Buffer): boolean {
  const head = start.subarray(0, 64);
  const nul = (place: number) => head.filter((byte, i) => i % 2 === place && byte === 0).length;
  return head.length >= 8 && Math.max(nul(0), nul(1)) > head.length / 4;
}

function encodingNamed(name: string, file: string, mark = 0): Encoding {
  const exact = EXACT.get(name.toLowerCase());
  if (exact !== undefined) return { ...exact, name, mark, lineFeed: LINE_FEED };
  try {
    const strict = new TextDecoder(name, { fatal: true, ignoreBOM: true });
    const loose = new TextDecoder(name, { ignoreBOM: true });
    return {
      ...{ name, mark, lineFeed: LINE_FEEDS.get(strict.encoding) ?? LINE_FEED },
      decode: (bytes) => decoded(strict, bytes),
      decodeLoosely: (bytes) => loose.decode(bytes),
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ENCODING_NOT_SUPPORTED') throw error;
    throw new ImportError(`"${file}" is in the encoding ${name}, which cannot be read. Save it as UTF-8.`, {
      cause: error,
    });
  }
}

function decoded(decoder: TextDecoder, bytes: Buffer): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

const LINE_FEED = Buffer.from('\n');
const LINE_FEEDS = new Map([
  ['utf-16le', Buffer.from('\n\0', 'latin1')],
  ['utf-16be', Buffer.from('\0\n', 'latin1')],
]);

const latin1 = (bytes: Buffer): string => bytes.toString('latin1');
const LATIN_1 = { decode: latin1, decodeLoosely: latin1 };

const ascii = (bytes: Buffer): string => latin1(bytes).replaceAll(/[\x80-\xff]/g, '\uFFFD');
const ASCII = {
  decode: (bytes: Buffer) => (bytes.some((byte) => byte > 0x7f) ? null : latin1(bytes)),
  decodeLoosely: ascii,
};

/** For browsers these names mean Windows-1252, which is not what a file declares. */
const EXACT = new Map([
  ...['iso-8859-1', 'iso8859-1', 'iso_8859-1', 'latin1', 'l1', 'cp819'].map(
    (name) => [name, LATIN_1] as const,
  ),
  ...['us-ascii', 'ascii'].map((name) => [name, ASCII] as const),
]);
