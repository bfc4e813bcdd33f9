import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import { ERROR_CODES } from '../../src/api/errors.ts';
import { buildSchema } from '../../src/api/schema.ts';
import { IMPORTERS } from '../../src/importing/importers.ts';
import { PROJECT, readConfig } from '../../src/program/config.ts';
import { pages } from '../../src/program/docs/pages.ts';
import { SETTINGS } from '../../src/program/settings.ts';
import { EVENT_TYPES } from '../../src/ontology/eventTypes.ts';
import { REGIMES } from '../../src/ontology/regimes.ts';
import { anchorsOf, blocksOf, readFileOf, sectionOf, tableOf } from './readme.ts';

const texts = new Map(
  await Promise.all((await pages()).map(async (page) => [page, await readFileOf(page)] as const)),
);
const all = [...texts.keys()];
const textOf = (page: string): string => texts.get(page) ?? '';
const settings = JSON.parse(await readFileOf('package.json')) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
};
const ofClient = JSON.parse(await readFileOf('examples/client/package.json')) as typeof settings;

describe.each(all)('%s', (page) => {
  const text = textOf(page);
  const prose = text.replace(/^```.*?^```$/gms, '');

  test('links to files and headings that exist', () => {
    const links = [...prose.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, to]) => to!);
    const broken = links.filter((to) => {
      const [file = '', anchor] = to.split('#');
      const target = file === '' ? page : path.posix.join(path.posix.dirname(page), file);
      if (!existsSync(path.join(PROJECT, target))) return true;
      return anchor !== undefined && !anchorsOf(textOf(target)).has(anchor);
    });
    expect(broken).toEqual([]);
  });

  test('names only commands that exist', () => {
    // The changelog names those of before, too.
    if (page === 'CHANGELOG.md') return;
    const named = [...text.matchAll(/\bnpm (?:run (?:--silent )?)?([a-z][a-z0-9:]*)\b(?=[` \n])/g)];
    // A page may speak of the client's own commands, and of packages of npm.
    const known = { ...settings.scripts, ...ofClient.scripts, install: '', packages: '' };
    expect(named.map(([, name]) => name!).filter((name) => !Object.hasOwn(known, name))).toEqual([]);
  });

  test('asks nothing in GraphQL that the schema does not have', () => {
    const questions = blocksOf(text, 'graphql').map(({ code }) => code);
    const faults = questions.flatMap((code) => validate(buildSchema(), parse(code)));
    expect(faults).toEqual([]);
  });
});

describe('The README', () => {
  test('fits on a page: 180 lines', () => {
    expect(textOf('README.md').split('\n').length).toBeLessThanOrEqual(181);
  });
});

describe('The front page of the documentation', () => {
  test('lists every page, once', () => {
    const shelved = all.filter((page) => /^docs\/(?!README)/.test(page));
    const linked = [...textOf('docs/README.md').matchAll(/\]\(([^)#]+)\)/g)].map(([, to]) => `docs/${to!}`);
    const isListed = (page: string) => linked.includes(page) || isDecision(page);
    expect(shelved.filter((page) => !isListed(page))).toEqual([]);
    expect(new Set(linked).size).toBeGreaterThan(25);
  });

  test('and that of the decisions has every decision, numbered without a gap', () => {
    const decisions = all.filter(isDecision).map((page) => path.basename(page));
    expect(decisions.map((name) => Number(name.slice(0, 4)))).toEqual(decisions.map((_, index) => index + 1));
    for (const name of decisions) expect(textOf('docs/decisions/README.md')).toContain(`(${name})`);
  });
});

function isDecision(page: string): boolean {
  return /^docs\/decisions\/\d{4}-[a-z0-9-]+\.md$/.test(page);
}

/** The first column of the first table of a text, without its head. */
function namesIn(text: string): string[] {
  return tableOf(text)
    .slice(1)
    .map(([name = '']) => name);
}

describe('The reference', () => {
  test('has every command', () => {
    const named = namesIn(textOf('docs/reference/commands.md')).flatMap(
      (command) => /^npm (?:run )?([a-z0-9:]+)/.exec(command)?.[1] ?? [],
    );
    expect([...new Set(named)].sort()).toEqual(Object.keys(settings.scripts).sort());
  });

  test('has every error code, and no other', () => {
    const headings = [...textOf('docs/reference/errors.md').matchAll(/^## ([A-Z_]+)$/gm)];
    expect(headings.map(([, code]) => code)).toEqual(Object.keys(ERROR_CODES));
  });

  test('has every environment variable that the configuration reads, with its default', async () => {
    const lines = (await readFileOf('src/program/config.ts')).matchAll(
      /const \{ ([A-Z0-9_, ]+) \} = environment/g,
    );
    const read = [...lines].flatMap(([, names]) => names!.split(', '));
    expect(Object.keys(SETTINGS).sort()).toEqual(read.sort());

    const { neo4j, embedded, host, port } = readConfig({ NEO4J_URI: 'bolt://elsewhere' });
    expect(Object.entries(SETTINGS)).toEqual(
      expect.arrayContaining(
        Object.entries({
          HOST: host,
          PORT: String(port),
          NEO4J_USER: neo4j!.user,
          NEO4J_DATABASE: neo4j!.database,
          NEO4J_VERSION: embedded.release.version,
          CHANCERY_HOME: path.relative(PROJECT, embedded.home),
        }).map(([name, value]) => [name, expect.objectContaining({ default: value })]),
      ),
    );
  });
});

describe('The guides', () => {
  test('have a page for every format that can be imported', () => {
    const linked = sectionOf(`\n${textOf('docs/guides/import/README.md')}`, 'What an import does');
    expect(linked).not.toBe('');
    const front = textOf('docs/guides/import/README.md');
    for (const format of Object.keys(IMPORTERS)) expect(front).toContain(`\`${format}\``);
  });
});

describe('The first hour', () => {
  test('names only types of events and regimes that exist', () => {
    const [, ...rows] = tableOf(
      sectionOf(textOf('docs/start/first-hour.md'), "From your words to Chancery's"),
    );
    const names = rows.flatMap(([, act = '', state = '', regime = '']) =>
      `${act} ${state} ${regime}`.match(/[A-Z_]{3,}/g),
    );
    const known = { ...EVENT_TYPES, ...REGIMES };
    expect(names.filter((name) => name === null || !Object.hasOwn(known, name))).toEqual([]);
    const regimes = rows.map(([, , , regime = '']) => regime).filter((regime) => regime !== '');
    expect(regimes.sort()).toEqual(Object.keys(REGIMES).sort());
  });
});

describe('CONTRIBUTING.md', () => {
  test('says why each runtime dependency is there, and no other', () => {
    const named = namesIn(sectionOf(textOf('CONTRIBUTING.md'), 'Dependencies'));
    expect(named.sort()).toEqual(Object.keys(settings.dependencies).sort());
  });

  test('has every room of src', async () => {
    const entries = await readdir(path.join(PROJECT, 'src'), { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => `src/${name}`);
    const rooms = namesIn(sectionOf(textOf('CONTRIBUTING.md'), 'The rooms'));
    expect(rooms.map((room) => /`(src\/\w+)`/.exec(room)?.[1])).toEqual(folders.sort());
  });

  test('names only files and folders that exist', () => {
    const named = [...textOf('CONTRIBUTING.md').matchAll(/`((?:src|tests|docs|seed|bench)\/[\w./-]+)`/g)];
    const missing = named
      .map(([, file = '']) => file)
      .filter((file) => !existsSync(path.join(PROJECT, file)));
    expect(named.length).toBeGreaterThan(20);
    expect(missing).toEqual([]);
  });
});
