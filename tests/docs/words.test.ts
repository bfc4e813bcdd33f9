import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { PROJECT } from '../../src/program/config.ts';
import { pages } from '../../src/program/docs/pages.ts';
import { readFileOf } from './readme.ts';

/** The worst of what is read twice. CONTRIBUTING.md says how we write instead. */
const TWICE_READ = [
  /\bof which\b/i,
  /\bso many\b/i,
  /\banew\b/i,
  /\botherwise than\b/i,
  /\bthat there (is|are)\b/i,
  /\bwhat there is\b/i,
  /\bif nothing is said\b/i,
  /\bbears? out\b/i,
  /\bto be had\b/i,
  /\bthereby\b/i,
];

const seedSchemas = (await readdir(path.join(PROJECT, 'seed/schemas'))).map((name) => `seed/schemas/${name}`);
const sources = (await readdir(path.join(PROJECT, 'src'), { recursive: true }))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/${name.replaceAll(path.sep, '/')}`);

test.each(await pages())('%s has no words that have to be read twice', async (page) => {
  expect(twiceReadIn(await readFileOf(page))).toEqual([]);
});

test.each(['schema/schema.graphql', 'schema/constraints.cypher', ...seedSchemas])(
  '%s has no words that have to be read twice',
  async (file) => {
    expect(twiceReadIn(await readFileOf(file))).toEqual([]);
  },
);

test('nor have the texts of errors, of help and of what programs print', async () => {
  const found = await Promise.all(
    sources.map(async (file) => twiceReadIn(textsIn(await readFileOf(file))).map((line) => [file, line])),
  );
  expect(found.flat()).toEqual([]);
});

/** The lines that have some of them. */
function twiceReadIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => TWICE_READ.some((pattern) => pattern.test(line)));
}

/** The texts between quotes of a program, one a line. What is written for its readers alone is not among them. */
function textsIn(program: string): string {
  const withoutComments = program.replace(/\/\*[^]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  return [...withoutComments.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)]
    .map((match) => (match[1] ?? match[2] ?? match[3] ?? '').replaceAll('\n', ' '))
    .join('\n');
}
