import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { PROJECT } from '../../src/program/config.ts';
import type { ConnectionSettings } from '../../src/graph/graph.ts';

/** A server in a process of its own, as in production. It prints its port on a line of its output. */
export interface ChildServer {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

export async function startChild(
  program: string,
  connection: ConnectionSettings | null,
  args: readonly string[] = [],
): Promise<ChildServer> {
  const child = spawn(
    process.execPath,
    [path.join(PROJECT, 'bin/run.mjs'), `bench/processes/${program}.ts`, ...args],
    {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        ...(connection === null ? {} : environmentOf(connection)),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const exited = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await exited;
  };
  try {
    return { port: await portOf(child, program), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The line that a server of the bench prints once it listens. */
export function sayPort(address: string | { port: number } | null): void {
  console.log(`listens on ${typeof address === 'object' ? (address?.port ?? 0) : 0}`);
}

function environmentOf({ uri, user, password, database }: ConnectionSettings) {
  return { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
}

async function portOf(child: ChildProcess, program: string): Promise<number> {
  if (child.stdout === null) throw new Error('The child has no output.');
  for await (const line of createInterface({ input: child.stdout })) {
    const [, port] = /^listens on (\d+)$/.exec(line) ?? [];
    if (port !== undefined) return Number(port);
  }
  throw new Error(`bench/processes/${program}.ts ended before it listened.`);
}
