/** A release of Neo4j Community, and what starting it takes. */
export interface Neo4jRelease {
  readonly version: string;
  /** The oldest Java that runs it. */
  readonly java: number;
  readonly mainClass: string;
  /** Packages of java.base that it reaches into. */
  readonly opens: readonly string[];
}

/** What is started unless another is asked for: the line with long-term support. */
export const USUAL_RELEASE: Neo4jRelease = {
  version: '5.26.29',
  java: 17,
  mainClass: 'org.neo4j.server.CommunityEntryPoint',
  opens: ['java.nio', 'java.io', 'sun.nio.ch'],
};

/** Of the 5.26 line or of the calendar line, such as 2026.07.1; undefined for what is neither. */
export function neo4jRelease(version: string): Neo4jRelease | undefined {
  if (/^5\.26\.\d{1,3}$/.test(version)) return { ...USUAL_RELEASE, version };
  if (!/^20\d\d\.(0[1-9]|1[0-2])\.\d{1,3}$/.test(version)) return undefined;
  return {
    version,
    java: 21,
    mainClass: 'org.neo4j.server.Neo4jCommunity',
    opens: [...USUAL_RELEASE.opens, 'java.util.concurrent'],
  };
}
