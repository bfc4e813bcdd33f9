import { readConfig } from './program/config.ts';
import { noArguments } from './program/noArguments.ts';
import { openDatabase } from './program/openDatabase.ts';
import { runProgram } from './program/runProgram.ts';
import { rebuildView } from './loading/rebuildView.ts';

noArguments('npm run rebuild', 'Rebuilds the relationships from the events.');

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
