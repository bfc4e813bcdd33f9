import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { MAX_CHANGES } from '../../api/changes/change.input.ts';
import { OPERATION_TIMEOUT_MS } from '../../answers/reader.ts';
import { ERROR_CODES } from '../../api/errors.ts';
import { MAX_SEARCH_LENGTH } from '../../api/event/event.input.ts';
import { MAX_LIST_LENGTH } from '../../api/argumentChecks.ts';
import { BASE_COST, MAX_COMPLEXITY, MAX_DEPTH, TYPICAL_LIST } from '../../http/limits.ts';
import { MAX_REQUEST_BYTES, MAX_TOKENS } from '../../http/server.ts';
import { DEFAULT_PAGE, MAX_PAGE_SIZE } from '../../api/connection.ts';
import { printedSchema } from '../../api/schema.ts';
import { MAX_HOPS, MAX_PATHS } from '../../api/path/path.input.ts';
import { type ExportOptions, FLAGS } from '../../exporting/exporter.ts';
import { EXPORTERS } from '../../exporting/exporters.ts';
import { DEFAULT_READ_TIMEOUT_MS } from '../../graph/graph.ts';
import { IMPORTERS } from '../../importing/importers.ts';
import { declarationOf, EVENT_TYPE_NAMES } from '../../ontology/lookups.ts';
import { modesTaking, PATH_MODES } from '../../paths/pathModes.ts';
import { PROJECT } from '../config.ts';
import { SETTINGS } from '../settings.ts';
import { welcome } from '../welcome.ts';
import { eventTypeTable, regimeTable } from './eventTypeTable.ts';
import type { Printers } from './fillPage.ts';
import { fenced, table } from './markdown.ts';
import { propertyTable } from './propertyTables.ts';

/** What follows from tables and constants of the code. */
export const DECLARED: Printers = {
  limits: () => limits(),
  costs: () => costs(),
  error: (code) => errorMeaning(code),
  settings: () => settings(),
  welcome: () => fenced('', WELCOME),
  rooms: () => rooms(),
  regimes: () => regimeTable(),
  'event-types': () => eventTypeTable(),
  properties: (heading) => propertyTable(heading, false),
  housekeeping: (heading) => propertyTable(heading, true),
  'import-formats': () =>
    table(
      ['format', 'files', 'is'],
      Object.entries(IMPORTERS).map(([name, { files, description }]) => [
        code(name),
        code(files),
        description,
      ]),
    ),
  'plover-events': () =>
    table(
      ['event of PLOVER', 'event type', 'closeness'],
      EVENT_TYPE_NAMES.flatMap((type) =>
        Object.entries(declarationOf(type).plover ?? {}).map(([plover, closeness]) => [
          code(plover),
          code(type),
          closeness,
        ]),
      ),
    ),
  'export-formats': () =>
    table(
      ['format', 'is'],
      Object.entries(EXPORTERS).map(([name, { description }]) => [code(name), description]),
    ),
  'export-options': () => exportOptions(),
  'import-terms': () =>
    table(
      ['format', 'licence', 'origin'],
      Object.entries(IMPORTERS).map(([name, { terms = {} }]) => [
        code(name),
        terms.license ?? 'not stated',
        terms.origin ?? 'not stated',
      ]),
    ),
  'urql-keys': () => fenced('ts', urqlKeys()),
  file: async (name) => fenced(path.extname(name).slice(1), await readFile(path.join(PROJECT, name), 'utf8')),
};

const WELCOME = welcome(
  {
    connection: { uri: 'bolt://127.0.0.1:7687', user: 'neo4j', password: '…', database: 'neo4j' },
    browserUrl: 'http://127.0.0.1:7474/browser/',
    startedHere: true,
  },
  'http://127.0.0.1:4000',
);

const code = (text: string): string => `\`${text}\``;
const errors = (...codes: readonly (keyof typeof ERROR_CODES)[]): string =>
  codes.map((name) => `[\`${name}\`](errors.md#${name.toLowerCase()})`).join(', ');
const number = (value: number): string => value.toLocaleString('en');
const seconds = (ms: number): string => `${ms / 1_000} s`;

function limits(): string {
  const hopBound = modesTaking('maxHops').map(code).join(' and ');
  return table(
    ['what', 'maximum', 'beyond it'],
    [
      ['levels of an operation', number(MAX_DEPTH), errors('TOO_DEEP')],
      ['values that an operation may ask for', number(MAX_COMPLEXITY), errors('TOO_COMPLEX')],
      [`rows of a page (${DEFAULT_PAGE} by default)`, number(MAX_PAGE_SIZE), errors('BAD_USER_INPUT')],
      ['values of a list in an argument', number(MAX_LIST_LENGTH), errors('BAD_USER_INPUT')],
      ['characters of a search', number(MAX_SEARCH_LENGTH), errors('BAD_USER_INPUT')],
      [`hops (\`maxHops\` of ${hopBound})`, number(MAX_HOPS), errors('BAD_USER_INPUT')],
      ['paths (`limit` of `paths`)', number(MAX_PATHS), errors('BAD_USER_INPUT')],
      ['changes (`limit` of `changes`)', number(MAX_CHANGES), errors('BAD_USER_INPUT')],
      ['body of a request', `${MAX_REQUEST_BYTES / 1024} KB`, `${errors('BAD_REQUEST')} (HTTP 413)`],
      ['tokens of a document', number(MAX_TOKENS), errors('TOO_COMPLEX')],
      ['time of a statement in the database', seconds(DEFAULT_READ_TIMEOUT_MS), errors('TIMEOUT')],
      ['time after which no field of an operation begins', seconds(OPERATION_TIMEOUT_MS), errors('TIMEOUT')],
    ],
  );
}

/** Which format uses which option, and which refuses it. */
function exportOptions(): string {
  const formats = Object.entries(EXPORTERS);
  const flags = Object.entries(FLAGS) as [keyof ExportOptions, string][];
  const rows = flags.map(([option, flag]) => [
    code(flag),
    ...formats.map(([, { without }]) => (without[option] === undefined ? 'used' : 'error')),
  ]);
  const stances = formats.map(([, { refuses }]) =>
    (refuses?.({ stances: ['DENIES'] }) ?? null) === null ? 'used' : 'error',
  );
  return table(
    ['option', ...formats.map(([name]) => code(name))],
    [
      ...rows,
      ['`--stances` with more than `AFFIRMS`', ...stances],
      ['all other filters', ...formats.map(() => 'used')],
    ],
  );
}

/** What counts for more than one value a row. */
function costs(): string {
  const modes = Object.entries(PATH_MODES)
    .filter(([, { cost }]) => cost > 0)
    .map(([mode, { cost }]) => [`each path of ${code(mode)}, in addition`, number(cost)]);
  const rows = Object.entries(BASE_COST).map(([field, cost]) => [code(field), number(cost)]);
  return table(
    ['field', 'values'],

    [['a list without pages, as rows', number(TYPICAL_LIST)], ...rows, ...modes],
  );
}

function errorMeaning(name: string): string {
  const found = Object.entries(ERROR_CODES).find(([each]) => each === name);
  if (found === undefined) throw new Error(`Unknown error code "${name}".`);
  return found[1];
}

function settings(): string {
  return table(
    ['variable', 'default', 'is'],
    Object.entries(SETTINGS).map(([name, { default: usual, description }]) => [
      code(name),
      usual === undefined ? 'none' : code(usual),
      description,
    ]),
  );
}

/** Types without an id, which urql's cache keeps where they were asked for. It knows those of Relay by their names. */
function urqlKeys(): string {
  const types = [...printedSchema().matchAll(/^type (\w+).*? \{\n(.*?)^\}/gms)];
  const embedded = types
    .filter(([, , fields = '']) => !/^ {2}id: ID!$/m.test(fields))
    .map(([, name = '']) => name)
    .filter((name) => !/^Query$|^PageInfo$|(Connection|Edge)$/.test(name));
  return `const embedded = () => null;

export const keys = {
${embedded
  .sort()
  .map((name) => `  ${name}: embedded,`)
  .join('\n')}
};`;
}

/** Each folder of `src` with the first sentence of its own README. */
async function rooms(): Promise<string> {
  const entries = await readdir(path.join(PROJECT, 'src'), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const rows = await Promise.all(
    folders
      .sort()
      .map(async (name) => [`[\`src/${name}\`](src/${name}/README.md)`, await firstSentence(name)]),
  );
  return table(['room', 'is'], rows);
}

async function firstSentence(folder: string): Promise<string> {
  const text = await readFile(path.join(PROJECT, 'src', folder, 'README.md'), 'utf8');
  return (
    text
      .replaceAll('\n', ' ')
      .split(/(?<=\.)\s/)[0]
      ?.trim() ?? ''
  );
}
