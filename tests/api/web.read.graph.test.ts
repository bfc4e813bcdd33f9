import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readExamples } from '../../src/program/examples.ts';
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
    const assets = assetsOf(html);
    expect(assets.filter((asset) => asset.includes('worker'))).toHaveLength(3);
    expect(assets).toHaveLength(8);
    for (const asset of assets) {
      const response = await get(asset);
      expect([asset, response.status]).toEqual([asset, 200]);
      expect(response.headers.get('content-type')).toMatch(
        asset.endsWith('.css') ? /^text\/css/ : /^text\/javascript/,
      );
      expect((await response.text()).length).toBeGreaterThan(100);
    }
  });

  test('opens on all examples, in their order', async () => {
    const html = await (await get('/graphiql')).text();
    const [, given] = /<script type="application\/json" id="given">(.*)<\/script>/.exec(html)!;
    const { tabs } = JSON.parse(given!).settings;
    const all = tabs.map(({ query }: any) => query).join('\n');
    const places = (await readExamples()).map(({ query }) => all.indexOf(query));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });
});
