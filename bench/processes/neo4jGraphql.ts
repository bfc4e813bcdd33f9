import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify from 'fastify';
import neo4j from 'neo4j-driver';
import { readConfig } from '../../src/program/config.ts';
import { neo4jGraphqlSchema } from '../neo4jGraphql/schema.ts';
import { sayPort } from './childServer.ts';

/** @neo4j/graphql behind the same HTTP server as Chancery. */
const { neo4j: connection } = readConfig();
if (connection === null) throw new Error('NEO4J_URI names the store.');
const driver = neo4j.driver(connection.uri, neo4j.auth.basic(connection.user, connection.password));
const apollo = new ApolloServer({
  schema: await neo4jGraphqlSchema(),
  stopOnTerminationSignals: false,
  persistedQueries: false,
  plugins: [
    ApolloServerPluginCacheControlDisabled(),
    ApolloServerPluginLandingPageDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
  ],
});
await apollo.start();
const app = Fastify();
app.route({
  url: '/graphql',
  method: ['POST'],
  handler: fastifyApolloHandler(apollo, { context: () => Promise.resolve({ executionContext: driver }) }),
});
await app.listen({ host: '127.0.0.1', port: 0 });
sayPort(app.server.address());
process.once('SIGTERM', () => void app.close().then(() => driver.close()));
