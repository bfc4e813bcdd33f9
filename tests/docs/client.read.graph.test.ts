import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isInterfaceType, isObjectType } from 'graphql';
import { chancery } from '../../examples/client/client.ts';
import type { TimelineQuery } from '../../examples/client/generated/graphql.ts';
// Its packages are its own.
import { ApolloLink, gql, HttpLink } from '../../examples/client/node_modules/@apollo/client/core/index.js';
import { PersistedQueryLink } from '../../examples/client/node_modules/@apollo/client/link/persisted-queries/index.js';
import { NAME, TIMELINE } from '../../examples/client/questions.ts';
import { wholeTimeline } from '../../examples/client/timeline.ts';
import { buildSchema } from '../../src/api/schema.ts';
import { PROJECT, readConfig } from '../../src/program/config.ts';
import { readTrustedDocuments } from '../../src/program/readTrustedDocuments.ts';
import { RUNNING, slowGraph } from '../setup/slowStatement.ts';
import { testGraph } from '../setup/testGraph.ts';
import { startService, type TestService } from '../setup/testService.ts';
import { blocksOf, readFileOf } from './readme.ts';

const EXAMPLE = path.join(PROJECT, 'examples/client');
const page = await readFileOf('docs/guides/client.md');
const run = promisify(execFile);

let service: TestService;
let trusting: TestService;
beforeAll(async () => {
  service = await startService();
  const trustedDocuments = await readTrustedDocuments(manifestOfPage());
  trusting = await startService(testGraph(), { trustedDocuments });
});
afterAll(async () => {
  await service.close();
  await trusting.close();
});

/** The settings that a command of the page gives. */
function settingsOfPage(): Record<string, string> {
  const commands = [...page.matchAll(/^([A-Z_]+)=(\S+) npm start$/gm)];
  return Object.fromEntries(commands.map(([, name, value]): [string, string] => [name!, value!]));
}

function manifestOfPage(): string {
  return readConfig(settingsOfPage()).trustedDocuments!;
}

/** A client of a service, and the operations that it sends. */
function asking({ url }: TestService) {
  const asked: string[] = [];
  const made = chancery(`${url}/graphql`);
  const count = new ApolloLink((operation, forward) => {
    asked.push(operation.operationName ?? '');
    return forward(operation);
  });
  made.setLink(count.concat(made.link));
  return { client: made, asked };
}

describe('The example of a client', () => {
  test.each([
    ['a service that answers anything', () => service],
    ['a service that trusts its manifest alone', () => trusting],
  ])('prints what the page shows: %s', async (_, running) => {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', 'tour.ts'], {
      cwd: EXAMPLE,
      env: { ...process.env, CHANCERY_URL: `${running().url}/graphql` },
    });
    expect(blocksOf(page, 'text').map(({ code }) => code)).toEqual([stdout.trim()]);
  });

  test('has the types that follow from the schema and its questions (else: npm run schema)', async () => {
    const command = path.join(EXAMPLE, 'node_modules/.bin/graphql-codegen');
    const { stdout } = await run(command, ['--config', 'codegen.ts', '--check'], { cwd: EXAMPLE });
    expect(stdout).not.toContain('stale');
  });

  test('works when it is copied elsewhere: its types are generated, it is checked, and it runs', async () => {
    const copy = await mkdtemp(path.join(os.tmpdir(), 'chancery-client-'));
    try {
      const made = [path.join(EXAMPLE, 'node_modules'), path.join(EXAMPLE, 'generated')];
      await cp(EXAMPLE, copy, { recursive: true, filter: (file) => !made.includes(file) });
      // In place of what npm install would fetch.
      await symlink(path.join(EXAMPLE, 'node_modules'), path.join(copy, 'node_modules'));
      const env = { ...process.env, CHANCERY_URL: `${service.url}/graphql` };
      await run('npm', ['run', 'check'], { cwd: copy, env });
      const generated = (folder: string) => readFile(path.join(folder, 'generated/graphql.ts'), 'utf8');
      expect(await generated(copy)).toBe(await generated(EXAMPLE));
      const { stdout } = await run('npm', ['start', '--silent'], { cwd: copy, env });
      expect(blocksOf(page, 'text').map(({ code }) => code)).toEqual([stdout.trim()]);
    } finally {
      await rm(copy, { recursive: true });
    }
  });

  test('pins its packages, those that the service has too in the same version', async () => {
    const [own, all] = (
      await Promise.all(['examples/client/package.json', 'package.json'].map(readFileOf))
    ).map((text) => JSON.parse(text));
    expect(own.engines).toEqual(all.engines);
    const ofService = { ...all.dependencies, ...all.devDependencies };
    for (const [name, version] of Object.entries({ ...own.dependencies, ...own.devDependencies })) {
      expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
      expect([name, version]).toEqual([name, ofService[name] ?? version]);
    }
  });

  test('has a lock file that holds what it asks for', async () => {
    const { packages } = JSON.parse(await readFileOf('examples/client/package-lock.json'));
    const { dependencies, devDependencies } = JSON.parse(await readFileOf('examples/client/package.json'));
    expect(packages['']).toMatchObject({ dependencies, devDependencies });
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect([name, version]).toEqual([name, packages[`node_modules/${name}`].version]);
  });

  test('keeps what it met under its id', async () => {
    const { client, asked } = asking(service);
    const name = async (id: string) => (await client.query({ query: NAME, variables: { id } })).data?.entity;
    await client.query({ query: TIMELINE, variables: { id: 'taliban', first: 5, knownBy: '2024-10-31' } });
    expect(await name('russia')).toMatchObject({ name: 'Russia' });
    expect(asked).toEqual(['Timeline']);
    expect(await name('united-states')).toMatchObject({ name: 'United States' });
    expect(await name('united-states')).toMatchObject({ name: 'United States' });
    expect(asked).toEqual(['Timeline', 'Name']);
  });

  test('keeps what is known now and what was known apart, and adds what is asked of dates', async () => {
    const uri = `${service.url}/graphql`;
    const client = chancery(uri);
    // Questions of a test have no hash.
    client.setLink(new HttpLink({ uri }));
    const event = (fields: string) =>
      gql(`{ event(id: "event:kazakhstan-delists-taliban") { id ${fields} } }`);
    const parts = [
      'date { edtf }',
      'date { display }',
      'known: date(knownBy: "2024-01-31") { display }',
      'date(knownBy: "2024-01-31") { edtf }',
    ];
    for (const part of parts) await client.query({ query: event(part), fetchPolicy: 'network-only' });
    const all = event('date { edtf display } known: date(knownBy: "2024-01-31") { edtf display }');
    expect(client.readQuery<any>({ query: all }).event).toMatchObject({
      date: { edtf: '[2023-12-01..2023-12-29]', display: 'between 1 and 29 December 2023' },
      known: { edtf: '[..2023-12-29]', display: 'on or before 29 December 2023' },
    });
  });

  test('gives all pages of a list with each row once, where adding up the answers counts rows twice', async () => {
    const asked = { id: 'taliban', first: 7, knownBy: '2024-10-31' };
    const rows = (edges: readonly { node: { id: string } }[] | undefined) =>
      edges?.map(({ node }) => node.id) ?? [];
    const { entity } = await service.data(
      '{ entity(id: "taliban") { events(first: 200) { edges { node { id } } } } }',
    );
    const expected = rows(entity.events.edges);
    expect(expected.length).toBeGreaterThan(14);
    expect(rows(await wholeTimeline(chancery(`${service.url}/graphql`), asked))).toEqual(expected);

    for (const fetchPolicy of ['network-only', 'no-cache'] as const) {
      const client = chancery(`${service.url}/graphql`);
      const added: string[] = [];
      let after: string | null | undefined;
      do {
        const { data }: { data?: TimelineQuery | undefined } = await client.query({
          ...{ query: TIMELINE, variables: { ...asked, after: after ?? null }, fetchPolicy },
        });
        added.push(...rows(data?.entity?.events.edges));
        const { hasNextPage, endCursor } = data!.entity!.events.pageInfo;
        after = hasNextPage ? endCursor : null;
      } while (after);
      if (fetchPolicy === 'no-cache') expect(added).toEqual(expected);
      else expect(added.length).toBeGreaterThan(expected.length);
    }
  });

  test('ends its question in the database when it goes away', async () => {
    const slow = await startService(slowGraph(120_000));
    try {
      const leaving = new AbortController();
      const answer = chancery(`${slow.url}/graphql`)
        .query({
          query: NAME,
          variables: { id: 'russia' },
          context: { fetchOptions: { signal: leaving.signal } },
        })
        .catch((error: unknown) => (error as Error).name);
      while ((await service.graph.read(RUNNING)).length === 0) await pause(20);
      leaving.abort();
      expect(await answer).toBe('AbortError');
      while ((await service.graph.read(RUNNING)).length > 0) await pause(20);
    } finally {
      await slow.close();
    }
  });

  test('may ask by GET, as the page says', async () => {
    const methods: unknown[] = [];
    const client = chancery('');
    const byHash = new PersistedQueryLink({
      generateHash: (document) => (document as any).__meta__.hash,
      useGETForHashedQueries: true,
    });
    const http = new HttpLink({
      uri: `${trusting.url}/graphql`,
      headers: { 'apollo-require-preflight': 'true' },
      fetch: (at, options) => {
        methods.push(options?.method);
        return fetch(at, options);
      },
    });
    client.setLink(byHash.concat(http));
    const { data } = await client.query({ query: NAME, variables: { id: 'russia' } });
    expect([data?.entity?.name, methods]).toEqual(['Russia', ['GET']]);
  });
});

describe('docs/guides/client.md', () => {
  test('names every type that has an id, and every interface', () => {
    const types = Object.values(buildSchema().getTypeMap()).filter((type) => !type.name.startsWith('__'));
    const withId = types.filter((type) => isObjectType(type) && 'id' in type.getFields());
    const names = (all: readonly { name: string }[]) => all.map(({ name }) => `\`${name}\``).sort();
    const [, listed] = /^- (.*) have an `id`/m.exec(page)!;
    expect(listed!.split(/, | and /)).toEqual(names(withId));
    const [, interfaces] = /^- (.*) are interfaces/m.exec(page)!;
    expect(interfaces!.split(' and ').sort()).toEqual(names(types.filter(isInterfaceType)));
  });

  test('gives settings that the service takes', () => {
    const { corsOrigins, trustedDocuments } = readConfig(settingsOfPage());
    expect(Object.keys(settingsOfPage()).sort()).toEqual(['CORS_ORIGINS', 'TRUSTED_DOCUMENTS']);
    expect(corsOrigins).toHaveLength(2);
    expect(path.dirname(trustedDocuments!)).toBe(path.join(EXAMPLE, 'generated'));
  });
});
