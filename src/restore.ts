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
  .showHelpAfterError('Options: npm run restore -- --help')
  .description('Restores the store of the embedded Neo4j from a backup. Stop the server first.')
  .argument('<file>', 'a backup written by `npm run backup`')
  .option('--replace', 'overwrite the existing store')
  .parse();

await runProgram(async () => {
  const file = path.resolve(command.args[0] ?? '');
  const store = embeddedStore('load');
  if (!existsSync(file))
    throw new ProgramError(`"${file}" does not exist. Name a file written by npm run backup.`);
  await loadStore({ ...store, replace: command.opts<{ replace?: true }>().replace === true }, file);
  console.log(`Restored: ${file}, to ${store.home}`);
  // Makes the constraints and indexes of this release, which an older backup may lack.
  await (await openDatabase(readConfig(), { onProgress: console.log })).close();
});
