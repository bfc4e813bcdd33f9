import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { resolveClasspath } from './classpath.ts';
import type { Environment } from './environment.ts';
import { findJava, type Java } from './findJava.ts';
import type { Neo4jRelease } from './neo4jRelease.ts';
import type { OnProgress } from './progress.ts';

/** A Neo4j that can be run: the server, and its tools. */
export interface Neo4jProgram {
  readonly release: Neo4jRelease;
  readonly java: Java;
  readonly classpath: readonly string[];
}

export interface Neo4jOptions {
  /** Environment variables: JAVA_HOME, MAVEN_HOME, PATH and HOME are looked at, and children inherit all. */
  readonly env: Environment;
  /** A store can go to a newer release, and not back. */
  readonly release: Neo4jRelease;
  /** A folder, made if missing, that starts of any home share: where the jars are, and their classes as read. */
  readonly cache: string;
  readonly onProgress?: OnProgress;
}

/** @throws EmbeddedError those of finding Java and the jars */
export async function findNeo4j(options: Neo4jOptions): Promise<Neo4jProgram> {
  const { env, release, cache, onProgress = () => undefined } = options;
  await mkdir(cache, { recursive: true });
  onProgress({ stage: 'java', message: 'Looking for Java' });
  const java = await findJava(env, release.java);
  const jars = { pom: POM, version: release.version, cache: path.join(cache, 'server.json') };
  return { release, java, classpath: await resolveClasspath(jars, java, env, onProgress) };
}

const POM = fileURLToPath(new URL('./pom.xml', import.meta.url));
