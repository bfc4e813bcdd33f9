import { spawn } from 'node:child_process';
import path from 'node:path';
import { PROJECT } from '../config.ts';
import type { Printers } from './fillPage.ts';
import { fenced } from './markdown.ts';

/** What a command prints as its help, by its words: `import`, `import propose`. */
export const HELP: Printers = { help: async (words) => fenced('text', await helpOf(words.split(' '))) };

/** In a process of its own, as each program reads its arguments when it starts; at the width of no terminal. */
async function helpOf([command = '', ...words]: readonly string[]): Promise<string> {
  const program = command === 'bench' ? 'bench/main.ts' : `src/${command}.ts`;
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...words, '--help'], { cwd: PROJECT });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (printed += data.toString()));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`npm run ${command} -- --help ended with ${String(code)}:\n${printed}`);
  return printed.replaceAll(`${PROJECT}${path.sep}`, '');
}
