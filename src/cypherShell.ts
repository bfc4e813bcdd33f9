import { fileNamed, readConfig } from './program/config.ts';
import { cypherShell } from './embedded/shellProcess.ts';
import { EmbeddedError } from './embedded/embeddedError.ts';
import { openDatabase } from './program/openDatabase.ts';
import { ProgramError } from './program/programError.ts';
import { shellArguments } from './program/shellArguments.ts';
import { currentVersion } from './queries/contentVersion.ts';
import { foresee } from './program/statementNotices.ts';
import { runProgram } from './program/runProgram.ts';

const NO_ROWS = 'No rows. (An unknown id is not an error, so check the spelling.)';
const NO_DATA =
  'The graph is empty. Load the corpus with `npm run seed`, or other files with `npm run import -- FORMAT FILE`.';

const READ_ONLY = 'The shell only reads. To write, start it with `npm run cypher -- --write`.';
const WRITES =
  'The statement writes, and the shell only reads. To write, add --write: `npm run cypher -- --write "…"`. Reports belong into seed files or imports: what you write into the view is gone after `npm run rebuild`.';

// `npm run cypher -- "MATCH …"`: all arguments but --write are those of cypher-shell. Only its answer goes to standard
// output.
await runProgram(async () => {
  const config = readConfig();
  const given = await shellArguments(process.argv.slice(2));
  const run = await found(config);
  const database = await openDatabase(config, { onProgress: console.error, readOnly: true });
  // Ctrl-C is for the shell, where it ends a statement.
  const ignore = (): void => undefined;
  process.on('SIGINT', ignore);
  try {
    const [held] = await database.graph.read(currentVersion());
    const isEmpty = held?.version[0] === 0;
    if (isEmpty) console.error(NO_DATA);
    if (given.script === null && !given.canWrite) console.error(READ_ONLY);
    // In an empty graph every name is unknown.
    if (given.script !== null && !isEmpty) {
      const { writes, notices } = await foresee(database.graph, given.script);
      if (writes && !given.canWrite) throw new ProgramError(WRITES);
      for (const notice of notices) console.error(notice);
    }
    const { code, answered } = await run(database.connection, { ...given, folder: fileNamed('') });
    if (code === 0 && !answered && !given.canWrite) console.error(NO_ROWS);
    process.exitCode = code;
  } finally {
    process.off('SIGINT', ignore);
    await database.close();
  }
});

async function found({ embedded, environment, neo4j }: ReturnType<typeof readConfig>) {
  try {
    return await cypherShell({
      ...embedded,
      env: environment,
      onProgress: ({ message }) => {
        console.error(message);
      },
    });
  } catch (error) {
    if (!(error instanceof EmbeddedError) || neo4j === null) throw error;
    throw new ProgramError(
      `${error.message.split('\n').slice(0, -1).join('\n')}\ncypher-shell is a Java program that Maven fetches, whichever Neo4j it talks to. Install both, or use the shell that comes with the Neo4j at ${neo4j.uri}.`,
    );
  }
}
