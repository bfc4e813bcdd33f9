import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './cacheFolder.ts';
import { resolveClasspath } from './classpath.ts';
import type { Environment } from './environment.ts';
import { findJava, type Java } from './findJava.ts';
import type { Neo4jRelease } from './neo4jRelease.ts';
import type { OnProgress } from './progress.ts';

/** A Neo4j that can be run: the server and its tools. */
export interface Neo4jProgram {
  readonly release: Neo4jRelease;
  readonly java: Java;
  readonly classpath: readonly string[];
  /** The folder that its starts share. */
  readonly cache: string;
}

export interface Neo4jOptions {
  /** The folder of the store, its settings, its logs and its password. It is made if missing. */
  readonly home: string;
  /** Environment variables: JAVA_HOME, MAVEN_HOME, PATH and HOME are read here, and child processes inherit all. */
  readonly env: Environment;
  /** A store can move to a newer release, but not back. */
  readonly release: Neo4jRelease;
  /** The folder that the servers of all homes share, with the paths of the jars and the class archive. */
  readonly cache: string;
  readonly onProgress?: OnProgress;
}

/**
 * Finds Java and the jars once for a program, which may start the server and its tools several times.
 * @throws EmbeddedError as finding Java and resolving the jars do
 */
export async function findNeo4j(options: Neo4jOptions): Promise<Neo4jProgram> {
  const places = found.get(options.env) ?? new Map<string, Neo4jProgram>();
  const key = `${options.release.version} ${options.cache}`;
  const program = places.get(key) ?? (await look(options));
  found.set(options.env, places.set(key, program));
  return program;
}

const found = new WeakMap<Environment, Map<string, Neo4jProgram>>();

async function look(options: Neo4jOptions): Promise<Neo4jProgram> {
  const { env, release, onProgress = () => undefined } = options;
  const cache = await cacheFolder(options.cache, options.home);
  onProgress({ stage: 'java', message: 'Looking for Java' });
  const java = await findJava(env, release.java);
  const jars = {
    program: `Neo4j ${release.version}`,
    pom: POM,
    version: release.version,
    cache: path.join(cache, `server-${release.version}.json`),
  };
  return { release, java, classpath: await resolveClasspath(jars, java, env, onProgress), cache };
}

const POM = fileURLToPath(new URL('./pom.xml', import.meta.url));
