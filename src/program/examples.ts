import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { GraphiqlTab } from '../http/graphiql/site.ts';
import { PROJECT } from './config.ts';

/** A worked question: a named GraphQL operation that runs without changes. */
interface Example {
  readonly file: string;
  readonly query: string;
}

/** The questions of `docs/examples`, in the order of their file names. */
export async function readExamples(): Promise<Example[]> {
  const folder = path.join(PROJECT, 'docs/examples');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.graphql')).sort();
  return await Promise.all(
    files.map(async (file) => ({ file, query: await readFile(path.join(folder, file), 'utf8') })),
  );
}

/** The examples as tabs of GraphiQL: the first five have a tab each, all others share the last. */
export async function readExampleTabs(): Promise<GraphiqlTab[]> {
  const examples = await readExamples();
  const [first, ...others] = examples.slice(0, WITH_OWN_TAB).map(({ query }) => query);
  if (first === undefined) return [];
  return [WELCOME + first, ...others, shared(examples.slice(WITH_OWN_TAB))].map((query) => ({ query }));
}

const WITH_OWN_TAB = 5;

// One line for each paragraph: the editor wraps them.
const WELCOME = `# Welcome to Chancery: who did what to whom in diplomacy, when, and who says so.
#
# Press Ctrl-Enter or the pink button to ask the question below. Then change it: for example, add URGED to its types. Ctrl-Space lists what you can type at the cursor.
#
# The tabs ask about a status on a day, paths in time, evidence and changes. The last tab holds many more questions.
# On the left are the documentation and an explorer that builds a question by clicks.

`;

const shared = (examples: readonly Example[]): string =>
  `# ${examples.length} more questions. The pink button lists them by name. Ctrl-Enter asks the question at the cursor.

${examples.map(({ query }) => query).join('\n')}`;
