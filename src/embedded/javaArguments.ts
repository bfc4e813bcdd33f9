import type { Neo4jProgram } from './findNeo4j.ts';
import type { Neo4jRelease } from './neo4jRelease.ts';
import type { ServerSettings } from './serverSettings.ts';

/** The arguments of the JVM that the server runs in. */
export function javaArguments(
  { release, classpath }: Neo4jProgram,
  settings: ServerSettings,
  home: string,
  options: readonly string[],
): string[] {
  return [
    '-Xms256m',
    `-Xmx${settings.heap}`,
    '-XX:+UseG1GC',
    ...addOpens(release),
    '-Dlog4j2.disable.jmx=true',
    ...options,
    '-cp',
    classpath.join(':'),
    release.mainClass,
    `--home-dir=${home}`,
    `--config-dir=${home}/conf`,
    '--console-mode',
  ];
}

/** The packages that the server and its tools access. */
export function addOpens(release: Neo4jRelease): string[] {
  return release.opens.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`);
}

/** The arguments for a file that the JVM reads, one a line. */
export function argumentFile(args: readonly string[]): string {
  return args.map((arg) => `"${arg.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"\n`).join('');
}
