import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** What a tab opens with. GraphiQL names a tab after the first operation in it, so give operations names. */
export interface GraphiqlTab {
  /** One operation, or several: these GraphiQL lists by name when asked to run. */
  readonly query: string;
}

export interface GraphiqlOptions {
  /** Where the page is served, such as `/graphiql`; its files lie below it. */
  readonly path: string;
  /** Where the page sends its operations: a path on this same server. */
  readonly endpoint: string;
  /** What a first visit opens, the first one in front. Later visits restore the reader's own tabs. */
  readonly tabs: readonly GraphiqlTab[];
}

export interface Site {
  readonly page: string;
  /** By file name, which holds a hash of the content. */
  readonly assets: ReadonlyMap<string, Asset>;
}

interface Asset {
  readonly type: string;
  readonly text: string;
  readonly gzipped: Buffer;
}

/** The page and its files. Every script is a file, because inline ones would need a hole in the policy. */
export async function buildSite({ path, endpoint, tabs }: GraphiqlOptions): Promise<Site> {
  const bundle = await import('@graphql-yoga/render-graphiql/graphiql');
  const assets = new Map<string, Asset>();
  const add = async (stem: string, extension: keyof typeof TYPES, text: string): Promise<string> => {
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
    const name = `${stem}.${hash}.${extension}`;
    assets.set(name, { type: TYPES[extension], text, gzipped: await promisify(gzip)(text) });
    return `${path}/assets/${name}`;
  };

  const [style, adjusted, address, start, script, editorWorkerService, json, graphql] = await Promise.all([
    add('graphiql', 'css', bundle.css),
    add('adjust', 'css', await readOwn('adjust.css')),
    add('address', 'js', await readOwn('address.js')),
    add('start', 'js', await readOwn('start.js')),
    add('graphiql', 'js', bundle.js),
    add('editor-worker', 'js', bundle.editorWorkerService),
    add('json-worker', 'js', bundle.jsonWorker),
    add('graphql-worker', 'js', bundle.graphqlWorker),
  ]);
  const workers = { editorWorkerService, json, graphql };
  const settings = { title: 'Chancery', logo: LOGO, endpoint, tabs };
  return { page: pageText([style, adjusted], [address, start, script], { workers, settings }), assets };
}

const TYPES = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' };

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="#2f6f9f" ' +
  'stroke-width="2"><path d="M6 6l12 3M6 6l4 12M18 9l-8 9"/><g fill="#2f6f9f" stroke="none">' +
  '<circle cx="6" cy="6" r="3"/><circle cx="18" cy="9" r="3"/><circle cx="10" cy="18" r="3"/></g></svg>';

const readOwn = (file: string): Promise<string> => readFile(new URL(file, import.meta.url), 'utf8');

/** `given` reaches the scripts as data in the page. */
function pageText(styles: string[], scripts: string[], given: object): string {
  const link = (href: string): string => `<link rel="stylesheet" href="${href}">`;
  const script = (src: string): string => `<script defer src="${src}"></script>`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Chancery</title>
    <link rel="icon" href="data:image/svg+xml,${encodeURIComponent(LOGO)}">
    ${[...styles.map(link), ...scripts.map(script)].join('\n    ')}
  </head>
  <body>
    <noscript>GraphiQL needs JavaScript.</noscript>
    <div id="root"></div>
    <script type="application/json" id="given">${JSON.stringify(given).replaceAll('<', '\\u003c')}</script>
  </body>
</html>
`;
}
