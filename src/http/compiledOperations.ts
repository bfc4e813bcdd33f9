import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  getVariableValues,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  valueFromASTUntyped,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { type CompiledOperation, preparedFor } from '../api/preparedOperation.ts';

type Gateway = ApolloServerOptionsWithGateway<object>['gateway'];

/**
 * Has operations that come again compiled to functions of their own, which answer long lists in a fraction of the
 * time. Apollo Server lets what it calls a gateway execute in its stead.
 */
export function compiledOperations(schema: GraphQLSchema): Gateway {
  const operations = new Operations(schema);
  return {
    load: () => Promise.resolve({ executor: (request) => operations.execute(request) }),
    onSchemaLoadOrUpdate(update) {
      update({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: () => Promise.resolve(),
  };
}

interface Asked {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode | undefined;
  readonly request: { readonly operationName?: string; readonly variables?: Record<string, unknown> };
  readonly context: unknown;
}

/** Compiling takes as long as several executions, and operations of people rarely come again. */
const COMPILED_FROM = 3;

class Operations {
  private readonly schema: GraphQLSchema;

  constructor(schema: GraphQLSchema) {
    this.schema = schema;
  }

  async execute(asked: Asked): Promise<ExecutionResult> {
    const { document, operation, request, context } = asked;
    const variables = request.variables ?? {};
    const compiled = this.compiled(asked);
    if (compiled !== null)
      return withExtensions(await compiled(undefined, context, withDefaults(operation, variables)));
    return await execute({
      schema: this.schema,
      document,
      contextValue: context,
      variableValues: variables,
      operationName: request.operationName ?? null,
    });
  }

  /** @returns null for what is executed step by step: what is new, and whose variables do not fit; graphql-js gives them the better error */
  private compiled({ document, operation, request }: Asked): CompiledOperation | null {
    if (operation === undefined) return null;
    const prepared = preparedFor(operation);
    if (++prepared.executions === COMPILED_FROM) prepared.compiled = this.compile(document, operation);
    const fits = getVariableValues(this.schema, operation.variableDefinitions ?? [], request.variables ?? {});
    return fits.errors === undefined ? prepared.compiled : null;
  }

  private compile(document: DocumentNode, { name }: OperationDefinitionNode): CompiledOperation | null {
    const compiled = compileQuery(this.schema, document, name?.value ?? '');
    return isCompiledQuery(compiled) ? compiled.query : null;
  }
}

/** The compiler takes a required variable that has a default for one that is missing. */
function withDefaults(
  operation: OperationDefinitionNode | undefined,
  variables: Record<string, unknown>,
): Record<string, unknown> {
  const all = { ...variables };
  for (const { variable, defaultValue } of operation?.variableDefinitions ?? [])
    if (defaultValue !== undefined && all[variable.name.value] === undefined)
      all[variable.name.value] = valueFromASTUntyped(defaultValue);
  return all;
}

/** The compiler gives an error the extensions of its cause or none; Apollo Server fails on an error without any. */
function withExtensions(result: ExecutionResult): ExecutionResult {
  const errors = result.errors?.map((error) =>
    (error as Partial<GraphQLError>).extensions === undefined
      ? (Object.create(error, { extensions: { value: {} } }) as GraphQLError)
      : error,
  );
  return errors === undefined ? result : { ...result, errors };
}
