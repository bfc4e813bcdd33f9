import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { SeedFault } from './seedFault.ts';
import { parseSeedFile } from './parseSeedFile.ts';
import type { Section, SeedFile } from './seedFile.ts';

/** The files of a seed folder that are YAML, in the order of their paths, and the faults. */
export interface Seeds {
  readonly files: readonly SeedFile[];
  readonly faults: readonly SeedFault[];
  /** Kinds with unreadable files, so that ids may be missing. */
  readonly unread: ReadonlySet<Section>;
}

/** Which section a file belongs to, by its path in the folder. */
const SECTIONS: readonly { section: Section; where: string; pattern: RegExp }[] = [
  { section: 'entities', where: 'entities/*.yaml', pattern: /^entities\/[^/]+\.yaml$/ },
  { section: 'sources', where: 'sources.yaml', pattern: /^sources\.yaml$/ },
  { section: 'events', where: 'events/*.yaml', pattern: /^events\/[^/]+\.yaml$/ },
  { section: 'ledger', where: 'ledger.yaml', pattern: /^ledger\.yaml$/ },
];

/** Reads every YAML file of a seed folder. An unreadable file is a fault. */
export async function readSeeds(folder: string): Promise<Seeds> {
  const files: SeedFile[] = [];
  const faults: SeedFault[] = [];
  const unread = new Set<Section>();
  const names = await yamlFilesOf(folder);
  for (const name of names) {
    const path = join(folder, name);
    const section = SECTIONS.find(({ pattern }) => pattern.test(name))?.section;
    if (section === undefined) {
      faults.push(misplaced(path));
      continue;
    }
    const read = parseSeedFile(section, path, await readFile(path, 'utf8'));
    faults.push(...read.faults);
    if (read.file === undefined) unread.add(section);
    else files.push(read.file);
  }
  for (const { section, where, pattern } of SECTIONS) {
    if (names.some((name) => pattern.test(name))) continue;
    unread.add(section);
    faults.push(missing(join(folder, where)));
  }
  return { files, faults, unread };
}

/** Paths in the folder, with slashes on every system. A folder that does not exist holds none. */
async function yamlFilesOf(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .map((name) => name.split(sep).join('/'))
    .filter((name) => /\.ya?ml$/.test(name))
    .toSorted();
}

function misplaced(file: string): SeedFault {
  const places = SECTIONS.map(({ where }) => where).join(', ');
  const message = 'no seeds are read from a file of this name and place';
  return { file, line: 1, column: 1, message, fix: `Move or rename it; seeds are ${places}.` };
}

function missing(file: string): SeedFault {
  const fix = 'Add it, or name the folder that holds the seeds.';
  return { file, line: 1, column: 1, message: 'there is no such file', fix };
}
