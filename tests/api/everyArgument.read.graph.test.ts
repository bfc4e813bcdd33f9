import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLInputField,
} from 'graphql';
import { buildSchema } from '../../src/api/schema.ts';
import { startService, type TestService } from '../setup/testService.ts';

let service: TestService;
const faults: Error[] = [];
beforeAll(async () => {
  service = await startService(undefined, { onFault: (fault) => faults.push(fault) });
});
afterAll(() => service.close());

const schema = buildSchema();

/** Where objects of a type are found. */
const OWNERS: Readonly<Record<string, readonly [before: string, after: string]>> = {
  Query: ['', ''],
  Entity: ['entity(id: "taliban") {', '}'],
  Event: ['event(id: "event:taliban-designated-by-russia") {', '}'],
  Source: ['sources(first: 1) { edges { node {', '} } }'],
  Relationship: ['relationships(first: 1) { edges { node {', '} } }'],
};

const STRANGE: readonly unknown[] = [
  ...[null, 0, -1, 1.5, 1e99, '', 'nobody', 'CERTAIN', '2024-02-30', true, [], {}, [null], [[]], { x: 1 }],
  ...[['x', 1], { from: null }, 'x'.repeat(5_000), '\0', '\uD800'],
];

interface Place {
  readonly name: string;
  readonly query: string;
}

/** Every place in which a variable may stand: as an argument, and as a field of one at any depth. */
function places(): Place[] {
  return Object.keys(OWNERS).flatMap((owner) => {
    const type = schema.getType(owner) as GraphQLObjectType;
    return Object.values(type.getFields()).flatMap((field) =>
      field.args.flatMap((argument) =>
        variablesWithin(argument, 0).map(({ path, text, type: asked }) => ({
          name: `${owner}.${field.name}(${path})`,
          query: operation(owner, field, argument, text, asked),
        })),
      ),
    );
  });
}

function operation(
  owner: string,
  field: GraphQLField<unknown, unknown>,
  argument: GraphQLArgument,
  text: string,
  asked: GraphQLInputType,
): string {
  const [before, after] = OWNERS[owner] ?? ['', ''];
  const others = field.args
    .filter((each) => each !== argument && isRequiredArgument(each))
    .map((each) => `${each.name}: ${literal(each.type)}`);
  const below = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  return `query ($v: ${String(asked)}) { ${before} ${field.name}(${[...others, text].join(', ')})${below} ${after} }`;
}

interface Within {
  readonly path: string;
  readonly text: string;
  readonly type: GraphQLInputType;
}

function variablesWithin(at: GraphQLArgument | GraphQLInputField, depth: number): Within[] {
  // Where there is a default, GraphQL lets a variable stand that may be null.
  const type = at.defaultValue === undefined ? at.type : getNullableType(at.type);
  const own: Within = { path: at.name, text: `${at.name}: $v`, type: type };
  const named = getNamedType(at.type);
  if (!isInputObjectType(named) || depth > 2) return [own];
  const fields = Object.values(named.getFields());
  const within = fields.flatMap((field) =>
    variablesWithin(field, depth + 1).map((inner): Within => {
      const others = fields
        .filter((each) => each !== field && isRequiredInputField(each))
        .map((each) => `${each.name}: ${literal(each.type)}`);
      const object = `{${[...others, inner.text].join(', ')}}`;
      const value = isListType(getNullableType(at.type)) ? `[${object}]` : object;
      return { path: `${at.name}.${inner.path}`, text: `${at.name}: ${value}`, type: inner.type };
    }),
  );
  return [own, ...within];
}

/** A value that the type has, as short as can be. */
function literal(type: GraphQLInputType): string {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return `[${literal(nullable.ofType)}]`;
  if (isEnumType(nullable)) return nullable.getValues()[0]!.name;
  if (isInputObjectType(nullable)) {
    const required = Object.values(nullable.getFields()).filter(isRequiredInputField);
    return `{${required.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')}}`;
  }
  return { Int: '1', Boolean: 'true', Date: '"2024-01-01"' }[getNamedType(nullable).name] ?? '"taliban"';
}

const CODES = ['BAD_USER_INPUT', 'TOO_COMPLEX', 'GRAPHQL_VALIDATION_FAILED'];

test('no value of a variable, wherever it may stand, is told as a fault of the service', async () => {
  const all = places();
  expect(all.length).toBeGreaterThan(100);
  const strange: unknown[] = [];
  const work = all.flatMap(({ name, query }) => [
    { name, query, variables: {} as Record<string, unknown> },
    ...STRANGE.map((v) => ({ name, query, variables: { v } })),
  ]);
  const next = work.values();
  const ask = async () => {
    for (const { name, query, variables } of next) {
      const response = await fetch(`${service.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      const { errors = [] } = (await response.json()) as { errors?: { message: string; extensions: any }[] };
      const odd = errors.find(({ extensions }) => !CODES.includes(extensions?.code));
      if (response.status >= 500 || odd !== undefined)
        strange.push([name, query, JSON.stringify(variables).slice(0, 80), response.status, odd]);
    }
  };
  await Promise.all(Array.from({ length: 6 }, ask));
  expect(strange.slice(0, 8)).toEqual([]);
  expect(faults).toEqual([]);
});

test.each([
  ['orderBy', 'query ($d: TimeOrder) { events(orderBy: $d, first: 1) { totalCount } }', { d: null }],
  [
    'mode',
    'query ($m: PathMode) { paths(from: "russia", to: "taliban", mode: $m) { items { length } } }',
    { m: null },
  ],
  [
    'limit',
    'query ($n: Int) { changes(entities: ["taliban"], during: {from: "2024-10-01", to: "2025-07-05"}, limit: $n) { truncated } }',
    { n: null },
  ],
])(
  'null for %s, which has a default, is refused by its name each time',
  async (argument, query, variables) => {
    for (let i = 0; i < 4; i++) {
      const { errors } = await service.ask(query, variables);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
      expect(errors?.[0]?.message).toContain(`"${argument}"`);
    }
  },
);
