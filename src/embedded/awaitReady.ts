import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Credentials, servesHome } from './askServer.ts';
import { speaksBolt } from './boltHandshake.ts';
import { EmbeddedError } from './embeddedError.ts';
import type { HomeFolder } from './homeFolder.ts';
import { endOfLog, type LaunchedServer } from './launch.ts';
import type { Neo4jRelease } from './neo4jRelease.ts';
import { settlePassword } from './password.ts';
import { LOG_LINES, whyDied } from './whyDied.ts';

/**
 * Resolves when the server speaks Bolt, says that it serves the home and accepts the home's password.
 * @throws PortLost
 * @throws EmbeddedError SERVER_DIED, STORE_IN_USE, NEWER_STORE, NOT_READY, NO_PERMISSION, NO_SPACE, PASSWORD_REFUSED
 */
export async function awaitReady(
  server: LaunchedServer,
  ports: { readonly boltPort: number; readonly httpPort: number },
  credentials: Credentials,
  folder: HomeFolder,
  { timeoutMs = 120_000, release }: { readonly timeoutMs?: number; readonly release: Neo4jRelease },
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    if (server.gone()) throw await whyDied(folder, release);
    if (await isReady(ports, credentials, folder)) return;
    await Promise.race([sleep(100), server.exited]);
  }
  throw new EmbeddedError(
    'NOT_READY',
    `The embedded Neo4j did not answer within ${timeoutMs / 1000} s. The end of ${folder.consoleLog}:\n` +
      (await endOfLog(folder.consoleLog, LOG_LINES)),
    'check that log, free memory or disk space, and try again',
  );
}

async function isReady(
  ports: { readonly boltPort: number; readonly httpPort: number },
  credentials: Credentials,
  folder: HomeFolder,
): Promise<boolean> {
  // Until then another server may have taken the ports: its store would get this home's password, or refuse it.
  if (!(await ownsItsPorts(folder))) return false;
  if (!(await speaksBolt(ports.boltPort))) return false;
  if (!(await settlePassword(ports.httpPort, credentials, folder.password))) return false;
  return servesHome(ports, credentials, folder.home);
}

/** Whether the log of this start says that the server listens: first on its Bolt port, then on its HTTP port. */
async function ownsItsPorts({ consoleLog }: HomeFolder): Promise<boolean> {
  const log = await readFile(consoleLog, 'utf8').catch(() => '');
  return /HTTP enabled on|Started\./.test(log);
}
