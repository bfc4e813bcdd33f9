import { readFile } from 'node:fs/promises';
import { EmbeddedError } from './embeddedError.ts';
import type { HomeFolder } from './homeFolder.ts';
import { endOfLog } from './launch.ts';
import type { Neo4jRelease } from './neo4jRelease.ts';

export const LOG_LINES = 15;

/** The launched server could not listen on a port that was free a moment ago. */
export class PortLost extends Error {
  readonly port: number;

  constructor(port: number) {
    super(`Port ${port} is in use.`);
    this.port = port;
  }
}

/** The cause in the log of a server that ended at its start; if it is unknown, the end of the log. */
export async function whyDied(folder: HomeFolder, release: Neo4jRelease): Promise<Error> {
  const log = await readFile(folder.consoleLog, 'utf8').catch(() => '');
  const lost = /bind to the socket \S*:(\d+)|Address \S*:(\d+) is already in use/.exec(log);
  if (lost !== null) return new PortLost(Number(lost[1] ?? lost[2]));
  if (NEWER_STORE.test(log)) return await newerStore(folder, release);
  const fault = FAULTS.find(({ pattern }) => pattern.test(log));
  if (fault !== undefined) {
    const wrong = `The store in ${folder.home} ${fault.wrong} The log is ${folder.consoleLog}.`;
    return new EmbeddedError(fault.code, wrong, fault.remedy);
  }
  const end = `The end of ${folder.consoleLog}:\n${await endOfLog(folder.consoleLog, LOG_LINES)}`;
  return new EmbeddedError(
    'SERVER_DIED',
    `The embedded Neo4j ended during start-up. ${end}`,
    'fix what the log names (memory settings, a damaged store)',
  );
}

const NEWER_STORE = /originates from an? newer version of neo4j|UnsupportedLogVersionException/;

/** The home records the release that last opened it; a store from elsewhere does not. */
async function newerStore(folder: HomeFolder, { version }: Neo4jRelease): Promise<EmbeddedError> {
  const last = (await readFile(folder.release, 'utf8').catch(() => '')).trim();
  const known = last !== '' && last !== version;
  return new EmbeddedError(
    'NEWER_STORE',
    known
      ? `The store in ${folder.home} was written by Neo4j ${last}, which is newer than ${version}. Neo4j cannot downgrade a store.`
      : `The store in ${folder.home} was written by a newer release of Neo4j than ${version}. Neo4j cannot downgrade a store.`,
    known ? `set NEO4J_VERSION=${last}` : 'name that release in NEO4J_VERSION',
    { orElse: 'set CHANCERY_HOME to another folder' },
  );
}

/** The other faults in a server's log, in the order in which they are looked for. */
const FAULTS = [
  {
    pattern: /locked by another process/,
    code: 'STORE_IN_USE',
    wrong: 'is in use by a Neo4j that was not started from here.',
    remedy: 'stop that Neo4j, or set CHANCERY_HOME to another folder',
  },
  {
    pattern: /No space left on device/,
    code: 'NO_SPACE',
    wrong: 'has no space left.',
    remedy: 'free some space or set CHANCERY_HOME to another folder',
  },
  {
    pattern: /AccessDeniedException|Permission denied/,
    code: 'NO_PERMISSION',
    wrong: 'cannot be written.',
    remedy: 'set CHANCERY_HOME to a folder that you may write',
  },
] as const;
