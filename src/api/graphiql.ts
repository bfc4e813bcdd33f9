import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

/** One worked example. GraphiQL names a tab after its operation, so give the operation a name. */
export interface GraphiqlTab {
  /** Shown as a comment above the query. */
  title?: string;
  query: string;
  /** A JSON object, as text. */
  variables?: string;
}

export interface GraphiqlOptions {
  /** Where the page is served, such as `/graphiql`; its files lie below it. */
  path: string;
  /** Where the page sends its operations: a path on this same server. */
  endpoint: string;
  /** What a first visit opens, the first one in front. Later visits restore the reader's own tabs. */
  tabs: GraphiqlTab[];
}

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

interface Asset {
  type: string;
  text: string;
  gzipped: Buffer;
}

interface Site {
  page: string;
  /** By file name, which holds a hash of the content. */
  assets: Map<string, Asset>;
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

const JAVASCRIPT = 'text/javascript; charset=utf-8';
const CSS = 'text/css; charset=utf-8';

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="#2f6f9f" ' +
  'stroke-width="2"><path d="M6 6l12 3M6 6l4 12M18 9l-8 9"/><g fill="#2f6f9f" stroke="none">' +
  '<circle cx="6" cy="6" r="3"/><circle cx="18" cy="9" r="3"/><circle cx="10" cy="18" r="3"/></g></svg>';

/** The page and its files. Every script is a file, because inline ones would need a hole in the policy. */
async function buildSite({ path, endpoint, tabs }: GraphiqlOptions): Promise<Site> {
  const bundle = await import('@graphql-yoga/render-graphiql/graphiql');
  const assets = new Map<string, Asset>();
  const add = async (stem: string, extension: string, type: string, text: string): Promise<string> => {
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
    const name = `${stem}.${hash}.${extension}`;
    assets.set(name, { type, text, gzipped: await promisify(gzip)(text) });
    return `${path}/assets/${name}`;
  };

  const [style, script, editor, json, graphql] = await Promise.all([
    add('graphiql', 'css', CSS, bundle.css),
    add('graphiql', 'js', JAVASCRIPT, bundle.js),
    add('editor-worker', 'js', JAVASCRIPT, bundle.editorWorkerService),
    add('json-worker', 'js', JAVASCRIPT, bundle.jsonWorker),
    add('graphql-worker', 'js', JAVASCRIPT, bundle.graphqlWorker),
  ]);
  const workers = { editorWorkerService: editor, json, graphql };
  const start = await add('start', 'js', JAVASCRIPT, startScript(workers, endpoint, tabs));
  return { page: pageText(style, [script, start]), assets };
}

function pageText(style: string, scripts: string[]): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Chancery</title>
    <link rel="icon" href="data:image/svg+xml,${encodeURIComponent(LOGO)}">
    <link rel="stylesheet" href="${style}">
    ${scripts.map((script) => `<script defer src="${script}"></script>`).join('\n    ')}
  </head>
  <body>
    <noscript>GraphiQL needs JavaScript.</noscript>
    <div id="root"></div>
  </body>
</html>
`;
}

/** Tells Monaco, by the label it gives each worker, where that worker's file is; then opens GraphiQL. */
function startScript(workers: Record<string, string>, endpoint: string, tabs: GraphiqlTab[]): string {
  const defaultTabs = tabs.map(({ title, query, variables }) => ({
    query: title === undefined ? query : `# ${title}\n${query}`,
    variables: variables ?? '',
  }));
  // Headers may hold credentials, which do not belong in the browser's storage.
  const settings = { title: 'Chancery', logo: LOGO, endpoint, defaultTabs, shouldPersistHeaders: false };
  // GraphiQL opens a first tab without its variables, and adds an empty tab on the next visit, unless its
  // storage says what was being edited.
  return `const workers = ${JSON.stringify(workers)};
globalThis.MonacoEnvironment = { getWorkerUrl: (_, label) => workers[label] ?? workers.editorWorkerService };
const settings = ${JSON.stringify(settings)};
const [first] = settings.defaultTabs;
if (first && localStorage.getItem('graphiql:tabState') === null) {
  localStorage.setItem('graphiql:query', first.query);
  localStorage.setItem('graphiql:variables', first.variables);
}
YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), settings);
`;
}
