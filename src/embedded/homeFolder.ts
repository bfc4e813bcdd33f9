import { mkdir, readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedError } from './embeddedError.ts';
import { makeFolder } from './makeFolder.ts';

/** The files of an embedded server's home. */
export interface HomeFolder {
  readonly home: string;
  readonly configuration: string;
  readonly consoleLog: string;
  readonly javaArguments: string;
  /** The class archive that the server writes while it stops. */
  readonly classArchive: string;
  /** The record of the process that runs, or starts, the server of this home. */
  readonly record: string;
  readonly password: string;
  /** The release of Neo4j that last opened the store. */
  readonly release: string;
}

/** Makes the folders, because the server does not. @throws EmbeddedError NO_PERMISSION, NO_SPACE, NOT_A_HOME */
export async function prepareHome(folder: string): Promise<HomeFolder> {
  return explainingFileErrors(async () => {
    await makeFolder(folder);
    // Resolved, so that two paths of one folder are one home.
    const home = await realpath(folder);
    await assertHome(home);
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
      release: path.join(home, 'release'),
    };
  });
}

/** The contents of a home. `import` has the files of a bulk import; `lost+found` is in the root of a disk. */
const HOME_CONTENTS = ['run', 'logs', 'conf', 'data', 'password', 'release', 'cache', 'import', 'lost+found'];

/**
 * A folder with other files must not become a home: the settings of another Neo4j, for example, would be overwritten.
 */
async function assertHome(home: string): Promise<void> {
  const held = await readdir(home);
  // Neo4j may add files to a home. Only a home of Chancery's has a password file.
  if (held.includes('password') && held.includes('data')) return;
  const other = held.find((name) => !HOME_CONTENTS.includes(name));
  if (other === undefined) return;
  throw new EmbeddedError(
    'NOT_A_HOME',
    `${home} is neither empty nor a home of Chancery's Neo4j: it holds ${other}.`,
    'set CHANCERY_HOME to an empty or missing folder',
  );
}

/** Runs the work, and turns "no permission" and "disk full" into errors for the reader. */
export async function explainingFileErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, path: file, syscall } = error as NodeJS.ErrnoException;
    const where = file ?? 'its home folder';
    if (
      code === 'EACCES' ||
      code === 'EPERM' ||
      code === 'EROFS' ||
      code === 'ENOTDIR' ||
      code === 'EEXIST' ||
      (code === 'ENOENT' && syscall === 'mkdir')
    ) {
      const wrong = `The embedded Neo4j cannot write ${where} (${code}).`;
      throw new EmbeddedError('NO_PERMISSION', wrong, 'set CHANCERY_HOME to a folder that you may write', {
        cause: error,
      });
    }
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      const wrong = `There is no space left for ${where} (${code}).`;
      throw new EmbeddedError('NO_SPACE', wrong, 'free some space or set CHANCERY_HOME to another folder', {
        cause: error,
      });
    }
    throw error;
  }
}
