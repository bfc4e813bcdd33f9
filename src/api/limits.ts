import type { ApolloServerPlugin } from '@apollo/server';
import {
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  GraphQLError,
  isListType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { DEFAULT_PAGE } from './connection.ts';
import type { Context } from './context.ts';

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
        const fragments = new Map(
          document.definitions.flatMap((one) =>
            one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [],
          ),
        );
        if (operation) checkDepth(operation, fragments);
        const complexity = getComplexity({
          schema,
          query: document,
          variables: request.variables ?? {},
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
  if (field.name === 'edges') return childComplexity;
  // A negative size is refused later; here it must not make room for others.
  if (getNamedType(field.type).name.endsWith('Connection'))
    return 1 + Math.max(0, last ?? first ?? DEFAULT_PAGE) * childComplexity;
  if (typeof limit === 'number') return 1 + Math.max(0, limit) * childComplexity;
  return 1 + (isListType(getNullableType(field.type)) ? TYPICAL_LIST : 1) * childComplexity;
};

function checkDepth(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): void {
  const depth = depthOf(operation.selectionSet, fragments);
  if (depth <= MOST_DEPTH) return;
  throw new GraphQLError(
    `The operation is ${depth} levels deep; at most ${MOST_DEPTH} are allowed. Ask for the deeper part by its id.`,
    { extensions: { code: 'TOO_DEEP' } },
  );
}

/** Levels of fields; introspection, which tools ask deeply, does not count. Validation has refused cyclic fragments. */
function depthOf(
  set: SelectionSetNode | undefined,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): number {
  const depths = (set?.selections ?? []).map((selection): number => {
    if (selection.kind === Kind.FRAGMENT_SPREAD)
      return depthOf(fragments.get(selection.name.value)?.selectionSet, fragments);
    if (selection.kind === Kind.INLINE_FRAGMENT) return depthOf(selection.selectionSet, fragments);
    return selection.name.value.startsWith('__') ? 0 : 1 + depthOf(selection.selectionSet, fragments);
  });
  return Math.max(0, ...depths);
}

function tooComplex(complexity: number): GraphQLError {
  return new GraphQLError(
    `The operation could return ${complexity} values; at most ${MOST_COMPLEXITY} are allowed. Ask for smaller pages or fewer lists.`,
    { extensions: { code: 'TOO_COMPLEX' } },
  );
}
