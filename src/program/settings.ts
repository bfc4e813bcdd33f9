import { DEFAULT_HEAP, DEFAULT_PAGE_CACHE } from '../embedded/serverSettings.ts';
import { USUAL_RELEASE } from '../embedded/neo4jRelease.ts';

/** An environment variable that `readConfig` reads. */
interface Setting {
  /** What holds without it; absent where nothing does. */
  readonly default?: string;
  readonly description: string;
}

export const DEFAULT_HOST = '127.0.0.1';
export const DEFAULT_PORT = 4000;
/** Of Neo4j itself: the user, and the database. */
export const DEFAULT_NAME = 'neo4j';
/** In the project's folder. */
export const DEFAULT_HOME = '.chancery';

/** All of them, in the order of the documentation. */
export const SETTINGS: Readonly<Record<string, Setting>> = {
  HOST: { default: DEFAULT_HOST, description: 'The address that the service listens on.' },
  PORT: { default: String(DEFAULT_PORT), description: 'The port that it listens on; 0 for any free port.' },
  CORS_ORIGINS: {
    description: 'The origins whose pages may ask from a browser, separated by commas.',
  },
  TRUSTED_DOCUMENTS: {
    description: 'A manifest of the only documents to answer. Without it, the service answers any document.',
  },
  NEO4J_URI: {
    description: 'The address of a Neo4j of your own. Without it, Chancery starts an embedded one.',
  },
  NEO4J_USER: { default: DEFAULT_NAME, description: 'The user at `NEO4J_URI`.' },
  NEO4J_PASSWORD: {
    description: 'The password at `NEO4J_URI`. Without `NEO4J_URI`, the password of a new home.',
  },
  NEO4J_DATABASE: { default: DEFAULT_NAME, description: 'The database at `NEO4J_URI`.' },
  NEO4J_VERSION: {
    default: USUAL_RELEASE.version,
    description: 'The release of the embedded Neo4j. The calendar line, such as 2026.07.1, needs Java 21.',
  },
  CHANCERY_HOME: {
    default: DEFAULT_HOME,
    description:
      "The folder where the embedded Neo4j keeps its store, settings, logs and password. The default is in the project's folder.",
  },
  NEO4J_HEAP: { default: DEFAULT_HEAP, description: 'The maximum heap of the embedded Neo4j.' },
  NEO4J_PAGECACHE: {
    default: DEFAULT_PAGE_CACHE,
    description: 'The memory in which the embedded Neo4j caches pages of its store.',
  },
};
