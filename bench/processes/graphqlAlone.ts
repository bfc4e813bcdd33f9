import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { createServer } from '../../src/http/server.ts';
import { Graph } from '../../src/graph/graph.ts';
import { sayPort } from './childServer.ts';

/**
 * The cost of GraphQL alone. `graphql ROWS`: the service, over a database that answers everything with these rows.
 * `bare ANSWER`: a server of node:http alone that parses each request and writes this answer as JSON.
 */
const [kind, file = ''] = process.argv.slice(2);
const given = JSON.parse(await readFile(file, 'utf8')) as unknown;

class ReadyGraph extends Graph {
  readonly #rows: unknown[];

  constructor(rows: unknown[]) {
    super({ uri: 'bolt://127.0.0.1:1', user: '', password: '', database: '' });
    this.#rows = rows;
  }

  override read<Row>(): Promise<Row[]> {
    return Promise.resolve(this.#rows as Row[]);
  }
}

if (kind === 'graphql') {
  const app = await createServer({
    graph: new ReadyGraph(given as unknown[]),
    tabs: [],
    onFault: console.error,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  sayPort(app.server.address());
} else {
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      JSON.parse(Buffer.concat(chunks).toString());
      response.setHeader('content-type', 'application/json; charset=utf-8');
      response.end(JSON.stringify(given));
    });
  });
  server.listen(0, '127.0.0.1', () => {
    sayPort(server.address());
  });
}
process.once('SIGTERM', () => process.exit(0));
