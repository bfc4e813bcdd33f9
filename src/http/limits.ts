import type { ApolloServerPlugin } from '@apollo/server';
import {
  type ASTNode,
  type DocumentNode,
  getNamedType,
  type GraphQLField,
  getNullableType,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  isListType,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { DEFAULT_PAGE, MAX_PAGE_SIZE } from '../api/connection.ts';
import type { Reader } from '../answers/reader.ts';
import { PATH_MODES, type PathMode } from '../paths/pathModes.ts';
import { refused } from './errors.ts';
import { preparedFor } from '../api/preparedOperation.ts';
import { measure, type Measure } from './documentSize.ts';

/** Deep enough for entity → events → participants → entity → events → reports → source, and no deeper. */
export const MAX_DEPTH = 15;

/** About what the server answers in a quarter of a second: 200 events with all that they hold. */
export const MAX_COMPLEXITY = 50_000;

/** How many rows a list that has no page is taken to hold. */
export const TYPICAL_LIST = 5;

/** Refuses operations that nest too deep or could return too much, before anything is read. */
export const limits: ApolloServerPlugin<Reader> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ request, document, schema, operation }) {
        if (!operation) return Promise.resolve();
        const prepared = preparedFor(operation);
        const sizeVariables = (prepared.sizeVariables ??= sizeVariablesOf(document));
        check({ schema, document, operation, variables: request.variables ?? {}, sizeVariables });
        return Promise.resolve();
      },
    }),
};

interface Asked {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The names of those on which the size of the answer depends. */
  readonly sizeVariables: readonly string[];
}

/** Sizes that are remembered of one operation; programs ask the same again and again. */
const MAX_ACCEPTED_SIZES = 100;

function check(asked: Asked): void {
  const { schema, document, operation, variables, sizeVariables } = asked;
  const { acceptedSizes } = preparedFor(operation);
  const sizes = JSON.stringify(sizeVariables.map((name) => (name in variables ? [variables[name]] : [])));
  if (acceptedSizes.has(sizes)) return;
  if (operation.operation !== OperationTypeNode.QUERY) throw onlyQueries(operation.operation);
  checkSize(measure(document, operation.selectionSet));
  // Variables that do not fit are refused next, by name; there is nothing to count with them.
  if (getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors) return;
  const complexity = complexityOf(asked);
  if (complexity > MAX_COMPLEXITY) throw tooComplex(complexity);
  if (acceptedSizes.size < MAX_ACCEPTED_SIZES) acceptedSizes.add(sizes);
}

/** @throws a refusal that names the argument, for one that has a value that it cannot have */
function complexityOf(asked: Asked): number {
  const { variables, sizeVariables } = asked;
  // Null where none may be fails its field alone, and only once that is reached: here it counts as left out.
  const attempts = [
    () => variables,
    () => withoutNulls(variables, (name) => !sizeVariables.includes(name)),
    () => withoutNulls(variables, () => true),
  ];
  let reason = '';
  for (const attempt of attempts) {
    try {
      return complexityWith(attempt(), asked);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      reason = error.message;
    }
  }
  throw refused('BAD_USER_INPUT', reason);
}

function complexityWith(variables: Asked['variables'], { schema, document, operation }: Asked): number {
  return getComplexity({
    schema,
    query: document,
    variables: { ...variables },
    ...(operation.name ? { operationName: operation.name.value } : {}),
    estimators: [rowsTimesFields],
  });
}

function withoutNulls(variables: Asked['variables'], among: (name: string) => boolean): Asked['variables'] {
  return Object.fromEntries(
    Object.entries(variables).filter(([name, value]) => value !== null || !among(name)),
  );
}

/** The arguments on which the size of an answer depends, beside the conditions of `@skip` and `@include`. */
const SIZE_ARGUMENTS: readonly string[] = ['first', 'last', 'limit', 'mode'];

/** The variables on which the size of an answer depends, whatever the depth at which they stand in an argument. */
function sizeVariablesOf(document: DocumentNode): string[] {
  const names = new Set<string>();
  const takeVariables = (node: ASTNode): false => {
    visit(node, {
      Variable({ name }) {
        names.add(name.value);
      },
    });
    return false;
  };
  visit(document, {
    VariableDefinition: () => false,
    Directive: takeVariables,
    Argument: (node) => (SIZE_ARGUMENTS.includes(node.name.value) ? takeVariables(node) : undefined),
  });
  return [...names].sort();
}

/**
 * Fields that cost more than their rows, whatever they find: about as many values as are answered in the time that they
 * may take. In a graph of some ten thousand events a search for a path takes a millisecond, other ways round each as
 * long again, what changed some fifty.
 */
export const BASE_COST: Readonly<Record<string, number>> = {
  'Query.paths': 250,
  'Query.changes': 2_500,
  'Query.statistics': 1_000,
  'Query.disagreements': 500,
  'Query.status': 250,
  'Query.positions': 250,
  'Entity.statuses': 250,
};

/** A field costs one, and what is below it once for every row that it can have. */
const rowsTimesFields: ComplexityEstimator = ({ type, field, args, childComplexity }) => {
  // Their rows are counted where the size of the page is given.
  if (field.name === 'edges' || field.name === 'items') return childComplexity;
  const { mode } = args as { mode?: PathMode };
  const each = childComplexity + (mode === undefined ? 0 : PATH_MODES[mode].cost);
  return (BASE_COST[`${type.name}.${field.name}`] ?? 1) + mostRows(field, args) * each;
};

function mostRows({ type }: GraphQLField<unknown, unknown>, args: object): number {
  const { first, last, limit } = args as { first?: number; last?: number; limit?: number };
  // A size out of its bounds is refused later, by its name. Here, a negative one must not make room for others.
  if (getNamedType(type).name.endsWith('Connection'))
    return Math.min(MAX_PAGE_SIZE, Math.max(0, last ?? first ?? DEFAULT_PAGE));
  if (typeof limit === 'number') return Math.max(0, limit);
  return isListType(getNullableType(type)) ? TYPICAL_LIST : 1;
}

function checkSize({ depth, fields }: Measure): void {
  if (depth > MAX_DEPTH) {
    throw refused(
      'TOO_DEEP',
      `The operation is ${depth} levels deep. At most ${MAX_DEPTH} are allowed. Ask for the deeper part by its id.`,
    );
  }
  if (fields > MAX_COMPLEXITY) throw tooComplex(fields);
}

function tooComplex(complexity: number): GraphQLError {
  return refused(
    'TOO_COMPLEX',
    `The operation could cost up to ${complexity} values. At most ${MAX_COMPLEXITY} are allowed. Ask for smaller pages or fewer fields.`,
  );
}

function onlyQueries(kind: string): GraphQLError {
  return refused(
    'GRAPHQL_VALIDATION_FAILED',
    `The operation is a ${kind}, but only queries are allowed. To change the graph, load seed files: npm run seed.`,
  );
}
