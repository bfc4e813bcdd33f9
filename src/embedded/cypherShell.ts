import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
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

/**
 * Neo4j's own shell, on this process's terminal. @returns what runs it, with its arguments, and gives its exit code
 * @throws EmbeddedError those of finding Java and the jars
 */
export async function cypherShell(
  options: Neo4jOptions,
): Promise<(target: ShellTarget, args: readonly string[]) => Promise<number>> {
  const { env, onProgress = () => undefined } = options;
  await explainingFileErrors(() => mkdir(options.cache, { recursive: true }));
  const java = await findJava(env, USUAL_RELEASE.java);
  const { version } = USUAL_RELEASE;
  const cache = path.join(options.cache, `cypher-shell-${version}.json`);
  const jars = await resolveClasspath({ pom: POM, version, cache }, java, env, onProgress);
  return ({ uri, user, password, database }, args) => {
    // By the environment: what stands on a command line, everyone on the machine can read.
    const own = { NEO4J_URI: uri, NEO4J_USERNAME: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
    const shell = spawn(java.program, ['-cp', jars.join(path.delimiter), 'org.neo4j.shell.Main', ...args], {
      stdio: 'inherit',
      env: { ...env, ...own, NEO4J_ADDRESS: undefined },
    });
    return new Promise((resolve, reject) => {
      shell.on('error', reject);
      shell.on('exit', (code) => {
        resolve(code ?? 1);
      });
    });
  };
}

const POM = fileURLToPath(new URL('./cypher-shell.pom.xml', import.meta.url));
