import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { embeddedStore } from './program/embeddedStore.ts';
import { makeFolder } from './embedded/makeFolder.ts';
import { dumpStore } from './embedded/storeDump.ts';
import { ProgramError } from './program/programError.ts';
import { runProgram } from './program/runProgram.ts';

const command = new Command('npm run backup --')
  .showHelpAfterError('Options: npm run backup -- --help')
  .description('Writes the store of the embedded Neo4j to a file. Stop the server first.')
  .argument('<file>', 'the file to write')
  .parse();

await runProgram(async () => {
  const file = path.resolve(command.args[0] ?? '');
  const store = embeddedStore('dump');
  if (existsSync(file)) throw new ProgramError(`"${file}" exists already. Name another file, or delete it.`);
  const into = await folderBeside(file);
  try {
    await dumpStore(store, into);
    await rename(path.join(into, 'neo4j.dump'), file);
  } finally {
    await rm(into, { recursive: true, force: true });
  }
  console.log(`Backed up: ${store.home}, to ${file} (${Math.ceil((await stat(file)).size / 1_000)} kB)`);
});

/** The folder in which the file is written, so that the file is either complete or missing. */
async function folderBeside(file: string): Promise<string> {
  try {
    await makeFolder(path.dirname(file));
    return await mkdtemp(`${file}-`);
  } catch (error) {
    throw new ProgramError(`"${file}" cannot be written: ${(error as Error).message}. Name another file.`);
  }
}
