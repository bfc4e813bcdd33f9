import { readConfig } from './program/config.ts';
import { openDatabase } from './program/openDatabase.ts';
import { runProgram } from './program/runProgram.ts';
import { rebuildView } from './loading/rebuildView.ts';

await runProgram(async () => {
  const database = await openDatabase(readConfig(), { onProgress: console.log });
  try {
    const events = await rebuildView(database.graph, (done) => {
      console.log(`${done} events`);
    });
    console.log(`Rebuilt the view: ${events} events.`);
  } finally {
    await database.close();
  }
});
