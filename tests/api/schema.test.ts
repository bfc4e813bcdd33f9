import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  type GraphQLObjectType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isRequiredArgument,
  isSpecifiedScalarType,
} from 'graphql';
import { buildSchema, printedSchema } from '../../src/api/schema.ts';
import { PROJECT } from '../../src/program/config.ts';

interface Described {
  readonly name: string;
  readonly description: string | null | undefined;
}

/** Everything in the schema that a reader may ask the meaning of. */
function everything(): Described[] {
  const types = Object.values(buildSchema().getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
  return types.flatMap((type): Described[] => {
    const within = (parts: readonly Described[]) =>
      parts.map(({ name, description }) => ({ name: `${type.name}.${name}`, description }));
    if (isEnumType(type)) return [type, ...within(type.getValues())];
    if (isInputObjectType(type)) return [type, ...within(Object.values(type.getFields()))];
    if (!isObjectType(type) && !isInterfaceType(type)) return [type];
    const fields = Object.values(type.getFields());
    const args = fields.flatMap((field) =>
      field.args.map(({ name, description }) => ({ name: `${field.name}(${name}:)`, description })),
    );
    return [type, ...within([...fields, ...args])];
  });
}

describe('The schema', () => {
  test('describes every type, field, argument and value', () => {
    const bare = everything().filter(
      ({ description }) => (description?.match(/[\p{L}\p{N}]+/gu) ?? []).length < 2,
    );
    expect(bare.map(({ name }) => name)).toEqual([]);
    expect(everything().length).toBeGreaterThan(250);
  });

  test('describes each by more than its own name', () => {
    const echo = everything().filter(({ name, description }) => {
      const last = name.split(/[.(]/).at(-1)!.replace(/\W/g, '').toLowerCase();
      return (description ?? '').toLowerCase().replace(/[^a-z]/g, '') === last.replace(/_/g, '');
    });
    expect(echo.map(({ name }) => name)).toEqual([]);
  });

  test('opens no description with a word that stands for something else', () => {
    const vague = everything().filter(({ description }) =>
      /^(It|Its|Of|That|They|What|Whose|Where)\b/.test(description ?? ''),
    );
    expect(vague.map(({ name }) => name)).toEqual([]);
  });

  test('asks for what must be given first, and for what many fields take last', () => {
    const { Query, Entity } = buildSchema().getTypeMap() as Record<string, GraphQLObjectType>;
    const argumentsOf = (type: GraphQLObjectType, field: string) =>
      type
        .getFields()
        [field]!.args.map(({ name }) => name)
        .join(' ');
    expect(argumentsOf(Query!, 'status')).toBe(
      'authority subject regime list on knownBy certainty publicationCertainty coding',
    );
    expect(argumentsOf(Query!, 'positions')).toBe(
      'subject regime list on knownBy certainty publicationCertainty coding',
    );
    expect(argumentsOf(Query!, 'events')).toBe('where orderBy first after last before');
    expect(argumentsOf(Query!, 'entity')).toBe('id identifier');
    expect(argumentsOf(Entity!, 'statuses')).toBe('regimes on knownBy certainty publicationCertainty coding');
    const fields = Object.values(buildSchema().getTypeMap())
      .filter((type) => isObjectType(type))
      .flatMap((type) => Object.values(type.getFields()));
    const late = fields.filter(({ args }) =>
      args.some(
        (one, index) => index > 0 && isRequiredArgument(one) && !isRequiredArgument(args[index - 1]!),
      ),
    );
    expect(late.map(({ name }) => name)).toEqual([]);
  });

  test('explains an argument by what it does for its own field', () => {
    const { Query, Entity, Event } = buildSchema().getTypeMap() as Record<string, GraphQLObjectType>;
    const certainty = (type: GraphQLObjectType, field: string) =>
      type.getFields()[field]!.args.find(({ name }) => name === 'certainty')!.description;
    for (const [type, field] of [
      [Query!, 'status'],
      [Entity!, 'statuses'],
      [Event!, 'date'],
    ] as const)
      expect(certainty(type, field)).not.toMatch(/imprecise|posts|statistics|changes/);
    expect(certainty(Entity!, 'posts')).toContain('may be held on `on`');
    expect(certainty(Query!, 'statistics')).toContain('imprecise dates count in `during`');
  });

  test('is the one that the repository keeps', async () => {
    const kept = await readFile(path.join(PROJECT, 'schema/schema.graphql'), 'utf8');
    expect(printedSchema()).toBe(kept);
  });

  test('has the names that were promised', () => {
    const { Query, Entity } = buildSchema().getTypeMap() as any;
    const fields = (type: any) => Object.keys(type.getFields());
    expect(fields(Query)).toEqual(
      expect.arrayContaining([
        'node',
        'entity',
        'entities',
        'event',
        'events',
        'relationships',
        'paths',
        'source',
        'sources',
        'eventTypes',
        'statistics',
      ]),
    );
    expect(fields(Entity)).toEqual(
      expect.arrayContaining(['events', 'relationships', 'counterparts', 'posts']),
    );
  });
});
