import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedError } from './embeddedError.ts';
import { type Environment, isExecutable, onPath } from './environment.ts';
import type { Java } from './findJava.ts';
import { runMaven } from './runMaven.ts';
import type { OnProgress } from './progress.ts';

/** A program published as jars. */
export interface Jars {
  /** Its name in messages. */
  readonly program: string;
  /** The pom.xml that depends on them, with `${neo4j.version}` for the version. */
  readonly pom: string;
  readonly version: string;
  /** The file that caches their paths. */
  readonly cache: string;
}

interface Jar {
  readonly path: string;
  readonly size: number;
}

/**
 * The jars of a program. Maven resolves them into the user's own Maven repository (offline if they are all there).
 * Their paths are cached until pom.xml or the version changes or a jar is removed.
 * @throws EmbeddedError NO_MAVEN, DOWNLOAD_FAILED, DAMAGED_JAR, NO_SPACE
 */
export async function resolveClasspath(
  { program, pom, version, cache }: Jars,
  java: Java,
  env: Environment,
  onProgress: OnProgress,
): Promise<string[]> {
  const key = createHash('sha256')
    .update(`${version}\n`)
    .update(await readFile(pom))
    .digest('hex');
  const remembered = await recall(cache, key);
  if (remembered !== undefined) return remembered;

  const maven = await findMaven(env);
  const output = `${cache}.${process.pid}.txt`;
  try {
    await runMaven({
      program,
      maven,
      pom,
      properties: { 'neo4j.version': version },
      output,
      env: { ...env, JAVA_HOME: java.home ?? env.JAVA_HOME },
      onProgress,
    });
    const jars = (await readFile(output, 'utf8')).trim().split(path.delimiter);
    for (const jar of jars) await checkWhole(jar);
    // The file appears under its name only when it is complete, because others may read it.
    await writeFile(output, JSON.stringify({ key, jars: await Promise.all(jars.map(measure)) }));
    await rename(output, cache);
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
    return undefined; // No cache, a damaged one, or a missing jar: resolve again.
  }
}

async function measure(jar: string): Promise<Jar> {
  return { path: jar, size: (await stat(jar)).size };
}

/** Maven checks downloads, but not the jars in its repository. A full disk may have left half a jar there. */
async function checkWhole(jar: string): Promise<void> {
  const expected = /^[0-9a-f]{40}/.exec(await readFile(`${jar}.sha1`, 'utf8').catch(() => ''))?.[0];
  if (expected === undefined) return;
  const hash = createHash('sha1');
  for await (const part of createReadStream(jar)) hash.update(part as Buffer);
  if (hash.digest('hex') === expected) return;
  throw new EmbeddedError(
    'DAMAGED_JAR',
    `${jar} is damaged: its content does not match its checksum.`,
    'delete that file and try again, which downloads it again',
  );
}

async function findMaven(env: Environment): Promise<string> {
  const named = env.MAVEN_HOME === undefined ? [] : [path.join(env.MAVEN_HOME, 'bin/mvn')];
  for (const program of [...named, ...(await onPath('mvn', env))]) {
    if (await isExecutable(program)) return program;
  }
  throw new EmbeddedError(
    'NO_MAVEN',
    'Maven, which downloads the embedded Neo4j, is neither in MAVEN_HOME nor on PATH.',
    'install Maven 3.6 or newer (the package is usually called maven)',
  );
}
