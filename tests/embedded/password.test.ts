import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { settlePassword } from '../../src/embedded/password.ts';
import { failureOf } from './fakes.ts';

const OWN = { user: 'neo4j', password: 'of-this-home' };
const ROWS = { data: { values: [[1]] } };
const UNAUTHORIZED = refusal('Neo.ClientError.Security.Unauthorized');
const RATE_LIMIT = refusal('Neo.ClientError.Security.AuthenticationRateLimit');

let server: Server;
afterEach(() => {
  server.close();
});

test('a change that was made after nobody waited for it is not refused', async () => {
  // The store took more than the five seconds of one request: the next finds its change made in between.
  expect(await settle([UNAUTHORIZED, UNAUTHORIZED, ROWS])).toBe(true);
});

test('a store that refuses all passwords for a while is asked again', async () => {
  expect(await settle([UNAUTHORIZED, RATE_LIMIT, RATE_LIMIT])).toBe(false);
});

test('a store with another password is refused, with the file and what to do', async () => {
  const { code, message } = await failureOf(settle([UNAUTHORIZED, UNAUTHORIZED, UNAUTHORIZED]));
  expect(code).toBe('PASSWORD_REFUSED');
  expect(message).toContain('/home/password');
});

/** What the store answers, request by request. */
async function settle(answers: object[]): Promise<boolean> {
  const left = [...answers];
  server = createServer((_, response) => {
    response.end(JSON.stringify(left.shift()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return await settlePassword((server.address() as AddressInfo).port, OWN, '/home/password');
}

function refusal(code: string): object {
  return { errors: [{ code }] };
}
