import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { PROJECT } from '../../src/program/config.ts';

const run = promisify(execFile);

/** A folder with the programs of a virtual environment, or why there is none on this machine. */
export type Environment = { readonly programs: string } | { readonly missing: string };

/** Python 3.11 or newer with what the file requires. It is kept in an ignored folder, and made again if the file changes. */
export async function pythonWith(requirements: string): Promise<Environment> {
  const missing = await whatIsMissing();
  if (missing !== null) return { missing };
  const hash = createHash('sha256')
    .update(await readFile(requirements))
    .digest('hex')
    .slice(0, 12);
  const folder = path.join(PROJECT, 'node_modules/.cache', `python-${hash}`);
  const programs = path.join(folder, 'bin');
  if (existsSync(path.join(folder, 'ready'))) return { programs };
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.dirname(folder), { recursive: true });
  await run('python3', ['-m', 'venv', folder]);
  try {
    await run(path.join(programs, 'pip'), [
      'install',
      '--quiet',
      '--no-compile',
      '--requirement',
      requirements,
    ]);
  } catch (error) {
    // What cannot be installed for another reason is a fault of the file.
    if (!OFFLINE.test(String((error as { stderr?: string }).stderr))) throw error;
    return { missing: 'no way to the Python package index' };
  }
  await writeFile(path.join(folder, 'ready'), '');
  return { programs };
}

const OFFLINE = /NewConnectionError|NameResolutionError|ConnectTimeoutError|Network is unreachable/;

async function whatIsMissing(): Promise<string | null> {
  try {
    const { stdout } = await run('python3', ['-c', 'import sys; print(sys.version_info >= (3, 11))']);
    if (stdout.trim() !== 'True') return 'no Python 3.11 or newer';
    await run('python3', ['-c', 'import ensurepip, venv']);
    return null;
  } catch (error) {
    return `no Python with venv: ${(error as Error).message}`;
  }
}
