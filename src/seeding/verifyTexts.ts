import { readdir, readFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { collectCorpus } from './corpus.ts';
import { type SeedFault, sortFaults } from './seedFault.ts';
import { having } from './item.ts';
import { suggest } from '../record/nearest.ts';
import { readSeeds } from './readSeeds.ts';

/**
 * Compares the ledger with the texts. A text may be missing, have a different number of paragraphs, or not be in the
 * ledger. Texts are the `.txt` files of the folder; a paragraph is a line that is not blank.
 */
export async function verifyTexts(folder: string, textsFolder: string): Promise<SeedFault[]> {
  const { corpus } = collectCorpus(await readSeeds(folder));
  const files = new Map((await readdir(textsFolder)).filter(isText).map((file) => [parse(file).name, file]));
  const faults: SeedFault[] = [];
  const unnamed = new Map(files);
  for (const entry of having(corpus.ledger, 'text', 'paragraphs')) {
    const { text, paragraphs } = entry.value;
    const file = files.get(text);
    unnamed.delete(text);
    if (file === undefined) {
      const fix = suggest(text, files.keys(), "Give the file's name without its ending.");
      const message = `there is no text \`${text}\` in ${textsFolder}`;
      faults.push(corpus.placed(entry.faultAt(['text'], message, fix)));
      continue;
    }
    const count = countParagraphs(await readFile(join(textsFolder, file), 'utf8'));
    if (count === paragraphs) continue;
    const message = `${file} has ${count} paragraphs, not ${paragraphs}`;
    const fix = 'Correct the number, and the lines with it.';
    faults.push(corpus.placed(entry.faultAt(['paragraphs'], message, fix)));
  }
  for (const file of unnamed.values()) {
    const fix = 'Enter the text into the seeds, with a ledger.';
    faults.push({
      file: join(textsFolder, file),
      line: 1,
      column: 1,
      message: 'no entry of the ledger is of this text',
      fix,
    });
  }
  return sortFaults(faults);
}

function isText(file: string): boolean {
  return file.endsWith('.txt');
}

function countParagraphs(text: string): number {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '').length;
}
