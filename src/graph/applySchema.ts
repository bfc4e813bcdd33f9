import { schemaStatements } from '../cypher/schemaScript.ts';
import type { Graph } from './graph.ts';

/** Makes the constraints and indexes of a schema script that are not there, and waits until they serve. */
export async function applySchema(graph: Pick<Graph, 'command'>, script: string): Promise<void> {
  for (const statement of schemaStatements(script)) await graph.command(statement);
}
