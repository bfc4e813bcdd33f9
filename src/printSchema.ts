import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { printedSchema } from './api/schema.ts';
import { PROJECT } from './config.ts';
import { SEED_FOLDER } from './readCorpus.ts';
import { printSeedSchemas } from './seeding/printSeedSchemas.ts';

/** Writes what is derived from the code and kept in the repository: the SDL, and the schemas of seed files for editors. */
const file = path.join(PROJECT, 'schema/schema.graphql');
await writeFile(file, printedSchema());
await printSeedSchemas(path.join(SEED_FOLDER, 'schemas'));
console.log(`Wrote ${path.relative(process.cwd(), file)} and the schemas of the seed files.`);
