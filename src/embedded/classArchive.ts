import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Neo4jProgram } from './findNeo4j.ts';

/** Lets a JVM reuse the classes that an earlier one has loaded (class data sharing, JEP 350). */
export interface ClassArchive {
  /** Options for the command line of the JVM. */
  readonly options: readonly string[];
  /** To be called when the JVM has ended: keeps an archive that it wrote completely, for the next start. */
  readonly settle: (exitCode: number) => Promise<void>;
}

/**
 * The archive of one Java and one classpath, in the cache. If it is missing, the JVM writes a draft of it while it
 * stops, which takes some seconds. With an archive, a start takes some 40 % less work. A JVM ignores an archive that
 * does not fit.
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

/**
 * The file appears under its name only when it is complete, because others may read it. If this fails, the next start
 * is merely slower.
 */
async function keep(draft: string, archive: string): Promise<void> {
  const copy = `${archive}.${process.pid}`;
  try {
    await copyFile(draft, copy);
    await rename(copy, archive);
  } finally {
    await rm(copy, { force: true });
  }
}

/** The JVM refuses an archive of files that were changed since. */
async function written(file: string): Promise<[string, number, number]> {
  const { size, mtimeMs } = await stat(file);
  return [file, size, mtimeMs];
}

/** Without the warnings of the JVM. A JVM without class data sharing starts as usual. */
const QUIETLY = ['-Xlog:cds=off', '-Xlog:cds+dynamic=off', '-XX:+IgnoreUnrecognizedVMOptions'];

/** The exit codes of a normal end and of SIGTERM. A JVM that was killed may have written half an archive. */
const STOPPED = [0, 143];
