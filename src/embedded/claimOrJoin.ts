import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Credentials, servesHome } from './askServer.ts';
import { speaksBolt } from './boltHandshake.ts';
import { EmbeddedError } from './embeddedError.ts';
import type { HomeFolder } from './homeFolder.ts';
import { homeCredentials } from './password.ts';
import { identityOf, isAlive } from './processIdentity.ts';
import type { OnProgress } from './progress.ts';
import { createRecord, readRecord, recordId, removeRecord, type ServerRecord } from './serverRecord.ts';

export type RunningServer = NonNullable<ServerRecord['server']>;
export type HomeClaim = { readonly own: ServerRecord } | { readonly joined: RunningServer };

/** Longer than the guard gives a JVM to stop. */
const PATIENCE_MS = 45_000;

/**
 * Returns either the right to start the home's server, or the server that runs there. It waits while another process
 * starts one or an earlier one stops, and clears records of processes that are gone.
 * @throws EmbeddedError STORE_IN_USE if a server neither answers nor stops
 */
export async function claimOrJoin(folder: HomeFolder, onProgress: OnProgress): Promise<HomeClaim> {
  const owner = (await identityOf(process.pid)) ?? { pid: process.pid, started: '' };
  const own: ServerRecord = { id: randomUUID(), phase: 'starting', owner };
  let deadline = Date.now() + PATIENCE_MS;
  let said = '';
  for (;;) {
    if (await createRecord(folder.record, own)) return { own };
    const record = await readRecord(folder.record);
    if (record === undefined) continue;
    const state = record === 'damaged' ? undefined : await judge(record, folder);
    if (record === 'damaged' || state === undefined) {
      await removeRecord(folder.record, recordId(record));
      continue;
    }
    if (state === 'joinable' && record.server !== undefined) return { joined: record.server };
    // A start may take as long as a download; its owner limits the time.
    if (state === 'starting') deadline = Date.now() + PATIENCE_MS;
    if (Date.now() > deadline) throw inUse(record, folder);
    if (said !== state) onProgress({ stage: 'waiting', message: waitingFor(state, record) });
    said = state;
    await sleep(200);
  }
}

type State = 'joinable' | 'starting' | 'silent' | 'going';

/** The state of the recorded server; undefined if it is gone. */
async function judge(record: ServerRecord, folder: HomeFolder): Promise<State | undefined> {
  const ownerLives = await isAlive(record.owner);
  const serverLives = record.server !== undefined && (await isAlive(record.server.process));
  if (!ownerLives) return serverLives ? 'going' : undefined;
  if (record.phase === 'starting') return 'starting';
  if (!serverLives) return undefined;
  if (record.phase === 'stopping') return 'going';
  const silent = !(await answers(record.server, await homeCredentials(folder.password), folder));
  // The request takes a while. If the owner has been killed meanwhile, its server follows.
  if (!(await isAlive(record.owner))) return 'going';
  return silent ? 'silent' : 'joinable';
}

/** A port in a file proves nothing: the server must speak Bolt and say that it serves this home. */
async function answers(
  server: RunningServer,
  credentials: Credentials,
  folder: HomeFolder,
): Promise<boolean> {
  return (await speaksBolt(server.boltPort)) && (await servesHome(server, credentials, folder.home));
}

function waitingFor(state: State, record: ServerRecord): string {
  if (state === 'starting')
    return `Process ${record.owner.pid} is starting the embedded Neo4j; waiting for it`;
  if (state === 'going') return 'The embedded Neo4j that ran here is stopping; waiting for it';
  return 'The embedded Neo4j that runs here does not answer; waiting for it';
}

function inUse(record: ServerRecord, folder: HomeFolder): EmbeddedError {
  const pid = record.server?.process.pid ?? record.owner.pid;
  return new EmbeddedError(
    'STORE_IN_USE',
    `The store in ${folder.home} is in use by process ${pid}, which neither answers nor ends.`,
    `stop that process, or set CHANCERY_HOME to another folder`,
  );
}
