import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Graph } from '../graph/graph.ts';
import { loadedDatasets } from '../queries/datasets.ts';
import type { RelationshipSnapshot } from '../answers/snapshot.ts';

/**
 * `/healthz`: the process runs. `/readyz`: the database answers and holds a dataset; else 503 says which does not. It
 * also describes the snapshot of all relationships: null until a question needs it.
 */
export function registerHealth(app: FastifyInstance, graph: Graph, snapshot: RelationshipSnapshot): void {
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const { ready, ...details } = await readiness(graph);
    return await reply
      .status(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : 'not ready', ...details, relationships: sizeOf(snapshot) });
  });
}

/** Who asks whether the service is ready wants to know now. */
const READINESS_TIMEOUT_MS = 2_000;

/** A server that is halted answers nothing at all, not even that the time is over. */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  const late = setTimeout(READINESS_TIMEOUT_MS, null, { ref: false }).then(() => {
    throw new Error(`The database has not answered within ${READINESS_TIMEOUT_MS / 1_000} seconds.`);
  });
  return await Promise.race([answer, late]);
}

async function readiness(graph: Graph): Promise<{ ready: boolean; datasets?: string[]; reason?: string }> {
  try {
    const datasets = (await inTime(graph.read(loadedDatasets(), { timeoutMs: READINESS_TIMEOUT_MS }))).map(
      ({ id }) => id,
    );
    return datasets.length > 0
      ? { ready: true, datasets }
      : { ready: false, reason: 'The graph holds no dataset yet.' };
  } catch (error) {
    return { ready: false, reason: error instanceof Error ? error.message : 'The database does not answer.' };
  }
}

function sizeOf({ loaded }: RelationshipSnapshot) {
  if (loaded === null) return null;
  const { edges, version, loadedInMs, bytes } = loaded;
  const earlierVersions = edges.until.size;
  return { count: edges.count - earlierVersions, earlierVersions, version, loadedInMs, bytes };
}
