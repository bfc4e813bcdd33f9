import { EmbeddedError } from '../embedded/embeddedError.ts';
import { GraphError } from '../graph/graphError.ts';
import { ProgramError } from './programError.ts';

/**
 * Runs a program to its end. If it fails, prints a message and sets exit code 1; only a fault of Chancery itself prints
 * a stack.
 */
export async function runProgram(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    process.exitCode = 1;
    console.error(`\n${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  const isForReader = [ProgramError, EmbeddedError, GraphError].some((kind) => error instanceof kind);
  if (isForReader || !(error instanceof Error)) return error instanceof Error ? error.message : String(error);
  return fileErrorText(error) ?? error.stack ?? error.message;
}

/** A sentence on a file or folder that cannot be used as it was to be; undefined for other errors. */
function fileErrorText(error: Error): string | undefined {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === undefined || path === undefined) return undefined;
  const [, reason = code] = /^\w+: (.*?), /.exec(error.message) ?? [];
  return `"${path}": ${reason}. Name another file or folder.`;
}
