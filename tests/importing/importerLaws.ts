import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from '@jest/globals';
import fc from 'fast-check';
import { Catalogue } from '../../src/record/catalogue.ts';
import type { Draft } from '../../src/record/draft.ts';
import type { Wording } from '../../src/record/fault.ts';
import { RECORD_RULES } from '../../src/record/rules/recordRules.ts';
import { type InputFile, openInputs } from '../../src/importing/rows/inputFile.ts';
import type { Importer, ImportInput, ImportPart } from '../../src/importing/importer.ts';

const folder = mkdtempSync(join(tmpdir(), 'chancery-import-'));
let files = 0;

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Writes a file for an importer to read; it is gone after the tests. */
export async function fileOf(content: string | Uint8Array): Promise<InputFile> {
  return inputFileOf(await pathOf(content));
}

export async function pathOf(content: string | Uint8Array, name = `${++files}.txt`): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

/** The file at a path, which is no archive. */
export async function inputFileOf(path: string): Promise<InputFile> {
  const [file] = (await openInputs([path])).files;
  if (file === undefined) throw new Error('An archive has no file.');
  return file;
}

export const inputOf = (file: InputFile, changes: Partial<ImportInput> = {}): ImportInput => ({
  files: [file],
  dataset: 'test',
  asIs: false,
  after: null,
  ...changes,
});

export async function partsOf(importer: Importer, input: ImportInput): Promise<ImportPart[]> {
  const parts: ImportPart[] = [];
  for await (const part of importer.parts(input)) parts.push(part);
  return parts;
}

/** The whole of one file's rows as one part. */
export async function wholeOf(
  importer: Importer,
  content: string,
  changes: Partial<ImportInput> = {},
): Promise<ImportPart> {
  const parts = await partsOf(importer, inputOf(await fileOf(content), { partRows: 1_000_000, ...changes }));
  expect(parts).toHaveLength(1);
  return parts[0]!;
}

/** What parts come to together, whatever they are; places without their file. */
function totalOf(parts: readonly ImportPart[]) {
  const skipped: Record<string, number> = {};
  for (const part of parts) {
    for (const [reason, count] of Object.entries(part.skipped)) {
      skipped[reason] = (skipped[reason] ?? 0) + count;
    }
  }
  // It depends on where parts are cut whether a row replaces one of its part or of the graph.
  delete skipped['replaced by a later row with the same key'];
  return {
    rows: parts.reduce((sum, { rows }) => sum + rows, 0),
    entities: byId(parts.flatMap(({ entities }) => entities)),
    sources: byId(parts.flatMap(({ sources }) => sources)),
    events: [...new Map(parts.flatMap(({ events }) => events).map((event) => [event.id, event])).values()],
    joining: parts.flatMap(({ joining = [] }) => joining),
    skipped,
    faults: parts.flatMap(({ faults }) => faults),
  };
}

function byId<T extends { id: string }>(records: readonly T[]): Record<string, T> {
  const all: Record<string, T> = {};
  for (const record of records) {
    // Every part must bring the same record of one thing.
    if (all[record.id] !== undefined) expect(record).toEqual(all[record.id]);
    all[record.id] = record;
  }
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whatever the events of a part refer to is in it. */
export function expectWhole({ entities, sources, events }: ImportPart): void {
  const known = new Set([...entities, ...sources].map(({ id }) => id));
  for (const { participants, reports } of events) {
    for (const { entity } of participants) expect(known).toContain(entity);
    for (const { source } of reports) expect(known).toContain(source);
  }
  for (const { partOf } of entities) if (partOf !== null) expect(known).toContain(partOf);
}

/** What the parts come to together keeps the rules of records. */
export function expectRulesKept(parts: readonly ImportPart[]): void {
  const { entities, sources } = totalOf(parts);
  const events = new Map(parts.flatMap((part) => part.events).map((event) => [event.id, event]));
  const drafts = {
    entities: Object.values(entities).map((record) => ({ record, path: [record.id] })),
    sources: Object.values(sources).map((record) => ({ record, path: [record.id] })),
    events: [...events.values()].map((record) => ({ record, path: [record.id] })),
  };
  const catalogues = {
    entities: catalogueOf('entity', drafts.entities),
    sources: catalogueOf('source', drafts.sources),
    events: catalogueOf('event', drafts.events),
  };
  expect(RECORD_RULES.flatMap((rule) => [...rule(drafts, catalogues, WORDING)])).toEqual([]);
}

function catalogueOf<D extends Draft<{ readonly id: string }>>(noun: string, drafts: readonly D[]) {
  const catalogue = new Catalogue<D>(noun);
  for (const draft of drafts) catalogue.add(draft);
  return catalogue;
}

const WORDING: Wording = {
  id: (id) => id,
  field: (name) => name,
  place: (path) => path.join('.'),
  missing: (noun, id) => ({ message: `there is no ${noun} ${id}`, fix: '' }),
};

/** The size of parts, and whether reading goes on after one of them, change nothing of what a file comes to. */
export async function expectSameInParts(
  importer: Importer,
  content: string,
  partRows: number,
  changes: Partial<ImportInput> = {},
): Promise<void> {
  const input = inputOf(await fileOf(content), changes);
  const whole = totalOf(await partsOf(importer, { ...input, partRows: 1_000_000 }));
  const parts = await partsOf(importer, { ...input, partRows });
  parts.forEach(expectWhole);
  expectRulesKept(parts);
  expect(totalOf(parts)).toEqual(whole);
  for (const [index, { end }] of parts.entries()) {
    const rest = await partsOf(importer, { ...input, partRows, after: end });
    expect(totalOf([...parts.slice(0, index + 1), ...rest])).toEqual(whole);
  }
}

export const anyPartRows = fc.integer({ min: 1, max: 7 });
