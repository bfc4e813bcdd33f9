import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { speaksBolt } from '../../src/embedded/boltHandshake.ts';
import { freePort } from '../../src/embedded/freePort.ts';

describe('speaksBolt', () => {
  test('knows a server that agrees on a version', async () => {
    expect(await answerOf([Buffer.from([0, 0, 8, 5])])).toBe(true);
  });

  test('reads an answer that comes in pieces', async () => {
    expect(await answerOf([Buffer.from([0, 0]), Buffer.from([4, 4])])).toBe(true);
  });

  test.each([
    ['agrees on no version', Buffer.from([0, 0, 0, 0])],
    ['is a web server', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['says something short that is no version', Buffer.from('HTTP')],
  ])('is false for one that %s', async (_, answer) => {
    expect(await answerOf([answer])).toBe(false);
  });

  test('is false for one that says nothing', async () => {
    expect(await answerOf([])).toBe(false);
  });

  test('is false where nobody listens', async () => {
    expect(await speaksBolt(await freePort())).toBe(false);
  });
});

/** What speaksBolt says of a server that answers a Bolt greeting so. */
async function answerOf(pieces: readonly Buffer[]): Promise<boolean> {
  const server = await listening(
    createServer((socket) => {
      socket.setNoDelay(true).once('data', (greeting) => {
        if (greeting.readUInt32BE(0) !== 0x6060b017) socket.destroy();
        pieces.forEach((piece, index) => setTimeout(() => socket.write(piece), 20 * index));
      });
      socket.on('error', () => undefined);
    }),
  );
  try {
    return await speaksBolt((server.address() as AddressInfo).port, 300);
  } finally {
    server.close();
  }
}

async function listening(server: Server): Promise<Server> {
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      resolve(server);
    }),
  );
}
