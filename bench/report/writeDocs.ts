import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { readResults } from '../result.ts';
import { plot } from './plot.ts';
import { tables } from './tables.ts';

const BEGIN = '<!-- Written by npm run bench from bench/results; changes made here are lost. -->';
const END = '<!-- End of what npm run bench writes. -->';

/** Writes the tables and the plot of all results between the markers of the document. */
export async function writeDocs(resultsFolder: string, document: string): Promise<void> {
  const results = await readResults(resultsFolder);
  const largest = results.findLast(({ operations }) => operations !== undefined);
  const image = `${path.basename(document, '.md')}.svg`;
  const text = await readFile(document, 'utf8').catch(() => `${BEGIN}\n${END}\n`);
  const [head = '', rest = ''] = text.split(BEGIN);
  const tail = rest.split(END)[1] ?? '';
  const picture = largest === undefined ? '' : `![Medians of all operations](${image})\n\n`;
  const whole = `${head}${BEGIN}\n\n${picture}${tables(results)}\n\n${END}${tail}`;
  await mkdir(path.dirname(document), { recursive: true });
  await writeFile(document, await format(whole, { ...(await resolveConfig(document)), parser: 'markdown' }));
  if (largest !== undefined) await writeFile(path.join(path.dirname(document), image), plot(largest));
}
