import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';

/** Environment variables, as an argument: nothing in this folder reads the environment itself. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The executable files of that name in the folders of PATH, in the order of PATH. */
export async function onPath(program: string, env: Environment): Promise<string[]> {
  const folders = (env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const found: string[] = [];
  for (const folder of folders) {
    const file = path.join(folder, program);
    if (await isExecutable(file)) found.push(file);
  }
  return found;
}

export async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
