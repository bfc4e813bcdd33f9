import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { IMPORTERS } from '../../src/importing/importers.ts';
import type { Importer, ImportPart } from '../../src/importing/importer.ts';
import { jsonl } from '../../src/importing/jsonl/jsonlImporter.ts';
import { PLOVER_EVENTS } from '../../src/importing/polecat/ploverEvents.ts';
import type { InputFile } from '../../src/importing/rows/inputFile.ts';
import { declarationOf, EVENT_TYPE_NAMES } from '../../src/ontology/lookups.ts';
import { ENTITY } from '../../src/record/entity.ts';
import { EVENT } from '../../src/record/event.ts';
import { SOURCE } from '../../src/record/source.ts';
import { stated } from '../../src/record/attribute.ts';
import { fixtureFiles } from './fixtureFiles.ts';
import { type GdeltColumns, gdelt2Row, gdeltRow } from './gdeltRows.ts';
import { importAll } from './importAll.ts';
import { expectRulesKept, fileOf, wholeOf } from './importerLaws.ts';
import { polecatFile, polecatRow } from './polecatRows.ts';

/** The records come back from lines as they were. */
async function expectReadAsJsonl(parts: readonly ImportPart[], { coding }: Importer): Promise<void> {
  const lines = parts.flatMap(({ entities, sources, events }) => [
    ...entities.map((entity) => ({ entity: stated(ENTITY, entity) })),
    ...sources.map((source) => ({ source: stated(SOURCE, source) })),
    ...events.map((event) => ({ event: stated(EVENT, event) })),
  ]);
  const distinct = [...new Set(lines.map((line) => JSON.stringify(line)))];
  const read = await wholeOf(jsonl, distinct.join('\n'), { coding });
  expect(read.faults).toEqual([]);
  expect(read.events).toEqual(parts.flatMap(({ events }) => events));
}

test.each(Object.entries(IMPORTERS))(
  'what the importer of %s makes keeps the rules of records, and can be read as jsonl',
  async (format, importer) => {
    const files = (await fixtureFiles())[format] ?? [];
    const parts = await importAll(importer, files);
    expect(parts.flatMap(({ events }) => events)).not.toEqual([]);
    expectRulesKept(parts);
    if (format !== 'gdelt2') await expectReadAsJsonl(parts, importer);
  },
);

/** Countries of today, one that is no more, and one that not all recognize. */
const COUNTRIES = ['NOR', 'SUN', 'YUG', 'KSV'];

const DECLARED = EVENT_TYPE_NAMES.map(declarationOf);
const CAMEO_CODES = DECLARED.flatMap(({ cameo }) => Object.keys(cameo)).map((code) =>
  code.length < 3 ? `${code}0` : code,
);
const PLOVER_CODES = [...PLOVER_EVENTS, ...DECLARED.flatMap(({ plover = {} }) => Object.keys(plover))];

const CODED_FILES: Readonly<Record<string, () => Promise<InputFile>>> = {
  gdelt: () => fileOf(CAMEO_CODES.map((code, i) => gdeltRow(gdeltColumns(code, i))).join('\n')),
  gdelt2: () => fileOf(CAMEO_CODES.map((code, i) => gdelt2Row(gdeltColumns(code, i))).join('\n')),
  icews: async () => {
    const [file] = (await fixtureFiles()).icews ?? [];
    const [headings = ''] = (await readFile(file!.name, 'utf8')).split('\n');
    return fileOf([headings, ...CAMEO_CODES.map(icewsRow)].join('\n'));
  },
  polecat: () => fileOf(polecatFile(...PLOVER_CODES.map(polecatRowOf))),
};

test.each(Object.entries(CODED_FILES))(
  'every code that %s may have gives an event that can be read as jsonl',
  async (format, file) => {
    const importer = IMPORTERS[format]!;
    const parts = await importAll(importer, [await file()]);
    expect(parts.flatMap(({ faults }) => faults)).toEqual([]);
    const types = new Set(parts.flatMap(({ events }) => events.map(({ type }) => type)));
    expect(types).toContain('ANNOUNCED_INTENTION');
    await expectReadAsJsonl(parts, importer);
  },
);

function gdeltColumns(code: string, i: number): GdeltColumns {
  return {
    ...{ GLOBALEVENTID: String(1000 + i), EventCode: code, EventRootCode: code.slice(0, 2) },
    Actor1Code: COUNTRIES[i % COUNTRIES.length]!,
  };
}

function icewsRow(code: string, i: number): string {
  const source = ['Norway', 'Soviet Union', 'Yugoslavia', 'Kosovo'][i % 4];
  return `${1000 + i},2001-01-01,${source},,${source},"Words",${code},1,Nauru,,Nauru,11,2,Gazette,Funafuti,,,Tuvalu,,,2001,200101`;
}

function polecatRowOf(code: string, i: number): string {
  const [event = '', mode = 'None'] = code.split(':');
  const name = { NOR: 'Norway', SUN: 'Soviet Union', YUG: 'Yugoslavia', KSV: 'Kosovo' }[COUNTRIES[i % 4]!]!;
  return polecatRow({
    ...{ 'Event ID': `a${i}`, 'Event Type': event, 'Event Mode': mode },
    ...{ 'Actor Name': name, 'Actor Country': COUNTRIES[i % 4]!, 'Actor COW': 'None' },
  });
}
