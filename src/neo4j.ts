import { readConfig } from './config.ts';
import { openDatabase } from './openDatabase.ts';
import { runProgram } from './runProgram.ts';
import { untilStopped } from './untilStopped.ts';
import { welcome } from './welcome.ts';

await runProgram(async () => {
  const database = await openDatabase(readConfig(), (message) => {
    console.log(message);
  });
  console.log(welcome(database));
  await untilStopped(database);
  await database.close();
});
