import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { settlePassword } from '../../src/embedded/password.ts';
import { failureOf } from './fakes.ts';

const OWN = { user: 'neo4j', password: 'the-home-s-own' };
const ACCEPTED = { data: { values: [[1]] } };
const REFUSED = { errors: [{ code: 'Neo.ClientError.Security.Unauthorized' }] };

let server: Server | undefined;
afterEach(() => server?.close());

/** The port of a server that gives these answers, one after the other. */
async function answering(...answers: readonly object[]): Promise<number> {
  const left = [...answers];
  const started = createServer((_, response) => response.end(JSON.stringify(left.shift())));
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return (started.address() as AddressInfo).port;
}

describe('The password of a store', () => {
  test("may be the home's own already, though an earlier change of it was never answered", async () => {
    const port = await answering(REFUSED, REFUSED, ACCEPTED);
    expect(await settlePassword(port, OWN, 'password')).toBe(true);
  });

  test("is another one if the store refuses the home's own and the initial one", async () => {
    const port = await answering(REFUSED, REFUSED, REFUSED);
    expect((await failureOf(settlePassword(port, OWN, 'password'))).code).toBe('PASSWORD_REFUSED');
  });
});
