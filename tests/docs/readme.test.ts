import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { MAX_CHANGES } from '../../src/api/changes/change.input.ts';
import { MAX_PAGE_SIZE } from '../../src/api/connection.ts';
import { ERROR_CODES } from '../../src/api/errors.ts';
import { MAX_LIST_LENGTH } from '../../src/api/given.ts';
import { MAX_COMPLEXITY, MAX_DEPTH } from '../../src/http/limits.ts';
import { MAX_HOPS, MAX_PATHS } from '../../src/api/path/path.input.ts';
import { PROJECT, readConfig } from '../../src/program/config.ts';
import { IMPORTERS } from '../../src/importing/importers.ts';
import { DEFAULT_READ_TIMEOUT_MS } from '../../src/graph/graph.ts';
import { welcome } from '../../src/program/welcome.ts';
import { readFileOf, sectionOf, tableOf } from './readme.ts';

const readme = await readFileOf('README.md');
const settings = JSON.parse(await readFileOf('package.json')) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
};

/** The first column of a section's table, and the rest of each row. */
function rowsOf(heading: string): Map<string, string[]> {
  return new Map(
    tableOf(sectionOf(readme, heading))
      .slice(1)
      .map(([name = '', ...rest]): [string, string[]] => [name, rest]),
  );
}

describe('the README', () => {
  test('names only commands that exist, and all of them', () => {
    const named = [...readme.matchAll(/\bnpm (?:run )?([a-z0-9:]+)\b(?=[` \n])/g)]
      .map(([, name]) => name!)
      .filter((name) => name !== 'packages');
    expect([...new Set(named)].sort()).toEqual(Object.keys(settings.scripts).sort());
  });

  test('has every runtime dependency in its table, and no other', () => {
    expect([...rowsOf('Dependencies').keys()].sort()).toEqual(Object.keys(settings.dependencies).sort());
  });

  test('has every error code with its meaning', () => {
    const codes = Object.entries(ERROR_CODES).map(([code, meaning]): [string, string[]] => [code, [meaning]]);
    expect(rowsOf('Limits')).toEqual(new Map(codes));
  });

  test('has every folder of src with the first sentence of its own README', async () => {
    const entries = await readdir(path.join(PROJECT, 'src'), { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const layout = rowsOf('Layout');
    expect([...layout.keys()].filter((name) => /^src\/\w+$/.test(name)).sort()).toEqual(
      folders.map((name) => `src/${name}`).sort(),
    );
    for (const name of folders) {
      const own = (await readFileOf(`src/${name}/README.md`)).replaceAll('\n', ' ');
      expect(own.split(/(?<=\.)\s/)[0]).toBe(layout.get(`src/${name}`)?.[0]);
    }
  });

  test('has every environment variable that the configuration reads, with its default', async () => {
    const lines = (await readFileOf('src/program/config.ts')).matchAll(
      /const \{ ([A-Z0-9_, ]+) \} = environment/g,
    );
    const read = [...lines].map(([, names]) => names!).join(', ');
    const table = rowsOf('Configuration');
    expect([...table.keys()].sort()).toEqual(read.split(', ').sort());

    const { neo4j, embedded, host, port } = readConfig({ NEO4J_URI: 'bolt://elsewhere' });
    const defaults: Record<string, string> = {
      HOST: host,
      PORT: String(port),
      NEO4J_USER: neo4j!.user,
      NEO4J_DATABASE: neo4j!.database,
      NEO4J_VERSION: embedded.release.version,
      CHANCERY_HOME: path.relative(PROJECT, embedded.home),
    };
    for (const [name, value] of Object.entries(defaults)) expect(table.get(name)?.[0]).toContain(value);
  });

  test('shows what npm start prints', () => {
    const connection = { uri: 'bolt://127.0.0.1:7687', user: 'neo4j', password: '…', database: 'neo4j' };
    const database = { connection, browserUrl: 'http://127.0.0.1:7474/browser/', startedHere: true };
    const printed = welcome(database, 'http://127.0.0.1:4000');
    expect(sectionOf(readme, 'Start')).toContain(printed.trimEnd());
  });

  test('states the limits that the service has', async () => {
    const text = sectionOf(readme, 'Limits').replaceAll('\n', ' ');
    expect(text).toContain(`at most ${MAX_DEPTH} levels`);
    expect(text).toContain(`at most ${MAX_COMPLEXITY.toLocaleString('en')} values`);
    expect(text).toContain(`at most ${MAX_PAGE_SIZE}.`);
    expect(text).toContain(`at most ${MAX_LIST_LENGTH} values`);
    expect(text).toContain(`at most ${MAX_HOPS} hops and ${MAX_PATHS} paths`);
    expect(text).toContain(`at most ${MAX_CHANGES} changes`);
    expect(text).toContain(`after ${DEFAULT_READ_TIMEOUT_MS / 1000} seconds`);
    const [, kilobytes] = /LARGEST_REQUEST_BYTES = (\d+) \* 1024/.exec(
      await readFileOf('src/http/server.ts'),
    )!;
    expect(text).toContain(`at most ${kilobytes} KB`);
  });

  test.each([
    ...['README.md', 'docs/time.md', 'docs/client.md', 'docs/importing/icews.md', 'docs/importing/gdelt.md'],
    ...['docs/importing/un-sanctions.md', 'docs/importing/follow-the-money.md'],
    ...['docs/importing/resolution.md', 'docs/model.md', 'docs/cypher/README.md', 'docs/notebook/README.md'],
  ])('and its pages link to files that exist: %s', async (page) => {
    const links = [...(await readFileOf(page)).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, to]) => to!);
    const missing = links.filter((to) => !existsSync(path.join(PROJECT, path.dirname(page), to)));
    expect(missing).toEqual([]);
  });
});

test('the README has every format that can be imported', () => {
  const formats = [...rowsOf('Importing').keys()].map((name) => name.replaceAll('`', ''));
  expect(formats.sort()).toEqual(Object.keys(IMPORTERS).sort());
});
