import { fileURLToPath } from 'node:url';
import { resolveClasspath } from './classpath.ts';
import type { Environment } from './environment.ts';
import { findJava, type Java } from './findJava.ts';
import type { HomeFolder } from './homeFolder.ts';
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
  readonly onProgress?: OnProgress;
}

/** @throws EmbeddedError those of finding Java and the jars */
export async function findNeo4j(folder: HomeFolder, options: Neo4jOptions): Promise<Neo4jProgram> {
  const { env, release, onProgress = () => undefined } = options;
  onProgress({ stage: 'java', message: 'Looking for Java' });
  const java = await findJava(env, release.java);
  const jars = { pom: POM, version: release.version, cache: folder.classpathCache };
  return { release, java, classpath: await resolveClasspath(jars, java, env, onProgress) };
}

const POM = fileURLToPath(new URL('./pom.xml', import.meta.url));
