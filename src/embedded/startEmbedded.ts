import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Credentials } from './askServer.ts';
import { awaitReady } from './awaitReady.ts';
import { classArchive } from './classArchive.ts';
import { claimOrJoin, type RunningServer } from './claimOrJoin.ts';
import { findNeo4j, type Neo4jOptions, type Neo4jProgram } from './findNeo4j.ts';
import { choosePort, portTaken } from './freePort.ts';
import { assertSpace } from './freeSpace.ts';
import { explainingFileErrors, type HomeFolder, prepareHome } from './homeFolder.ts';
import { argumentFile, javaArguments } from './javaArguments.ts';
import { launch, type LaunchedServer } from './launch.ts';
import { homeCredentials } from './password.ts';
import { settleRestore } from './pendingRestore.ts';
import { identityOf, isAlive } from './processIdentity.ts';
import type { OnProgress } from './progress.ts';
import { removeRecord, replaceRecord, type ServerRecord } from './serverRecord.ts';
import { DEFAULT_HEAP, DEFAULT_PAGE_CACHE, neo4jConf, type ServerSettings } from './serverSettings.ts';
import { PortLost } from './whyDied.ts';

export interface EmbeddedOptions extends Neo4jOptions {
  /** A required port. Unset or 0: 7687 if free, otherwise any. */
  readonly boltPort?: number;
  /** A required port. Unset or 0: 7474 if free, otherwise any. */
  readonly httpPort?: number;
  /** The maximum heap of the JVM, "1g" if unset. */
  readonly heap?: string;
  /** Memory for the store's pages, "256m" if unset. */
  readonly pageCache?: string;
  /** The password for a new home, at least eight characters; random if unset. */
  readonly password?: string;
  /** The time in which the JVM must answer, in milliseconds; two minutes if unset. */
  readonly timeoutMs?: number;
  /** The bytes that must be free for a start; by default, what a new home takes. */
  readonly minFreeBytes?: number;
}

/** A server that answers. It does not keep this process from ending, and ends with it. */
export interface EmbeddedServer extends Credentials {
  readonly boltUri: string;
  readonly browserUrl: string;
  /** Whether another process started it, and stops it. */
  readonly joined: boolean;
  /**
   * Stops the server and waits for its end; by force after the grace period. A joined server is left alone. May be
   * called twice.
   */
  readonly stop: (graceMs?: number) => Promise<void>;
  /** Resolves when the server is gone, for whatever reason. */
  readonly exited: Promise<void>;
}

const USUAL_BOLT_PORT = 7687;
const USUAL_HTTP_PORT = 7474;
const PORT_ATTEMPTS = 3;
/** The time for a server that did not start to stop. One that did start may have much to write. */
const IN_A_HURRY_MS = 5_000;
const IN_GOOD_ORDER_MS = 30_000;

/**
 * Starts the Neo4j of a home, or joins the one that runs there, whatever its ports.
 * @throws EmbeddedError with a code for each kind of failure
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  return explainingFileErrors(async () => {
    const folder = await prepareHome(options.home);
    const onProgress = options.onProgress ?? (() => undefined);
    const claim = await claimOrJoin(folder, onProgress);
    const credentials = await homeCredentials(folder.password, options.password);
    if ('joined' in claim) return joinedServer(claim.joined, credentials);
    try {
      await settleRestore(folder);
      await assertSpace(folder.home, options.minFreeBytes);
      return await startOwn(claim.own, folder, credentials, options, onProgress);
    } catch (error) {
      await removeRecord(folder.record, claim.own.id);
      throw error;
    }
  });
}

async function startOwn(
  record: ServerRecord,
  folder: HomeFolder,
  credentials: Credentials,
  options: EmbeddedOptions,
  onProgress: OnProgress,
): Promise<EmbeddedServer> {
  const neo4j = await findNeo4j(options);
  for (let attempt = 1; ; attempt += 1) {
    const settings = await chooseSettings(options, onProgress);
    try {
      return await startOnPorts({
        record,
        folder,
        credentials,
        options,
        neo4j,
        settings,
        onProgress,
      });
    } catch (error) {
      if (!(error instanceof PortLost)) throw error;
      // Another program took a port after it was found free. Try again, unless that port is required.
      const isAsked = error.port === options.boltPort || error.port === options.httpPort;
      if (isAsked || attempt === PORT_ATTEMPTS) {
        throw portTaken(error.port, error.port === settings.boltPort ? 'Bolt' : 'HTTP');
      }
    }
  }
}

interface Start {
  readonly record: ServerRecord;
  readonly folder: HomeFolder;
  readonly credentials: Credentials;
  readonly options: EmbeddedOptions;
  readonly neo4j: Neo4jProgram;
  readonly settings: ServerSettings;
  readonly onProgress: OnProgress;
}

async function startOnPorts(start: Start): Promise<EmbeddedServer> {
  const { record, folder, credentials, options, neo4j, settings } = start;
  await writeFile(folder.configuration, neo4jConf(settings));
  const classes = await classArchive(folder.classArchive, neo4j);
  await writeFile(
    folder.javaArguments,
    argumentFile(javaArguments(neo4j, settings, folder.home, classes.options)),
  );
  start.onProgress({ stage: 'starting', message: `Starting Neo4j in ${folder.home}` });
  const jvm = await launch(neo4j.java.program, [`@${folder.javaArguments}`], folder.consoleLog, options.env);
  // The archive is kept before the end is reported, so that the next start finds it.
  const exited = jvm.exited.then((code) => classes.settle(code).then(() => code));
  const launched = { ...jvm, exited };
  try {
    const process = launched.pid === undefined ? undefined : await identityOf(launched.pid);
    const server = process && { process, boltPort: settings.boltPort, httpPort: settings.httpPort };
    if (server !== undefined) await replaceRecord(folder.record, { ...record, server });
    await awaitReady(launched, settings, credentials, folder, options);
    await writeFile(folder.release, `${options.release.version}\n`);
    if (server === undefined)
      throw new Error(`The server answers, but process ${launched.pid ?? '?'} is gone.`);
    await replaceRecord(folder.record, { ...record, phase: 'running', server });
    launched.release();
    return ownServer(launched, { ...record, server }, folder, { ...credentials, ...addresses(server) });
  } catch (error) {
    await launched.stop(IN_A_HURRY_MS);
    await exited;
    throw error;
  }
}

async function chooseSettings(options: EmbeddedOptions, onProgress: OnProgress): Promise<ServerSettings> {
  const bolt = await choosePort(options.boltPort, USUAL_BOLT_PORT, 'Bolt');
  const http = await choosePort(options.httpPort, USUAL_HTTP_PORT, 'HTTP');
  const moved = [
    ...(bolt.fallback ? [`Bolt on ${bolt.port} (${USUAL_BOLT_PORT} is taken)`] : []),
    ...(http.fallback ? [`Browser on ${http.port} (${USUAL_HTTP_PORT} is taken)`] : []),
  ];
  if (moved.length > 0) onProgress({ stage: 'ports', message: moved.join(', ') });
  return {
    boltPort: bolt.port,
    httpPort: http.port,
    heap: options.heap ?? DEFAULT_HEAP,
    pageCache: options.pageCache ?? DEFAULT_PAGE_CACHE,
  };
}

type Addressed = Credentials & Pick<EmbeddedServer, 'boltUri' | 'browserUrl'>;

function addresses(server: RunningServer): Pick<EmbeddedServer, 'boltUri' | 'browserUrl'> {
  return {
    boltUri: `bolt://127.0.0.1:${server.boltPort}`,
    browserUrl: `http://127.0.0.1:${server.httpPort}/browser/`,
  };
}

function ownServer(
  launched: LaunchedServer,
  record: ServerRecord,
  folder: HomeFolder,
  addressed: Addressed,
): EmbeddedServer {
  const exited = launched.exited.then(() => removeRecord(folder.record, record.id));
  let stopping: Promise<void> | undefined;
  const stop = async (graceMs: number) => {
    // Marked before the stop begins, so that nobody joins a server that is stopping; on a full disk it cannot be
    // marked.
    if (!launched.gone())
      await replaceRecord(folder.record, { ...record, phase: 'stopping' }).catch(() => undefined);
    await launched.stop(graceMs);
    await exited;
  };
  return {
    ...addressed,
    joined: false,
    exited,
    stop: (graceMs = IN_GOOD_ORDER_MS) => (stopping ??= stop(graceMs)),
  };
}

function joinedServer(server: RunningServer, credentials: Credentials): EmbeddedServer {
  return {
    ...credentials,
    ...addresses(server),
    joined: true,
    exited: untilGone(server),
    stop: () => Promise.resolve(),
  };
}

async function untilGone(server: RunningServer): Promise<void> {
  while (await isAlive(server.process)) await sleep(1000, undefined, { ref: false });
}
