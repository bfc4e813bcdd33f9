import { readConfig } from './config.ts';
import { openDatabase } from './openDatabase.ts';
import { runProgram } from './runProgram.ts';
import { untilStopped } from './untilStopped.ts';
import { welcome } from './welcome.ts';

await runProgram(async () => {
  const database = await openDatabase(readConfig(), { onProgress: console.log });
  try {
    console.log(welcome(database));
    await untilStopped(database);
  } finally {
    await database.close();
  }
});
