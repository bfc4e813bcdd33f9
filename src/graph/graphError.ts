import { Neo4jError } from 'neo4j-driver';

/** Why the database did not answer. `cause` has the driver's own error, for the log only. */
export class GraphError extends Error {
  readonly reason: GraphFailure;

  constructor(reason: GraphFailure, cause: unknown, detail = '') {
    super(`${MESSAGES[reason]}${detail}`, { cause });
    this.name = 'GraphError';
    this.reason = reason;
  }
}

export type GraphFailure =
  | 'UNAVAILABLE'
  | 'BUSY'
  | 'UNAUTHORIZED'
  | 'TIMEOUT'
  | 'TOO_MUCH_MEMORY'
  | 'CANCELLED'
  | 'CONFLICT'
  | 'FAILED';

const MESSAGES: Record<GraphFailure, string> = {
  UNAVAILABLE: 'The database does not answer. Check that Neo4j runs (at NEO4J_URI, if set), then try again.',
  BUSY: 'All connections to the database are busy. Try again in a moment.',
  UNAUTHORIZED: 'The database refuses the user name or password. Check NEO4J_USER and NEO4J_PASSWORD.',
  TIMEOUT: 'The question took longer than allowed. Narrow it by types, entities or a period.',
  TOO_MUCH_MEMORY: 'The question needs more memory than allowed. Narrow it by types, entities or a period.',
  CANCELLED: 'The question was cancelled before the database answered.',
  CONFLICT: 'The graph has a record with this key already',
  FAILED: 'The database could not answer the question.',
};

/** The first rule whose pattern matches the driver's error code gives the reason. */
const RULES: readonly (readonly [RegExp, GraphFailure])[] = [
  [/ServiceUnavailable|SessionExpired|DatabaseUnavailable|DatabaseNotFound|N\/A/, 'UNAVAILABLE'],
  [/Security\.(Unauthorized|AuthenticationRateLimit|CredentialsExpired|Forbidden)/, 'UNAUTHORIZED'],
  [/TransactionTimedOut/, 'TIMEOUT'],
  [/MemoryPoolOutOfMemory|OutOfMemory|TransactionOutOfMemory/, 'TOO_MUCH_MEMORY'],
  [/ConstraintValidationFailed/, 'CONFLICT'],
  [/Transaction\.Terminated|ProcedureTerminated/, 'CANCELLED'],
];

/** The driver's errors as GraphErrors. Other errors, such as a fault in a transaction's own work, stay as they are. */
export function graphErrorFrom(cause: unknown): unknown {
  if (!(cause instanceof Neo4jError)) return cause;
  // The driver has no error code for this.
  if (cause.message.startsWith('Connection acquisition timed out')) return new GraphError('BUSY', cause);
  const reason = RULES.find(([pattern]) => pattern.test(cause.code))?.[1] ?? 'FAILED';
  return new GraphError(reason, cause, reason === 'CONFLICT' ? keyIn(cause.message) : '');
}

/** The key in the words of Neo4j: "… already exists with label `Event` and property `id` = 'event:x'". */
function keyIn(message: string): string {
  const [, property, key] = /property `(\w+)` = '(.*)'/.exec(message) ?? [];
  return key === undefined ? '.' : `: ${property} "${key}".`;
}
