import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { fileNamed } from './config.ts';
import { ProgramError } from './programError.ts';

/** The arguments of cypher-shell, and the text for its standard input, if any. */
export interface ShellArguments {
  readonly args: readonly string[];
  readonly input: string | null;
}

/**
 * Arranges the arguments so that a parameter of `-P` wins over one that the file of `-f` sets: cypher-shell would set
 * it before it reads the file.
 * @throws ProgramError if the file cannot be read
 */
export async function shellArguments(args: readonly string[]): Promise<ShellArguments> {
  const tokens = optionsIn(args);
  const file = tokens.findLast(({ name }) => name === 'file');
  if (file === undefined) return { args, input: null };
  const text = await textOf(fileNamed(file.value));
  const given = tokens.filter(({ name }) => name === 'param').map(({ value }) => value);
  if (given.length === 0) return { args, input: null };
  const isOfFile = (place: number) =>
    tokens.some(({ name, first, last }) => name === 'file' && place >= first && place <= last);
  return { args: args.filter((_, place) => !isOfFile(place)), input: withParameters(text, given) };
}

/** The text with these parameters set again after each line that sets one. */
function withParameters(text: string, given: readonly string[]): string {
  const again = given.map((parameter) => `:param ${parameter}\n`).join('');
  return text.replace(/^\s*:params?\s.*(?:\n|$)/gm, (line) => `${line.trimEnd()}\n${again}`);
}

interface ShellOption {
  readonly name: string;
  readonly value: string;
  /** The place of the option among the arguments, and the place of its value. */
  readonly first: number;
  readonly last: number;
}

/** The options that matter here. All others are passed to the shell. */
function optionsIn(args: readonly string[]): ShellOption[] {
  const { tokens } = parseArgs({
    args: [...args],
    options: { file: { type: 'string', short: 'f' }, param: { type: 'string', short: 'P', multiple: true } },
    ...{ strict: false, tokens: true, allowPositionals: true },
  });
  return tokens.flatMap((token) =>
    token.kind === 'option' && token.value !== undefined
      ? {
          ...{ name: token.name, value: token.value, first: token.index },
          last: token.index + (token.inlineValue ? 0 : 1),
        }
      : [],
  );
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new ProgramError(
      isMissing
        ? `"${file}" does not exist. Check the path.`
        : `"${file}" cannot be read: ${(error as Error).message}`,
    );
  }
}
