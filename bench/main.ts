import { runProgram } from '../src/runProgram.ts';
import { withBench } from './openBench.ts';
import { readOptions, timingOf } from './options.ts';
import { timeOperations } from './sections/operations.ts';
import { generatedSet, icews14Set } from './sets.ts';
import { openStore } from './store.ts';

await runProgram(async () => {
  const options = readOptions();
  const sets = [
    ...(options.icews14 === undefined ? [] : [icews14Set(options.icews14)]),
    ...options.sets.map((events) => generatedSet(events)),
  ];
  for (const set of sets) {
    const say = (line: string): void => {
      console.log(`${set.name}: ${line}`);
    };
    const database = await openStore(set, options.home, say);
    try {
      await withBench(database, { set: set.name, say, ...timingOf(options) }, async (bench) => {
        await timeOperations(bench);
      });
    } finally {
      await database.close();
    }
  }
});
