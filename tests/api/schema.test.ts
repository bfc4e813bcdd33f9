import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { buildSchema, printedSchema } from '../../src/api/schema.ts';
import { PROJECT } from '../../src/config.ts';

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
    const bare = everything().filter(({ name, description }) => {
      if (name === 'Query') return false;
      const words = description?.match(/[\p{L}\p{N}]+/gu) ?? [];
      return words.length < 2 && !/^(How many|The (same|role|kind|type))/.test(description ?? '');
    });
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
