import type { ApolloServerPlugin } from '@apollo/server';
import {
  getNamedType,
  getNullableType,
  getVariableValues,
  type GraphQLError,
  isListType,
  OperationTypeNode,
} from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { DEFAULT_PAGE } from './pageArguments.ts';
import type { Context } from './context.ts';
import { refused } from './errors.ts';
import { measure, type Measure } from './measure.ts';

/** Deep enough for entity → events → participants → entity → events → reports → source, and no deeper. */
export const MOST_DEPTH = 15;

/** About what the server answers in a quarter of a second: 200 events with all that they hold. */
export const MOST_COMPLEXITY = 50_000;

/** How many rows a list that has no page is taken to hold. */
const TYPICAL_LIST = 5;

/** Refuses operations that nest too deep or could return too much, before anything is read. */
export const limits: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ request, document, schema, operation }) {
        if (operation && operation.operation !== OperationTypeNode.QUERY)
          throw onlyQueries(operation.operation);
        if (operation) checkSize(measure(document, operation.selectionSet));
        const variables = request.variables ?? {};
        // Variables that do not fit are refused next, by name; there is nothing to count with them.
        if (getVariableValues(schema, operation?.variableDefinitions ?? [], variables).errors)
          return Promise.resolve();
        const complexity = getComplexity({
          schema,
          query: document,
          variables,
          ...(request.operationName ? { operationName: request.operationName } : {}),
          estimators: [rowsTimesFields],
        });
        if (complexity > MOST_COMPLEXITY) throw tooComplex(complexity);
        return Promise.resolve();
      },
    }),
};

/** A field costs one, and what is below it once for every row that it can have. */
const rowsTimesFields: ComplexityEstimator = ({ field, args, childComplexity }) => {
  const { first, last, limit } = args as { first?: number; last?: number; limit?: number };
  // Their rows are counted where the size of the page is given.
  if (field.name === 'edges' || field.name === 'items') return childComplexity;
  // A negative size is refused later; here it must not make room for others.
  if (getNamedType(field.type).name.endsWith('Connection'))
    return 1 + Math.max(0, last ?? first ?? DEFAULT_PAGE) * childComplexity;
  if (typeof limit === 'number') return 1 + Math.max(0, limit) * childComplexity;
  return 1 + (isListType(getNullableType(field.type)) ? TYPICAL_LIST : 1) * childComplexity;
};

function checkSize({ depth, fields }: Measure): void {
  if (depth > MOST_DEPTH) {
    throw refused(
      'TOO_DEEP',
      `The operation is ${depth} levels deep; at most ${MOST_DEPTH} are allowed. Ask for the deeper part by its id.`,
    );
  }
  if (fields > MOST_COMPLEXITY) throw tooComplex(fields);
}

function tooComplex(complexity: number): GraphQLError {
  return refused(
    'TOO_COMPLEX',
    `The operation could return ${complexity} values; at most ${MOST_COMPLEXITY} are allowed. Ask for smaller pages or fewer lists.`,
  );
}

function onlyQueries(kind: string): GraphQLError {
  return refused(
    'GRAPHQL_VALIDATION_FAILED',
    `There are no ${kind}s here, only queries: what the graph holds is changed by loading seeds.`,
  );
}
