import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { PROJECT } from '../../src/program/config.ts';

export const readFileOf = (file: string): Promise<string> => readFile(path.join(PROJECT, file), 'utf8');

/** A file of a folder of the documentation, by its name. */
export async function filesOf(folder: string, ending: string): Promise<[name: string, text: string][]> {
  const names = (await readdir(path.join(PROJECT, folder))).filter((name) => name.endsWith(ending)).sort();
  return await Promise.all(
    names.map(async (name): Promise<[string, string]> => [name, await readFileOf(path.join(folder, name))]),
  );
}

/** A fenced block and the text from its end to the next heading or block of the same language. */
export interface Block {
  readonly code: string;
  readonly after: string;
}

export function blocksOf(markdown: string, language: string): Block[] {
  const pattern = new RegExp('^```' + language + '\\n(.*?)^```$', 'gms');
  const found = [...markdown.matchAll(pattern)];
  return found.map((match) => {
    const rest = markdown.slice(match.index + match[0].length);
    const end = rest.search(new RegExp('^(#|```' + language + '$)', 'm'));
    return { code: match[1]!.trim(), after: end === -1 ? rest : rest.slice(0, end) };
  });
}

/** The part of a document under a heading of the second level. */
export function sectionOf(markdown: string, heading: string): string {
  const start = markdown.indexOf(`\n## ${heading}\n`);
  if (start === -1) throw new Error(`There is no section "${heading}".`);
  const end = markdown.indexOf('\n## ', start + 1);
  return markdown.slice(start, end === -1 ? undefined : end);
}

/** The first table of a text, its head first; cells without the backticks around them. */
export function tableOf(markdown: string): string[][] {
  const lines = markdown.split('\n');
  const first = lines.findIndex((line) => line.startsWith('|'));
  if (first === -1) throw new Error('There is no table.');
  const length = lines.slice(first).findIndex((line) => !line.startsWith('|'));
  const [head = '', , ...body] = lines.slice(first, length === -1 ? undefined : first + length);
  return [head, ...body].map(cellsOf);
}

function cellsOf(line: string): string[] {
  return line
    .slice(1, line.lastIndexOf('|'))
    .split('|')
    .map((cell) => cell.trim().replace(/^`([^`]*)`$/, '$1'));
}

/** What a link can name after its `#`: the headings of a page as GitHub writes them into addresses. */
export function anchorsOf(markdown: string): Set<string> {
  const outside = markdown.replace(/^```.*?^```$/gms, '');
  return new Set(
    [...outside.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
      heading!
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}
