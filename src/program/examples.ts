import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { PROJECT } from './config.ts';

/** A worked question: a named GraphQL operation that answers as it stands. */
export interface Example {
  readonly file: string;
  readonly query: string;
}

/** The questions of `docs/examples`, in the order of their file names. */
export async function readExamples(): Promise<Example[]> {
  const folder = path.join(PROJECT, 'docs/examples');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.graphql')).sort();
  return await Promise.all(
    files.map(async (file) => ({ file, query: await readFile(path.join(folder, file), 'utf8') })),
  );
}
