import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  BREAK,
  type DocumentNode,
  execute,
  type ExecutionResult,
  getVariableValues,
  type GraphQLSchema,
  type OperationDefinitionNode,
  valueFromASTUntyped,
  visit,
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

  /** The answer is that of graphql-js, however often the operation came. */
  async execute(asked: Asked): Promise<ExecutionResult> {
    const { operation, request, context } = asked;
    const variables = request.variables ?? {};
    const compiled = this.compiled(asked);
    if (compiled === null || !isPlain(variables)) return await this.executePlainly(asked);
    const result = await compiled(undefined, context, withDefaults(operation, variables));
    // The compiler has errors of its own. Questions change nothing, so that they can be asked again.
    return result.errors === undefined ? result : await this.executePlainly(asked);
  }

  private async executePlainly({ document, request, context }: Asked): Promise<ExecutionResult> {
    return await execute({
      schema: this.schema,
      document,
      contextValue: context,
      variableValues: request.variables ?? {},
      operationName: request.operationName ?? null,
    });
  }

  /** @returns null for what is executed step by step: what is new, what the compiler cannot do, and whose variables do not fit */
  private compiled({ document, operation, request }: Asked): CompiledOperation | null {
    if (operation === undefined) return null;
    const prepared = preparedFor(operation);
    if (++prepared.executions === COMPILED_FROM) prepared.compiled = this.compile(document, operation);
    if (prepared.compiled === null) return null;
    const fits = getVariableValues(this.schema, operation.variableDefinitions ?? [], request.variables ?? {});
    return fits.errors === undefined ? prepared.compiled : null;
  }

  private compile(document: DocumentNode, { name }: OperationDefinitionNode): CompiledOperation | null {
    if (hasConditions(document)) return null;
    const compiled = compileQuery(this.schema, document, name?.value ?? '');
    return isCompiledQuery(compiled) ? compiled.query : null;
  }
}

/** The compiler takes the conditions of all spreads of a fragment together (zalando-incubator/graphql-jit, issue 166). */
function hasConditions(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Directive() {
      found = true;
      return BREAK;
    },
  });
  return found;
}

/** Whether no value is null: for an argument with a default, null is another value than none. */
function isPlain(value: unknown): boolean {
  if (value === null) return false;
  return typeof value !== 'object' || Object.values(value).every(isPlain);
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
