import { readConfig } from './program/config.ts';
import { openDatabase } from './program/openDatabase.ts';
import { ProgramError } from './program/programError.ts';
import { runProgram } from './program/runProgram.ts';
import { untilStopped } from './program/untilStopped.ts';
import { welcome } from './program/welcome.ts';
import { loadedDatasets } from './queries/datasets.ts';

const EMPTY = `  The graph holds no data yet. In another terminal, with the same CHANCERY_HOME: \`npm run seed\` loads the corpus,
  \`npm run import -- FORMAT FILE\` files of the field.
`;

await runProgram(async () => {
  const config = readConfig();
  if (config.neo4j !== null)
    throw new ProgramError(
      `NEO4J_URI names a Neo4j that runs already, ${config.neo4j.uri}. Unset it to start one here.`,
    );
  const database = await openDatabase(config, { onProgress: console.log });
  try {
    console.log(welcome(database));
    if ((await database.graph.read(loadedDatasets())).length === 0) console.log(EMPTY);
    await untilStopped(database);
  } finally {
    await database.close();
  }
});
