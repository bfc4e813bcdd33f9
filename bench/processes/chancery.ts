import { createServer } from '../../src/http/server.ts';
import { readConfig } from '../../src/program/config.ts';
import { Graph } from '../../src/graph/graph.ts';
import { sayPort } from './childServer.ts';

/** The service as `npm start` runs it, over the store of the bench, without the corpus. */
const { neo4j } = readConfig();
if (neo4j === null) throw new Error('NEO4J_URI names the store.');
const graph = new Graph(neo4j);
const app = await createServer({ graph, tabs: [], onFault: console.error });
await app.listen({ host: '127.0.0.1', port: 0 });
sayPort(app.server.address());
process.once('SIGTERM', () => void app.close().then(() => graph.close()));
