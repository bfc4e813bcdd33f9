import { execute, type GraphQLSchema, parse } from 'graphql';
import type { Driver } from 'neo4j-driver';
import { Reader, type Shared } from '../../src/answers/reader.ts';
import { RelationshipSnapshot } from '../../src/answers/snapshot.ts';
import { buildSchema } from '../../src/api/schema.ts';
import { Mutex } from '../../src/answers/mutex.ts';
import type { Graph } from '../../src/graph/graph.ts';

/** A statement with its parameters, as it is sent to the database. */
export interface SentStatement {
  readonly text: string;
  readonly parameters: object;
}

/** Records the statements that an operation sends, by executing it in this process. */
export class SentStatements {
  readonly #graph: Graph;
  readonly #shared: Shared;
  readonly #schema = buildSchema();

  constructor(graph: Graph) {
    this.#graph = graph;
    this.#shared = { graph, relationships: new RelationshipSnapshot(graph), mutex: new Mutex() };
  }

  /** The statements of Chancery. */
  async ofChancery(query: string, variables: Record<string, unknown>): Promise<SentStatement[]> {
    const sent: SentStatement[] = [];
    this.#graph.onStatement = ({ text, parameters }) => sent.push({ text, parameters });
    const contextValue = new Reader(this.#shared);
    const { errors } = await execute({
      ...{ schema: this.#schema, document: parse(query), variableValues: variables, contextValue },
    });
    this.#graph.onStatement = undefined;
    if (errors !== undefined)
      throw new Error(`${JSON.stringify(errors)} to ${query} ${JSON.stringify(variables)}`);
    return sent;
  }

  /** The statement of @neo4j/graphql, which accepts anything that can run a statement in place of a transaction. */
  async ofNeo4jGraphql(
    schema: GraphQLSchema,
    driver: Driver,
    { query, variables }: { query: string; variables: Record<string, unknown> },
  ): Promise<SentStatement[]> {
    const sent: SentStatement[] = [];
    const session = driver.session({ database: 'neo4j' });
    const executionContext = {
      run(text: string, parameters: object) {
        sent.push({ text: text.replace(/^CYPHER 5\n/, ''), parameters });
        return session.run(text, parameters);
      },
    };
    await execute({
      schema,
      document: parse(query),
      variableValues: variables,
      contextValue: { executionContext },
    });
    await session.close();
    return sent;
  }
}
