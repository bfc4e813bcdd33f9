import { existsSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { RelationshipSnapshot } from '../src/answers/snapshot.ts';
import { type Config, readConfig } from '../src/program/config.ts';
import { cypher } from '../src/cypher/cypher.ts';
import { statement } from '../src/cypher/statement.ts';
import { openDatabase } from '../src/program/openDatabase.ts';
import { ProgramError } from '../src/program/programError.ts';
import { runProgram } from '../src/program/runProgram.ts';
import { sizeTable } from './report/sizeTable.ts';
import { storeSizes } from './measure/storeSizes.ts';

const homes = new Command('npm run bench:sizes --')
  .description('Prints what a store and the snapshot of its relationships take, for each event.')
  .argument('<home...>', 'the folders of embedded stores')
  .showHelpAfterError()
  .parse().args;

await runProgram(async () => {
  for (const home of homes) {
    if (!existsSync(path.join(home, 'data/databases/neo4j')))
      throw new ProgramError(`"${home}" holds no store. Name the CHANCERY_HOME of one that was started.`);
    const counted = await countIn(path.resolve(home));
    // Everything is in the store's own files only when the server has stopped.
    console.log(`${home}\n\n${sizeTable(counted, await storeSizes(path.resolve(home)))}\n`);
  }
});

async function countIn(home: string) {
  const config: Config = { ...readConfig(), neo4j: null };
  const database = await openDatabase(
    { ...config, embedded: { ...config.embedded, home } },
    { onProgress: () => undefined, readOnly: true },
  );
  try {
    const { bytes, edges } = await new RelationshipSnapshot(database.graph).get();
    const [row] = await database.graph.read(counts());
    if (row === undefined || row.events === 0) throw new ProgramError(`${home} holds no events.`);
    return { ...row, edges: edges.count, snapshotBytes: bytes };
  } finally {
    await database.close();
  }
}

function counts() {
  return statement<{ events: number; nodes: number; relationships: number }>(cypher`
RETURN COUNT { (:Event) } AS events, COUNT { () } AS nodes, COUNT { ()-->() } AS relationships`);
}
