import path from 'node:path';
import { existsSync } from 'node:fs';
import { writeSet } from './generate/writeSet.ts';

/** Events to measure with, as files of a format that can be imported. */
export interface BenchSet {
  readonly name: string;
  /** The number of events; `null` for a set that is not generated. */
  readonly events: number | null;
  readonly format: 'jsonl' | 'icews14';
  /** Writes the files that are missing. */
  readonly files: (folder: string) => Promise<string[]>;
}

export function generatedSet(events: number, name = nameOf(events), seed = 1): BenchSet {
  return {
    name,
    events,
    format: 'jsonl',
    async files(folder) {
      const file = path.join(folder, `${name}.jsonl`);
      if (!existsSync(file)) await writeSet({ name, events, seed }, file);
      return [file];
    },
  };
}

export function icews14Set(folder: string): BenchSet {
  const files = ['facts.tsv', 'entities.tsv', 'relations.tsv'].map((name) => path.resolve(folder, name));
  return { name: 'icews14', events: null, format: 'icews14', files: () => Promise.resolve(files) };
}

/** `1e5` for 100,000. It is also the name of the dataset, so it has no sign. */
function nameOf(events: number): string {
  const exponent = Math.floor(Math.log10(events));
  return events === 10 ** exponent ? `1e${exponent}` : String(events);
}
