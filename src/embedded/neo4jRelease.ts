/** A release of Neo4j Community, and what it needs to start. */
export interface Neo4jRelease {
  readonly version: string;
  /** The oldest Java that runs it. */
  readonly java: number;
  readonly mainClass: string;
  /** The packages of java.base that it accesses. */
  readonly opens: readonly string[];
}

/** The release that is started by default: the line with long-term support. */
export const USUAL_RELEASE = of526('5.26.29');

/** A release of the 5.26 line or of the calendar line, such as 2026.07.1; undefined for any other version. */
export function neo4jRelease(version: string): Neo4jRelease | undefined {
  if (/^5\.26\.\d{1,3}$/.test(version)) return of526(version);
  if (/^20\d\d\.(0[1-9]|1[0-2])\.\d{1,3}$/.test(version)) return ofCalendar(version);
  return undefined;
}

function of526(version: string): Neo4jRelease {
  return {
    version,
    java: 17,
    mainClass: 'org.neo4j.server.CommunityEntryPoint',
    opens: ['java.nio', 'java.io', 'sun.nio.ch'],
  };
}

function ofCalendar(version: string): Neo4jRelease {
  return {
    version,
    java: 21,
    mainClass: 'org.neo4j.server.Neo4jCommunity',
    opens: ['java.nio', 'java.io', 'java.util.concurrent', 'sun.nio.ch'],
  };
}
