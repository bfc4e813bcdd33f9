import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Neo4jProgram } from './findNeo4j.ts';

/** How a JVM comes by the classes that an earlier one has loaded already (class data sharing, JEP 350). */
export interface ClassArchive {
  /** For the command line of the JVM. */
  readonly options: readonly string[];
  /** To be called when the JVM has ended: an archive that it wrote whole is there for the next. */
  readonly settle: (exitCode: number) => Promise<void>;
}

/**
 * The archive of one Java and one classpath, in the cache. Where it is missing, the JVM writes a draft of it while it
 * stops, which takes some seconds; with it, a start takes some 40 % less work. A JVM passes over an archive that is not its own.
 */
export async function classArchive(
  draft: string,
  { java, classpath, cache }: Neo4jProgram,
): Promise<ClassArchive> {
  const key = createHash('sha256')
    .update(JSON.stringify([java, await Promise.all([java.program, ...classpath].map(written))]))
    .digest('hex');
  const archive = path.join(cache, `classes-${key.slice(0, 16)}.jsa`);
  if (existsSync(archive))
    return { options: [`-XX:SharedArchiveFile=${archive}`, ...QUIETLY], settle: () => Promise.resolve() };
  return {
    options: [`-XX:ArchiveClassesAtExit=${draft}`, ...QUIETLY],
    settle: async (exitCode) => {
      if (STOPPED.includes(exitCode) && existsSync(draft)) await keep(draft, archive).catch(() => undefined);
      await rm(draft, { force: true });
    },
  };
}

/** Whole from its first moment, as others may read it. Should it fail, the next start is slower, no more. */
async function keep(draft: string, archive: string): Promise<void> {
  const copy = `${archive}.${process.pid}`;
  try {
    await copyFile(draft, copy);
    await rename(copy, archive);
  } finally {
    await rm(copy, { force: true });
  }
}

/** The JVM takes no archive of files that were written since. */
async function written(file: string): Promise<[string, number, number]> {
  const { size, mtimeMs } = await stat(file);
  return [file, size, mtimeMs];
}

/** Without its warnings; a JVM that knows no such archives starts as ever. */
const QUIETLY = ['-Xlog:cds=off', '-Xlog:cds+dynamic=off', '-XX:+IgnoreUnrecognizedVMOptions'];

/** By itself, or by SIGTERM; one that was killed may have written half. */
const STOPPED = [0, 143];
