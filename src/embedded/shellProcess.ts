import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { resolveClasspath } from './classpath.ts';
import { USUAL_RELEASE } from './neo4jRelease.ts';
import { findJava } from './findJava.ts';
import type { Neo4jOptions } from './findNeo4j.ts';
import { explainingFileErrors } from './homeFolder.ts';

export interface ShellTarget {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export interface ShellRun {
  readonly args: readonly string[];
  /** The folder of the files that it reads. */
  readonly folder: string;
  /** The text that it reads instead of this process's standard input. */
  readonly input: string | null;
}

/** How the shell ended, and whether it answered anything. On a terminal it always prints the number of rows. */
export interface ShellEnd {
  readonly code: number;
  readonly answered: boolean;
}

/**
 * Neo4j's own shell, on this process's terminal.
 * @returns a function that runs it
 * @throws EmbeddedError as finding Java and resolving the jars do
 */
export async function cypherShell(
  options: Neo4jOptions,
): Promise<(target: ShellTarget, run: ShellRun) => Promise<ShellEnd>> {
  const { env, onProgress = () => undefined } = options;
  await explainingFileErrors(() => mkdir(options.cache, { recursive: true }));
  const java = await findJava(env, USUAL_RELEASE.java);
  const { version } = USUAL_RELEASE;
  const cache = path.join(options.cache, `cypher-shell-${version}.json`);
  const jars = await resolveClasspath(
    { program: `cypher-shell ${version}`, pom: POM, version, cache },
    java,
    env,
    onProgress,
  );
  return ({ uri, user, password, database }, { args, folder, input }) => {
    // In the environment, because everyone on the machine can read a command line.
    const own = { NEO4J_URI: uri, NEO4J_USERNAME: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
    const main = ['-cp', jars.join(path.delimiter), 'org.neo4j.shell.Main'];
    const shell = spawn(java.program, [...STARTING_FAST, ...main, ...args], {
      // The shell lays out its answer differently on a terminal, so it gets the terminal itself if there is one.
      stdio: [input === null ? 'inherit' : 'pipe', process.stdout.isTTY ? 'inherit' : 'pipe', 'inherit'],
      cwd: folder,
      env: { ...env, ...own, NEO4J_ADDRESS: undefined },
    });
    // The shell may end before it has read everything.
    shell.stdin?.on('error', () => undefined).end(input);
    const answered = shell.stdout === null ? () => true : passedOn(shell.stdout);
    return new Promise((resolve, reject) => {
      shell.on('error', reject);
      shell.on('close', (code) => {
        resolve({ code: code ?? 1, answered: answered() });
      });
    });
  };
}

/**
 * Copies to standard output. If the reader closes it, the shell still runs to its end.
 * @returns whether there was any output
 */
function passedOn(output: Readable): () => boolean {
  let isAny = false;
  output.once('data', () => (isAny = true));
  output.pipe(process.stdout);
  process.stdout.on('error', () => {
    output.unpipe(process.stdout).resume();
  });
  return () => isAny;
}

/** For a program that mostly runs for a second, the JVM's second compiler and collector threads do not pay. */
const STARTING_FAST = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

const POM = fileURLToPath(new URL('./cypher-shell.pom.xml', import.meta.url));
