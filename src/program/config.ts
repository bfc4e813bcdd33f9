import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../embedded/environment.ts';
import { type Neo4jRelease, neo4jRelease, USUAL_RELEASE } from '../embedded/neo4jRelease.ts';
import type { ConnectionSettings } from '../graph/graph.ts';
import { ProgramError } from './programError.ts';
import { DEFAULT_HOME, DEFAULT_HOST, DEFAULT_NAME, DEFAULT_PORT } from './settings.ts';

/** The address of the service, and the Neo4j that it uses. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** The sites whose pages may send requests from a browser. */
  readonly corsOrigins: readonly string[];
  /** The manifest of the only documents that the service answers; `null` to answer any. */
  readonly trustedDocuments: string | null;
  /** A Neo4j that someone else runs; `null` for the embedded one. */
  readonly neo4j: ConnectionSettings | null;
  readonly embedded: EmbeddedConfig;
  /** The variables by which the embedded Neo4j finds Java and Maven. */
  readonly environment: Environment;
}

/** The settings of the embedded Neo4j; sizes as the JVM writes them ("1g"). */
export interface EmbeddedConfig {
  /** The folder of its store, settings, logs and password. */
  readonly home: string;
  readonly release: Neo4jRelease;
  /** The folder that the servers of all homes share. */
  readonly cache: string;
  /** The password for a new home. */
  readonly password?: string;
  readonly heap?: string;
  readonly pageCache?: string;
}

/** The project's own folder, wherever the program is started from. */
export const PROJECT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * The path of a file that the user named. It is relative to the user's folder, which npm leaves for the project's
 * folder.
 */
export function fileNamed(name: string, environment: Environment = process.env): string {
  return path.resolve(environment.INIT_CWD || process.cwd(), name);
}

/** Reads the environment. An error names the variable and the values that it accepts. */
export function readConfig(environment: Environment = process.env): Config {
  const { HOST, PORT, NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE } = environment;
  const { CORS_ORIGINS, TRUSTED_DOCUMENTS } = environment;
  const { CHANCERY_HOME, NEO4J_VERSION, NEO4J_HEAP, NEO4J_PAGECACHE } = environment;
  return {
    host: HOST || DEFAULT_HOST,
    port: portFrom(PORT),
    corsOrigins: originsFrom(CORS_ORIGINS),
    trustedDocuments: TRUSTED_DOCUMENTS ? path.resolve(TRUSTED_DOCUMENTS) : null,
    neo4j: NEO4J_URI
      ? {
          uri: uriFrom(NEO4J_URI),
          user: NEO4J_USER || DEFAULT_NAME,
          password: NEO4J_PASSWORD ?? '',
          database: NEO4J_DATABASE || DEFAULT_NAME,
        }
      : null,
    embedded: {
      home: path.resolve(CHANCERY_HOME || path.join(PROJECT, DEFAULT_HOME)),
      cache: path.join(PROJECT, 'node_modules/.cache/chancery'),
      release: NEO4J_VERSION ? releaseFrom(NEO4J_VERSION) : USUAL_RELEASE,
      ...(NEO4J_PASSWORD && !NEO4J_URI ? { password: passwordFrom(NEO4J_PASSWORD) } : {}),
      ...(NEO4J_HEAP ? { heap: sizeFrom('NEO4J_HEAP', NEO4J_HEAP) } : {}),
      ...(NEO4J_PAGECACHE ? { pageCache: sizeFrom('NEO4J_PAGECACHE', NEO4J_PAGECACHE) } : {}),
    },
    environment,
  };
}

function uriFrom(text: string): string {
  if (/^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^/]/.test(text)) return text;
  throw new ProgramError(
    `NEO4J_URI is "${text}". Set it to the Bolt address of a Neo4j, such as bolt://127.0.0.1:7687 or neo4j+s://host.`,
  );
}

function releaseFrom(text: string): Neo4jRelease {
  const release = neo4jRelease(text);
  if (release !== undefined) return release;
  throw new ProgramError(
    `NEO4J_VERSION is "${text}". Set it to a release of 5.26 or of the calendar versions, such as 5.26.29 or 2026.07.1.`,
  );
}

/** Checks a size in the form that both the JVM and Neo4j accept, because neither reports a wrong one at once. */
function sizeFrom(name: string, text: string): string {
  if (/^[1-9]\d{0,8}[kmg]$/i.test(text)) return text;
  throw new ProgramError(`${name} is "${text}". Set it to a size such as 512m or 2g.`);
}

/**
 * Neo4j's own rule for a new password. It is checked here, so that no home is made with a password that Neo4j will
 * refuse.
 */
const MIN_PASSWORD_LENGTH = 8;

function passwordFrom(text: string): string {
  if (text.length >= MIN_PASSWORD_LENGTH) return text;
  throw new ProgramError(
    `NEO4J_PASSWORD has ${text.length} characters. Neo4j needs at least ${MIN_PASSWORD_LENGTH}.`,
  );
}

function portFrom(text: string | undefined): number {
  if (!text) return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new ProgramError(`PORT is "${text}". Set it to a number from 0 (any free port) to 65535.`);
}

function originsFrom(list: string | undefined): string[] {
  const origins = (list ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  for (const origin of origins)
    if (!isOrigin(origin))
      throw new ProgramError(
        `CORS_ORIGINS has "${origin}". Write each origin in full as browsers send it, separated by commas: https://example.org,http://localhost:5173.`,
      );
  return origins;
}

/** Whether a browser would send exactly this text as an origin. Any other text would never match. */
function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
