import { execute, type GraphQLSchema, parse } from 'graphql';
import neo4j, { type Driver } from 'neo4j-driver';
import type { Draw, GraphqlSide } from '../operations/operation.ts';
import type { Arm, ArmName } from './arm.ts';
import type { HttpClient } from './httpClient.ts';
import { integersOf } from './integersOf.ts';
import type { SentStatement } from './sentStatements.ts';

/** A GraphQL service over HTTP. */
export function httpArm(name: ArmName, client: HttpClient, side: GraphqlSide, draws: readonly Draw[]): Arm {
  const bodies = draws.map((draw) => JSON.stringify({ query: side.query, variables: side.variables(draw) }));
  return {
    name,
    ask: (index) => client.ask(bodies[index] ?? ''),
    answer: (data, index) => side.answer(data, draws[index]),
  };
}

/** Runs the statements of each draw in sequence, in sessions of the driver, and decodes the rows to plain objects. */
export function cypherArm(
  driver: Driver,
  statements: readonly (readonly SentStatement[])[],
  answer: Arm['answer'] = (rows) => rows,
): Arm {
  const prepared = statements.map((each) =>
    each.map(({ text, parameters }) => ({ text, parameters: integersOf(parameters) as object })),
  );
  return {
    name: 'cypher',
    async ask(index) {
      const answers: object[][] = [];
      for (const { text, parameters } of prepared[index] ?? []) {
        const session = driver.session({ database: 'neo4j', defaultAccessMode: neo4j.session.READ });
        const { records } = await session.run(text, parameters);
        answers.push(records.map((record) => record.toObject()));
        await session.close();
      }
      return answers;
    },
    answer,
  };
}

/** @neo4j/graphql without HTTP: its resolvers run in this process. */
export function inProcessArm(
  schema: GraphQLSchema,
  driver: Driver,
  side: GraphqlSide,
  draws: readonly Draw[],
): Arm {
  const document = parse(side.query);
  return {
    name: 'neo4jGraphqlInProcess',
    async ask(index) {
      const { data, errors } = await execute({
        ...{ schema, document, variableValues: side.variables(draws[index]) },
        contextValue: { executionContext: driver },
      });
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      return data;
    },
    answer: (data, index) => side.answer(data, draws[index]),
  };
}
