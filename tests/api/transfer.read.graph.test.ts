import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startService, type TestService } from '../setup/testService.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const SMALL = '{ statistics { events } }';
const LARGE =
  '{ events(first: 200) { edges { node { id summary date { edtf display } reports { source { title } } } } } }';

const post = (query: string, encoding: string) =>
  fetch(`${service.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-encoding': encoding },
    body: JSON.stringify({ query }),
  });

const get = (query: string, headers: Record<string, string> = {}) =>
  fetch(`${service.url}/graphql?query=${encodeURIComponent(query)}`, {
    headers: { 'apollo-require-preflight': 'yes', ...headers },
  });

describe('Answers', () => {
  test.each(['gzip', 'br'])('that are large are compressed for those who take %s', async (encoding) => {
    const [plain, packed] = [await post(LARGE, 'identity'), await post(LARGE, encoding)];
    const text = await plain.text();
    expect(text.length).toBeGreaterThan(50_000);
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect([packed.headers.get('content-encoding'), packed.headers.get('vary')]).toEqual([
      encoding,
      'accept-encoding',
    ]);
    expect(await packed.text()).toBe(text);
  });

  test('that are small are sent as they are', async () => {
    const response = await post(SMALL, 'gzip, br');
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(await response.json()).toEqual({ data: { statistics: { events: expect.any(Number) } } });
  });

  test('to POST carry nothing for caches', async () => {
    const { headers } = await post(SMALL, 'gzip');
    expect([headers.get('etag'), headers.get('cache-control')]).toEqual([null, null]);
  });
});

describe('Answers to GET', () => {
  test.each([
    ['identity', LARGE],
    ['gzip', LARGE],
    ['gzip', SMALL],
  ])('are kept only to be asked for again, and need not be sent twice: %s', async (encoding, query) => {
    const headers = { 'accept-encoding': encoding };
    const first = await get(query, headers);
    const tag = first.headers.get('etag');
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
    expect(tag).toMatch(/^W\/".+"$/);
    const again = await get(query, { ...headers, 'if-none-match': tag! });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect([again.headers.get('etag'), again.headers.get('cache-control')]).toEqual([
      tag,
      'private, no-cache',
    ]);
  });

  test('are sent anew where they are others', async () => {
    const tag = (await get('{ statistics { entities } }')).headers.get('etag')!;
    const other = await get(SMALL, { 'if-none-match': tag });
    expect(other.status).toBe(200);
    expect(await other.json()).toHaveProperty('data.statistics.events');
  });

  test('that are errors are not kept', async () => {
    const response = await get('{ nothing }');
    expect([response.status, response.headers.get('cache-control')]).toEqual([400, 'no-store']);
  });
});
