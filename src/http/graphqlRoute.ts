import compress from '@fastify/compress';
import cors from '@fastify/cors';
import etag from '@fastify/etag';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';

export interface GraphqlRoute {
  readonly path: string;
  /** Answers an operation. */
  readonly handler: RouteHandlerMethod;
  /** The origins whose pages may ask from a browser, besides the service's own. */
  readonly origins: readonly string[];
}

/** What is smaller fits the first packets of a connection, and arrives no sooner when it is compressed. */
const COMPRESSED_FROM_BYTES = 14_000;

/** How long a browser need not ask again whether it may send JSON. */
const PREFLIGHT_SECONDS = 600;

const METHODS = ['GET', 'POST'];

/**
 * Serves operations over GET and POST, and no other method: to the pages of other origins if these are named,
 * compressed where that pays, and over GET with an ETag.
 */
export async function registerGraphql(app: FastifyInstance, route: GraphqlRoute): Promise<void> {
  const { path, handler, origins } = route;
  const options = { compress: { threshold: COMPRESSED_FROM_BYTES } };
  await app.register(async (routes) => {
    if (origins.length > 0)
      await routes.register(cors, {
        origin: [...origins],
        methods: METHODS,
        exposedHeaders: ['ETag'],
        maxAge: PREFLIGHT_SECONDS,
      });
    // Bodies of requests are small, and a compressed one could hide a large one.
    await routes.register(compress, { globalCompression: false, globalDecompression: false });
    routes.post(path, options, handler);
    await routes.register(async (gets) => {
      revalidated(gets);
      // By weak tags, as they stand for an answer whether or not it is compressed.
      await gets.register(etag, { weak: true });
      gets.get(path, { ...options, exposeHeadRoute: false }, handler);
    });
    const others = app.supportedMethods.filter((method) => !routes.hasRoute({ url: path, method }));
    // Answered before a body is read, whatever it is.
    routes.route({ method: others, url: path, onRequest: notAllowed, handler });
  });
}

async function notAllowed({ method }: FastifyRequest, reply: FastifyReply): Promise<void> {
  const message = `The method is ${method}. Send GraphQL requests with POST or GET.`;
  await reply
    .status(405)
    .header('allow', METHODS.join(', '))
    .send({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
}

/**
 * An answer can change with the graph and with the day. So a client that keeps one asks again before it uses it, and
 * learns whether it still holds. Nobody keeps an answer with another status than 200.
 */
function revalidated(app: FastifyInstance): void {
  app.addHook('onSend', (_request, reply, _payload, done) => {
    reply.header('cache-control', reply.statusCode === 200 ? 'private, no-cache' : 'no-store');
    done();
  });
}
