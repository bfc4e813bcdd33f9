import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * Makes a folder and those above it. The first is made by itself, because its failure says why. If none can be made, as
 * on a read-only file system, Node's recursive mkdir says that something is missing, or tries for ever.
 * @returns the first folder that was made; undefined if all existed
 */
export async function makeFolder(folder: string): Promise<string | undefined> {
  const first = firstMissing(folder);
  const made = await mkdir(first).then(
    () => first,
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !existsSync(first)) throw error;
      return undefined;
    },
  );
  const rest = await mkdir(folder, { recursive: true });
  return made ?? rest;
}

function firstMissing(folder: string): string {
  const above = path.dirname(folder);
  return existsSync(above) || above === folder ? folder : firstMissing(above);
}
