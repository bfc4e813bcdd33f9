import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/program/config.ts';
import { startService, type TestService } from '../setup/testService.ts';
import { testGraph } from '../setup/testGraph.ts';

const ALLOWED = 'https://desk.example';
const OTHER = 'https://desk.example.org';

let closed: TestService;
let open: TestService;
beforeAll(async () => {
  closed = await startService();
  open = await startService(testGraph(), { corsOrigins: [ALLOWED, 'http://localhost:5173'] });
});
afterAll(async () => {
  await closed.close();
  await open.close();
});

/** What a browser sends before a page of another origin may post JSON. */
const preflight = ({ url }: TestService, origin: string) =>
  fetch(`${url}/graphql`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  });

const post = ({ url }: TestService, origin: string, type = 'application/json') =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { origin, 'content-type': type },
    body: JSON.stringify({ query: '{ statistics { events } }' }),
  });

const allowedOrigin = ({ headers }: Response) => headers.get('access-control-allow-origin');

describe('Pages of other origins', () => {
  test('are told nothing that would let them ask, unless some are named', async () => {
    for (const response of [await preflight(closed, ALLOWED), await post(closed, ALLOWED)])
      expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect((await preflight(closed, ALLOWED)).ok).toBe(false);
  });

  test('may ask if their origin is named', async () => {
    const [before, answer] = [await preflight(open, ALLOWED), await post(open, ALLOWED)];
    expect([before.status, allowedOrigin(before)]).toEqual([204, ALLOWED]);
    expect(before.headers.get('access-control-allow-methods')).toBe('GET, POST');
    expect(before.headers.get('access-control-allow-headers')).toBe('content-type');
    expect([answer.status, allowedOrigin(answer)]).toEqual([200, ALLOWED]);
    expect(answer.headers.get('vary')).toMatch(/Origin/i);
    expect(((await answer.json()) as any).data.statistics.events).toBeGreaterThan(0);
    expect(allowedOrigin(await post(open, 'http://localhost:5173'))).toBe('http://localhost:5173');
  });

  test.each([OTHER, 'http://desk.example', `${ALLOWED}:8443`, 'http://localhost:5174', 'null'])(
    'may not if it is another, however alike: %s',
    async (origin) => {
      for (const response of [await preflight(open, origin), await post(open, origin)])
        expect(allowedOrigin(response)).toBeNull();
    },
  );

  test('may read why a request was refused', async () => {
    const response = await fetch(`${open.url}/graphql`, {
      method: 'POST',
      headers: { origin: ALLOWED, 'content-type': 'application/json' },
      body: '{',
    });
    expect([response.status, allowedOrigin(response)]).toEqual([400, ALLOWED]);
  });

  test('may read the tag of an answer, to ask whether it still holds', async () => {
    const response = await fetch(`${open.url}/graphql?query=${encodeURIComponent('{ __typename }')}`, {
      headers: { origin: ALLOWED, 'apollo-require-preflight': 'yes' },
    });
    expect(response.headers.get('etag')).toBeTruthy();
    expect(response.headers.get('access-control-expose-headers')).toBe('ETag');
  });

  test('never ask with credentials, and only questions', async () => {
    const response = await post(open, ALLOWED);
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    const health = await fetch(`${open.url}/healthz`, { headers: { origin: ALLOWED } });
    expect(allowedOrigin(health)).toBeNull();
  });

  test('what a browser sends without asking first is refused, whoever is named', async () => {
    const response = await post(open, ALLOWED, 'text/plain');
    expect(response.status).toBe(400);
    const link = await fetch(`${open.url}/graphql?query=${encodeURIComponent('{ __typename }')}`);
    expect([link.status, ((await link.json()) as any).errors[0].extensions.code]).toEqual([
      400,
      'BAD_REQUEST',
    ]);
  });
});

describe('CORS_ORIGINS', () => {
  test.each([
    ['', []],
    [ALLOWED, [ALLOWED]],
    [` ${ALLOWED} , http://localhost:5173,`, [ALLOWED, 'http://localhost:5173']],
    ['http://[::1]:4000', ['http://[::1]:4000']],
  ])('%p names %j', (text, origins) => {
    expect(readConfig({ CORS_ORIGINS: text }).corsOrigins).toEqual(origins);
  });

  test.each([
    '*',
    'desk.example',
    'https://desk.example/',
    'https://desk.example:443',
    'https://Desk.example',
    'null',
  ])('does not take %s, which no browser sends', (text) => {
    expect(() => readConfig({ CORS_ORIGINS: `${ALLOWED},${text}` })).toThrow(
      `CORS_ORIGINS has "${text}". Write each origin in full as browsers send it`,
    );
  });
});
