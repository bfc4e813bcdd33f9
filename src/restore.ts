import { existsSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { readConfig } from './program/config.ts';
import { embeddedStore } from './program/embeddedStore.ts';
import { loadStore } from './embedded/storeDump.ts';
import { openDatabase } from './program/openDatabase.ts';
import { ProgramError } from './program/programError.ts';
import { runProgram } from './program/runProgram.ts';

const command = new Command('npm run restore --')
  .description("Makes the embedded Neo4j's store what a backup has. No server may run on it.")
  .argument('<file>', 'what `npm run backup` wrote')
  .option('--replace', 'lose the store that is there')
  .parse();

await runProgram(async () => {
  const file = path.resolve(command.args[0] ?? '');
  const store = embeddedStore('load');
  if (!existsSync(file)) throw new ProgramError(`${file}: there is no such file.`);
  await loadStore({ ...store, replace: command.opts<{ replace?: true }>().replace === true }, file);
  console.log(`Restored: ${file}, to ${store.home}`);
  // The constraints and indexes of this release, which a backup of an earlier one may lack.
  await (await openDatabase(readConfig(), { onProgress: console.log })).close();
});
