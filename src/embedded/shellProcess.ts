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
  /** Where the files lie that it is to read. */
  readonly folder: string;
  /** What it reads instead of this process's standard input. */
  readonly input: string | null;
}

/** How it ended, and whether it answered anything; on a terminal it always says how many rows there were. */
export interface ShellEnd {
  readonly code: number;
  readonly answered: boolean;
}

/**
 * Neo4j's own shell, on this process's terminal. @returns what runs it
 * @throws EmbeddedError those of finding Java and the jars
 */
export async function cypherShell(
  options: Neo4jOptions,
): Promise<(target: ShellTarget, run: ShellRun) => Promise<ShellEnd>> {
  const { env, onProgress = () => undefined } = options;
  await explainingFileErrors(() => mkdir(options.cache, { recursive: true }));
  const java = await findJava(env, USUAL_RELEASE.java);
  const { version } = USUAL_RELEASE;
  const cache = path.join(options.cache, `cypher-shell-${version}.json`);
  const jars = await resolveClasspath({ pom: POM, version, cache }, java, env, onProgress);
  return ({ uri, user, password, database }, { args, folder, input }) => {
    // By the environment: what stands on a command line, everyone on the machine can read.
    const own = { NEO4J_URI: uri, NEO4J_USERNAME: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
    const shell = spawn(java.program, ['-cp', jars.join(path.delimiter), 'org.neo4j.shell.Main', ...args], {
      // Whether its output is a terminal decides how it lays out what it answers: there, it has it itself.
      stdio: [input === null ? 'inherit' : 'pipe', process.stdout.isTTY ? 'inherit' : 'pipe', 'inherit'],
      cwd: folder,
      env: { ...env, ...own, NEO4J_ADDRESS: undefined },
    });
    // It may end before it has read everything.
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

/** To standard output; where its reader has enough, the shell still comes to its end. @returns whether there was anything */
function passedOn(output: Readable): () => boolean {
  let isAny = false;
  output.once('data', () => (isAny = true));
  output.pipe(process.stdout);
  process.stdout.on('error', () => {
    output.unpipe(process.stdout).resume();
  });
  return () => isAny;
}

const POM = fileURLToPath(new URL('./cypher-shell.pom.xml', import.meta.url));
