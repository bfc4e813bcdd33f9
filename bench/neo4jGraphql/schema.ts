import { Neo4jGraphQL } from '@neo4j/graphql';
import type { GraphQLSchema } from 'graphql';
import { TYPE_DEFS } from './typeDefs.ts';

/** The schema that @neo4j/graphql makes. The executor names the driver in the context. */
export async function neo4jGraphqlSchema(): Promise<GraphQLSchema> {
  return await new Neo4jGraphQL({ typeDefs: TYPE_DEFS }).getSchema();
}
