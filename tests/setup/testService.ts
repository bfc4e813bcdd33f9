import type { AddressInfo } from 'node:net';
import { createServer, type ServerOptions } from '../../src/http/server.ts';
import type { Statement } from '../../src/cypher/statement.ts';
import { readExampleTabs } from '../../src/program/examples.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { testGraph } from './testGraph.ts';

export interface Answer<Data = any> {
  readonly data?: Data;
  readonly errors?: readonly {
    readonly message: string;
    readonly locations?: readonly { readonly line: number; readonly column: number }[];
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string; readonly argument?: string };
  }[];
}

/** The service over the run's database, asked over HTTP as a client asks it. */
export interface TestService {
  readonly url: string;
  readonly graph: Graph;
  /** The answer to an operation, whatever it is. */
  ask<Data = any>(query: string, variables?: Record<string, unknown>): Promise<Answer<Data>>;
  /** The data of an operation that must have no errors. */
  data<Data = any>(query: string, variables?: Record<string, unknown>): Promise<Data>;
  /** How many statements the work sends to the database. */
  statements(work: () => Promise<unknown>): Promise<number>;
  close(): Promise<void>;
}

export async function startService(
  graph: Graph = testGraph(),
  options: Partial<ServerOptions> = {},
): Promise<TestService> {
  const faults: Error[] = [];
  const app = await createServer({
    graph,
    tabs: await readExampleTabs(),
    onFault: (error) => faults.push(error),
    ...options,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const ask: TestService['ask'] = async (query, variables = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  };
  return {
    url,
    graph,
    ask,
    async data(query, variables) {
      const { data, errors } = await ask(query, variables);
      if (errors !== undefined) throw new Error(JSON.stringify(errors), { cause: faults.at(-1) });
      return data;
    },
    async statements(work) {
      const sent: Statement<unknown>[] = [];
      graph.onStatement = (statement) => sent.push(statement);
      await work();
      graph.onStatement = undefined;
      return sent.length;
    },
    async close() {
      await app.close();
      await graph.close();
    },
  };
}
