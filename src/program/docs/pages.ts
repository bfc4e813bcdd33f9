import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { PROJECT } from '../config.ts';

/** Folders that hold nothing of the project's own, beside those whose names begin with a dot. */
const OTHERS = new Set(['node_modules', 'generated']);

/** Every Markdown page of the project, by its path from the project's folder. */
export async function pages(folder = ''): Promise<string[]> {
  const entries = await readdir(path.join(PROJECT, folder), { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const name = path.posix.join(folder, entry.name);
      if (entry.isDirectory())
        return entry.name.startsWith('.') || OTHERS.has(entry.name) ? [] : await pages(name);
      return name.endsWith('.md') ? [name] : [];
    }),
  );
  return found.flat().sort();
}
