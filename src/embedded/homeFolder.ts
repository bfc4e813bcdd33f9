import { mkdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedError } from './embeddedError.ts';

/** Where things are in the home of an embedded server. */
export interface HomeFolder {
  readonly home: string;
  readonly configuration: string;
  readonly consoleLog: string;
  readonly javaArguments: string;
  /** What the server writes of its classes while it stops. */
  readonly classArchive: string;
  /** Who runs, or is starting, the server of this home. */
  readonly record: string;
  readonly password: string;
}

/** Makes the folders, which the server itself does not make. @throws EmbeddedError NO_PERMISSION, NO_SPACE */
export async function prepareHome(folder: string): Promise<HomeFolder> {
  return explainingFileErrors(async () => {
    await mkdir(folder, { recursive: true });
    // Resolved, so that two ways of writing one folder are one home.
    const home = await realpath(folder);
    for (const child of ['run', 'logs', 'conf', 'data']) {
      await mkdir(path.join(home, child), { recursive: true });
    }
    return {
      home,
      configuration: path.join(home, 'conf/neo4j.conf'),
      consoleLog: path.join(home, 'logs/console.log'),
      javaArguments: path.join(home, 'run/java.args'),
      classArchive: path.join(home, 'run/classes.jsa'),
      record: path.join(home, 'run/server.json'),
      password: path.join(home, 'password'),
    };
  });
}

/** Runs it, and turns "no permission" and "disk full" into errors for the reader. */
export async function explainingFileErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, path: file } = error as NodeJS.ErrnoException;
    const where = file ?? 'its home folder';
    if (
      code === 'EACCES' ||
      code === 'EPERM' ||
      code === 'EROFS' ||
      code === 'ENOTDIR' ||
      code === 'EEXIST'
    ) {
      const wrong = `The embedded Neo4j may not write ${where} (${code}).`;
      throw new EmbeddedError('NO_PERMISSION', wrong, 'point CHANCERY_HOME to a folder you may write', {
        cause: error,
      });
    }
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      const wrong = `There is no space left for ${where} (${code}).`;
      throw new EmbeddedError('NO_SPACE', wrong, 'free some space or point CHANCERY_HOME elsewhere', {
        cause: error,
      });
    }
    throw error;
  }
}
