import { createHash } from 'node:crypto';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { EmbeddedError } from './embeddedError.ts';
import { type Environment, isExecutable, onPath } from './environment.ts';
import type { Java } from './findJava.ts';
import type { HomeFolder } from './homeFolder.ts';
import { runMaven } from './runMaven.ts';
import type { OnProgress } from './progress.ts';

const POM = fileURLToPath(new URL('./pom.xml', import.meta.url));

interface Jar {
  readonly path: string;
  readonly size: number;
}

/**
 * The jars of the server. Resolved by Maven into the user's own Maven repository (offline where that has them
 * all), and remembered in the home until pom.xml changes or a jar goes.
 * @throws EmbeddedError NO_MAVEN, DOWNLOAD_FAILED, NO_SPACE
 */
export async function resolveClasspath(
  folder: HomeFolder,
  java: Java,
  env: Environment,
  onProgress: OnProgress,
): Promise<string[]> {
  const key = createHash('sha256')
    .update(await readFile(POM))
    .digest('hex');
  const remembered = await recall(folder.classpathCache, key);
  if (remembered !== undefined) return remembered;

  const maven = await findMaven(env);
  const output = path.join(path.dirname(folder.classpathCache), `classpath.${process.pid}.txt`);
  try {
    await runMaven({
      maven,
      pom: POM,
      output,
      env: { ...env, JAVA_HOME: java.home ?? env.JAVA_HOME },
      onProgress,
    });
    const jars = (await readFile(output, 'utf8')).trim().split(path.delimiter);
    await writeFile(
      folder.classpathCache,
      JSON.stringify({ key, jars: await Promise.all(jars.map(measure)) }),
    );
    return jars;
  } finally {
    await rm(output, { force: true });
  }
}

async function recall(cache: string, key: string): Promise<string[] | undefined> {
  try {
    const remembered = JSON.parse(await readFile(cache, 'utf8')) as { key: string; jars: Jar[] };
    if (remembered.key !== key || remembered.jars.length === 0) return undefined;
    const now = await Promise.all(remembered.jars.map((jar) => measure(jar.path)));
    const unchanged = now.every((jar, index) => jar.size > 0 && jar.size === remembered.jars[index]?.size);
    return unchanged ? now.map((jar) => jar.path) : undefined;
  } catch {
    return undefined; // No cache, a damaged one, or a jar that is gone: resolve anew.
  }
}

async function measure(jar: string): Promise<Jar> {
  return { path: jar, size: (await stat(jar)).size };
}

async function findMaven(env: Environment): Promise<string> {
  const named = env.MAVEN_HOME === undefined ? [] : [path.join(env.MAVEN_HOME, 'bin/mvn')];
  for (const program of [...named, ...(await onPath('mvn', env))]) {
    if (await isExecutable(program)) return program;
  }
  throw new EmbeddedError(
    'NO_MAVEN',
    'The embedded Neo4j is fetched with Maven, which is neither in MAVEN_HOME nor on PATH.',
    'install Maven 3.6 or newer (the package is usually called maven)',
  );
}
