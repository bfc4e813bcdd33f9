export type EmbeddedErrorCode =
  | 'NO_JAVA'
  | 'JAVA_TOO_OLD'
  | 'NO_MAVEN'
  | 'DOWNLOAD_FAILED'
  | 'DAMAGED_JAR'
  | 'PORT_TAKEN'
  | 'STORE_IN_USE'
  | 'NEWER_STORE'
  | 'PASSWORD_REFUSED'
  | 'SERVER_DIED'
  | 'NOT_READY'
  | 'NO_PERMISSION'
  | 'NO_SPACE'
  | 'NOT_A_HOME'
  | 'STORE_NOT_EMPTY'
  | 'IMPORT_FAILED'
  | 'NO_STORE'
  | 'BACKUP_FAILED'
  | 'RESTORE_FAILED';

/** The embedded server cannot be started or used. The message says why, and what to do about it. */
export class EmbeddedError extends Error {
  readonly code: EmbeddedErrorCode;

  /**
   * @param wrong what is wrong and where, as a sentence
   * @param remedy what to do about it, as an imperative without a full stop
   * @param options replaces the second way out, if that of the code does not fit
   */
  constructor(
    code: EmbeddedErrorCode,
    wrong: string,
    remedy: string,
    options: ErrorOptions & { readonly orElse?: string } = {},
  ) {
    super(`${wrong}\nEither ${remedy}, or ${options.orElse ?? OTHER_WAY[code] ?? OWN_SERVER}.`, options);
    this.name = 'EmbeddedError';
    this.code = code;
  }
}

const OWN_SERVER = 'set NEO4J_URI (with NEO4J_USER and NEO4J_PASSWORD) to a Neo4j you already run';

/** Codes for which a Neo4j that the user runs is no way out. */
const OTHER_WAY: Partial<Record<EmbeddedErrorCode, string>> = {
  STORE_NOT_EMPTY: 'import without --bulk, which adds to the existing data',
  IMPORT_FAILED: 'import without --bulk',
  BACKUP_FAILED: 'keep a copy of the whole home folder while no server runs on it',
  RESTORE_FAILED: 'restore another backup',
};
