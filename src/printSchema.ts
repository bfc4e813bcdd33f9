import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { printedSchema } from './api/schema.ts';
import { browserStyle } from './program/browserStyle.ts';
import { PROJECT } from './program/config.ts';
import { noArguments } from './program/noArguments.ts';
import { SEED_FOLDER } from './program/readCorpus.ts';
import { printSeedSchemas } from './seeding/printSeedSchemas.ts';

noArguments('npm run schema', 'Writes the files that are derived from the code.');

/**
 * Writes the files of the repository that are derived from the code: the SDL, the schemas of seed files for editors,
 * and the style of Neo4j Browser.
 */
const file = path.join(PROJECT, 'schema/schema.graphql');
await writeFile(file, printedSchema());
await printSeedSchemas(path.join(SEED_FOLDER, 'schemas'));
await writeFile(path.join(PROJECT, 'docs/neo4j-browser.grass'), browserStyle());
const { status } = spawnSync('npm', ['--prefix', path.join(PROJECT, 'examples/client'), 'run', 'generate'], {
  stdio: 'inherit',
});
console.log(
  `Wrote ${path.relative(process.cwd(), file)}, the schemas in seed/schemas and docs/neo4j-browser.grass.`,
);
process.exitCode = status ?? 1;
