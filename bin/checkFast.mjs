// The checks that need no Neo4j, no Java and no browser, for the loop of work: beside each other, with caches, and
// properties on few cases. Typed lint rules look into other files than those that a cache compares, so that the verdict
// is `npm run check`.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { Listr } from 'listr2';

const CACHE = 'node_modules/.cache';
const CHECKS = {
  'Unit tests': `node bin/run.mjs jest --selectProjects unit --globals {"fewRuns":true}`,
  Lint: `eslint . --max-warnings 0 --cache --cache-location ${CACHE}/eslint/`,
  Types: `tsc -p . --incremental --tsBuildInfoFile ${CACHE}/tsc/info.json`,
  Format: 'prettier --check . --cache',
  'Dependency rules': `depcruise src tests --cache ${CACHE}/depcruise`,
  'Unused code': `knip --cache --cache-location ${CACHE}/knip`,
};

const failures = [];
const tasks = Object.entries(CHECKS).map(([title, command]) => ({
  title,
  task: async (_, shown) => {
    const start = Date.now();
    const { code, output } = await run(command, (line) => (shown.output = line));
    shown.title = `${title}, ${Math.round((Date.now() - start) / 1000)} s`;
    if (code === 0) return;
    failures.push({ title, command, output });
    throw new Error(shown.title);
  },
}));

await new Listr(tasks, { concurrent: availableParallelism(), exitOnError: false }).run();
for (const { title, command, output } of failures)
  console.error(`\n${title} (${command})\n\n${output.trim()}`);
process.exitCode = failures.length === 0 ? 0 : 1;

/** Runs a command whose programs npm has put on the path; passes on each last line that it prints. */
async function run(command, onLine) {
  const [program, ...args] = command.split(' ');
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      output += data;
      onLine(output.trimEnd().split('\n').at(-1));
    });
  const code = await new Promise((resolve) => child.once('close', resolve));
  return { code, output };
}
