import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { generatedRecords, type GeneratedSet } from './generatedRecords.ts';

/** Writes a set as a file for `npm run import -- jsonl`, line by line. */
export async function writeSet(set: GeneratedSet, file: string): Promise<void> {
  await pipeline(Readable.from(lines(set)), createWriteStream(file));
}

const LINES_A_PIECE = 500;

function* lines(set: GeneratedSet): Generator<string> {
  let piece: string[] = [];
  for (const record of generatedRecords(set)) {
    piece.push(`${JSON.stringify(record)}\n`);
    if (piece.length < LINES_A_PIECE) continue;
    yield piece.join('');
    piece = [];
  }
  yield piece.join('');
}
