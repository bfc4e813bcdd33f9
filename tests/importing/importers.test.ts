import { expect, test } from '@jest/globals';
import { IMPORTERS } from '../../src/importing/importers.ts';
import { jsonl } from '../../src/importing/jsonl/jsonlImporter.ts';
import { fixtureFiles } from './fixtureFiles.ts';
import { importAll } from './importAll.ts';
import { expectRulesKept, wholeOf } from './importerLaws.ts';

test.each(Object.entries(IMPORTERS))(
  'what the importer of %s makes keeps the rules of records, and can be read as jsonl',
  async (format, importer) => {
    const files = (await fixtureFiles())[format] ?? [];
    const parts = await importAll(importer, files);
    expect(parts.flatMap(({ events }) => events)).not.toEqual([]);
    expectRulesKept(parts);
    const lines = parts.flatMap(({ entities, sources, events }) => [
      ...entities.map((entity) => ({ entity })),
      ...sources.map((source) => ({ source })),
      ...events.map((event) => ({ event })),
    ]);
    const distinct = [...new Set(lines.map((line) => JSON.stringify(line)))];
    expect((await wholeOf(jsonl, distinct.join('\n'))).faults).toEqual([]);
  },
);
