import { GraphQLError } from 'graphql';

/** Every code that `extensions.code` of an error can have. */
export const ERROR_CODES = {
  GRAPHQL_PARSE_FAILED: 'The document is not valid GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not match the schema.',
  BAD_USER_INPUT: 'An argument or variable has an invalid value. The message says which and why.',
  OPERATION_RESOLUTION_FAILURE: 'The request names no operation in its document.',
  BAD_REQUEST: 'The request is not allowed by GraphQL over HTTP.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'This server does not store documents by hash.',
  UNTRUSTED_DOCUMENT: 'The document is not in the manifest of this server, which answers no others.',
  TOO_DEEP: 'The operation has more levels than allowed.',
  TOO_COMPLEX: 'The operation could cost more than allowed. Ask for smaller pages or fewer fields.',
  TIMEOUT: 'The answer takes longer than allowed, or the database is too busy.',
  DATABASE_UNAVAILABLE: 'The database does not answer.',
  CANCELLED: 'The request was cancelled.',
  INTERNAL_SERVER_ERROR: 'An error in the server. The cause is in the log of the server.',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** An error for the client: which argument is wrong, and why. */
export function badInput(argument: string, message: string): GraphQLError {
  return new GraphQLError(`Argument "${argument}": ${message}`, {
    extensions: { code: 'BAD_USER_INPUT', argument },
  });
}
