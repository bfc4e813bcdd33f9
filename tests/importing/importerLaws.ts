import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from '@jest/globals';
import fc from 'fast-check';
import type { Importer, ImportInput, ImportPart } from '../../src/importing/importer.ts';

const folder = mkdtempSync(join(tmpdir(), 'chancery-import-'));
let files = 0;

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Writes a file for an importer to read; it is gone after the tests. */
export async function fileOf(content: string): Promise<string> {
  const file = join(folder, `${++files}.txt`);
  await writeFile(file, content);
  return file;
}

export const inputOf = (file: string, changes: Partial<ImportInput> = {}): ImportInput => ({
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
  return {
    rows: parts.reduce((sum, { rows }) => sum + rows, 0),
    entities: byId(parts.flatMap(({ entities }) => entities)),
    sources: byId(parts.flatMap(({ sources }) => sources)),
    events: parts.flatMap(({ events }) => events),
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
  expect(totalOf(parts)).toEqual(whole);
  for (const [index, { end }] of parts.entries()) {
    const rest = await partsOf(importer, { ...input, partRows, after: end });
    expect(totalOf([...parts.slice(0, index + 1), ...rest])).toEqual(whole);
  }
}

export const anyPartRows = fc.integer({ min: 1, max: 7 });
