import type { FastifyInstance } from 'fastify';
import { buildSite, type GraphiqlOptions, type Site } from './site.ts';

/**
 * Serves GraphiQL from the installed packages alone: the page asks no other host for anything, and its
 * Content-Security-Policy forbids it to.
 */
export async function registerGraphiql(app: FastifyInstance, options: GraphiqlOptions): Promise<void> {
  // The bundle has nine megabytes: a server whose page nobody opens never reads it.
  let site: Promise<Site> | undefined;
  const opened = (): Promise<Site> => (site ??= buildSite(options));

  await app.register((routes, _, done) => {
    routes.get(options.path, async (_request, reply) => {
      return reply.headers(PAGE_HEADERS).send((await opened()).page);
    });
    routes.get<{ Params: { name: string } }>(`${options.path}/assets/:name`, async (request, reply) => {
      const asset = (await opened()).assets.get(request.params.name);
      if (asset === undefined) {
        reply.callNotFound();
        return reply;
      }
      reply.headers(ASSET_HEADERS).type(asset.type);
      if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(asset.text);
      return reply.header('content-encoding', 'gzip').send(asset.gzipped);
    });
    done();
  });
}

// On the files too, because a worker obeys the policy it was itself served with, not its page's.
const SECURITY_HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    // Monaco sets its theme and its positions by inline styles, and the style sheet carries its own icon font.
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

const PAGE_HEADERS = {
  ...SECURITY_HEADERS,
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-cache',
};

const ASSET_HEADERS = {
  ...SECURITY_HEADERS,
  'cache-control': 'public, max-age=31536000, immutable',
  vary: 'accept-encoding',
};
