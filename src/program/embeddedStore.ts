import { readConfig } from './config.ts';
import type { Neo4jOptions } from '../embedded/findNeo4j.ts';
import { ProgramError } from './programError.ts';

/** The store of the embedded Neo4j. @throws ProgramError if NEO4J_URI names another Neo4j, whose files are elsewhere */
export function embeddedStore(subcommand: 'dump' | 'load'): Neo4jOptions {
  const { neo4j, embedded, environment } = readConfig();
  if (neo4j !== null)
    throw new ProgramError(
      `NEO4J_URI names a Neo4j of your own. Run neo4j-admin database ${subcommand} on its machine, or unset NEO4J_URI to use the embedded Neo4j.`,
    );
  const { home, release, cache } = embedded;
  return {
    ...{ home, release, cache, env: environment },
    onProgress: ({ message, done }) => {
      console.log(done === undefined ? message : `${message} (${done})`);
    },
  };
}
