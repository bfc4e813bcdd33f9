import { schemaStatements } from '../cypher/schemaScript.ts';
import type { Graph } from './graph.ts';

/** Makes the missing constraints and indexes of a schema script, and waits until they are online. */
export async function applySchema(graph: Pick<Graph, 'command'>, script: string): Promise<void> {
  for (const statement of schemaStatements(script)) await graph.command(statement);
}
