import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createServer } from '../../http/server.ts';
import { scriptStatement } from '../../cypher/scriptStatement.ts';
import type { Graph } from '../../graph/graph.ts';
import { PROJECT } from '../config.ts';
import type { Printers } from './fillPage.ts';
import { fenced, table } from './markdown.ts';

/** The questions of `docs/examples` and `docs/cypher`, and what the service and the database answer on this graph. */
export function answers(graph: Graph): Printers {
  return {
    question: async (name) => fenced('graphql', await example(name)),
    answer: async (name) => fenced('json', JSON.stringify(await answerTo(graph, await example(name)))),
    script: async (name) => fenced('cypher', await script(name)),
    rows: async (name) => await rowsOf(graph, await script(name)),
  };
}

const example = (name: string): Promise<string> => textOf(`docs/examples/${name}.graphql`);
const script = (name: string): Promise<string> => textOf(`docs/cypher/${name}.cypher`);

function textOf(file: string): Promise<string> {
  return readFile(path.join(PROJECT, file), 'utf8');
}

/** As a client gets it: through the whole service, only without a connection. */
async function answerTo(graph: Graph, query: string): Promise<unknown> {
  const faults: Error[] = [];
  const service = await createServer({ graph, tabs: [], onFault: (fault) => faults.push(fault) });
  try {
    const response = await service.inject({ method: 'POST', url: '/graphql', payload: { query } });
    const { data, errors } = response.json<{ data?: unknown; errors?: unknown }>();
    if (errors === undefined) return data;
    throw new Error(`${query}\n${JSON.stringify(errors)}`, { cause: faults[0] });
  } finally {
    await service.close();
  }
}

async function rowsOf(graph: Graph, text: string): Promise<string> {
  const rows = await graph.read(scriptStatement(text));
  const [first] = rows;
  if (first === undefined) throw new Error(`No rows:\n${text}`);
  return table(
    Object.keys(first),
    rows.map((row) => Object.values(row).map(cellOf)),
  );
}

/** Lists are joined, and null is empty; numbers, dates and truths each have a text of their own. */
function cellOf(value: unknown): string {
  if (value === null) return '';
  return Array.isArray(value) ? value.map(cellOf).join('; ') : (value as { toString(): string }).toString();
}
