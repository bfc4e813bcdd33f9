import type { Graph } from './graph.ts';

/** Runs the statements of a Cypher script: each ends with a semicolon at the end of its line; `//` lines are comments. */
export async function applySchema(graph: Graph, script: string): Promise<void> {
  for (const text of statementsOf(script)) await graph.command({ text, parameters: {} });
  await graph.command({ text: 'CALL db.awaitIndexes(300)', parameters: {} });
}

function statementsOf(script: string): string[] {
  return script
    .replace(/^\s*\/\/.*$/gm, '')
    .split(/;\s*$/m)
    .map((text) => text.trim())
    .filter((text) => text !== '');
}
