import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery, type GraphQLObjectType, isNullableType } from 'graphql';
import type { ERROR_CODES } from '../../src/api/errors.ts';
import { buildSchema } from '../../src/api/schema.ts';
import { startService, type TestService } from '../setup/testService.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

interface Case {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly code: keyof typeof ERROR_CODES;
  readonly says: RegExp;
  readonly argument?: string;
}

const deep = (levels: number) =>
  'entity(id: "russia") { organs '.replace(
    'organs',
    '{ partOf '.repeat(levels).replace('{', '') + '{ id }' + ' }'.repeat(levels - 1),
  ) + '}';
const big =
  'events(first: 200) { edges { node { participants { entity { events(first: 200) { edges { node { id } } } } } } } }';

const CASES: Record<string, Case> = {
  'no GraphQL': { query: '{ events(', code: 'GRAPHQL_PARSE_FAILED', says: /Syntax Error/ },
  nothing: { query: '', code: 'BAD_REQUEST', says: /quer/i },
  'an unknown field': {
    query: '{ event(id: "x") { sumary } }',
    code: 'GRAPHQL_VALIDATION_FAILED',
    says: /"sumary".*"summary"/,
  },
  'an unknown argument': {
    query: '{ events(limit: 5) { totalCount } }',
    code: 'GRAPHQL_VALIDATION_FAILED',
    says: /"limit"/,
  },
  'an unknown type of event': {
    query: '{ events(where: { types: [DESIGNATE] }) { totalCount } }',
    code: 'GRAPHQL_VALIDATION_FAILED',
    says: /"DESIGNATE".*"DESIGNATED"/,
  },
  'an unknown type of event in a variable': {
    query: 'query ($types: [EventType!]) { events(where: { types: $types }) { totalCount } }',
    variables: { types: ['DESIGNATE'] },
    code: 'BAD_USER_INPUT',
    says: /"\$types".*"DESIGNATE"/,
    argument: '$types[0]',
  },
  'a day that does not exist': {
    query: '{ events(where: { during: { from: "2023-02-29" } }) { totalCount } }',
    code: 'GRAPHQL_VALIDATION_FAILED',
    says: /"2023-02-29" is not a day\. Write one as "2025-07-03"/,
  },
  'a day that does not exist, in a variable': {
    query: 'query ($from: Date) { events(where: { during: { from: $from } }) { totalCount } }',
    variables: { from: '2024-13-01' },
    code: 'BAD_USER_INPUT',
    says: /"\$from".*"2024-13-01" is not a day/,
    argument: '$from',
  },
  'a moment for a day': {
    query: 'query ($on: Date) { entity(id: "russia") { posts(on: $on) { title } } }',
    variables: { on: 20240101 },
    code: 'BAD_USER_INPUT',
    says: /"\$on".*20240101 is not a day/,
    argument: '$on',
  },
  'a period reversed': {
    query: '{ events(where: { during: { from: "2024-02-01", to: "2024-01-01" } }) { totalCount } }',
    code: 'BAD_USER_INPUT',
    says: /later than "from" \(2024-02-01\); it is 2024-01-01/,
    argument: 'where.during',
  },
  'a period of no day': {
    query: '{ relationships(where: { during: { from: "2024-02-01", to: "2024-02-01" } }) { totalCount } }',
    code: 'BAD_USER_INPUT',
    says: /later than/,
    argument: 'where.during',
  },
  'an empty list': {
    query: '{ events(where: { from: [] }) { totalCount } }',
    code: 'BAD_USER_INPUT',
    says: /1 to 100 values, or be left out; it has 0/,
    argument: 'where.from',
  },
  'between one': {
    query: '{ relationships(where: { between: ["russia"] }) { totalCount } }',
    code: 'BAD_USER_INPUT',
    says: /2 to 100 values/,
    argument: 'where.between',
  },
  'too long a list': {
    query: 'query ($ids: [ID!]) { relationships(where: { sources: $ids }) { totalCount } }',
    variables: { ids: [...Array(101).keys()].map(String) },
    code: 'BAD_USER_INPUT',
    says: /it has 101/,
    argument: 'where.sources',
  },
  'fewer sources than one': {
    query: '{ events(where: { minSources: -1 }) { totalCount } }',
    code: 'BAD_USER_INPUT',
    says: /at least 1, .*it is -1/,
    argument: 'where.minSources',
  },
  'neither id nor identifier': {
    query: '{ entity { id } }',
    code: 'BAD_USER_INPUT',
    says: /either "id" or "identifier": \(id: "taliban"\) or/,
    argument: 'id',
  },
  'both id and identifier': {
    query: '{ entity(id: "russia", identifier: { scheme: "wikidata", value: "Q159" }) { id } }',
    code: 'BAD_USER_INPUT',
    says: /either "id" or "identifier", not both/,
    argument: 'id',
  },
  'a variable that is missing': {
    query: 'query ($id: ID!) { event(id: $id) { id } }',
    code: 'BAD_USER_INPUT',
    says: /\$id/,
  },
  'several operations and no name': {
    query: 'query A { statistics { events } } query B { statistics { events } }',
    code: 'OPERATION_RESOLUTION_FAILURE',
    says: /operation/,
  },
  'too many levels': { query: `{ ${deep(16)} }`, code: 'TOO_DEEP', says: /levels deep\. At most 15/ },
  'too many rows': {
    query: `{ ${big} }`,
    code: 'TOO_COMPLEX',
    says: /could cost up to \d+ values\. At most 50000.*smaller pages/,
  },
  'too many rows, behind a negative size': {
    query: `{ a: events(first: -200) { edges { node { participants { entity { events(first: 200) { edges { node { id } } } } } } } } ${big} }`,
    code: 'TOO_COMPLEX',
    says: /could cost up to \d+ values/,
  },
  'too many rows, by variables': {
    query:
      'query ($n: Int = 200) { events(first: $n) { edges { node { participants { entity { events(first: $n) { edges { node { id } } } } } } } } }',
    code: 'TOO_COMPLEX',
    says: /could cost up to \d+ values/,
  },
  'many searches for other ways round': {
    query: `{ ${[...Array(12).keys()].map((i) => `a${i}: paths(from: "russia", to: "taliban", mode: K_SHORTEST, limit: 50) { truncated }`).join(' ')} }`,
    code: 'TOO_COMPLEX',
    says: /could cost up to \d+ values/,
  },
  'many histories': {
    query: `{ ${[...Array(30).keys()].map((i) => `a${i}: changes(during: { from: "2020-01-01", to: "2024-01-01" }, limit: 1) { truncated }`).join(' ')} }`,
    code: 'TOO_COMPLEX',
    says: /could cost up to \d+ values/,
  },
  'one question many times over': {
    query: `{ ${[...Array(200).keys()].map((i) => `a${i}: events(first: 200) { edges { node { id type } } }`).join(' ')} }`,
    code: 'TOO_COMPLEX',
    says: /could cost up to \d+ values/,
  },
};

describe('What cannot be answered is refused with a code and a reason', () => {
  test.each(Object.entries(CASES))('%s', async (_, { query, variables, code, says, argument }) => {
    let answer: Awaited<ReturnType<TestService['ask']>> = {};
    const statements = await service.statements(async () => {
      answer = await service.ask(query, variables);
    });
    const error = answer.errors![0]!;
    expect(error.extensions).toEqual(argument === undefined ? { code } : { code, argument });
    expect(error.message).toMatch(says);
    if (argument !== undefined && !argument.startsWith('$'))
      expect(error.message).toContain(`Argument "${argument}": `);
    expect(Object.values(answer.data ?? {}).filter((value) => value !== null)).toEqual([]);
    expect(statements).toBe(0);
    expect(JSON.stringify(answer)).not.toMatch(/stack|node_modules|MATCH|bolt:/);
  });

  test('a day that does not exist is shown where it stands', async () => {
    const { errors } = await service.ask('{ entity(id: "russia") {\n  posts(on: "2023-02-29") { title } } }');
    expect(errors![0]!.locations).toEqual([{ line: 2, column: 13 }]);
  });

  test.each(['entity', 'event'])('%s without a word whom is answered by how to ask', async (field) => {
    const { errors } = await service.ask(`{ ${field} { id } }`);
    const shown = [...errors![0]!.message.matchAll(/\((?:id|identifier): .*?\)/g)].map(([args]) => args);
    expect(shown).toHaveLength(2);
    const { byId } = await service.data(
      `{ byId: ${field}${shown[0]!} { id } other: ${field}${shown[1]!} { id } }`,
    );
    expect(byId).not.toBeNull();
  });

  test('fragments that multiply are refused before they are followed', async () => {
    const fragments = [...Array(40).keys()].map(
      (i) => `fragment F${i} on Entity { a: partOf { id } ...F${i + 1} ...F${i + 1} }`,
    );
    const nested = [...Array(40).keys()].map(
      (i) => `fragment F${i} on Entity { ...F${i + 1} ... on Entity { ...F${i + 1} } }`,
    );
    for (const list of [fragments, nested]) {
      const query = `{ entity(id: "russia") { ...F0 } } ${list.join(' ')} fragment F40 on Entity { id }`;
      const { errors, data } = await service.ask(query);
      expect(errors?.[0]?.extensions.code ?? data.entity.id).toMatch(/TOO_COMPLEX|russia/);
    }
  });

  test('a document of very many words is refused', async () => {
    const { errors } = await service.ask(`{ ${'__typename '.repeat(20_000)} }`);
    expect(errors![0]!.extensions.code).toBe('TOO_COMPLEX');
    expect(errors![0]!.message).toMatch(/tokens/);
  });

  test('the introspection that tools send is answered', async () => {
    const { data, errors } = await service.ask(
      getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true }),
    );
    expect(errors).toBeUndefined();
    expect(data.__schema.types.length).toBeGreaterThan(30);
  });

  test('two hundred events with all that they hold are answered', async () => {
    const { events } =
      await service.data(`{ events(first: 200) { totalCount edges { cursor node { id type summary topics places stances
      date { edtf earliest latest precision extent disputed display } figures { what value }
      participants { role entity { id name } onBehalfOf { id name } }
      reports { stance wording locator date { edtf display } attributedTo { id name } source { id title publisher url } } } } } }`);
    expect(events.edges).toHaveLength(Math.min(200, events.totalCount));
    expect(events.totalCount).toBeGreaterThan(200);
  });
});

describe('A field that fails', () => {
  const failing = 'events(after: "page 2") { totalCount }';

  test('is null by itself where it may be null, as root fields for one thing may', async () => {
    const { Query } = buildSchema().getTypeMap() as Record<string, GraphQLObjectType>;
    const nullable = Object.values(Query!.getFields()).filter(({ type }) => isNullableType(type));
    expect(nullable.map(({ name }) => name).sort()).toEqual(['entity', 'event', 'node', 'source']);
    const { data, errors } = await service.ask(
      `{ entity(id: "russia") { id ${failing} } source(id: "nobody") { id } }`,
    );
    expect([data, errors!.map(({ path }) => path)]).toEqual([
      { entity: null, source: null },
      [['entity', 'events']],
    ]);
  });

  test('takes with it what it stands in where it may not, up to all data', async () => {
    const { data, errors } = await service.ask(`{ entity(id: "russia") { id } ${failing} }`);
    expect([data, errors!.map(({ path }) => path)]).toEqual([null, [['events']]]);
  });
});

describe('Unknown ids are no errors', () => {
  const STRANGE = [
    'nobody',
    'event:nothing',
    'source:nowhere',
    '',
    "' OR 1=1 //",
    '"}) DETACH DELETE n //',
    '$id',
    '`',
    '\u0000',
    '🙂',
    'x'.repeat(10_000),
  ];

  test.each(STRANGE)('%j names nothing', async (id) => {
    const data = await service.data(
      `query ($id: ID!, $value: ID!) { node(id: $id) { id } entity(id: $id) { id } event(id: $id) { id } source(id: $id) { id }
        identified: entity(identifier: { scheme: "wikidata", value: $value }) { id } }`,
      { id, value: id },
    );
    expect(data).toEqual({ node: null, entity: null, event: null, source: null, identified: null });
  });
});

describe('What never reaches GraphQL is answered in its form', () => {
  async function sent(init: RequestInit): Promise<{ status: number; code: string; message: string }> {
    const response = await fetch(`${service.url}/graphql`, { method: 'POST', ...init });
    const { errors } = (await response.json()) as {
      errors: { message: string; extensions: { code: string } }[];
    };
    return { status: response.status, code: errors[0]!.extensions.code, message: errors[0]!.message };
  }
  const json = { 'content-type': 'application/json' };

  test('a body that is too large', async () => {
    const body = JSON.stringify({ query: `{ __typename } # ${'x'.repeat(300_000)}` });
    expect(await sent({ headers: json, body })).toMatchObject({
      status: 413,
      code: 'BAD_REQUEST',
      message: expect.stringMatching(/large/),
    });
  });

  test('a body that is no JSON', async () => {
    expect(await sent({ headers: json, body: '{"query":' })).toMatchObject({
      status: 400,
      code: 'BAD_REQUEST',
    });
  });

  test('a body of another type', async () => {
    const xml = { 'content-type': 'application/xml' };
    expect(await sent({ headers: xml, body: '<a/>' })).toMatchObject({ status: 415, code: 'BAD_REQUEST' });
  });

  test('an answer of a type that there is none of', async () => {
    const headers = { ...json, accept: 'text/csv' };
    const body = JSON.stringify({ query: '{ __typename }' });
    expect(await sent({ headers, body })).toMatchObject({ status: 406, code: 'BAD_REQUEST' });
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
    'a method that is neither GET nor POST: %s',
    async (method) => {
      const body =
        method === 'OPTIONS' ? {} : { body: '<a/>', headers: { 'content-type': 'application/xml' } };
      const response = await fetch(`${service.url}/graphql`, { method, ...body });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST']);
      expect(await response.json()).toEqual({
        errors: [
          {
            message: `The method is ${method}. Send GraphQL requests with POST or GET.`,
            extensions: { code: 'BAD_REQUEST' },
          },
        ],
      });
    },
  );

  test('a look at the headers alone', async () => {
    expect((await fetch(`${service.url}/graphql`, { method: 'HEAD' })).status).toBe(405);
  });

  test('several operations in one body', async () => {
    const body = JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]);
    expect(await sent({ headers: json, body })).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });

  test('a form, as another site might post it', async () => {
    const text = { 'content-type': 'text/plain' };
    expect(await sent({ headers: text, body: '{"query":"{ __typename }"}' })).toMatchObject({
      code: 'BAD_REQUEST',
    });
  });

  test('a body that promises more than it sends is not waited for without end', async () => {
    const url = new URL(`${service.url}/graphql`);
    const outcome = await new Promise((resolve) => {
      const sending = request(
        url,
        { method: 'POST', headers: { ...json, 'content-length': '1000000' } },
        (response) => {
          resolve(response.statusCode);
        },
      );
      sending.on('error', () => {
        resolve('closed');
      });
      sending.flushHeaders();
    });
    expect(outcome).toBe(413);
  });
});
