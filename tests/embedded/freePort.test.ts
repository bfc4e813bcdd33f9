import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { choosePort, freePort } from '../../src/embedded/freePort.ts';
import { failureOf } from './fakes.ts';

let holder: Server | undefined;
afterEach(() => {
  holder?.close();
});

describe('choosePort', () => {
  test('takes the usual port when it is free', async () => {
    const usual = await freePort();
    expect(await choosePort(undefined, usual, 'Bolt')).toEqual({ port: usual, fallback: false });
  });

  test('takes a free one when the usual one is taken, and says so', async () => {
    const usual = await takenPort();
    const chosen = await choosePort(0, usual, 'Bolt');
    expect(chosen.fallback).toBe(true);
    expect(chosen.port).not.toBe(usual);
  });

  test('takes the asked port', async () => {
    const asked = await freePort();
    expect(await choosePort(asked, 7687, 'Bolt')).toEqual({ port: asked, fallback: false });
  });

  test('refuses when the asked port is taken', async () => {
    const asked = await takenPort();
    const failure = await failureOf(choosePort(asked, 7687, 'Bolt'));
    expect(failure.code).toBe('PORT_TAKEN');
    expect(failure.message).toContain(`Bolt port ${asked}`);
  });
});

async function takenPort(): Promise<number> {
  const port = await freePort();
  const server = createServer();
  holder = server;
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return port;
}
