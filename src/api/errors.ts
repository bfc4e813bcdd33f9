import { GraphQLError } from 'graphql';

/** Every code that `extensions.code` of an error can have. */
export const ERROR_CODES = {
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  BAD_USER_INPUT: 'An argument or variable has a value that it cannot have; the message says which and why.',
  OPERATION_RESOLUTION_FAILURE: 'The request names no operation of its document.',
  BAD_REQUEST: 'The request is not one that GraphQL over HTTP allows.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'This server keeps no documents by hash.',
  UNTRUSTED_DOCUMENT: 'This server answers only the documents of its manifest, and this is none of them.',
  TOO_DEEP: 'The operation nests more levels than are allowed.',
  TOO_COMPLEX: 'The operation could cost more than is allowed; ask for smaller pages or fewer fields.',
  TIMEOUT: 'The answer would take longer than is allowed, or the database is too busy to give it.',
  DATABASE_UNAVAILABLE: 'The database does not answer.',
  CANCELLED: 'The request was cancelled.',
  INTERNAL_SERVER_ERROR: 'A fault of ours; the log of the server has its cause.',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** An error for the reader: says which argument and why. */
export function badInput(argument: string, message: string): GraphQLError {
  return new GraphQLError(`Argument "${argument}": ${message}`, {
    extensions: { code: 'BAD_USER_INPUT', argument },
  });
}
