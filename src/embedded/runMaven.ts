import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { EmbeddedError } from './embeddedError.ts';
import type { Environment } from './environment.ts';
import type { OnProgress } from './progress.ts';

interface MavenRun {
  /** The name of what is fetched. */
  readonly program: string;
  readonly maven: string;
  readonly pom: string;
  /** The properties that Maven sets. */
  readonly properties: Readonly<Record<string, string>>;
  /** The file that receives the classpath. */
  readonly output: string;
  readonly env: Environment;
  readonly onProgress: OnProgress;
}

/** Has Maven write the classpath. It first tries without the network, which is quicker and often enough. */
export async function runMaven(run: MavenRun): Promise<void> {
  run.onProgress({ stage: 'classpath', message: `Looking for ${run.program} in the local Maven repository` });
  const offline = await invoke(run, ['-o']);
  if (offline.code === 0) return;

  // One line for all the jars: a program that logs would print hundreds.
  run.onProgress({ stage: 'classpath', message: `Downloading ${run.program} with Maven (once)` });
  const online = await invoke(run, []);
  if (online.code !== 0) throw explain(run.program, online.errors);
}

async function invoke(
  run: MavenRun,
  options: readonly string[],
): Promise<{ code: number; errors: string[] }> {
  const args = [
    ...options,
    '-B',
    '-f',
    run.pom,
    'dependency:build-classpath',
    `-Dmdep.outputFile=${run.output}`,
    ...Object.entries(run.properties).map(([name, value]) => `-D${name}=${value}`),
  ];
  const child = spawn(run.maven, args, { env: run.env, stdio: ['ignore', 'pipe', 'pipe'] });
  const errors: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', (line) => {
      if (line.includes('ERROR') || stream === child.stderr) errors.push(line.replace(/^\[ERROR\]\s*/, ''));
    });
  }
  return new Promise((resolve) => {
    child.on('error', (error) => {
      resolve({ code: 127, errors: [error.message] });
    });
    child.on('close', (code) => {
      resolve({ code: code ?? 1, errors });
    });
  });
}

function explain(program: string, errors: readonly string[]): EmbeddedError {
  const said = errors.filter((line) => line.trim() !== '').slice(0, 4);
  if (errors.some((line) => line.includes('No space left'))) {
    return new EmbeddedError(
      'NO_SPACE',
      `There is no space left to download ${program}.\n${said.join('\n')}`,
      'free some space for the local Maven repository',
    );
  }
  return new EmbeddedError(
    'DOWNLOAD_FAILED',
    `Maven could not download ${program}. It said:\n${said.join('\n')}`,
    'check the network and the Maven settings (proxy, mirror) and try again',
  );
}
