import { isObject } from '../texts.ts';
import type { InputFile } from './inputFile.ts';
import { lineBlocks } from './textLines.ts';

/** The first lines of a file, by which its format is recognized. */
export interface FileHead {
  readonly name: string;
  /** Those that are neither blank nor unsound. */
  readonly lines: readonly string[];
  /** Whether the file has nothing but blank lines. */
  readonly isEmpty: boolean;
  /** The beginning of the file, sound or not. */
  readonly start: string;
}

/** A bad line may stand first, so several are looked at. */
const HEAD_LINES = 100;
const START_LENGTH = 2_000;

/** @throws ImportError if the file cannot be read */
export async function headOf(file: InputFile): Promise<FileHead> {
  const lines: string[] = [];
  let start = '';
  let isEmpty = true;
  for await (const block of lineBlocks(file)) {
    for (const line of block) {
      if (line.unsound === undefined && line.text.trim() === '') continue;
      isEmpty = false;
      if (start.length < START_LENGTH) start += `${line.text.slice(0, START_LENGTH)}\n`;
      if (line.unsound === undefined) lines.push(line.text);
    }
    if (lines.length >= HEAD_LINES) break;
  }
  return { name: file.name, lines: lines.slice(0, HEAD_LINES), start, isEmpty };
}

/** The JSON object in a line of the head; null for any other line. */
export function objectOf(line: string): Record<string, unknown> | null {
  if (!line.startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** What a file seems to be that no importer reads, with what to do; null if that cannot be told. */
export function otherFormat({ start }: FileHead): string | null {
  return OTHER_FORMATS.find(([pattern]) => pattern.test(start.trimStart()))?.[1] ?? null;
}

const OTHER_FORMATS: readonly (readonly [pattern: RegExp, is: string])[] = [
  [/^\[/, 'a JSON array. Write each of its objects on a line of its own: jq -c ".[]" FILE'],
  [
    /^\{\s*$|^\{\s*"[^"]*"\s*:.*[^}]\s*(?:\n|$)/,
    'JSON over several lines. Write each object on one line: jq -c . FILE',
  ],
  [
    /^<!doctype html|^<html/i,
    'a page of the web, not the file. Open the address in a browser, and save the file',
  ],
  [
    /^[^\t\r\n]*(?![\t\r\n])\p{Cc}/u,
    'a binary file, or a table between control characters, as Hive writes it. Get it as its publisher offers it',
  ],
  [/^%PDF-/, 'a PDF'],
  [/^PAR1/, 'a Parquet file. Save it as the text that its publisher offers'],
  [
    /^"?id"?,"?schema"?,"?name"?,"?aliases"?/,
    'the simple table of OpenSanctions, which has no dates. Get targets.nested.json or entities.ftm.json instead',
  ],
  [/"DATA_SOURCE"\s*:/, 'a file for Senzing. Get entities.ftm.json instead'],
  [/<sdnList[\s>]/, 'the SDN list of OFAC. Import it as OpenSanctions publishes it, with the format ftm'],
  [
    /<export[\s>][\s\S]*sanctionEntity/,
    'the list of the EU. Import it as OpenSanctions publishes it, with the format ftm',
  ],
];
