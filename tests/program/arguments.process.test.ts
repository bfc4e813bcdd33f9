import { expect, test } from '@jest/globals';
import { runCommand } from '../end-to-end/runCommand.ts';

/** No home can be made there: what starts Neo4j fails with another message. */
const NOWHERE = { CHANCERY_HOME: '/dev/null/home', NEO4J_URI: '' };

test.each([
  ['main', 'npm start --'],
  ['neo4j', 'npm run neo4j --'],
  ['rebuild', 'npm run rebuild --'],
  ['printSchema', 'npm run schema --'],
  ['printDocs', 'npm run docs --'],
])('%s tells what it does when asked for help, and does nothing', async (program, command) => {
  const { code, output } = await runCommand(program, ['--help'], NOWHERE);
  expect(output).toMatch(new RegExp(`^Usage: ${command} \\[options\\]\n\n\\w.*\\.\n`, 's'));
  expect(code).toBe(0);
});

test('it refuses what it does not take', async () => {
  const { code, output } = await runCommand('rebuild', ['corpus'], NOWHERE);
  expect(output).toMatch(/^error: too many arguments.*Usage: npm run rebuild --/s);
  expect(code).toBe(1);
});

test.each([
  ['seed', ['--from', 'README.md', '--dry-run'], /^".*README\.md": not a directory\. Name another/m],
  ['seed', ['--dry-run', '--texts', 'nowhere'], /^".*nowhere": no such file or directory\. Name another/m],
  ['../bench/sizes', ['nowhere'], /^"nowhere" holds no store\. Name the CHANCERY_HOME/m],
  ['../bench/sizes', ['--help'], /^Usage: npm run bench:sizes -- \[options\] <home\.\.\.>/],
])('%s %j says in a sentence what it cannot use', async (program, args, sentence) => {
  const { output } = await runCommand(program, args, NOWHERE);
  expect(output).toMatch(sentence);
  expect(output).not.toMatch(/^ +at /m);
});
