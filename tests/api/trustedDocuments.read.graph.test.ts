import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readTrustedDocuments } from '../../src/program/readTrustedDocuments.ts';
import { welcome } from '../../src/program/welcome.ts';
import { testGraph } from '../setup/testGraph.ts';
import { startService, type TestService } from '../setup/testService.ts';

const NAME = 'query Name($id: ID!) { entity(id: $id) { name } }';
const COUNT = 'query Count { statistics { events } }';
const idOf = (text: string) => createHash('sha256').update(text).digest('hex');

const BY_ID = { [idOf(NAME)]: NAME, [idOf(COUNT)]: COUNT };
/** As GraphQL Code Generator 7 writes it, and its clients send it. */
const WITH_KIND = { [`sha256:${idOf(NAME)}`]: NAME };
const OPERATIONS = {
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: [NAME, COUNT].map((body) => ({ id: idOf(body), name: 'One', type: 'query', body })),
};

let folder: string;
let service: TestService;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'chancery-trusted-'));
  service = await startService(testGraph(), { trustedDocuments: await read(BY_ID) });
});
afterAll(async () => {
  await service.close();
  await rm(folder, { recursive: true });
});

async function read(manifest: unknown) {
  const file = path.join(folder, 'manifest.json');
  await writeFile(file, typeof manifest === 'string' ? manifest : JSON.stringify(manifest));
  return await readTrustedDocuments(file);
}

async function post(body: unknown) {
  const response = await fetch(`${service.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const { data, errors } = (await response.json()) as any;
  return { status: response.status, data, code: errors?.[0].extensions.code, says: errors?.[0].message };
}

async function get(parameters: Record<string, unknown>) {
  const texts = Object.entries(parameters).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const response = await fetch(`${service.url}/graphql?${new URLSearchParams(texts).toString()}`, {
    headers: { 'apollo-require-preflight': 'yes' },
  });
  return { status: response.status, etag: response.headers.get('etag'), ...((await response.json()) as any) };
}

const hashed = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: idOf(text) } });
const variables = { id: 'russia' };
const russia = { entity: { name: 'Russia' } };

describe('A service with a manifest', () => {
  test.each([
    ['extensions.persistedQuery', { extensions: hashed(NAME) }],
    ['documentId', { documentId: idOf(NAME) }],
    ['documentId, with what kind it is', { documentId: `sha256:${idOf(NAME)}`, operationName: 'Name' }],
  ])('answers its documents, named by %s', async (_, named) => {
    // Often enough to be compiled.
    for (let i = 0; i < 4; i++) {
      expect(await post({ ...named, variables })).toMatchObject({ status: 200, data: russia });
      expect(await get({ ...named, variables })).toMatchObject({
        status: 200,
        data: russia,
        etag: expect.any(String),
      });
    }
  });

  test('says what is wrong with variables, as ever', async () => {
    expect(await post({ documentId: idOf(NAME) })).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test.each([
    ['a text', { query: '{ __typename }' }],
    ['a text that its manifest has', { query: COUNT }],
    ['a text and the hash of it, as if to register it', { query: '{ x }', extensions: hashed('{ x }') }],
    ['a text under the id of another', { query: '{ __typename }', documentId: idOf(COUNT) }],
    ['what is no GraphQL', { query: '{ events(' }],
    ['introspection', { query: '{ __schema { types { name } } }' }],
    ['an id that it has not', { documentId: idOf('{ x }') }],
    ['a hash that it has not', { extensions: hashed('{ x }') }],
    ['a name of every object', { documentId: 'constructor' }],
    ['an id that is none', { documentId: 4 }],
    ['a request that names nothing', { variables }],
    ['an operation that is not there', { query: '', operationName: 'Name' }],
  ])('refuses %s', async (_, body) => {
    expect(await post(body)).toMatchObject({
      status: 400,
      data: undefined,
      code: 'UNTRUSTED_DOCUMENT',
      says: expect.stringMatching(/in (its|the) manifest/),
    });
    expect(await get(body)).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'UNTRUSTED_DOCUMENT' } }],
    });
  });

  test('asks the database nothing for what it refuses', async () => {
    expect(await service.statements(() => post({ query: COUNT }))).toBe(0);
    expect(await service.statements(() => post({ documentId: idOf(COUNT) }))).toBeGreaterThan(0);
  });

  test('serves no GraphiQL, which could ask nothing', async () => {
    for (const at of ['/', '/graphiql'])
      expect((await fetch(`${service.url}${at}`, { redirect: 'manual' })).status).toBe(404);
    expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
    const connection = { uri: 'bolt://127.0.0.1:7687', user: 'neo4j', password: '…', database: 'neo4j' };
    const database = { connection, browserUrl: null, startedHere: false };
    expect(welcome(database, service.url, { graphiql: false })).not.toContain('GraphiQL');
  });
});

test('a service without a manifest says so to who names a document by its id alone', async () => {
  const other = await startService();
  const asked = { documentId: idOf(NAME), operationName: 'Name', variables };
  const refusal = { message: expect.stringContaining('has no manifest of documents (TRUSTED_DOCUMENTS)') };
  const expected = [{ ...refusal, extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }];
  const at = `${other.url}/graphql`;
  const headers = { 'content-type': 'application/json' };
  const byPost = (body: unknown) => fetch(at, { method: 'POST', headers, body: JSON.stringify(body) });
  for (const response of [await byPost(asked), await fetch(`${at}?documentId=${idOf(NAME)}`, { headers })])
    expect([response.status, ((await response.json()) as any).errors]).toEqual([400, expected]);
  const withText = await byPost({ ...asked, query: NAME });
  expect(await withText.json()).toEqual({ data: russia });
  await other.close();
});

test('a service without a manifest keeps no documents', async () => {
  const other = await startService();
  const response = await fetch(`${other.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ extensions: hashed(NAME), variables }),
  });
  expect(await response.json()).toMatchObject({
    errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }],
  });
  await other.close();
});

test('a manifest whose ids say their kind is asked by ids with and without it', async () => {
  const other = await startService(testGraph(), { trustedDocuments: await read(WITH_KIND) });
  for (const sha256Hash of [idOf(NAME), `sha256:${idOf(NAME)}`]) {
    const response = await fetch(`${other.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash } }, variables }),
    });
    expect(await response.json()).toEqual({ data: russia });
  }
  await other.close();
});

describe('A manifest', () => {
  test('is read in either form', async () => {
    expect(await read(OPERATIONS)).toEqual(await read(BY_ID));
    expect([...(await read(BY_ID)).values()]).toEqual([NAME, COUNT]);
  });

  test.each([
    ['{', /is not JSON/],
    [[NAME], /is not a manifest/],
    [{}, /is not a manifest/],
    [
      { format: 'apollo-persisted-query-manifest', version: 1, operations: [{ id: 'x' }] },
      /is not a manifest/,
    ],
    [{ a: 'query { events(' }, /do not match the schema\.[^]*\n {2}a: Syntax Error/],
    [{ a: NAME, b: '{ event(id: "x") { sumary } }' }, /do not match the schema\.[^]*\n {2}b: .*"sumary"/],
  ])('that cannot be meant is named with its fault: %j', async (manifest, says) => {
    await expect(read(manifest)).rejects.toThrow(says);
  });

  test('that is not there is named', async () => {
    const file = path.join(folder, 'nowhere.json');
    await expect(readTrustedDocuments(file)).rejects.toThrow(
      `TRUSTED_DOCUMENTS: "${file}" does not exist. Check the path.`,
    );
  });
});
