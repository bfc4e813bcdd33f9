import { type ConnectionSettings, Graph } from '../../src/graph/graph.ts';

/** Where the run's database is. */
export function testConnection(): ConnectionSettings {
  const connection = process.env.TEST_NEO4J;
  if (connection === undefined)
    throw new Error('Start tests with `npm test`: its set-up starts the database.');
  return JSON.parse(connection) as ConnectionSettings;
}

/** The run's database. Whoever opens it closes it. */
export function testGraph(): Graph {
  return new Graph(testConnection());
}
