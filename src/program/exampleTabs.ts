import type { GraphiqlTab } from '../http/graphiql/site.ts';
import { type Example, readExamples } from './examples.ts';

/** The examples as GraphiQL opens them: the first five each in a tab named for its subject, all others in the last. */
export async function readExampleTabs(): Promise<GraphiqlTab[]> {
  const examples = await readExamples();
  const [first, ...others] = examples.slice(0, WITH_OWN_TAB).map(({ query }) => query);
  if (first === undefined) return [];
  return [WELCOME + first, ...others, shared(examples.slice(WITH_OWN_TAB))].map((query) => ({ query }));
}

const WITH_OWN_TAB = 5;

// One line for each thought: the editor wraps them.
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
