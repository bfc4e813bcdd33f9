import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { InvalidArgument } from '../answers/ids.ts';
import { ERROR_CODES, type ErrorCode } from '../api/errors.ts';
import { GraphError, type GraphFailure } from '../graph/graphError.ts';

/** An error about the operation as a whole, answered with HTTP 400 before anything is read. */
export function refused(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
}

const CODE_OF_FAILURE: Record<GraphFailure, ErrorCode> = {
  UNAVAILABLE: 'DATABASE_UNAVAILABLE',
  BUSY: 'TIMEOUT',
  UNAUTHORIZED: 'DATABASE_UNAVAILABLE',
  TIMEOUT: 'TIMEOUT',
  TOO_MUCH_MEMORY: 'TOO_COMPLEX',
  CANCELLED: 'CANCELLED',
  CONFLICT: 'INTERNAL_SERVER_ERROR',
  FAILED: 'INTERNAL_SERVER_ERROR',
};

/** What goes out for an error: its message and code, where it is the reader's; never Cypher, never a stack. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  if (original instanceof GraphError)
    return {
      ...formatted,
      message: original.message,
      extensions: { code: CODE_OF_FAILURE[original.reason] },
    };
  if (original instanceof InvalidArgument)
    return { ...formatted, extensions: { code: 'BAD_USER_INPUT', argument: original.argument } };
  // Only GraphQL's own words are told; an error of our code has other words at its root.
  const code = original instanceof GraphQLError ? codeOf(formatted) : 'INTERNAL_SERVER_ERROR';
  if (code === 'INTERNAL_SERVER_ERROR')
    return { ...formatted, message: ERROR_CODES[code], extensions: { code } };
  const argument =
    formatted.extensions?.argument ?? variableIn(formatted.message) ?? argumentIn(formatted.message);
  return { ...formatted, extensions: argument === undefined ? { code } : { code, argument } };
}

function codeOf({ message, extensions }: Pick<GraphQLFormattedError, 'message' | 'extensions'>): ErrorCode {
  const given = extensions?.code ?? 'INTERNAL_SERVER_ERROR';
  const isArgument = given === 'INTERNAL_SERVER_ERROR' && argumentIn(message) !== undefined;
  const code = isArgument ? 'BAD_USER_INPUT' : given;
  if (typeof code !== 'string' || !Object.hasOwn(ERROR_CODES, code)) return 'INTERNAL_SERVER_ERROR';
  // The parser stops there, though the document may be GraphQL.
  return /^Syntax Error: Document contains more tha[nt] \d+ tokens/.test(message)
    ? 'TOO_COMPLEX'
    : (code as ErrorCode);
}

/** The argument that GraphQL itself refuses when it executes a field: its variable has a value that it cannot have. */
function argumentIn(message: string): string | undefined {
  return /^Argument "(\w+)" (?:of |has )/.exec(message)?.[1];
}

/** `$where.during.from`, where a variable has a value that it cannot have. */
function variableIn(message: string): string | undefined {
  const [, variable, path] =
    /^Variable "(\$\w+)" got invalid value .*?(?: at "\w+([.[][^"]*)")?;/s.exec(message) ?? [];
  return variable && variable + (path ?? '');
}

/** Whether the error is a fault of ours or of the database, and so belongs into the log. */
export function isFault(error: GraphQLError): boolean {
  const original = unwrapResolverError(error);
  if (original instanceof GraphError) return original.reason !== 'CANCELLED';
  if (original instanceof InvalidArgument) return false;
  // What GraphQL finds of our answers, such as null where none may be, has no code.
  return !(original instanceof GraphQLError) || codeOf(original) === 'INTERNAL_SERVER_ERROR';
}
