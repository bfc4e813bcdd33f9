import type { FastifyInstance } from 'fastify';
import type { Graph } from '../graph/graph.ts';
import { loadedDatasets } from '../queries/datasets.ts';
import type { RelationshipCopy } from './path/relationshipCopy.ts';

/**
 * `/healthz`: the process runs. `/readyz`: the database answers and holds a dataset; else 503 says which does not. It
 * also tells of the copy of all relationships: null until a question needs it.
 */
export function registerHealth(app: FastifyInstance, graph: Graph, copy: RelationshipCopy): void {
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const { ready, ...details } = await readiness(graph);
    return await reply
      .status(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : 'not ready', ...details, relationships: sizeOf(copy) });
  });
}

async function readiness(graph: Graph): Promise<{ ready: boolean; datasets?: string[]; reason?: string }> {
  try {
    const datasets = (await graph.read(loadedDatasets(), { timeoutMs: 2_000 })).map(({ id }) => id);
    return datasets.length > 0
      ? { ready: true, datasets }
      : { ready: false, reason: 'The graph holds no dataset yet.' };
  } catch (error) {
    return { ready: false, reason: error instanceof Error ? error.message : 'The database does not answer.' };
  }
}

function sizeOf({ loaded }: RelationshipCopy) {
  if (loaded === null) return null;
  const { edges, version, loadedInMs, bytes } = loaded;
  const earlierVersions = edges.until.size;
  return { count: edges.count - earlierVersions, earlierVersions, version, loadedInMs, bytes };
}
