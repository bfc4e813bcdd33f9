import { readFile } from 'node:fs/promises';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { fileNamed } from './config.ts';
import { ProgramError } from './programError.ts';

/** How cypher-shell is to be run. */
export interface ShellArguments {
  readonly args: readonly string[];
  /** The text for its standard input, if any. */
  readonly input: string | null;
  /** The text that it runs; `null` if it reads what somebody types or pipes into it. */
  readonly script: string | null;
  readonly canWrite: boolean;
}

/**
 * Arranges the arguments for cypher-shell. It only reads unless it is allowed to write. A parameter of `-P` wins over
 * one that the file of `-f` sets: cypher-shell would set it before it reads the file.
 * @throws ProgramError if the file cannot be read
 */
export async function shellArguments(args: readonly string[]): Promise<ShellArguments> {
  const { tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    ...{ strict: false, tokens: true, allowPositionals: true },
  });
  const options = tokens.flatMap((token) => (token.kind === 'option' ? [token] : []));
  const valuesOf = (name: string) =>
    options.flatMap((token) => (token.name === name && token.value !== undefined ? [token.value] : []));
  const file = valuesOf('file').at(-1);
  const text = file === undefined ? null : await textOf(fileNamed(file));
  const typed = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const parameters = valuesOf('param');
  const isPiped = text !== null && parameters.length > 0;
  const own = options.filter(({ name }) => name === 'write' || (isPiped && name === 'file'));
  const kept = args.filter((_, place) => !own.some((token) => isAt(place, token)));
  const mode =
    valuesOf('access-mode').at(-1) ?? (options.some(({ name }) => name === 'write') ? 'write' : 'read');
  const script = text ?? (typed.length > 0 ? typed.join(' ') : null);
  // Neo4j's own notices, for what is typed into the shell.
  const noticed = script === null ? ['--notifications'] : [];
  return {
    args: ['--access-mode', mode, ...noticed, ...kept],
    input: isPiped ? withParameters(text, parameters) : null,
    ...{ script, canWrite: mode !== 'read' },
  };
}

/** The options that matter here, and those whose values are not to be taken for a statement. */
const OPTIONS = {
  ...{ write: { type: 'boolean' }, file: { type: 'string', short: 'f' } },
  ...{ param: { type: 'string', short: 'P', multiple: true }, 'access-mode': { type: 'string' } },
  ...{ format: { type: 'string' }, wrap: { type: 'string' }, 'sample-rows': { type: 'string' } },
  ...{ address: { type: 'string', short: 'a' }, uri: { type: 'string' }, encryption: { type: 'string' } },
  ...{ username: { type: 'string', short: 'u' }, password: { type: 'string', short: 'p' } },
  ...{ impersonate: { type: 'string' }, database: { type: 'string', short: 'd' } },
  ...{ history: { type: 'string' }, 'idle-timeout': { type: 'string' } },
} as const satisfies ParseArgsConfig['options'];

interface Token {
  readonly index: number;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/** Whether the argument at the place is the option or its value. */
function isAt(place: number, { index, value, inlineValue }: Token): boolean {
  return place === index || (place === index + 1 && value !== undefined && inlineValue === false);
}

/** The text with these parameters set again after each line that sets one. */
function withParameters(text: string, given: readonly string[]): string {
  const again = given.map((parameter) => `:param ${parameter}\n`).join('');
  return text.replace(/^\s*:params?\s.*(?:\n|$)/gm, (line) => `${line.trimEnd()}\n${again}`);
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
