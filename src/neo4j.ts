import { readConfig } from './program/config.ts';
import { noArguments } from './program/noArguments.ts';
import { openDatabase } from './program/openDatabase.ts';
import { ProgramError } from './program/programError.ts';
import { runProgram } from './program/runProgram.ts';
import { untilStopped } from './program/untilStopped.ts';
import { welcome } from './program/welcome.ts';
import { loadedDatasets } from './queries/datasets.ts';

const EMPTY = `  The graph is empty. In another terminal with the same CHANCERY_HOME, load the corpus with \`npm run seed\`, or
  other files with \`npm run import -- FORMAT FILE\`.
`;

noArguments('npm run neo4j', 'Starts Neo4j without the service, until Ctrl-C.');

await runProgram(async () => {
  const config = readConfig();
  if (config.neo4j !== null)
    throw new ProgramError(
      `NEO4J_URI is "${config.neo4j.uri}", a Neo4j that runs already. Unset it to start one here.`,
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
