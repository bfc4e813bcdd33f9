import { setMaxListeners } from 'node:events';
import 'reflect-metadata';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { GraphQLError } from 'graphql';
import type { Graph } from '../graph/graph.ts';
import { compiledOperations } from './compiledOperations.ts';
import { Reader } from '../answers/reader.ts';
import { ERROR_CODES } from '../api/errors.ts';
import { formatError, isFault } from './errors.ts';
import { registerGraphiql } from './graphiql/registerGraphiql.ts';
import type { GraphiqlTab } from './graphiql/site.ts';
import { registerGraphql } from './graphqlRoute.ts';
import { registerHealth } from './health.ts';
import { RelationshipSnapshot } from '../answers/snapshot.ts';
import { limits } from './limits.ts';
import { buildSchema } from '../api/schema.ts';
import { onlyTrusted, type TrustedDocuments, withoutManifest } from './trustedDocuments.ts';
import { Mutex } from '../answers/mutex.ts';

export interface ServerOptions {
  readonly graph: Graph;
  /** What GraphiQL opens with. */
  readonly tabs: readonly GraphiqlTab[];
  /** The other origins whose pages may ask from a browser. By default, none. */
  readonly corsOrigins?: readonly string[];
  /** The only documents to answer; GraphiQL, which asks whatever is typed, is not served then. Without it, any. */
  readonly trustedDocuments?: TrustedDocuments | null;
  /** Receives faults of ours and of the database, with their causes, for the log. */
  readonly onFault: (error: Error) => void;
}

/** Larger than any question written by a person or a client. */
export const MAX_REQUEST_BYTES = 256 * 1024;

/** Checking a document takes longer than its length: twice as many fields of one name take four times as long. */
export const MAX_TOKENS = 5_000;

/** The service over HTTP: `/graphql`, `/graphiql`, `/healthz`, `/readyz`. Its caller listens and closes. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { graph, tabs, corsOrigins = [], trustedDocuments = null, onFault } = options;
  const app = Fastify({
    bodyLimit: MAX_REQUEST_BYTES,
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
  });
  // Before any route: each takes the handler that it finds.
  app.setErrorHandler(answerOutsideGraphql(onFault));
  const apollo = new ApolloServer<Reader>({
    gateway: compiledOperations(buildSchema()),
    formatError,
    parseOptions: { maxLexicalTokens: MAX_TOKENS },
    stringifyResult: JSON.stringify,
    includeStacktraceInErrorResponses: false,
    introspection: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    plugins: [
      trustedDocuments === null ? withoutManifest : onlyTrusted(trustedDocuments),
      limits,
      faultReporter(onFault),
      fastifyApolloDrainPlugin(app),
      // It would run on every field.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();
  const shared = { graph, relationships: new RelationshipSnapshot(graph), mutex: new Mutex() };
  await registerGraphql(app, {
    path: '/graphql',
    origins: corsOrigins,
    handler: fastifyApolloHandler(apollo, {
      context: (_request, reply) => Promise.resolve(new Reader(shared, goneSignal(reply))),
    }),
  });
  registerHealth(app, graph, shared.relationships);
  if (trustedDocuments !== null) return app;
  app.get('/', (_request, reply) => reply.redirect('/graphiql'));
  await registerGraphiql(app, { path: '/graphiql', endpoint: '/graphql', tabs });
  return app;
}

function faultReporter(onFault: (error: Error) => void) {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors({ errors }: { readonly errors: readonly GraphQLError[] }) {
          for (const error of errors) if (isFault(error)) onFault(error);
          return Promise.resolve();
        },
      }),
  };
}

/** Aborts when the client closes the connection before it has its answer. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  // Every statement of the operation listens; more than ten are no leak.
  setMaxListeners(0, controller.signal);
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** What never reaches GraphQL, such as a body that is too large or no JSON, is answered in GraphQL's form all the same. */
function answerOutsideGraphql(onFault: (error: Error) => void) {
  return async (error: Error & { statusCode?: number }, _request: FastifyRequest, reply: FastifyReply) => {
    const status = error.statusCode ?? 500;
    const isFaultOfOurs = status >= 500;
    if (isFaultOfOurs) onFault(error);
    const code = isFaultOfOurs ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST';
    const message = isFaultOfOurs ? ERROR_CODES[code] : error.message;
    await reply.status(status).send({ errors: [{ message, extensions: { code } }] });
  };
}
