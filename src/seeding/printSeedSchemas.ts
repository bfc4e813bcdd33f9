import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seedSchemas } from './seedSchemas.ts';

/** Writes `entities.schema.json` and the others into the folder, over what is there, for editors to read. */
export async function printSeedSchemas(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [section, schema] of Object.entries(seedSchemas())) {
    await writeFile(join(folder, `${section}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
  }
}
