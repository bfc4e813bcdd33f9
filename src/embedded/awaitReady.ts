import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Credentials, servesHome } from './askServer.ts';
import { speaksBolt } from './boltHandshake.ts';
import { EmbeddedError } from './embeddedError.ts';
import type { HomeFolder } from './homeFolder.ts';
import { endOfLog, type LaunchedServer } from './launch.ts';
import { settlePassword } from './password.ts';

const LOG_LINES = 15;

/** The launched server could not listen on a port that was free a moment ago. */
export class PortLost extends Error {
  readonly port: number;

  constructor(port: number) {
    super(`Port ${port} is in use.`);
    this.port = port;
  }
}

/**
 * Resolves when the server speaks Bolt, says that the home is its own and takes the home's password.
 * @throws PortLost
 * @throws EmbeddedError SERVER_DIED, STORE_IN_USE, NEWER_STORE, NOT_READY, NO_PERMISSION, NO_SPACE, PASSWORD_REFUSED
 */
export async function awaitReady(
  server: LaunchedServer,
  ports: { readonly boltPort: number; readonly httpPort: number },
  credentials: Credentials,
  folder: HomeFolder,
  timeoutMs: number,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    if (server.gone()) throw await whyDied(folder);
    // Had it lost its ports to another server, that one could not answer for this home.
    if (await isReady(ports, credentials, folder)) return;
    await Promise.race([sleep(100), server.exited]);
  }
  throw new EmbeddedError(
    'NOT_READY',
    `The embedded Neo4j did not answer within ${timeoutMs / 1000} s. The end of ${folder.consoleLog}:\n` +
      (await endOfLog(folder.consoleLog, LOG_LINES)),
    'look at that log, give the machine more room and try again',
  );
}

async function isReady(
  ports: { readonly boltPort: number; readonly httpPort: number },
  credentials: Credentials,
  folder: HomeFolder,
): Promise<boolean> {
  if (!(await speaksBolt(ports.boltPort))) return false;
  if (!(await settlePassword(ports.httpPort, credentials, folder.password))) return false;
  return servesHome(ports, credentials, folder.home);
}

/** The faults a server names in its log, in the order in which they are looked for. */
const FAULTS = [
  {
    pattern: /locked by another process/,
    code: 'STORE_IN_USE',
    wrong: 'is in use by a Neo4j that was not started from here.',
    remedy: 'stop that Neo4j, or set CHANCERY_HOME to another folder',
  },
  {
    pattern: /originates from an? newer version of neo4j|UnsupportedLogVersionException/,
    code: 'NEWER_STORE',
    wrong: 'was written by a newer release of Neo4j, and none goes back.',
    remedy: 'name that release in NEO4J_VERSION, or set CHANCERY_HOME to another folder',
  },
  {
    pattern: /No space left on device/,
    code: 'NO_SPACE',
    wrong: 'has no space left.',
    remedy: 'free some space or point CHANCERY_HOME elsewhere',
  },
  {
    pattern: /AccessDeniedException|Permission denied/,
    code: 'NO_PERMISSION',
    wrong: 'may not be written.',
    remedy: 'point CHANCERY_HOME to a folder you may write',
  },
] as const;

async function whyDied(folder: HomeFolder): Promise<Error> {
  const log = await readFile(folder.consoleLog, 'utf8').catch(() => '');
  const lost = /bind to the socket \S*:(\d+)|Address \S*:(\d+) is already in use/.exec(log);
  if (lost !== null) return new PortLost(Number(lost[1] ?? lost[2]));
  const fault = FAULTS.find(({ pattern }) => pattern.test(log));
  const end = `The end of ${folder.consoleLog}:\n${await endOfLog(folder.consoleLog, LOG_LINES)}`;
  if (fault !== undefined) {
    return new EmbeddedError(fault.code, `The store in ${folder.home} ${fault.wrong}\n${end}`, fault.remedy);
  }
  const wrong = `The embedded Neo4j ended while it was starting. ${end}`;
  return new EmbeddedError(
    'SERVER_DIED',
    wrong,
    'repair what the log names (memory settings, a damaged store)',
  );
}
