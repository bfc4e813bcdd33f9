import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { SeedFault } from '../../src/seeding/seedFault.ts';
import { compileSeeds, type CompiledSeeds } from '../../src/seeding/compileSeeds.ts';

export const GOOD_SEEDS = 'tests/fixtures/seeds-small';

/** The texts of a seed folder's YAML files, by their paths in it. */
export type SeedTexts = ReadonlyMap<string, string>;

export async function goodTexts(): Promise<SeedTexts> {
  const names = (await readdir(GOOD_SEEDS, { recursive: true })).filter((name) => name.endsWith('.yaml'));
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, await readFile(join(GOOD_SEEDS, name), 'utf8')] as const),
    ),
  );
}

/** Calls with a folder that holds these files for as long as the call lasts. */
export async function withFolder<T>(texts: SeedTexts, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'chancery-seeds-'));
  try {
    for (const [name, text] of texts) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The outcome of compiling these files, with the faults' paths as seen from the folder. */
export function compileTexts(texts: SeedTexts): Promise<CompiledSeeds> {
  return withFolder(texts, async (folder) => {
    const compiled = await compileSeeds(folder, 'small');
    if (compiled.faults === undefined) return compiled;
    return { faults: compiled.faults.map((fault) => relativeTo(folder, fault)) };
  });
}

function relativeTo(folder: string, fault: SeedFault): SeedFault {
  return {
    ...fault,
    file: relative(folder, fault.file),
    message: fault.message.replaceAll(`${folder}/`, ''),
    fix: fault.fix.replaceAll(`${folder}/`, ''),
  };
}

/** One place of the good files, and what stands there instead. */
export interface Change {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export function changed(texts: SeedTexts, ...changes: readonly Change[]): SeedTexts {
  const result = new Map(texts);
  for (const { file, from, to } of changes) {
    const text = result.get(file);
    if (text?.split(from).length !== 2) throw new Error(`${file} must hold this once: ${from}`);
    result.set(
      file,
      text.replace(from, () => to),
    );
  }
  return result;
}
