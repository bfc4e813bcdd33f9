import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { EmbeddedError } from './embeddedError.ts';
import type { Environment } from './environment.ts';
import type { OnProgress } from './progress.ts';

interface MavenRun {
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
  run.onProgress({ stage: 'classpath', message: 'Looking for Neo4j in the local Maven repository' });
  const offline = await invoke(run, ['-o'], () => undefined);
  if (offline.code === 0) return;

  let done = 0;
  const online = await invoke(run, [], (line) => {
    const file = downloadedFile(line);
    if (file === undefined) return;
    done += 1;
    run.onProgress({ stage: 'classpath', message: `Downloading Neo4j (once): ${file}`, done });
  });
  if (online.code !== 0) throw explain(online.errors);
}

/** The file that a transfer line of Maven's batch mode reports as downloaded. */
function downloadedFile(line: string): string | undefined {
  return /\bDownloaded\b[^:]*: \S*\/(\S+)/.exec(line)?.[1];
}

async function invoke(
  run: MavenRun,
  options: readonly string[],
  onLine: (line: string) => void,
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
      onLine(line);
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

function explain(errors: readonly string[]): EmbeddedError {
  const said = errors.filter((line) => line.trim() !== '').slice(0, 4);
  if (errors.some((line) => line.includes('No space left'))) {
    return new EmbeddedError(
      'NO_SPACE',
      `There is no space left to download Neo4j (about 160 MB).\n${said.join('\n')}`,
      'free some space for the local Maven repository',
    );
  }
  return new EmbeddedError(
    'DOWNLOAD_FAILED',
    `Maven could not download Neo4j. It said:\n${said.join('\n')}`,
    'check the network and the Maven settings (proxy, mirror) and try again',
  );
}
