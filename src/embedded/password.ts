import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { askServer, type Credentials } from './askServer.ts';
import { EmbeddedError } from './embeddedError.ts';

const USER = 'neo4j';
/** The password of a new store, which must be changed at once. */
const INITIAL = 'neo4j';

/** The home's own password. A new home gets the given one or a random one. Only its owner can read the file. */
export async function homeCredentials(file: string, ofNewHome?: string): Promise<Credentials> {
  try {
    await writeFile(file, `${ofNewHome ?? randomBytes(18).toString('base64url')}\n`, {
      mode: 0o600,
      flag: 'wx',
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return { user: USER, password: (await readFile(file, 'utf8')).trim() };
}

/**
 * Gives a new store the home's password; an older store has it already.
 * @returns false while the server does not answer yet
 * @throws EmbeddedError PASSWORD_REFUSED if the store has another password
 */
export async function settlePassword(
  httpPort: number,
  credentials: Credentials,
  file: string,
): Promise<boolean> {
  const own = await askServer(httpPort, 'neo4j', credentials, 'RETURN 1');
  if (own === undefined) return false;
  if ('rows' in own) return true;
  if (own.refused !== UNAUTHORIZED) return false;
  const initial = { user: credentials.user, password: INITIAL };
  const change = 'ALTER CURRENT USER SET PASSWORD FROM $initial TO $password';
  const parameters = { initial: INITIAL, password: credentials.password };
  const changed = await askServer(httpPort, 'system', initial, change, parameters, CHANGE_TIMEOUT_MS);
  if (changed === undefined || 'rows' in changed) return changed !== undefined;
  // A change that nobody waited for any longer may have been made in the meantime.
  const afterwards = await askServer(httpPort, 'neo4j', credentials, 'RETURN 1');
  if (afterwards === undefined || 'rows' in afterwards) return afterwards !== undefined;
  // After three wrong passwords Neo4j refuses every password for five seconds.
  if ([changed.refused, afterwards.refused].some((code) => code !== UNAUTHORIZED)) return false;
  throw new EmbeddedError(
    'PASSWORD_REFUSED',
    `The store of the embedded Neo4j refuses the password in ${file} (${changed.refused}).`,
    'restore the password that the store was created with, or delete the home folder and load the data again',
  );
}

/** The first statement of a new store on a busy machine; given up, it would not be made. */
const CHANGE_TIMEOUT_MS = 60_000;

const UNAUTHORIZED = 'Neo.ClientError.Security.Unauthorized';
