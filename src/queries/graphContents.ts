import { cypher } from '../cypher/cypher.ts';
import { statement, type Statement } from '../cypher/statement.ts';

/** A node or relationship with all its properties. A node is named by its id or key. */
export interface ContentRow {
  readonly names: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Everything in the graph, without order. */
export function graphContents(): Statement<ContentRow>[] {
  return [
    statement(cypher`MATCH (n) RETURN labels(n) AS names, properties(n) AS properties`),
    statement(cypher`
MATCH (a)-[r]->(b)
RETURN [coalesce(a.id, a.key), type(r), coalesce(b.id, b.key)] AS names, properties(r) AS properties`),
  ];
}
