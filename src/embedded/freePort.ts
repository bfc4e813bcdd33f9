import { createServer } from 'node:net';
import { EmbeddedError } from './embeddedError.ts';

export interface ChosenPort {
  readonly port: number;
  /** Whether it replaces the usual port, which is taken. */
  readonly fallback: boolean;
}

/**
 * Chooses a port. A requested port must be free. Without one (undefined or 0), the usual port is chosen if it is free,
 * otherwise any.
 * @throws EmbeddedError PORT_TAKEN if the requested port is in use
 */
export async function choosePort(
  asked: number | undefined,
  usual: number,
  name: string,
): Promise<ChosenPort> {
  if (asked !== undefined && asked !== 0) {
    if (await isFree(asked)) return { port: asked, fallback: false };
    throw portTaken(asked, name);
  }
  if (await isFree(usual)) return { port: usual, fallback: false };
  return { port: await freePort(), fallback: true };
}

export function portTaken(port: number, name: string): EmbeddedError {
  return new EmbeddedError(
    'PORT_TAKEN',
    `The ${name} port ${port} on 127.0.0.1, meant for the embedded Neo4j, is in use.`,
    'choose another port, or leave it out to use a free one',
  );
}

/** A port on which nobody listens now. */
export async function freePort(): Promise<number> {
  const port = await listenOnce(0);
  if (port === undefined) throw new Error('The system has no free port on 127.0.0.1.');
  return port;
}

async function isFree(port: number): Promise<boolean> {
  return (await listenOnce(port)) !== undefined;
}

async function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => {
      resolve(undefined);
    });
    server.listen({ port, host: '127.0.0.1' }, () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' ? address?.port : undefined);
      });
    });
  });
}
