import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startService, type TestService } from '../setup/testService.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${service.url}${path}`, { redirect: 'manual', headers });

describe('The service over HTTP', () => {
  test('is healthy, and ready once the corpus is there', async () => {
    const [health, ready] = [await get('/healthz'), await get('/readyz')];
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ready', datasets: expect.arrayContaining(['corpus']), relationships: null },
    ]);
  });

  test('leads from its root to GraphiQL', async () => {
    const response = await get('/');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/graphiql']);
  });

  test('answers what is not there with 404', async () => {
    for (const path of [
      '/nothing',
      '/graphiql/assets/nothing.js',
      '/graphiql/assets/..%2f..%2fpackage.json',
      '/graphiql/../package.json',
    ])
      expect((await get(path)).status).toBe(404);
  });

  test('answers GET questions that say what they are', async () => {
    const query = encodeURIComponent('{ statistics { entities } }');
    const response = await get(`/graphql?query=${query}`, { 'apollo-require-preflight': 'yes' });
    expect(((await response.json()) as any).data.statistics.entities).toBeGreaterThan(50);
  });
});

describe('GraphiQL', () => {
  const assetsOf = (text: string) => [...new Set(text.match(/\/graphiql\/assets\/[\w.-]+/g))];

  test('is served whole by the service itself, and names no other host', async () => {
    const page = await get('/graphiql');
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*connect-src 'self'/);
    const direct = assetsOf(html);
    expect(direct.length).toBeGreaterThanOrEqual(3);
    const start = await (await get(direct.find((asset) => asset.includes('/start.'))!)).text();
    const all = [...direct, ...assetsOf(start)];
    expect(all.filter((asset) => asset.includes('worker'))).toHaveLength(3);
    for (const asset of all) {
      const response = await get(asset);
      expect([asset, response.status]).toEqual([asset, 200]);
      expect(response.headers.get('content-type')).toMatch(
        asset.endsWith('.css') ? /^text\/css/ : /^text\/javascript/,
      );
      expect((await response.text()).length).toBeGreaterThan(100);
    }
  });

  test('opens on examples that the service answers', async () => {
    const html = await (await get('/graphiql')).text();
    const start = await (await get(assetsOf(html).find((asset) => asset.includes('/start.'))!)).text();
    const { defaultTabs } = JSON.parse(/const settings = (.*);/.exec(start)![1]!);
    expect(defaultTabs.length).toBeGreaterThan(0);
    for (const { query, variables } of defaultTabs) {
      const { data, errors } = await service.ask(query, variables ? JSON.parse(variables) : {});
      expect(errors).toBeUndefined();
      expect(Object.values(data)).not.toContain(null);
    }
  });
});
