import path from 'node:path';
import { RelationshipSnapshot } from '../src/answers/snapshot.ts';
import { type Config, readConfig } from '../src/program/config.ts';
import { cypher } from '../src/cypher/cypher.ts';
import { statement } from '../src/cypher/statement.ts';
import { openDatabase } from '../src/program/openDatabase.ts';
import { ProgramError } from '../src/program/programError.ts';
import { runProgram } from '../src/program/runProgram.ts';
import { sizeTable } from './report/sizeTable.ts';
import { storeSizes } from './measure/storeSizes.ts';

/** Prints the sizes per event of the stores of homes on disk, and of their snapshots of relationships in memory. */
await runProgram(async () => {
  const homes = process.argv.slice(2);
  if (homes.length === 0) throw new ProgramError('Name the homes: npm run bench:sizes -- HOME…');
  for (const home of homes) {
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
