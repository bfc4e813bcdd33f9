import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedError } from './embeddedError.ts';
import { type Environment, isExecutable, onPath } from './environment.ts';

export interface Java {
  /** The `java` program. */
  readonly program: string;
  /** Its feature release: 17, 21, … */
  readonly release: number;
  /** The installation, for programs that need JAVA_HOME. */
  readonly home: string | undefined;
}

/**
 * The first Java of that release or a newer one: in JAVA_HOME, then in PATH, then in the usual places of installers.
 * @throws EmbeddedError NO_JAVA, or JAVA_TOO_OLD with those that were found
 */
export async function findJava(env: Environment, oldest: number, places = usualPlaces(env)): Promise<Java> {
  const tooOld: Java[] = [];
  for (const program of await candidates(env, places)) {
    const java = await probe(program, env);
    if (java !== undefined && java.release >= oldest) return java;
    if (java !== undefined) tooOld.push(java);
  }
  if (tooOld.length > 0) {
    const found = tooOld.map((java) => `Java ${java.release} at ${java.program}`).join(', ');
    throw new EmbeddedError(
      'JAVA_TOO_OLD',
      `The embedded Neo4j needs Java ${oldest} or newer. Found: ${found}.`,
      remedy(oldest),
    );
  }
  throw new EmbeddedError(
    'NO_JAVA',
    `The embedded Neo4j needs Java ${oldest} or newer. None was found in JAVA_HOME, on PATH or in the usual places.`,
    remedy(oldest),
  );
}

function remedy(oldest: number): string {
  return (
    `install Java ${oldest} or newer (any vendor; for example the packages openjdk-${oldest}-jre-headless or ` +
    'temurin-21-jre) and put it on PATH or name it in JAVA_HOME'
  );
}

/** Folders whose children are Java installations. */
function usualPlaces(env: Environment): string[] {
  const places = ['/usr/lib/jvm', '/Library/Java/JavaVirtualMachines', '/opt/homebrew/opt/openjdk/libexec'];
  return env.HOME === undefined ? places : [...places, path.join(env.HOME, '.sdkman/candidates/java')];
}

async function candidates(env: Environment, places: readonly string[]): Promise<string[]> {
  const named = env.JAVA_HOME === undefined ? [] : [path.join(env.JAVA_HOME, 'bin/java')];
  const installed: string[] = [];
  for (const place of places) {
    const children = await readdir(place).catch(() => []);
    // In reverse order, java-21 comes before java-17.
    for (const child of children.toSorted().toReversed()) {
      installed.push(path.join(place, child, 'bin/java'), path.join(place, child, 'Contents/Home/bin/java'));
    }
  }
  const all = [...new Set([...named, ...(await onPath('java', env)), ...installed])];
  const executable = await Promise.all(all.map(isExecutable));
  return all.filter((_, index) => executable[index]);
}

/** The version that the program prints; undefined if it is no working Java (macOS has such a stub). */
async function probe(program: string, env: Environment): Promise<Java | undefined> {
  const said = await new Promise<string>((resolve) => {
    execFile(
      program,
      ['-XshowSettings:properties', '-version'],
      { env, timeout: 20_000 },
      (error, out, err) => {
        resolve(error === null ? `${out}\n${err}` : '');
      },
    );
  });
  // "1.8.0_292" is Java 8; "17.0.15" is Java 17; "21" is Java 21.
  const version = /version "(?:1\.)?(\d+)/.exec(said)?.[1];
  if (version === undefined) return undefined;
  return { program, release: Number(version), home: /^\s*java\.home = (.+?)\s*$/m.exec(said)?.[1] };
}
