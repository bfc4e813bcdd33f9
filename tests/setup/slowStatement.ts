import { cypher } from '../../src/cypher/cypher.ts';
import { statement } from '../../src/cypher/statement.ts';
import type { Graph, ReadOptions } from '../../src/graph/graph.ts';
import { testGraph } from './testGraph.ts';

/** Works row by row for longer than anyone waits; an end to it is easily seen, and it touches nothing. */
export const SLOW = statement<{ n: number }>(
  cypher`UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y WITH x, y WHERE x * y < 0 RETURN count(*) AS n // slow on purpose`,
);

/** The transactions that run it. */
export const RUNNING = statement<{ id: string }>(
  cypher`SHOW TRANSACTIONS YIELD transactionId AS id, currentQuery WHERE currentQuery CONTAINS 'slow ' + 'on purpose' RETURN id`,
);

/** The run's database, which is given the slow statement whatever is asked. */
export function slowGraph(timeoutMs: number): Graph {
  const graph = testGraph();
  const read = graph.read.bind(graph);
  graph.read = ((_, options?: ReadOptions) => read(SLOW, { timeoutMs, ...options })) as Graph['read'];
  return graph;
}
