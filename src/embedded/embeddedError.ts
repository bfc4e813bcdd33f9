export type EmbeddedErrorCode =
  | 'NO_JAVA'
  | 'JAVA_TOO_OLD'
  | 'NO_MAVEN'
  | 'DOWNLOAD_FAILED'
  | 'PORT_TAKEN'
  | 'STORE_IN_USE'
  | 'PASSWORD_REFUSED'
  | 'SERVER_DIED'
  | 'NOT_READY'
  | 'NO_PERMISSION'
  | 'NO_SPACE';

/** Why the embedded server could not be had. The message says what is wrong and names both ways out. */
export class EmbeddedError extends Error {
  readonly code: EmbeddedErrorCode;

  /**
   * @param wrong what is wrong and where, as a sentence
   * @param remedy what to do about it, as an imperative without a full stop
   */
  constructor(code: EmbeddedErrorCode, wrong: string, remedy: string, options?: ErrorOptions) {
    super(
      `${wrong}\nEither ${remedy}, or set NEO4J_URI (with NEO4J_USER and NEO4J_PASSWORD) to a Neo4j you already run.`,
      options,
    );
    this.name = 'EmbeddedError';
    this.code = code;
  }
}
