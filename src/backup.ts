import { existsSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { embeddedStore } from './program/embeddedStore.ts';
import { dumpStore } from './embedded/storeDump.ts';
import { ProgramError } from './program/programError.ts';
import { runProgram } from './program/runProgram.ts';

const command = new Command('npm run backup --')
  .description("Writes the embedded Neo4j's store into a file. No server may run on it.")
  .argument('<file>', 'the file to write')
  .parse();

await runProgram(async () => {
  const file = path.resolve(command.args[0] ?? '');
  const store = embeddedStore('dump');
  if (existsSync(file))
    throw new ProgramError(`${file} is there already. Name another file, or take it away.`);
  await mkdir(path.dirname(file), { recursive: true });
  await dumpStore(store, file);
  console.log(`Backed up: ${store.home}, to ${file} (${Math.ceil((await stat(file)).size / 1_000)} kB)`);
});
