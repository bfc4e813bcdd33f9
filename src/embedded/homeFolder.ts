import { mkdir, readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedError } from './embeddedError.ts';
import { makeFolder } from './makeFolder.ts';

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
  /** Which release of Neo4j last had its store open. */
  readonly release: string;
}

/** Makes the folders, which the server itself does not make. @throws EmbeddedError NO_PERMISSION, NO_SPACE, NOT_A_HOME */
export async function prepareHome(folder: string): Promise<HomeFolder> {
  return explainingFileErrors(async () => {
    await makeFolder(folder);
    // Resolved, so that two ways of writing one folder are one home.
    const home = await realpath(folder);
    await assertOurs(home);
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

/** What a home holds; `import` has the files of a bulk import, and a disk of its own may have the last. */
const OURS = ['run', 'logs', 'conf', 'data', 'password', 'release', 'cache', 'import', 'lost+found'];

/** A folder of somebody else's is not for a store: settings of another Neo4j would be overwritten, for one. */
async function assertOurs(home: string): Promise<void> {
  const held = await readdir(home);
  // Neo4j may put more into a home that it has; the password is only in ours.
  if (held.includes('password') && held.includes('data')) return;
  const other = held.find((name) => !OURS.includes(name));
  if (other === undefined) return;
  throw new EmbeddedError(
    'NOT_A_HOME',
    `${home} is neither empty nor a home of Chancery's Neo4j: it holds ${other}.`,
    'set CHANCERY_HOME to an empty or missing folder',
  );
}

/** Runs it, and turns "no permission" and "disk full" into errors for the reader. */
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
