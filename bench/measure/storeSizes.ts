import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** The contents of the files of Neo4j's record format, by the beginning of their names below the store's folder. */
const KINDS: readonly (readonly [kind: string, beginning: RegExp])[] = [
  ['nodes', /^neostore\.nodestore/],
  ['relationships', /^neostore\.relationship(store|groupstore)/],
  ['properties', /^neostore\.propertystore\.db(\.(arrays|strings))?$/],
  ['full-text indexes', /^schema\/index\/fulltext/],
  ['indexes', /^schema\/index\//],
];
const REST = 'the rest';

/** The bytes of a home's stopped store, by content. */
export async function storeSizes(home: string): Promise<Map<string, number>> {
  const store = path.join(home, 'data/databases/neo4j');
  const sizes = new Map([...KINDS.map(([kind]) => kind), REST].map((kind) => [kind, 0]));
  for (const entry of await readdir(store, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const kind = kindOf(path.relative(store, file));
    sizes.set(kind, (sizes.get(kind) ?? 0) + (await stat(file)).size);
  }
  return sizes;
}

function kindOf(file: string): string {
  return KINDS.find(([, beginning]) => beginning.test(file))?.[0] ?? REST;
}
