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
  /** A port that must be had. Unset or 0: 7687 if free, else any. */
  readonly boltPort?: number;
  /** A port that must be had. Unset or 0: 7474 if free, else any. */
  readonly httpPort?: number;
  /** The JVM's largest heap, "1g" if unset. */
  readonly heap?: string;
  /** Memory for the store's pages, "256m" if unset. */
  readonly pageCache?: string;
  /** The password of a home that has none yet, eight characters or more; made up if unset. */
  readonly password?: string;
  /** How long the JVM may take to answer, in milliseconds; two minutes if unset. */
  readonly timeoutMs?: number;
  /** Bytes that must be free for a start; what a new home takes if unset. */
  readonly leastSpace?: number;
}

/** A server that answers. An open one does not keep this process from ending; it ends with it. */
export interface EmbeddedServer extends Credentials {
  readonly boltUri: string;
  readonly browserUrl: string;
  /** Whether another process started it, and stops it. */
  readonly joined: boolean;
  /** Stops the server and waits for its end, which comes by force after the grace; leaves a joined one alone. May be called twice. */
  readonly stop: (graceMs?: number) => Promise<void>;
  /** Resolves when the server is gone, however that came. */
  readonly exited: Promise<void>;
}

const USUAL_BOLT_PORT = 7687;
const USUAL_HTTP_PORT = 7474;
const PORT_ATTEMPTS = 3;
/** What a server that did not come up may take to stop; one that did may have much to write. */
const IN_A_HURRY_MS = 5_000;
const IN_GOOD_ORDER_MS = 30_000;

/**
 * Starts the Neo4j of a home, or joins the one that runs there (on whatever ports that one has).
 * @throws EmbeddedError with a code for each way in which that fails
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
      await assertSpace(folder.home, options.leastSpace);
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
      // Someone took a port between our look and the server's: another look, unless the port was asked for.
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
  // Before anyone hears of the end, so that the next start finds the archive.
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
    // Said before it begins, so that nobody joins a server that is going; on a full disk it cannot be said.
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
