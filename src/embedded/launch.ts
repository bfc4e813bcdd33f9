import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Environment } from './environment.ts';

const GUARD = fileURLToPath(new URL('./guard.mjs', import.meta.url));

/** A JVM behind its guard. */
export interface LaunchedServer {
  /** The process id of the JVM; undefined if it could not be started. */
  readonly pid: number | undefined;
  /** Resolves with the exit code when the JVM is gone. */
  readonly exited: Promise<number>;
  /** Whether `exited` has resolved. */
  readonly gone: () => boolean;
  /** Asks it to stop, kills it after the grace period, and resolves when it is gone. */
  readonly stop: (graceMs: number) => Promise<void>;
  /** From now on this process may end without waiting for the server, which then stops by itself. */
  readonly release: () => void;
}

export async function launch(
  program: string,
  args: readonly string[],
  consoleLog: string,
  env: Environment,
): Promise<LaunchedServer> {
  const log = await open(consoleLog, 'w');
  const guard = spawn(process.execPath, [GUARD, program, ...args], {
    detached: true,
    stdio: ['pipe', log.fd, log.fd, 'ipc'],
    // Options for this process (loaders, inspectors) must not reach the guard.
    env: { ...env, NODE_OPTIONS: undefined },
  });
  // Writing to a guard that is gone may fail: `exited` reports its end.
  guard.stdin?.on('error', () => undefined);
  let gone = false;
  const exited = new Promise<number>((resolve) => {
    guard.on('error', () => {
      resolve(127);
    });
    guard.on('exit', (code) => {
      resolve(code ?? 1);
    });
  });
  const pid = await Promise.race([pidFrom(guard), exited.then(() => undefined)]);
  await log.close();
  const ended = exited.then((code) => {
    gone = true;
    // The guard ends after the JVM, unless the guard itself was killed.
    if (pid !== undefined) terminate(pid);
    return code;
  });
  return {
    pid,
    exited: ended,
    gone: () => gone,
    stop: (graceMs) => stop(guard, ended, graceMs),
    release: () => {
      release(guard);
    },
  };
}

/** The last lines that the server printed. */
export async function endOfLog(file: string, lines: number): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-lines).join('\n');
}

async function pidFrom(guard: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    guard.once('message', (message) => {
      resolve((message as { pid: number }).pid);
    });
  });
}

async function stop(guard: ChildProcess, ended: Promise<number>, graceMs: number): Promise<void> {
  guard.ref();
  guard.stdin?.end(String(graceMs));
  await ended;
}

function release(guard: ChildProcess): void {
  guard.unref();
  (guard.stdin as Socket | null)?.unref();
}

function terminate(pid: number): void {
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    // It is gone, as it should be.
  }
}
