import { readConfig } from './config.ts';
import { openDatabase } from './program/openDatabase.ts';
import { runProgram } from './program/runProgram.ts';
import { untilStopped } from './program/untilStopped.ts';
import { welcome } from './program/welcome.ts';

await runProgram(async () => {
  const database = await openDatabase(readConfig(), { onProgress: console.log });
  try {
    console.log(welcome(database));
    await untilStopped(database);
  } finally {
    await database.close();
  }
});
