import { Graph } from '../src/graph/graph.ts';
import { createServer } from '../src/api/server.ts';
const [uri, password] = process.argv.slice(2);
const graph = new Graph({ uri: uri!, user: 'neo4j', password: password!, database: 'neo4j' });
const read = graph.read.bind(graph);
let t: number[] = []; const all: number[][] = [];
(graph as any).read = async (...a: any[]) => { t.push(performance.now()); const r = await (read as any)(...a); t.push(performance.now()); return r; };
const app = await createServer({ graph, tabs: [], onFault: console.error });
app.server.prependListener('request', (_q, res) => { t = [performance.now()]; res.once('finish', () => { t.push(performance.now()); all.push(t); }); });
await app.listen({ host: '127.0.0.1', port: 0 });
console.log('port', (app.server.address() as any).port);
process.once('SIGTERM', () => {
  const d = all.filter((x) => x.length === 4).slice(200);
  const med = (f: (x: number[]) => number) => d.map(f).sort((a, b) => a - b)[d.length >> 1]!.toFixed(3);
  console.log(d.length, 'before read', med((x) => x[1]! - x[0]!), 'read', med((x) => x[2]! - x[1]!), 'after', med((x) => x[3]! - x[2]!), 'whole', med((x) => x[3]! - x[0]!));
  process.exit(0);
});
