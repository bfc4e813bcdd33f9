import { beforeAll, expect, test } from '@jest/globals';
import { EXPORTERS } from '../../src/exporting/exporters.ts';
import { IMPORTERS } from '../../src/importing/importers.ts';
import { HELP } from '../../src/program/docs/helpTexts.ts';
import { pages } from '../../src/program/docs/pages.ts';
import { readFileOf } from './readme.ts';

/** Every command of the documentation that has words after `--`, by its own name and that of a part of it. */
const commands = (
  await Promise.all(
    (await pages()).map(async (page) =>
      [...(await readFileOf(page)).matchAll(/npm run (?:--silent )?([a-z:]+) -- ([^`\n|#]+)/g)]
        .filter(([, , rest = '']) => !rest.startsWith('['))
        .map(([, name, rest]) => ({ page, name: name!, words: rest!.trim().split(/\s+/) })),
    ),
  )
).flat();

const PARTS = ['propose', 'resolve', 'remove'];
const WITH_HELP = [
  'seed',
  'import',
  'export',
  'backup',
  'restore',
  'bench',
  ...PARTS.map((part) => `import ${part}`),
];

const help = new Map<string, string>();
beforeAll(async () => {
  for (const command of WITH_HELP) help.set(command, await HELP.help!(command));
});

test.each(commands)('$page: npm run $name -- $words', ({ name, words }) => {
  const [first = ''] = words;
  const command = name === 'import' && PARTS.includes(first) ? `import ${first}` : name;
  // cypher-shell has options of its own; bench:sizes takes homes alone.
  if (!WITH_HELP.includes(command)) expect(['cypher', 'bench:sizes']).toContain(command);
  const options = words.filter((word) => /^--[a-z]/.test(word));
  for (const option of options.map((word) => word.split('=')[0]!))
    if (WITH_HELP.includes(command))
      expect(help.get(command)).toMatch(new RegExp(`^ +(-., )?${option}\\b`, 'm'));
  if (command === 'import' && !/^(FORMAT|--)/.test(first)) expect(Object.keys(IMPORTERS)).toContain(first);
  const format = words[words.indexOf('--format') + 1];
  if (words.includes('--format')) expect(Object.keys(EXPORTERS)).toContain(format);
});

test('the documentation has commands to check', () => {
  expect(commands.length).toBeGreaterThan(20);
});
